//! Files of names, and what is found with them.

mod program;

use program::{Ran, folder, run};

const NAMES: &[u8] = b"id\ttype\tname\taliases\nQ1\tperson\tAnn Lee\tMs. Lee\tMayor Lee\n\
                       Q2\tcity\tLee\nQ3\tcity\tLee\n";

#[test]
fn mentions_of_a_table() {
    let text = "Lee met Ms.\nLee.".as_bytes();
    let folder = folder("mentions_of_a_table", &[("names.tsv", NAMES), ("a.txt", text)]);
    let mentions = ["mentions", "--gazetteer", "names.tsv", "a.txt"];
    let expected = r#"{"id":"a.txt","text":"Lee met Ms.\nLee.","mentions":[{"span":[0,3],"ids":["Q2","Q3"],"type":"city","name":"Lee"},{"span":[8,15],"ids":["Q1"],"type":"person","name":"Ann Lee"}]}
"#;
    let ran = run(&folder, &mentions);
    assert_eq!(ran, Ran { status: 0, out: expected.into(), err: String::new() });
    let shown = run(&folder, &[&mentions[..], &["--format", "text"]].concat());
    assert_eq!(shown.out, "Lee\tcity\tLee\nMs. Lee\tperson\tAnn Lee\n");
}

#[test]
fn mentions_of_json_lines() {
    let names = b"{\"name\":\"Ann Lee\",\"aliases\":[\"Lee\"],\"born\":\"1970\"}\n";
    let folder = folder("mentions_of_json_lines", &[("n.jsonl", names), ("a.txt", b"Lee won.")]);
    let ran = run(&folder, &["mentions", "--gazetteer", "n.jsonl", "a.txt"]);
    let mention = "[{\"span\":[0,3],\"ids\":[\"Ann Lee\"],\"type\":\"\",\"name\":\"Ann Lee\"}]}\n";
    assert!(ran.out.ends_with(mention), "{ran:?}");
}

#[test]
fn faults_say_where() {
    let fault = |names: &[u8]| {
        let folder = folder("faults_say_where", &[("n.tsv", names)]);
        let ran = run(&folder, &["mentions", "--gazetteer", "n.tsv"]);
        assert_eq!((ran.status, ran.out.as_str()), (3, ""));
        ran.err
    };
    let err = fault(b"id\tname\n1\tAnn\n\n2\tBo\textra\n1\tCy\n");
    let expected = "sayso: n.tsv: line 4: \"extra\" is in a column without a name\n\
                    sayso: n.tsv: line 5: the id \"1\" is in line 2 already\n\
                    sayso: hint: all names of an entry go in one line, as aliases\n";
    assert_eq!(err, expected);
    let err = fault(b"Ann\nBo\n");
    assert!(err.starts_with("sayso: n.tsv: line 1: no column \"name\"\nsayso: hint: "), "{err}");
    let err = fault(b"name\nAnn\n...\n");
    assert!(err.starts_with("sayso: n.tsv: line 3: "), "{err}");
    let err = fault(b"name\nAnn\xFF\n");
    assert!(err.starts_with("sayso: n.tsv: line 2: not UTF-8: byte 8 is 0xFF\n"), "{err}");
    let missing = run(&folder("none", &[]), &["mentions", "--gazetteer", "none.tsv"]);
    assert_eq!(
        (missing.status, missing.err.lines().next()),
        (3, Some("sayso: none.tsv: no such file or directory"))
    );
}
