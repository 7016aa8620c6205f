//! What is written for a reader.
//!
//! `testdata/cli/council.LAYER.txt` is what is shown of `council.txt`. With the
//! environment variable `SAYSO_BLESS` the files are written anew.

mod program;

use std::{env, fs};

use program::{folder, pipe, root, run, sayso};

fn shown(layer: &str) {
    let folder = root().join("testdata/cli");
    let ran = run(&folder, &[layer, "--format", "text", "council.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let path = folder.join(format!("council.{layer}.txt"));
    if env::var_os("SAYSO_BLESS").is_some() {
        fs::write(path, &ran.out).expect("the file can be written");
    } else {
        assert_eq!(ran.out, fs::read_to_string(path).expect("the file can be read"), "{layer}");
    }
}

#[test]
fn tokens() {
    shown("tokens");
}

#[test]
fn sentences() {
    shown("sentences");
}

#[test]
fn quotations() {
    shown("quotations");
}

#[test]
fn quotations_that_are_not_speech_or_never_end() {
    let text = "The film \"Slow Water\" won.\n\n\"It goes on and on and on.";
    let ran = pipe(&["quotations", "--format", "text"], text);
    let shown = "\"Slow Water\" · title\n\n\"It goes on and on and on. · not closed\n";
    assert_eq!(ran.out, shown);
    assert_eq!(pipe(&["quotations", "--format", "text"], "No.").out, "(no quotations)\n");
}

#[test]
fn attributions() {
    let ran = run(&root().join("testdata/cli"), &["--format", "text", "council.txt"]);
    let said = "Maria Santos · said · direct\n    “We will not close it,” … “Not this year.”\n";
    assert!(ran.out.contains(said), "{}", ran.out);
    assert_eq!(pipe(&["--format", "text"], "No.").out, "(no attributions)\n");
}

#[test]
fn attributions_inside_another() {
    let text = "“I told the mayor, ‘The roof leaks,’” Ann Lowe said.";
    let said = "Ann Lowe · said · direct\n    “I told the mayor, ‘The roof leaks,’”\n";
    assert_eq!(pipe(&["--format", "text"], text).out, said);
    let told = "Ann Lowe · told · direct · nested\n    ‘The roof leaks,’\n";
    assert_eq!(pipe(&["--format", "text", "--nested"], text).out, format!("{said}\n{told}"));
}

#[test]
fn documents_are_told_apart() {
    let files: &[(&str, &[u8])] = &[
        ("a.txt", b"One."),
        ("b.jsonl", b"{\"id\":\"first\",\"text\":\"Two.\"}\n{\"id\":7,\"text\":\"\"}\n{\"text\":\"Three.\"}"),
    ];
    let folder = folder("documents_are_told_apart", files);
    let both = run(&folder, &["sentences", "--format", "text", "a.txt", "b.jsonl"]);
    assert_eq!(both.out, "a.txt\n\nOne.\n\nfirst\n\nTwo.\n\n7\n\n\nb.jsonl, line 3\n\nThree.\n");
    let one = run(&folder, &["sentences", "--format", "text", "a.txt"]);
    assert_eq!(one.out, "One.\n");
}

#[test]
fn a_document_cannot_command_the_terminal() {
    let folder =
        folder("a_document_cannot_command", &[("a.txt", b"Red \x1B[31malert\x07\n\tnow.")]);
    let ran = run(&folder, &["sentences", "--format", "text", "a.txt"]);
    assert_eq!(ran.out, "Red ␛[31malert␇ now.\n");
}

#[test]
fn colors_where_they_are_wanted() {
    let folder = folder("colors_where_they_are_wanted", &[("a.txt", b"No.")]);
    let text = ["tokens", "--format", "text", "a.txt"];
    let out = |variables: &[(&str, &str)]| {
        let mut command = sayso(&folder, &text);
        command.envs(variables.iter().copied());
        program::Ran::from(command.output().expect("the program starts")).out
    };
    assert!(!out(&[]).contains('\x1B'));
    assert!(!out(&[("NO_COLOR", "1")]).contains('\x1B'));
    assert!(out(&[("CLICOLOR_FORCE", "1")]).contains("\x1B[2m\tword\x1B[0m"));
    assert!(!out(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains('\x1B'));
}

#[test]
fn help_with_examples() {
    for layer in ["attributions", "quotations", "mentions", "sentences", "tokens"] {
        let ran = run(&root(), &[layer, "--help"]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains(&format!("Examples:\n  sayso {layer} ")), "{}", ran.out);
    }
    assert!(run(&root(), &["--help"]).out.contains("Examples:\n  sayso article.txt "));
    let version = format!("sayso {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(run(&root(), &["--version"]).out, version);
}
