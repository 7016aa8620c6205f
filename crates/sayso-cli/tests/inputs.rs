//! What can be read: every kind of file, however it is compressed, whatever it is
//! called, and in any encoding.
//!
//! `articles.parquet` was written by pyarrow, `pages.warc.gz` by warcio.

mod program;

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use program::{Ran, folder, pipe, root, run};
use serde_json::{Value, json};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(bytes).expect("memory can be written to");
    gzip.finish().expect("memory can be written to")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 0).expect("memory can be written to")
}

/// The records that are written of a file.
fn records(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("it writes JSON")).collect()
}

/// The records that are written of a file with which all is well.
fn read(arguments: &[&str], bytes: &[u8]) -> Vec<Value> {
    let ran = pipe(&[&["tokens"], arguments].concat(), bytes);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    records(&ran)
}

fn fixture(name: &str) -> PathBuf {
    root().join("testdata/cli").join(name)
}

fn bytes(path: impl AsRef<Path>) -> Vec<u8> {
    fs::read(path).expect("the file can be read")
}

#[test]
fn compressed() {
    let line = b"{\"text\":\"a\"}\n";
    let plain = read(&[], line);
    for compress in [gzip, zstd] {
        assert_eq!(read(&[], &compress(line)), plain);
        assert_eq!(read(&[], &compress(&compress(line))), plain);
        // Files that were joined are one.
        let two = [compress(line), compress(line)].concat();
        assert_eq!(read(&[], &two), [plain.clone(), plain.clone()].concat());
    }
}

#[test]
fn a_compressed_file_that_is_cut_off() {
    let lines: String =
        (0..20_000).map(|n| json!({ "text": n.to_string() }).to_string() + "\n").collect();
    for (name, compress, kind) in
        [("gz", gzip as fn(&[u8]) -> _, "gzip"), ("zst", zstd, "Zstandard")]
    {
        let mut bytes = compress(lines.as_bytes());
        bytes.truncate(bytes.len() * 2 / 3);
        let file = format!("a.jsonl.{name}");
        let folder = folder(&format!("cut_off_{name}"), &[(&file, &bytes), ("b.txt", b"b")]);
        let ran = run(&folder, &["tokens", &file, "b.txt"]);
        assert_eq!(ran.status, 3);
        let message = format!("the {kind} file is cut off\n");
        assert!(ran.err.starts_with(&format!("sayso: {file}: line ")), "{}", ran.err);
        assert!(ran.err.ends_with(&message) && ran.err.lines().count() == 1, "{}", ran.err);
        // What stands before the end is written, and the next file.
        let records = records(&ran);
        assert!(records.len() > 5_000, "{}", records.len());
        let (last, rest) = records.split_last().expect("there are some");
        assert_eq!(last["text"], "b");
        let texts = rest.iter().map(|record| record["text"].as_str().expect("a text").to_owned());
        assert!(texts.eq((0..rest.len()).map(|n| n.to_string())));
    }
    let mut damaged = gzip(lines.as_bytes());
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0xFF;
    let ran = pipe(&["tokens"], damaged);
    assert_eq!(ran.status, 3);
    assert!(
        ran.err.contains(": the gzip file is damaged: ") || ran.err.contains("malformed JSON")
    );
}

#[test]
fn tables() {
    let csv = "id,text,place\r\n7,\"“No,” she said.\nThen \"\"yes\"\".\",Oslo\r\n8,b,\n";
    let expected = json!([
        {"id": "7", "text": "“No,” she said.\nThen \"yes\".", "place": "Oslo"},
        {"id": "8", "text": "b", "place": ""},
    ]);
    let without_tokens = |mut records: Vec<Value>| {
        for record in &mut records {
            record.as_object_mut().expect("an object").remove("tokens");
        }
        Value::from(records)
    };
    assert_eq!(without_tokens(read(&[], csv.as_bytes())), expected);
    let tsv = csv.replace("No,", "No").replace(',', "\t").replace("No", "No,");
    assert_eq!(without_tokens(read(&[], tsv.as_bytes())), expected);
    let body = b"key;body\n1;a\n";
    let options = ["--text-field", "body", "--id-field", "key", "--input", "csv"];
    assert_eq!(without_tokens(read(&options, body)), json!([{"key": "1", "body": "a"}]));
    assert_eq!(without_tokens(read(&options[..4], body)), json!([{"key": "1", "body": "a"}]));
    assert_eq!(without_tokens(read(&["--input", "csv"], b"text\na\n")), json!([{"text": "a"}]));
    assert_eq!(read(&["--input", "csv"], b"text\n"), [Value::Null; 0]);
}

#[test]
fn tables_that_are_wrong() {
    let ran = pipe(&["tokens", "--input", "csv"], "id,body\n1,a\n");
    let err = "sayso: standard input: no column \"text\"\n\
               sayso: hint: say which field has the text with --text-field; there are id, body\n";
    assert_eq!(ran, Ran { status: 3, out: String::new(), err: err.into() });
    let ran = pipe(&["tokens"], "id,text\n1,a\n2,b,c\n3,d\n");
    let err = "sayso: standard input: line 3: 3 cells in a table of 2 columns\n\
               sayso: hint: a cell with a delimiter in it stands in quotes\n\
               sayso: 1 of 3 documents failed, the others are written\n";
    assert_eq!((ran.status, ran.err.as_str(), records(&ran).len()), (1, err, 2));
    let open = format!("id,text\n1,a\n2,\"{}", "b\n".repeat(100_000));
    let ran = pipe(&["tokens", "--longest", "1000"], open);
    let err = "sayso: standard input: line 3: longer than 1000 bytes\n\
               sayso: hint: is there a quotation mark that is not closed? If not, raise --longest\n";
    assert_eq!((ran.status, ran.err.as_str(), records(&ran).len()), (3, err, 1));
}

#[test]
fn encodings() {
    let text = |bytes: &[u8], arguments: &[&str]| {
        let record = read(&[arguments, &["--quiet"]].concat(), bytes).remove(0);
        (record["text"].as_str().expect("a text").to_owned(), record["encoding"].clone())
    };
    let utf8 = "“Não,” disse a Zoë.";
    assert_eq!(text(utf8.as_bytes(), &[]), (utf8.into(), Value::Null));
    assert_eq!(
        text(b"\x93N\xE3o,\x94 disse a Zo\xEB.", &[]),
        (utf8.into(), "windows-1252".into())
    );
    for (mark, units) in [
        (b"\xFF\xFE", utf8.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        (b"\xFE\xFF", utf8.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ] {
        let (found, encoding) = text(&[&mark[..], &units].concat(), &[]);
        assert_eq!(found, utf8);
        assert!(encoding.as_str().expect("a name").starts_with("UTF-16"));
    }
    let polish = "„Nie” – powiedziała żona burmistrza Łodzi. Późnym wieczorem zaś dodała: „może”.";
    let (bytes, _, _) = encoding_rs::ISO_8859_2
        .encode("Nie - powiedziała żona burmistrza Łodzi. Późnym wieczorem zaś dodała, że może.");
    assert!(text(&bytes, &[]).0.contains("powiedziała żona"));
    let (bytes, _, _) = encoding_rs::WINDOWS_1250.encode(polish);
    assert_eq!(text(&bytes, &["--encoding", "windows-1250"]).0, polish);
    // A table is seen from its start to be in another encoding.
    let table = b"id;text\n1;\x93N\xE3o,\x94 disse a Zo\xEB.\n";
    let ran = pipe(&["tokens"], table);
    assert_eq!(records(&ran)[0]["text"], utf8);
    let note = "sayso: note: what is not UTF-8 is read as windows-1252, by its letters\n";
    assert_eq!((ran.status, ran.err.as_str()), (0, note));
    // Records in another, if it is said or marked.
    let line = format!("{{\"text\":\"{utf8}\"}}\n{{\"text\":\"b\"}}\n");
    let marked =
        format!("\u{FEFF}{line}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    assert_eq!(read(&[], &marked), read(&[], line.as_bytes()));
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&line);
    assert_eq!(read(&["--encoding", "latin1"], &bytes), read(&[], line.as_bytes()));
}

#[test]
fn a_page() {
    let page = read(&[], &bytes(fixture("page.html"))).remove(0);
    let text = page["text"].as_str().expect("a text");
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 5, "{text}");
    assert!(paragraphs[0].starts_with("The harbor bridge") && paragraphs[0].ends_with("heard."));
    assert!(
        paragraphs[1].starts_with("“Nobody wants this,” said Oluwaseun Brandt, the council’s")
    );
    assert!(paragraphs[2].starts_with("“So we close it") && paragraphs[2].ends_with("takes.”"));
    assert_eq!(page["title"], "Harbor bridge to close for a year");
    assert_eq!(page["byline"], "Ines Aldous");
    assert_eq!(page["published"], "2026-03-02T07:30:00Z");
    let short = read(&["--input", "html"], b"<meta charset=latin1><p>\xABNon\xBB<p>dit-il");
    assert_eq!(short[0]["text"], "«Non»\n\ndit-il");
    assert_eq!(short[0]["encoding"], "windows-1252");
    let ran = pipe(&["tokens"], "<html><script>a</script>");
    assert_eq!(ran.err, "sayso: standard input: no text in this page\n");
    let ran = pipe(&["tokens"], "<html>".to_owned() + &"<div>".repeat(500_000));
    let err = "sayso: standard input: elements in elements, more than 1000 deep\n";
    assert_eq!(ran.err, err);
}

#[test]
fn web_archives() {
    let archive = bytes(fixture("pages.warc.gz"));
    let pages = read(&[], &archive);
    let uris: Vec<&Value> = pages.iter().map(|page| &page["id"]).collect();
    let site = "https://quayside.example/";
    assert_eq!(
        uris,
        [
            &json!(format!("{site}bridge")),
            &json!(format!("{site}short")),
            &json!(format!("{site}wet"))
        ]
    );
    let page = &read(&[], &bytes(fixture("page.html")))[0];
    assert_eq!(pages[0]["text"], page["text"]);
    assert_eq!(pages[0]["date"], "2026-03-03T00:00:00Z");
    assert_eq!(pages[1]["text"], "\"Nein\", sagte er. Café", "in pieces, packed, in Latin 1");
    assert_eq!(pages[2]["text"], "“No,” she said.\n");
    // Cut in its last record.
    let mut plain = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::MultiGzDecoder::new(&archive[..]), &mut plain)
        .expect("it is whole");
    let ran = pipe(&["tokens"], &plain[..plain.len() - 20]);
    assert_eq!(ran.err, "sayso: standard input: record 6: the archive is cut off\n");
    assert_eq!((ran.status, records(&ran).len()), (3, 2));
    let ran = pipe(&["tokens", "--input", "warc"], "GET / HTTP/1.0\r\n");
    assert_eq!(
        ran.err,
        "sayso: standard input: record 1: no record of a web archive starts here\n"
    );
}

#[test]
#[cfg(feature = "parquet")]
fn parquet() {
    let path = fixture("articles.parquet");
    let ran = run(&root(), &["tokens", path.to_str().expect("a path is text")]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains(": row 2: the field \"text\" is null, not a string\n"),
        "{}",
        ran.err
    );
    let lines: Vec<&str> = ran.out.lines().collect();
    let first = "{\"id\":1,\"text\":\"“No,” said Ruth Adeyemi.\",\"tags\":[\"a\",\"b\"],\
                 \"meta\":{\"n\":1.5,\"ok\":true},\"date\":\"2026-03-02 07:30:00.000 +00:00\",";
    assert!(lines[0].starts_with(first), "{}", lines[0]);
    assert!(
        lines[1].starts_with("{\"id\":3,\"text\":\"Zoë said “yes”.\",\"tags\":null,"),
        "{}",
        lines[1]
    );
    // What cannot be read from its end is read all the same.
    assert_eq!(pipe(&["tokens"], bytes(&path)).out, ran.out);
    assert_eq!(pipe(&["tokens"], zstd(&bytes(&path))).out, ran.out);

    let ran = pipe(&["tokens", "--text-field", "body"], bytes(&path));
    let err = "sayso: standard input: no column \"body\"\n\
               sayso: hint: say which field has the text with --text-field; there are id, text, \
               tags, meta, date\n";
    assert_eq!(ran, Ran { status: 3, out: String::new(), err: err.into() });
    let half = &bytes(&path)[..1000];
    let ran = pipe(&["tokens"], half);
    assert_eq!((ran.status, ran.err.lines().count()), (3, 1));
    assert!(ran.err.starts_with("sayso: standard input: the Parquet file cannot be read: "));
}

#[test]
#[cfg(unix)]
fn a_file_that_must_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("a_file_that_must_not_be_read", &[("a.txt", b"a"), ("b.txt", b"b")]);
    let forbidden = folder.join("a.txt");
    fs::set_permissions(&forbidden, fs::Permissions::from_mode(0o000)).expect("it is ours");
    if File::open(&forbidden).is_ok() {
        println!("skipped: whoever runs this may read everything");
        return;
    }
    let ran = run(&folder, &["tokens", "."]);
    assert_eq!((ran.status, ran.err.as_str()), (3, "sayso: ./a.txt: permission denied\n"));
    assert_eq!(records(&ran).len(), 1);
}
