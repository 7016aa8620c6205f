//! What other programs read, read by others: Python's standard library, and where
//! they are installed, packages for the format.

mod program;

use std::{fs, path::Path, process::Command};

use program::{folder, root, run};
use serde_json::json;

/// Documents with everything that a format must get right: nested and crossing
/// attributions, contents over paragraphs, wrapped lines, characters that must be
/// escaped or that a format cannot have, names that are the same.
fn documents() -> String {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("the file can be read");
    let article = read("examples/article.txt");
    let wrapped = "The mayor said on Monday that the bridge\nwould be closed for a year. “We have no\nchoice,” she said. A spokesman denied that\nthe city had known of it all the time.";
    let texts = [
        article.clone(),
        read("testdata/cli/council.txt"),
        article.replace('\n', "\r\n"),
        wrapped.into(),
        "\u{FEFF}  Ann Lee <ann@example.org> said “a < b & \"c\"”.\u{0}\u{1B} 🙂 He said,\tshe said: 'No.'\n\n\n".into(),
        "“One.\n\n“Two, he said she said,” Zoë O’Neill told the paper.\u{2028}“Three\u{85}and\u{A0}four,” she added.".into(),
        "Smith said Jones said Miller believed that Brown claimed it was “over”.\nBrown: It is | not = over; \\n.".into(),
        String::new(),
        " \n ".into(),
        "Nobody, said nobody.".into(),
    ];
    let mut lines = String::new();
    for (number, text) in texts.iter().enumerate() {
        let id = ["a/b \"c\" & <d>", "a/b c", "A/B c", "🙂", "", "é,ü;\tx"][number % 6];
        let record = if number == 8 {
            json!({ "id": 8, "text": text })
        } else {
            json!({ "id": format!("{id}{}", if number < 6 { "" } else { "+" }), "url": "https://example.org/?a=b&c", "text": text, "n": [1.50, null, {"k": "v"}] })
        };
        lines += &(record.to_string() + "\n");
    }
    lines
}

/// Writes the documents in a format and has them read.
fn read_by_others(format: &str) {
    let input = documents();
    let folder = folder(&format!("read_by_others_{format}"), &[("in.jsonl", input.as_bytes())]);
    // With those that lie in others, and without.
    for (options, written) in [(&["-q"][..], "written"), (&["-q", "--nested"], "nested")] {
        let ran = |format, file| {
            let arguments = ["--format", format, "in.jsonl", "-o", file];
            let ran = run(&folder, &[&arguments, options].concat());
            assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        };
        ran("jsonl", "records.jsonl");
        ran(format, written);
        check(&folder, format, written, "records.jsonl");
    }
}

fn check(folder: &Path, format: &str, written: &str, records: &str) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers/check.py");
    let mut python = Command::new("python3");
    python.current_dir(folder).arg(script).args([format, written, records]);
    match python.output() {
        Ok(output) if output.status.code() == Some(77) => {
            println!("skipped: {}", String::from_utf8_lossy(&output.stdout).trim());
        }
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{format}: {said}");
        }
        Err(error) => println!("skipped: python3 does not start: {error}"),
    }
}

#[test]
fn csv() {
    read_by_others("csv");
}

#[test]
fn brat() {
    read_by_others("brat");
}

#[test]
fn conllu() {
    read_by_others("conllu");
}

#[test]
fn tei() {
    read_by_others("tei");
}

#[test]
fn webanno() {
    read_by_others("webanno");
}

#[test]
#[cfg(feature = "parquet")]
fn parquet() {
    read_by_others("parquet");
}

#[test]
fn html() {
    read_by_others("html");
}
