//! What goes in and comes out as data.

mod program;

use program::{Ran, folder, pipe, run};

/// The output of a run in which all is well.
fn fine(ran: Ran) -> String {
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.out
}

#[test]
fn offsets_in_every_unit() {
    let tokens = |unit| {
        let out = fine(pipe(&["tokens", "--offsets", unit], "🙂 Zoë said"));
        let (_, tokens) = out.split_once("\"tokens\":").expect("the field is added");
        tokens.to_owned()
    };
    assert_eq!(tokens("chars"), "[[0,1],[2,5],[6,10]]}\n");
    assert_eq!(tokens("bytes"), "[[0,4],[5,9],[10,14]]}\n");
    assert_eq!(tokens("utf16"), "[[0,2],[3,6],[7,11]]}\n");
    assert_eq!(
        fine(pipe(&["tokens"], "é a")),
        "{\"id\":\"-\",\"text\":\"é a\",\"tokens\":[[0,1],[2,3]]}\n"
    );
}

#[test]
fn every_field_comes_back_as_it_was() {
    // Numbers that no machine type holds, escapes that could be written
    // otherwise, half a character, a name that is there twice.
    let fields = r#""z":1e400,"text":"Caf\u00e9 \/ a","n":[12345678901234567890123.00,-0.0,1E+2],"é":{"b":1,"a":[ ]},"half":"\ud800","z":null"#;
    let out = fine(pipe(&["tokens", "--input", "jsonl"], format!("{{{fields}}}\n")));
    assert_eq!(out, format!("{{{fields},\"tokens\":[[0,4],[5,6],[7,8]]}}\n"));
}

#[test]
fn a_result_that_was_there_is_replaced() {
    let input = "{\"tokens\": [], \"text\": \"a\", \"id\": 1}\n".repeat(2);
    let ran = pipe(&["tokens", "--input", "jsonl"], input);
    assert_eq!(ran.out, "{\"text\":\"a\",\"id\":1,\"tokens\":[[0,1]]}\n".repeat(2));
    let note = "sayso: note: the field \"tokens\" that records have already is replaced\n";
    assert_eq!((ran.status, ran.err.as_str()), (0, note));
}

#[test]
fn results_go_in_again() {
    let one = fine(pipe(&["tokens"], "May said no."));
    let two = fine(pipe(&["sentences", "--input", "jsonl"], &one));
    let start = one.trim_end().trim_end_matches('}');
    assert_eq!(two, format!("{start},\"sentences\":[[0,12]]}}\n"));
}

#[test]
fn line_ends_and_marks() {
    let record = "{\"text\":\"a\",\"tokens\":[[0,1]]}\n";
    let tokens = |input: &str| fine(pipe(&["tokens", "--input", "jsonl"], input));
    assert_eq!(tokens("{\"text\":\"a\"}"), record);
    assert_eq!(tokens("{\"text\":\"a\"}\r\n"), record);
    assert_eq!(tokens("\u{FEFF}{\"text\":\"a\"}\n"), record);
    assert_eq!(tokens("\n \t\r\n{\"text\":\"a\"}\n\n {\"text\":\"a\"} \n\n"), record.repeat(2));
    assert_eq!(tokens(""), "");
    assert_eq!(tokens("\n\n"), "");
}

#[test]
fn text_is_not_altered() {
    let out = fine(pipe(&["tokens", "--offsets", "bytes"], "\u{FEFF}a\r\n\tb\u{0}\u{FEFF}"));
    let text = "{\"id\":\"-\",\"text\":\"a\\r\\n\\tb\\u0000\u{FEFF}\",\"tokens\":[[0,1],";
    assert!(out.starts_with(text), "{out}");
}

#[test]
fn an_empty_text() {
    let folder = folder("an_empty_text", &[("a.txt", b""), ("mark.txt", b"\xEF\xBB\xBF")]);
    for (layer, file, fields) in [
        ("tokens", "a.txt", "\"tokens\":[]"),
        ("sentences", "mark.txt", "\"sentences\":[]"),
        ("attributions", "a.txt", "\"attributions\":[],\"entities\":[]"),
    ] {
        let out = fine(run(&folder, &[layer, file]));
        assert_eq!(out, format!("{{\"id\":\"{file}\",\"text\":\"\",{fields}}}\n"));
    }
}

#[test]
fn several_files_in_order() {
    let files: &[(&str, &[u8])] = &[
        ("a.txt", b"{}"),
        ("b.jsonl", b"{\"text\":\"b\"}\n{\"text\":\"c\"}"),
        ("d.NDJSON", b"{\"text\":\"d\"}"),
    ];
    let folder = folder("several_files_in_order", files);
    let out = fine(run(&folder, &["sentences", "a.txt", "b.jsonl", "-", "d.NDJSON", "a.txt"]));
    let expected = [
        "{\"id\":\"a.txt\",\"text\":\"{}\",\"sentences\":[[0,2]]}",
        "{\"text\":\"b\",\"sentences\":[[0,1]]}",
        "{\"text\":\"c\",\"sentences\":[[0,1]]}",
        "{\"id\":\"-\",\"text\":\"\",\"sentences\":[]}",
        "{\"text\":\"d\",\"sentences\":[[0,1]]}",
        "{\"id\":\"a.txt\",\"text\":\"{}\",\"sentences\":[[0,2]]}",
    ];
    assert_eq!(out.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn fields_by_other_names() {
    let options = ["sentences", "--text-field", "body", "--id-field", "url"];
    let jsonl = [&options[..], &["--input", "jsonl"]].concat();
    let input = "{\"url\":\"u\",\"body\":\"a\",\"text\":0,\"id\":0,\"id\":1}\n";
    let output =
        "{\"url\":\"u\",\"body\":\"a\",\"text\":0,\"id\":0,\"id\":1,\"sentences\":[[0,1]]}\n";
    assert_eq!(fine(pipe(&jsonl, input)), output);
    // And the same for text, so that its results can go in again.
    assert_eq!(
        fine(pipe(&options, "a")),
        "{\"url\":\"-\",\"body\":\"a\",\"sentences\":[[0,1]]}\n"
    );
}

#[test]
fn a_kind_by_content_or_as_told() {
    let record: &[u8] = b" {\"text\":\"b\"}";
    let files = [("a.jsonl", record), ("a.txt", record), ("b.jsonl", b"b")];
    let folder = folder("a_kind_by_content_or_as_told", &files);
    let read = |input, file| run(&folder, &["sentences", "--input", input, file]);
    let result = "{\"text\":\"b\",\"sentences\":[[0,1]]}\n";
    for (input, file) in [("auto", "a.jsonl"), ("jsonl", "a.jsonl"), ("auto", "a.txt")] {
        assert_eq!(fine(read(input, file)), result);
    }
    assert!(fine(read("text", "a.jsonl")).starts_with("{\"id\":\"a.jsonl\",\"text\":\" {"));
    // The name counts where the content does not tell.
    assert!(read("auto", "b.jsonl").err.contains("line 1: malformed JSON"));
}

#[test]
fn records_on_standard_input() {
    let out = fine(pipe(&["sentences"], "{\"text\":\"b\"}\n"));
    assert_eq!(out, "{\"text\":\"b\",\"sentences\":[[0,1]]}\n");
}

#[test]
fn the_same_for_any_number_of_jobs() {
    let text = std::fs::read_to_string(program::root().join("examples/article.txt"));
    let text = text.expect("the example can be read");
    let lines = (0..60).map(|n| {
        // Some are wrong, and some take much longer than others.
        let text = text.repeat(if n % 10 == 0 { 8 } else { 1 });
        if n % 7 == 3 {
            "[]\n".into()
        } else {
            serde_json::json!({ "text": text }).to_string() + "\n"
        }
    });
    let input: String = lines.collect();
    for format in ["jsonl", "text"] {
        let with = |jobs| {
            pipe(&["sentences", "--input", "jsonl", "--format", format, "--jobs", jobs], &input)
        };
        let one = with("1");
        assert_eq!((one.status, one.err.matches("invalid type").count()), (1, 9));
        assert_eq!(with("2"), one);
        assert_eq!(with("9"), one);
    }
    let any = pipe(&["sentences", "--input", "jsonl", "-j", "3", "--unordered"], &input);
    let one = pipe(&["sentences", "--input", "jsonl", "-j", "1"], &input);
    let sorted = |out: &str| {
        let mut lines: Vec<String> = out.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    assert_eq!(sorted(&any.out), sorted(&one.out));
}

#[test]
fn attributions_by_default() {
    let article = ["examples/article.txt"];
    let default = fine(run(&program::root(), &article));
    assert_eq!(default, fine(run(&program::root(), &["attributions", article[0]])));
    assert!(default.contains(",\"attributions\":["));
}

#[test]
fn the_shapes_of_results() {
    let out = fine(pipe(&["quotations", "--offsets", "bytes"], "She said: \"No.\""));
    let quotation = "\"quotations\":[{\"span\":[10,15],\"inner\":[11,14],\"depth\":0,\"parent\":null,\
                     \"chain\":0,\"closed\":true,\"role\":\"speech\",\"reason\":\"introduced\",\
                     \"speech\":";
    assert!(out.contains(quotation), "{out}");
}
