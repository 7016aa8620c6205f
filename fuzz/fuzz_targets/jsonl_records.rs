#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_cli::input::{Fields, JsonLines};

fuzz_target!(|bytes: &[u8]| {
    let fields = Fields::default();
    let records = JsonLines::new(bytes, "fuzz".into())
        .map(|draft| draft.and_then(|draft| draft.record(&fields)));
    let blank = |line: &&[u8]| line.trim_ascii().is_empty();
    let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !blank(line)).count();
    let mut found = 0;
    let mut last = 0;
    for record in records {
        found += 1;
        match record {
            // Whatever is a record can be read again from what is written of it.
            Ok(record) => {
                let line = record.to_json();
                let mut again = JsonLines::new(line.as_bytes(), "again".into());
                let again = again.next().expect("a line").expect("a draft");
                let again = again.record(&fields).expect("a record");
                assert_eq!(again.text(), record.text());
                assert_eq!(again.to_json(), line);
            }
            Err(problem) => {
                assert!(!problem.fatal, "{problem}");
                let line = problem.line.expect("a record stands in a line");
                assert!(line > last, "line {line} after line {last}");
                last = line;
                assert!(!problem.to_string().contains('\n'));
            }
        }
    }
    // A byte order mark alone is no line.
    let mark = bytes.strip_prefix("\u{FEFF}".as_bytes());
    let first = mark.map(|rest| rest.split(|&byte| byte == b'\n').next().unwrap_or_default());
    let only_mark = first.is_some_and(|first| first.trim_ascii().is_empty());
    assert_eq!(found, lines - usize::from(only_mark), "a line is lost");
});
