//! Figures over a corpus.

mod program;

use program::{pipe, root, run};
use serde_json::{Value, json};

/// Results of an earlier run: what is found is not the matter here.
fn records() -> String {
    let text = "Ann said <no>. Bob said yes.";
    let ann = json!({"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 13]], "kind": "direct", "speakers": ["Ann"], "confidence": 0.95});
    let bob = json!({"source": [[15, 18]], "cue": [[19, 23]], "content": [[24, 27]], "kind": "indirect", "speakers": ["~<b>"], "confidence": 0.41});
    let lost =
        json!({"source": [], "cue": [], "content": [[24, 27]], "kind": "mixed", "speakers": []});
    let records = [
        json!({"id": 1, "text": text, "attributions": [ann, bob]}),
        json!({"id": 2, "text": text, "attributions": [ann, lost]}),
        json!({"id": 3, "text": text, "attributions": []}),
    ];
    records.map(|record| record.to_string() + "\n").concat()
}

fn stats(format: &str) -> String {
    let ran = pipe(&["stats", "--input", "jsonl", "--format", format], records());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.out
}

#[test]
fn an_object() {
    let report: Value = serde_json::from_str(&stats("json")).expect("it writes JSON");
    let ann = json!({"name": "Ann", "documents": 2, "attributions": 2, "direct": 2, "mixed": 0, "indirect": 0, "words": 2});
    let bob = json!({"name": "~<b>", "documents": 1, "attributions": 1, "direct": 0, "mixed": 0, "indirect": 1, "words": 1});
    let count = |name, attributions| json!({"name": name, "attributions": attributions});
    let expected = json!({
        "documents": 3, "silent": 1, "bytes": 84, "attributions": 4, "unknown": 1,
        "kinds": [count("direct", 2), count("indirect", 1), count("mixed", 1)],
        "speakers": [ann, bob],
        "cues": [count("said", 3)],
        "confidence": [0, 0, 0, 0, 1, 0, 0, 0, 0, 2],
    });
    assert_eq!(report, expected);
}

#[test]
fn tables() {
    let text = stats("text");
    let ann = text.lines().find(|line| line.starts_with("Ann ")).expect("there is a row for her");
    let cells: Vec<&str> = ann.split_whitespace().collect();
    assert_eq!(cells, ["Ann", "2", "2", "2", "0", "0", "2"]);
    let table = "\
what,name,attributions,documents,direct,mixed,indirect,words
kind,direct,2,,,,,
kind,indirect,1,,,,,
kind,mixed,1,,,,,
cue,said,3,,,,,
speaker,Ann,2,2,2,0,0,2
speaker,~<b>,1,1,0,0,1,1
";
    assert_eq!(stats("csv"), table);
    let short = pipe(&["stats", "--format", "text", "--top", "1", "--input", "jsonl"], records());
    assert!(short.out.contains("\n(and 1 more speakers)\n"), "{}", short.out);
}

#[test]
fn a_page() {
    let page = stats("html");
    assert!(page.contains("<td>&lt;b&gt;</td>"), "{page}");
    assert!(page.contains("<rect class=\"bar\" x=\"0.00\" width=\"100.00\" height=\"10\"/>"));
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("url("));
    let folder = run(&root(), &["stats", "--format", "html", "-o", "examples", "examples"]);
    assert_eq!(folder.status, 2);
}

#[test]
fn texts_are_read_now_and_any_number_of_jobs_finds_the_same() {
    let with = |jobs| {
        run(
            &root(),
            &[
                "stats",
                "--format",
                "json",
                "-j",
                jobs,
                "examples/article.txt",
                "testdata/cli/council.txt",
            ],
        )
    };
    let one = with("1");
    assert_eq!((one.status, one.err.as_str()), (0, ""));
    assert!(one.out.contains("\"name\":\"Ruth Adeyemi\""), "{}", one.out);
    assert_eq!(with("3"), one);
}

#[test]
fn attributions_that_do_not_fit() {
    let record = "{\"text\":\"a\",\"attributions\":[{\"content\":[[0,2]]}]}\n";
    let ran = pipe(&["stats", "--format", "json", "--input", "jsonl"], record);
    assert_eq!(ran.status, 1);
    let err = "sayso: standard input: line 1: attribution 1: [0, 2] is no span of the text\n";
    assert_eq!(ran.err, err);
}
