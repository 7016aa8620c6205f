//! What holds for any input.

mod program;

use std::fs;

use program::{pipe, root};
use proptest::prelude::*;
use sayso_cli::input::{Fields, JsonLines, drafts};
use serde_json::{Value, json};

/// Any JSON, without half characters, which a `Value` cannot hold.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(any::<String>(), inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Cuts words out of a text by offsets in one of the units.
fn cut(text: &str, unit: &str, spans: &Value) -> Vec<String> {
    let spans: Vec<[usize; 2]> = serde_json::from_value(spans.clone()).expect("a list of spans");
    let cut = |[start, end]: [usize; 2]| match unit {
        "bytes" => text[start..end].to_owned(),
        "chars" => text.chars().skip(start).take(end - start).collect(),
        _ => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).expect("no character is cut")
        }
    };
    spans.into_iter().map(cut).collect()
}

proptest! {
    #[test]
    fn records_come_back(
        fields in prop::collection::vec(("[a-z]{1,3}|\\PC{0,4}", any_json()), 0..6),
        text in ".*",
        id in any_json(),
    ) {
        let mut record = serde_json::Map::new();
        record.insert("id".into(), id);
        for (field, value) in fields {
            record.insert(field, value);
        }
        record.insert("text".into(), json!(text));
        let record = Value::from(record);
        let line = record.to_string();
        let mut records = JsonLines::new(line.as_bytes(), "law".into());
        let draft = records.next().expect("a line").expect("a draft");
        let read = draft.record(&Fields::default()).expect("a record");
        prop_assert_eq!(read.text(), text);
        // Not one character is another.
        prop_assert_eq!(&read.to_json(), &line);
        prop_assert!(records.next().is_none());
    }
}

/// Files of all kinds, as they should be.
fn files() -> Vec<Vec<u8>> {
    let fixture = |name| fs::read(root().join("testdata/cli").join(name));
    let fixtures = ["page.html", "pages.warc.gz", "articles.parquet", "council.txt"].map(fixture);
    let mut files: Vec<Vec<u8>> =
        fixtures.into_iter().map(|file| file.expect("the file can be read")).collect();
    files.push(b"id,text\n1,\"a\"\"b\"\n2,c\n".to_vec());
    files.push(b"{\"id\": 1, \"text\": \"a\"}\n{\"text\": \"b\"}\n".to_vec());
    files
}

proptest! {
    #[test]
    fn damaged_files_are_read_or_refused(
        file in prop::sample::select(files()),
        kind in 0..8_u8,
        faults in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..5),
        length in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = file;
        for (at, byte) in faults {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(length.map_or(bytes.len(), |length| length.index(bytes.len())));
        for draft in drafts(kind, bytes) {
            match draft.and_then(|draft| draft.record(&Fields::default())) {
                Ok(record) => prop_assert_eq!(record.to_json().as_bytes()[0], b'{'),
                Err(problem) => prop_assert!(!problem.to_string().contains('\n'), "{}", problem),
            }
        }
    }
}

proptest! {
    // A case is three runs of the program.
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_unit_cuts_the_same_words(texts in prop::collection::vec("(\\PC|[ -~é“”🙂\n]){0,40}", 1..40)) {
        let input: String = texts.iter().map(|text| json!({ "text": text }).to_string() + "\n").collect();
        let mut found = Vec::new();
        for unit in ["bytes", "chars", "utf16"] {
            let ran = pipe(&["tokens", "--input", "jsonl", "--offsets", unit], &input);
            prop_assert_eq!((ran.status, ran.err.as_str()), (0, ""));
            prop_assert_eq!(ran.out.lines().count(), texts.len());
            let words = ran.out.lines().zip(&texts).map(|(line, text)| {
                let record: Value = serde_json::from_str(line).expect("it writes JSON");
                assert_eq!(record["text"], *text);
                cut(text, unit, &record["tokens"])
            });
            found.push(words.collect::<Vec<_>>());
        }
        prop_assert_eq!(&found[0], &found[1]);
        prop_assert_eq!(&found[0], &found[2]);
    }
}
