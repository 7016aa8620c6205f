//! `sayso speakers`.

mod program;

use program::{folder, pipe, run};

const TEXT: &str = "Ruth Adeyemi came. “It is late,” she said. A clerk said that it rained.";

#[test]
fn a_table() {
    let ran = pipe(&["speakers", "--format", "text"], TEXT);
    let table = "\
Speaker       Quoted  Words  Direct  Mixed  Indirect  First  Last
Ruth Adeyemi       3      3       1      0         0     19    19
Clerk              0      3       0      0         1     56    56
";
    assert_eq!((ran.status, ran.out.as_str()), (0, table));
    assert_eq!(pipe(&["speakers", "--format", "text"], "No.").out, "(no speakers)\n");
}

#[test]
fn json_lines() {
    let ran = pipe(&["speakers", "--format", "jsonl"], TEXT);
    let row = "\"speakers\":[{\"id\":0,\"name\":\"Ruth Adeyemi\",\"kind\":\"person\",\"description\":null,\
               \"quoted\":3,\"words\":3,\"direct\":1,\"mixed\":0,\"indirect\":0,\
               \"first\":[19,32],\"last\":[19,32]},";
    assert!(ran.out.contains(row), "{}", ran.out);
    let entity = "\"entities\":[{\"id\":0,\"name\":\"Ruth Adeyemi\",\"kind\":\"person\",\
                  \"mentions\":[[0,12],[33,36]],\"gender\":\"feminine\",\"description\":null},";
    assert!(ran.out.contains(entity), "{}", ran.out);
}

#[test]
fn of_given_attributions() {
    let record = "{\"text\":\"Ruth Adeyemi came. She hopes so.\",\"attributions\":\
                  [{\"source\":[[19,22]],\"content\":[[29,31]],\"note\":7}]}\n";
    let ran = pipe(&["speakers", "--gold", "--input", "jsonl"], record);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let named = "\"attributions\":[{\"source\":[[19,22]],\"content\":[[29,31]],\"note\":7,\
                 \"speakers\":[\"Ruth Adeyemi\"],\"entities\":[0]}]";
    assert!(ran.out.contains(named), "{}", ran.out);
}

#[test]
fn of_attributions_that_do_not_fit() {
    for (given, reason) in [
        ("", "there is no field \"attributions\" whose speakers could be named"),
        (",\"attributions\":7", "the field \"attributions\" is not a list of objects"),
        (",\"attributions\":[{\"source\":[]}]", "attribution 1: missing field `content`"),
        (
            ",\"attributions\":[{\"content\":[[0,9]]}]",
            "attribution 1: [0, 9] is no span of the text",
        ),
        (
            ",\"attributions\":[{\"content\":[[2,1]]}]",
            "attribution 1: [2, 1] is no span of the text",
        ),
    ] {
        let record = format!("{{\"text\":\"It is.\"{given}}}\n");
        let ran = pipe(&["speakers", "--gold", "--input", "jsonl"], record);
        assert_eq!(ran.status, 1);
        assert_eq!(ran.err, format!("sayso: standard input: line 1: {reason}\n"));
    }
}

#[test]
fn documents_together() {
    let files: &[(&str, &[u8])] = &[
        ("a.txt", "“It is late,” Ruth Adeyemi said.".as_bytes()),
        ("b.txt", "“It is,” Ruth Adeyemi said. “No, no, no, no,” said Ann Lee.".as_bytes()),
    ];
    let folder = folder("documents_together", files);
    let merge = ["speakers", "--merge", "a.txt", "b.txt", "--format"];
    let table = "\
Speaker       Documents  Quoted  Words  Direct  Mixed  Indirect
Ruth Adeyemi          2       5      5       2      0         0
Ann Lee               1       4      4       1      0         0
";
    assert_eq!(run(&folder, &[&merge[..], &["text"]].concat()).out, table);
    let lines = run(&folder, &[&merge[..], &["jsonl", "-j", "2"]].concat()).out;
    let first = "{\"name\":\"Ruth Adeyemi\",\"kind\":\"person\",\"documents\":2,\"quoted\":5,\"words\":5,\
                 \"direct\":2,\"mixed\":0,\"indirect\":0,\"first\":\"a.txt\",\"last\":\"b.txt\"}\n";
    assert!(lines.starts_with(first), "{lines}");
}

#[test]
fn people_of_a_gazetteer() {
    let files: &[(&str, &[u8])] = &[
        (
            "people.tsv",
            b"id\ttype\tname\taliases\np17\tperson\tRuth A. Adeyemi\tRuth Adeyemi\tAdeyemi\n",
        ),
        ("a.txt", "“It is late,” Adeyemi said. She went home. “No,” she said.".as_bytes()),
        ("b.txt", "“It is late,” said Mayor Ruth Adeyemi.".as_bytes()),
    ];
    let folder = folder("people_of_a_gazetteer", files);
    let merge = ["speakers", "--merge", "a.txt", "b.txt", "--format", "jsonl"];
    let known = run(&folder, &[&merge[..], &["--gazetteer", "people.tsv"]].concat());
    let row = "{\"key\":\"p17\",\"name\":\"Ruth A. Adeyemi\",\"kind\":\"person\",\"documents\":2,";
    assert!(known.out.starts_with(row), "{known:?}");
    let attributions = ["attributions", "a.txt", "--gazetteer", "people.tsv"];
    let one = run(&folder, &attributions).out;
    assert!(one.contains("\"speakers\":[\"Ruth A. Adeyemi\"]"), "{one}");
    assert!(
        one.contains("\"entities\":[{\"id\":0,\"key\":\"p17\",\"name\":\"Ruth A. Adeyemi\","),
        "{one}"
    );
}

#[test]
fn steps_to_a_speaker() {
    let text = "Ruth Adeyemi came. “It is late,” she said.";
    let shown = pipe(&["attributions", "--explain", "--format", "text"], text).out;
    assert!(shown.contains("\n        she → Ruth Adeyemi · pronoun\n"), "{shown}");
    let lines = pipe(&["attributions", "--explain", "--format", "jsonl"], text).out;
    let steps = "\"steps\":[{\"kind\":\"pronoun\",\"from\":[33,36],\"to\":[0,12]}]";
    assert!(lines.contains(steps), "{lines}");
    assert!(!pipe(&["attributions", "--format", "jsonl"], text).out.contains("steps"));
}
