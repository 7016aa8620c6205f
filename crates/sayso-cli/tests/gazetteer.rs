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
                    sayso: n.tsv: line 5: the id \"1\" is in n.tsv, line 2 already\n\
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

#[test]
fn a_gazetteer_that_is_built() {
    let more = b"{\"name\":\"Zoe Lee\",\"aliases\":[\"Lee\"]}\n";
    let files: &[(&str, &[u8])] =
        &[("n.tsv", NAMES), ("m.jsonl", more), ("a.txt", b"Ms. Lee and Zoe Lee.")];
    let folder = folder("a_gazetteer_that_is_built", files);
    let ran = run(&folder, &["gazetteer", "build", "n.tsv", "m.jsonl", "-o", "n.gaz"]);
    let note = "sayso: note: \"Lee\" stands for Q2 (n.tsv, line 3) and Q3 (n.tsv, line 4) and \
                Zoe Lee (m.jsonl, line 1)\nsayso: n.gaz: 4 entries, ";
    assert!(ran.err.starts_with(note), "{}", ran.err);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
    let text = run(&folder, &["mentions", "--gazetteer", "n.gaz", "--format", "text", "a.txt"]);
    assert_eq!(text.out, "Ms. Lee\tperson\tAnn Lee\nZoe Lee\t\tZoe Lee\n");

    let mut bytes = std::fs::read(folder.join("n.gaz")).expect("it has been written");
    *bytes.last_mut().expect("it is not empty") ^= 1;
    std::fs::write(folder.join("bad.gaz"), &bytes).expect("a file can be written");
    std::fs::write(folder.join("no.gaz"), NAMES).expect("a file can be written");
    for (file, reason) in [("bad.gaz", "the gazetteer is damaged"), ("no.gaz", "not a gazetteer")]
    {
        let ran = run(&folder, &["mentions", "--gazetteer", file, "a.txt"]);
        let hint = "hint: build it again: sayso gazetteer build NAMES.tsv -o NAMES.gaz";
        assert_eq!(ran.err, format!("sayso: {file}: {reason}\nsayso: {hint}\n"));
        assert_eq!((ran.status, ran.out.as_str()), (3, ""));
    }
}

#[test]
fn a_gazetteer_that_cannot_be_built_or_written() {
    let folder =
        folder("a_gazetteer_that_cannot_be_built", &[("n.tsv", NAMES), ("x.tsv", b"x\n")]);
    let ran = run(&folder, &["gazetteer", "build", "n.tsv", "x.tsv", "-o", "n.gaz"]);
    assert_eq!(ran.status, 3);
    assert!(ran.err.starts_with("sayso: x.tsv: line 1: no column \"name\"\n"), "{}", ran.err);
    assert!(!folder.join("n.gaz").exists());
    let ran = run(&folder, &["gazetteer", "build", "n.tsv", "-o", "no/n.gaz"]);
    assert_eq!(ran.status, 3);
    assert!(ran.err.ends_with("sayso: no/n.gaz: no such file or directory\n"), "{}", ran.err);
    assert_eq!(run(&folder, &["gazetteer", "build", "n.tsv"]).status, 2);
}

/// Names of one's own go before those that come with the program, and files before
/// those after them.
#[test]
fn names_beside_those_of_the_news() {
    let people = b"id\ttype\tname\np1\tperson\tParis\n".as_slice();
    let ships = b"id\ttype\tname\ns1\tship\tParis\ns2\tship\tBonn\n".as_slice();
    let text = "Paris left Berlin for Bonn.".as_bytes();
    let files = [("p.tsv", people), ("s.tsv", ships), ("a.txt", text)];
    let folder = folder("names_beside_those_of_the_news", &files);
    let found = |arguments: &[&str]| {
        let ran = run(&folder, &[&["mentions", "a.txt", "--format", "text"], arguments].concat());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        ran.out
    };
    let [people, ships] = [["--gazetteer", "p.tsv"], ["--gazetteer", "s.tsv"]];
    let alone = ["--no-news-gazetteer"];
    let (paris, berlin, bonn) =
        ("Paris\tcity\tParis\n", "Berlin\tcity\tBerlin\n", "Bonn\tcity\tBonn\n");
    assert_eq!(found(&[]), [paris, berlin, bonn].concat());
    let person = "Paris\tperson\tParis\n";
    assert_eq!(found(&people), [person, berlin, bonn].concat());
    assert_eq!(found(&[&people[..], &alone].concat()), person);
    let ship = "Bonn\tship\tBonn\n";
    assert_eq!(found(&[people, ships].concat()), [person, berlin, ship].concat());
    let ships_first = [ships, people].concat();
    assert_eq!(found(&ships_first), ["Paris\tship\tParis\n", berlin, ship].concat());
    let without = run(&folder, &["mentions", "a.txt", "--format", "text", "--no-news-gazetteer"]);
    assert_eq!((without.status, without.out.as_str()), (0, "(no mentions)\n"));
}

/// All that is wrong with all files is told.
#[test]
fn faults_of_several_files() {
    let folder = folder("faults_of_several_files", &[("a.tsv", b"x\n"), ("b.tsv", b"y\n")]);
    let arguments = ["attributions", "--gazetteer", "a.tsv", "--gazetteer", "b.tsv"];
    let ran = run(&folder, &arguments);
    assert_eq!((ran.status, ran.out.as_str()), (3, ""));
    let told: Vec<&str> = ran.err.lines().filter(|line| !line.contains("hint: ")).collect();
    let expected =
        ["a.tsv", "b.tsv"].map(|file| format!("sayso: {file}: line 1: no column \"name\""));
    assert_eq!(told, expected);
}
