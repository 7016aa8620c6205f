//! What is said of input that cannot be read, and how the program ends.

mod program;

use program::{Ran, folder, pipe, run};

/// Nothing but a message.
fn failure(status: i32, err: &str) -> Ran {
    Ran { status, out: String::new(), err: err.into() }
}

#[test]
fn a_missing_file() {
    let folder = folder("a_missing_file", &[]);
    let err = "sayso: no/such.txt: no such file or directory\n\
               sayso: hint: check the name and the folder\n";
    assert_eq!(run(&folder, &["no/such.txt"]), failure(3, err));
}

#[test]
fn a_mistyped_subcommand() {
    let folder = folder("a_mistyped_subcommand", &[]);
    let err = "sayso: tokns: no such file or directory\n\
               sayso: hint: the subcommands are attributions, quotations, mentions, sentences \
               and tokens; see sayso --help\n";
    assert_eq!(run(&folder, &["tokns"]), failure(3, err));
}

#[test]
fn a_folder() {
    let folder = folder("a_folder", &[]);
    let err = "sayso: .: is a folder\nsayso: hint: name the files in it: ./*.txt\n";
    assert_eq!(run(&folder, &["tokens", "."]), failure(3, err));
}

#[test]
fn not_utf8() {
    let folder = folder("not_utf8", &[("latin.txt", b"caf\xE9 closed")]);
    let err = "sayso: latin.txt: not UTF-8: byte 3 is 0xE9\n\
               sayso: hint: convert it first, for example (if it is WINDOWS-1252) with: \
               iconv -f WINDOWS-1252 -t UTF-8 latin.txt\n";
    assert_eq!(run(&folder, &["tokens", "latin.txt"]), failure(1, err));
}

#[test]
fn malformed_json() {
    let input = "{\"id\": 1, \"text\": \"é\" \"x\": 2}\n{\"id\": 2, \"text\": \"b\"}\n";
    let ran = pipe(&["tokens", "--input", "jsonl"], input);
    let err = "sayso: standard input: line 1: malformed JSON in column 23: \
               expected `,` or `}`\n\
               sayso: hint: a record must be a JSON object on one line: jq -c . FILE\n\
               sayso: 1 of 2 documents failed, the others are written\n";
    let out = "{\"id\":2,\"text\":\"b\",\"tokens\":[[0,1]]}\n";
    assert_eq!(ran, Ran { status: 1, out: out.into(), err: err.into() });
}
