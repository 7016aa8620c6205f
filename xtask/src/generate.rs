//! Generated files: each is made from a hand-edited source by one function
//! here, is committed, and is compared with its source by `--check`.

mod attribution;
mod gazetteer;
mod quote;
mod sentence;
mod speaker;
mod token;

use std::{fs, path::Path};

/// A generated file: a name to ask for it, where it lies, and its contents.
struct Generated {
    what: &'static str,
    path: &'static str,
    contents: fn() -> String,
}

const FILES: &[Generated] = &[
    Generated { what: "quote", path: "crates/sayso-quote/src/tables.rs", contents: quote::tables },
    Generated {
        what: "attribution",
        path: "crates/sayso-attribution/src/tables.rs",
        contents: attribution::tables,
    },
    Generated {
        what: "sentence",
        path: "crates/sayso-sentence/src/tables.rs",
        contents: sentence::tables,
    },
    Generated {
        what: "speaker",
        path: "crates/sayso-attribution/src/speaker/tables.rs",
        contents: speaker::contents,
    },
    Generated { what: "token", path: "crates/sayso-token/src/tables.rs", contents: token::tables },
];

/// The same for files that are not text.
const BYTES: &[GeneratedBytes] = &[GeneratedBytes {
    what: "gazetteer",
    path: "crates/sayso-gazetteer-en/news.gaz",
    contents: gazetteer::news,
}];

struct GeneratedBytes {
    what: &'static str,
    path: &'static str,
    contents: fn() -> Vec<u8>,
}

/// The first lines of every generated Rust file.
fn preamble(what: &str) -> String {
    format!("// DO NOT EDIT. Written by:\n//\n//     cargo xtask generate {what}\n\n")
}

/// Reads a hand-edited source.
fn source(path: &str) -> String {
    let full = crate::root().join(path);
    fs::read_to_string(full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Writes the files, or compares them, and returns a line for every problem.
pub(crate) fn run(what: Option<&str>, check: bool) -> Vec<String> {
    let chosen: Vec<_> =
        FILES.iter().filter(|file| what.is_none_or(|what| file.what == what)).collect();
    let bytes: Vec<_> =
        BYTES.iter().filter(|file| what.is_none_or(|what| file.what == what)).collect();
    if let (Some(what), true) = (what, chosen.is_empty() && bytes.is_empty()) {
        return vec![format!("nothing is generated under the name {what:?}")];
    }
    let text = chosen.iter().filter_map(|file| write(file, check));
    text.chain(bytes.iter().filter_map(|file| write_bytes(file, check))).collect()
}

fn write(file: &Generated, check: bool) -> Option<String> {
    let path = crate::root().join(file.path);
    let contents = formatted(&path, (file.contents)());
    if !check {
        fs::write(&path, contents).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return None;
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let Generated { what, path, .. } = file;
    (committed != contents)
        .then(|| format!("{path}: differs from its source; run `cargo xtask generate {what}`"))
}

fn write_bytes(file: &GeneratedBytes, check: bool) -> Option<String> {
    let &GeneratedBytes { what, path, contents } = file;
    let full = crate::root().join(path);
    if !check {
        fs::write(&full, contents()).unwrap_or_else(|error| panic!("{path}: {error}"));
        return None;
    }
    (fs::read(&full).unwrap_or_default() != contents())
        .then(|| format!("{path}: differs from its source; run `cargo xtask generate {what}`"))
}

/// Rust files are stored as rustfmt would have them, so that formatting the
/// workspace does not change them.
fn formatted(path: &Path, contents: String) -> String {
    if path.extension().is_none_or(|extension| extension != "rs") {
        return contents;
    }
    let scratch = std::env::temp_dir().join(format!("sayso-generate-{}.rs", std::process::id()));
    fs::write(&scratch, contents).expect("the temporary folder can be written");
    let name = scratch.display().to_string();
    crate::output("rustfmt", &["--edition=2024", "--config-path=rustfmt.toml", &name]);
    let contents = fs::read_to_string(&scratch).expect("rustfmt leaves the file");
    let _ = fs::remove_file(&scratch);
    contents
}
