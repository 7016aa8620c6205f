//! What is said of input that cannot be read, and how the program ends.

mod program;

use std::{
    io::{BufRead, BufReader, Read, Write},
    process::Stdio,
};

use program::{Ran, folder, pipe, root, run, sayso};

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
fn a_subcommand_where_a_file_should_be() {
    let folder = folder("a_subcommand_where_a_file_should_be", &[]);
    let ran = run(&folder, &["tokns"]);
    let err =
        "sayso: tokns: no such file or directory\nsayso: hint: the subcommands are attributions, ";
    assert!(ran.err.starts_with(err) && ran.err.ends_with("; see sayso --help\n"), "{}", ran.err);
    assert_eq!((ran.status, ran.out.as_str()), (3, ""));
    let err = "sayso: tokens: no such file or directory\n\
               sayso: hint: the subcommand comes before everything else: sayso tokens …\n";
    assert_eq!(run(&folder, &["--offsets", "bytes", "tokens"]), failure(3, err));
}

#[test]
fn a_folder_without_files() {
    let folder = folder("a_folder_without_files", &[(".hidden", b"a")]);
    let err = "sayso: .: no files are in this folder\n";
    assert_eq!(run(&folder, &["tokens", "."]), failure(3, err));
}

#[test]
fn a_pattern_without_files() {
    let folder = folder("a_pattern_without_files", &[("a.txt", b"a")]);
    let err = "sayso: *.md: no file has such a name\n\
               sayso: hint: in a pattern, * is any letters and **/ any folders\n";
    assert_eq!(run(&folder, &["tokens", "*.md"]), failure(3, err));
    let err =
        "sayso: **.md: wrong pattern: recursive wildcards must form a single path component\n";
    assert_eq!(run(&folder, &["tokens", "**.md"]), failure(3, err));
}

#[test]
fn not_in_the_encoding_that_was_stated() {
    let folder = folder("not_in_the_encoding", &[("latin.txt", b"caf\xE9 closed")]);
    let err = "sayso: latin.txt: not UTF-8: byte 3 is 0xE9\n\
               sayso: hint: say in which encoding it is, for example --encoding windows-1252\n";
    assert_eq!(run(&folder, &["tokens", "--encoding", "utf-8", "latin.txt"]), failure(1, err));
    let err = "sayso: latin.txt: not Shift_JIS\n";
    assert_eq!(run(&folder, &["tokens", "--encoding", "sjis", "latin.txt"]), failure(1, err));
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

/// The message for one bad record, without the hint.
fn record_error(line: &[u8]) -> String {
    let ran = pipe(&["tokens", "--input", "jsonl"], line);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    let (message, rest) = ran.err.split_once('\n').expect("there is a message");
    assert!(rest.lines().all(|line| line.starts_with("sayso: hint: ")), "{rest}");
    message.strip_prefix("sayso: standard input: line 1: ").expect("it says where").into()
}

#[test]
fn records_that_are_none() {
    let cases: &[(&[u8], &str)] = &[
        (br#"[{"text": "a"}]"#, "invalid type: sequence, expected a JSON object"),
        (br#""text""#, "invalid type: string \"text\", expected a JSON object"),
        (br#"{"text": "a"} {"text": "b"}"#, "malformed JSON in column 15: trailing characters"),
        (br#"{"text": "a"#, "malformed JSON in column 11: EOF while parsing a string"),
        (br#"{"body": "a"}"#, "no field \"text\""),
        (b"{}", "no field \"text\""),
        (br#"{"text": null}"#, "the field \"text\" is null, not a string"),
        (br#"{"text": ["a"]}"#, "the field \"text\" is a list, not a string"),
        (br#"{"text": {}}"#, "the field \"text\" is an object, not a string"),
        (br#"{"text": -1}"#, "the field \"text\" is a number, not a string"),
        (br#"{"text": true}"#, "the field \"text\" is true or false, not a string"),
        (br#"{"text": "a", "text": "b"}"#, "the field \"text\" is there twice"),
        (br#"{"id": 1, "text": "a", "id": 1}"#, "the field \"id\" is there twice"),
        (
            br#"{"text": "\ud800"}"#,
            "the field \"text\" stands for no text: unexpected end of hex escape",
        ),
        (b"{\"text\": \"\xE9\"}", "not UTF-8: byte 10 is 0xE9"),
        (b"\xEF\xBB\xBF{\"text\": \"\xE9\"}", "not UTF-8: byte 13 is 0xE9"),
    ];
    for (line, message) in cases {
        assert_eq!(record_error(line), *message, "{}", String::from_utf8_lossy(line));
    }
}

#[test]
fn a_byte_is_counted_from_the_start_of_the_file() {
    let ran = pipe(&["tokens", "--input", "jsonl"], b"{\"text\": \"a\"}\r\n\n\"\xFF\"\n");
    assert!(ran.err.starts_with("sayso: standard input: line 3: not UTF-8: byte 17 is 0xFF\n"));
}

#[test]
fn a_line_that_is_too_long() {
    let long = |length: usize| format!("{{\"text\":\"{}\"}}\n", "a".repeat(length - 11));
    let input = [long(50), long(51), long(500_000), "{}".repeat(50), long(20)].concat();
    let ran = pipe(&["tokens", "--longest", "50"], input);
    assert_eq!((ran.status, ran.out.lines().count()), (1, 1), "{}", ran.err);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines[0], "sayso: standard input: line 2: longer than 50 bytes");
    assert!(lines[1].starts_with("sayso: hint: if it is one document indeed, raise --longest"));
    assert_eq!(lines[2], "sayso: standard input: line 3: longer than 50 bytes");
    assert_eq!(lines[3], "sayso: standard input: line 4: longer than 50 bytes");
}

#[test]
fn files_that_are_no_text() {
    let says = |bytes: &[u8]| {
        let folder = folder("files_that_are_no_text", &[("f", bytes)]);
        let ran = run(&folder, &["tokens", "f"]);
        assert_ne!(ran.status, 0);
        ran.err
    };
    let pdf = "sayso: f: a PDF\nsayso: hint: pdftotext f - | sayso …\n";
    assert_eq!(says(b"%PDF-1.7\n%\xE2"), pdf);
    let archive = "sayso: f: an archive or office document\n\
                   sayso: hint: save what is in it as text\n";
    assert_eq!(says(b"PK\x03\x04\xFF"), archive);
    assert_eq!(says(b"\x89PNG\xFF\0"), "sayso: f: no text: byte 5 is 0\n");
    let xz = "sayso: f: compressed in a way that is unknown\nsayso: hint: xz -dc f | sayso …\n";
    assert_eq!(says(b"\xFD7zXZ\0\xFF"), xz);
}

#[test]
fn the_fields_that_there_are() {
    let ran = pipe(&["tokens", "--input", "jsonl"], "{\"id\": 1, \"body\": \"a\"}\n");
    let hint = "hint: say which field has the text with --text-field; there are id, body\n";
    assert!(ran.err.ends_with(hint), "{}", ran.err);
}

#[test]
fn the_same_hint_is_given_once() {
    let ran = pipe(&["tokens", "--input", "jsonl"], "{}\n".repeat(100));
    assert_eq!(ran.err.matches("hint:").count(), 1);
    assert_eq!(ran.err.matches("no field").count(), 100);
    assert!(ran.err.ends_with("sayso: 100 of 100 documents failed, the others are written\n"));
}

#[test]
fn the_other_files_are_read_all_the_same() {
    let files: &[(&str, &[u8])] = &[("a.txt", b"a"), ("bad.txt", b"\xFF\0"), ("b.txt", b"b")];
    let folder = folder("the_other_files_are_read_all_the_same", files);
    let ran = run(&folder, &["tokens", "a.txt", "bad.txt", "none.txt", "b.txt"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[0].starts_with("{\"id\":\"a.txt\""), "{}", ran.out);
    assert!(lines[1].starts_with("{\"id\":\"b.txt\""), "{}", ran.out);
    assert_eq!((lines.len(), ran.status), (2, 3));
    assert!(ran.err.ends_with("sayso: 1 of 3 documents failed, the others are written\n"));
}

#[test]
fn wrong_usage() {
    let cases: &[&[&str]] = &[
        &["--format", "pdf"],
        &["tokens", "--offsets"],
        &["tokens", "--offsets", "chars", "--offsets", "bytes"],
        &["tokens", "--no-such-option"],
        &["tokens", "-", "-"],
        &["tokens", "--text-field", "tokens"],
        &["quotations", "--id-field", "quotations"],
        &["sentences", "--text-field", "id"],
    ];
    for arguments in cases {
        let ran = pipe(arguments, "a");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
        assert!(ran.err.contains("--help"), "{}", ran.err);
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = folder(
        "a_closed_pipe_is_no_error",
        &[("many.jsonl", &b"{\"text\": \"a\"}\n".repeat(99_999))],
    );
    let mut child = sayso(&folder, &["tokens", "many.jsonl"]).spawn().expect("the program starts");
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("it has a standard output"));
    out.read_line(&mut line).expect("it writes a line");
    assert_eq!(line, "{\"text\":\"a\",\"tokens\":[[0,1]]}\n");
    drop(out);
    let mut err = String::new();
    child.stderr.take().expect("it has a standard error").read_to_string(&mut err).expect("text");
    assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(0), ""));
}

#[test]
fn results_are_there_as_soon_as_they_can_be() {
    let mut command = sayso(&root(), &["tokens"]);
    let mut child = command.stdin(Stdio::piped()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it has a standard input");
    let mut out = BufReader::new(child.stdout.take().expect("it has a standard output"));
    for text in ["a", "b", "c"] {
        writeln!(stdin, "{{\"text\":\"{text}\"}}").expect("it reads");
        let mut line = String::new();
        // Standard input is still open.
        out.read_line(&mut line).expect("it writes a line");
        assert_eq!(line, format!("{{\"text\":\"{text}\",\"tokens\":[[0,1]]}}\n"));
    }
    // Whoever has seen enough does not have to wait for more input.
    drop(out);
    // A program that another test starts at this moment has the other end of the pipe
    // too, until it runs: so there may have to be more than one attempt.
    let status = (0..1000).find_map(|_| {
        // It may have ended.
        let _ = writeln!(stdin, "{{\"text\":\"d\"}}");
        std::thread::sleep(std::time::Duration::from_millis(10));
        child.try_wait().expect("it is a child")
    });
    assert_eq!(status.expect("it ends").code(), Some(0));
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_cannot_be_read() {
    let ran = run(&root(), &["tokens", "/proc/self/mem", "examples/article.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (3, "sayso: /proc/self/mem: input/output error\n"));
    assert_eq!(ran.out.lines().count(), 1, "the other file is read");
    let ran =
        run(&root(), &["tokens", "/proc/self/mem", "examples/article.txt", "--on-error", "fail"]);
    assert_eq!((ran.status, ran.out.as_str()), (3, ""));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let full = std::fs::File::create("/dev/full").expect("Linux has it");
    for format in ["text", "jsonl"] {
        let mut command = sayso(&root(), &["tokens", "--format", format, "examples/article.txt"]);
        let output = command.stdout(full.try_clone().expect("a copy")).output();
        let ran = Ran::from(output.expect("the program starts"));
        assert_eq!(ran, failure(3, "sayso: standard output: no space left on device\n"));
    }
}
