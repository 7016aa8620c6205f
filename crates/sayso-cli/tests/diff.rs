//! What two runs say differently.

mod program;

use std::path::{Path, PathBuf};

use program::{Ran, folder, run};
use serde_json::{Value, json};

const TEXT: &str = "Ann said it would rain. Bob denied that. “No,” said Eve.";

fn said(spans: [[usize; 2]; 3], kind: &str, speaker: &str) -> Value {
    let [source, cue, content] = spans;
    json!({"source": [source], "cue": [cue], "content": [content], "kind": kind, "speakers": [speaker], "confidence": 0.9})
}

fn ann() -> Value {
    said([[0, 3], [4, 8], [9, 22]], "indirect", "Ann")
}

fn bob() -> Value {
    said([[24, 27], [28, 34], [35, 39]], "indirect", "Bob")
}

fn eve() -> Value {
    said([[52, 55], [47, 51], [41, 46]], "direct", "Eve")
}

fn record(id: &str, attributions: &[Value]) -> String {
    json!({"id": id, "text": TEXT, "attributions": attributions}).to_string() + "\n"
}

fn files(name: &str, before: &str, after: &str) -> PathBuf {
    folder(name, &[("a.jsonl", before.as_bytes()), ("b.jsonl", after.as_bytes())])
}

fn diff(folder: &Path, format: &str) -> Ran {
    run(folder, &["diff", "a.jsonl", "b.jsonl", "--format", format])
}

#[test]
fn no_difference() {
    let one = record("1", &[ann(), bob()]);
    let two = record("2", &[]);
    // Neither the order of the records nor of the attributions, nor how sure they are.
    let mut surer = ann();
    surer["confidence"] = json!(1.0);
    let other = two.clone() + &record("1", &[bob(), surer]);
    let folder = files("no_difference", &(one + &two), &other);
    let out = "0 of 2 documents differ: 0 attributions removed, 0 added, 0 changed, 2 the same\n";
    assert_eq!(diff(&folder, "text"), Ran { status: 0, out: out.into(), err: String::new() });
    let nothing = Ran { status: 0, out: String::new(), err: String::new() };
    assert_eq!(diff(&folder, "jsonl"), nothing);
}

#[test]
fn differences_in_the_text() {
    let mut later = ann();
    later["content"] = json!([[12, 22]]);
    later["speakers"] = json!(["~weather woman"]);
    let before = record("1", &[ann(), bob()]) + &record("2", &[]);
    let after = record("3", &[]) + &record("1", &[later.clone(), eve()]);
    let folder = files("differences_in_the_text", &before, &after);
    let out = "\
1

− Bob · denied · indirect
    [-that-]
+ Eve · said · direct
    {+“No,”+}
≠ Ann · said · indirect · content, speakers
    content: [-it -]would rain
    speakers: Ann → Weather woman

2

(only the first has this document)

3

(only the second has this document)

3 of 3 documents differ: 1 attributions removed, 1 added, 1 changed (content 1, speakers 1), 0 the same
";
    assert_eq!(diff(&folder, "text"), Ran { status: 1, out: out.into(), err: String::new() });
    let ran = diff(&folder, "jsonl");
    let lines: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).expect("it writes JSON")).collect();
    assert_eq!((ran.status, lines.len()), (1, 3));
    let change = json!({"what": ["content", "speakers"], "before": ann(), "after": later});
    let expected =
        json!({"id": "1", "added": [eve()], "removed": [bob()], "changed": [change], "same": 0});
    assert_eq!(lines[0], expected);
    assert_eq!((&lines[1]["only"], &lines[2]["only"]), (&json!("before"), &json!("after")));
}

#[test]
fn records_without_ids() {
    let record = |attributions: &[Value]| {
        json!({"text": TEXT, "attributions": attributions}).to_string() + "\n"
    };
    let before = record(&[ann()]) + &record(&[bob()]);
    let folder = files("records_without_ids", &before, &(record(&[ann()]) + &record(&[])));
    let ran = diff(&folder, "text");
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert!(
        ran.out.ends_with(
            "1 of 2 documents differ: 1 attributions removed, 0 added, 0 changed, 1 the same\n"
        ),
        "{}",
        ran.out
    );
}

#[test]
fn what_cannot_be_compared() {
    let other = json!({"id": "1", "text": "Ann left.", "attributions": []}).to_string();
    let texts = files("what_cannot_be_compared_texts", &record("1", &[ann()]), &other);
    let ran = diff(&texts, "text");
    assert!(ran.status == 1 && ran.out.contains("(the texts are not the same)"), "{}", ran.out);
    let plain = files(
        "what_cannot_be_compared_plain",
        &record("1", &[ann()]),
        "{\"id\":\"1\",\"text\":\"a\"}",
    );
    let ran = diff(&plain, "text");
    assert_eq!(ran.status, 3);
    assert!(
        ran.err.starts_with("sayso: 1: there is no field \"attributions\"\nsayso: hint: "),
        "{}",
        ran.err
    );
    let ran = run(&plain, &["diff", "a.jsonl", "c.jsonl"]);
    assert_eq!(ran.status, 3);
    assert_eq!(run(&plain, &["diff", "-", "-"]).status, 2);
}
