//! The picture of ARCHITECTURE.md as a table, and what departs from it.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

/// What each crate may depend on: crates of the workspace, and others by name.
/// Dependencies for development are free, but for those on the workspace, where
/// a library may use `sayso-test` alone.
const ALLOWED: &[(&str, &[&str])] = &[
    ("sayso-span", &["serde"]),
    ("sayso-token", &["sayso-span", "serde", "unicode-segmentation"]),
    ("sayso-sentence", &["sayso-span", "serde"]),
    ("sayso-quote", &["sayso-span", "serde"]),
    (
        "sayso-gazetteer",
        &["sayso-span", "sayso-gazetteer-en", "serde", "aho-corasick", "unicode-normalization"],
    ),
    ("sayso-attribution", &["sayso-span", "sayso-attribution-en", "serde", "aho-corasick"]),
    // Bytes, and nothing else.
    ("sayso-attribution-en", &[]),
    ("sayso-gazetteer-en", &[]),
    (
        "sayso",
        &[
            "sayso-span",
            "sayso-token",
            "sayso-sentence",
            "sayso-quote",
            "sayso-gazetteer",
            "sayso-attribution",
        ],
    ),
    (
        "sayso-cli",
        &[
            "sayso",
            "sayso-train",
            "anstream",
            "anstyle",
            "chardetng",
            "clap",
            "clap_complete",
            "clap_mangen",
            "csv",
            "dom_query",
            "dom_smoothie",
            "encoding_rs",
            "flate2",
            "glob",
            "indicatif",
            "parquet",
            "serde",
            "serde_json",
            "tempfile",
            "textwrap",
            "zstd",
        ],
    ),
    ("sayso-train", &["sayso", "serde", "serde_json"]),
    ("sayso-test", &["sayso-span", "serde", "serde_json", "toml", "unicode-normalization"]),
    ("xtask", &["sayso-gazetteer", "serde_json"]),
];

/// Packages outside the picture: nothing depends on them.
const FREE: &[&str] = &["sayso-bench"];

/// The libraries: they do no input and no output, so they cannot need `std`.
fn is_library(package: &str) -> bool {
    package.starts_with("sayso")
        && !matches!(package, "sayso-cli" | "sayso-train" | "sayso-test" | "sayso-bench")
}

/// Returns a line for every departure.
pub(crate) fn problems() -> Vec<String> {
    let metadata = crate::output("cargo", &["metadata", "--format-version=1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&metadata).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("cargo lists packages");
    let mut problems = Vec::new();
    for package in packages {
        let name = package["name"].as_str().expect("a package has a name");
        if FREE.contains(&name) {
            continue;
        }
        let Some(&(_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            problems.push(format!("{name}: not in the table of xtask/src/tidy.rs"));
            continue;
        };
        let dependencies = package["dependencies"].as_array().expect("a list, if empty");
        let found: BTreeSet<(&str, bool)> = dependencies
            .iter()
            .map(|d| (d["name"].as_str().expect("a name"), d["kind"] == "dev"))
            .collect();
        for (dependency, development) in found {
            let fine = allowed.contains(&dependency)
                || development && (!dependency.starts_with("sayso") || dependency == "sayso-test");
            if !fine {
                problems.push(format!("{name}: must not depend on {dependency}"));
            }
        }
        if is_library(name) {
            problems.extend(names_std(name));
        }
    }
    problems
}

/// A library is `no_std`, and no line of its code names `std`.
fn names_std(package: &str) -> Vec<String> {
    let source = crate::root().join("crates").join(package).join("src");
    let mut problems = Vec::new();
    let lib = fs::read_to_string(source.join("lib.rs")).expect("a library has lib.rs");
    if !lib.contains("#![no_std]") {
        problems.push(format!("{package}: src/lib.rs does not say #![no_std]"));
    }
    let mut folders = vec![source];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("a source folder can be read");
        for path in entries.map(|entry| entry.expect("an entry can be read").path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("a source file is text");
            for (number, line) in text.lines().enumerate() {
                let code = line.trim_start();
                let shown = path.strip_prefix(crate::root()).unwrap_or(&path).display();
                if !code.starts_with("//")
                    && (code.contains("std::") && !code.contains("no_std")
                        || code.contains("extern crate std"))
                {
                    problems.push(format!("{shown}:{}: names std", number + 1));
                }
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::{ALLOWED, is_library};

    #[test]
    fn the_five_do_not_know_one_another() {
        let five = ["token", "sentence", "quote", "gazetteer", "attribution"];
        for name in five.map(|name| format!("sayso-{name}")) {
            let (_, allowed) = ALLOWED.iter().find(|(known, _)| *known == name).expect("listed");
            let ours = allowed.iter().filter(|d| d.starts_with("sayso") && !d.ends_with("-en"));
            let ours: Vec<_> = ours.collect();
            assert_eq!(ours, [&"sayso-span"], "{name}");
        }
    }

    #[test]
    fn libraries_are_told_from_programs() {
        assert!(is_library("sayso") && is_library("sayso-span"));
        assert!(!is_library("sayso-cli") && !is_library("xtask"));
    }
}
