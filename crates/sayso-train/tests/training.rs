//! Training from beginning to end, on a few hundred sentences of one pattern.

use std::fs;

use sayso_train::{Corpus, Document, Trainer};

/// Articles in which everybody says something.
fn corpus(count: usize) -> Corpus {
    let names = ["Ada Quill", "Lev Maron", "Tom Bask", "Ines Orrin", "Sam Tully"];
    let verbs = ["said", "told reporters", "claimed"];
    let things = ["the pier was closed", "it would rain", "nobody had come", "the ferry sank"];
    let mut lines = String::new();
    for number in 0..count {
        let (name, verb) = (names[number % 5], verbs[number / 2 % 3]);
        let thing = things[number / 3 % 4];
        let head = format!("A crowd met at the harbor. {name} ");
        let (cue, content) = (head.len(), head.len() + verb.len() + 1);
        let end = content + "that ".len() + thing.len();
        lines += &format!(
            r#"{{"id": "{number}", "text": "{head}{verb} that {thing}. It was late.", "attributions": [
                {{"source": [[27, {}]], "cue": [[{cue}, {}]], "content": [[{content}, {end}]]}}]}}"#,
            cue - 1,
            content - 1,
        )
        .replace('\n', " ");
        lines.push('\n');
    }
    lines.parse().expect("the pattern is a corpus")
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let bytes = |seed| Trainer::new().seed(seed).corpus(corpus(24)).train(|_| {}).to_bytes();
    let first = bytes(1);
    assert!(first == bytes(1), "two trainings of the same");
    assert!(first != bytes(2), "the seed orders the articles");
    let model = sayso::attribution::Model::from_bytes(first.clone()).expect("a model");
    assert!(model.to_bytes() == first, "what is loaded is what was written");
}

#[test]
fn what_is_measured_was_not_learned_from() {
    let report = Trainer::new().corpus(corpus(24)).cross_validate(2, |_| {});
    assert_eq!((report.documents, report.all().correct.gold), (24, 24));
    assert!(report.all().correct.f1() > 0.9, "{report}");
}

#[test]
fn a_corpus_says_where_it_is_wrong() {
    for (line, message) in [
        ("{", "line 1: "),
        (r#"{"text": "a", "attributions": [{"content": [[0, 2]]}]}"#, "outside the text"),
        (r#"{"text": "ab", "attributions": [{"content": [[1, 0]]}]}"#, "outside the text"),
    ] {
        let error = line.parse::<Corpus>().expect_err("a wrong line").to_string();
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn articles_are_marked_by_hand() {
    let marked = "{content 2|“No,} {source 1|he} {cue 1|swore}, {content 1|‘never’}{content 2|,”} \
                  {cue 2,3|said} {source 2,3|Ada \\{Q.\\} \\Quill}.\n{content 3|“Go.”}\n";
    let article = Document::from_marked("a", marked).expect("marked text");
    assert_eq!(article.text, "“No, he swore, ‘never’,” said Ada {Q.} \\Quill.\n“Go.”");
    let words = |at: usize| {
        let gold = &article.attributions[at];
        let words = |spans: &[sayso::Span]| -> Vec<&str> {
            spans.iter().map(|span| &article.text[*span]).collect()
        };
        (words(&gold.source), words(&gold.cue), words(&gold.content), gold.aside)
    };
    assert_eq!(words(0), (vec!["he"], vec!["swore"], vec!["‘never’"], false));
    let quill = vec!["Ada {Q.} \\Quill"];
    assert_eq!(words(1), (quill.clone(), vec!["said"], vec!["“No,", ",”"], false));
    assert_eq!(words(2), (quill, vec!["said"], vec!["“Go.”"], false));
}

#[test]
fn what_is_inside_a_content_is_nested() {
    let marked = "{source 1|She} {cue 1|said} {content 1|that {source 2|he} {cue 2|told} her {content 2|to go}}.";
    let article = Document::from_marked("a", marked).expect("marked text");
    let aside: Vec<bool> = article.attributions.iter().map(|gold| gold.aside).collect();
    assert_eq!(aside, [false, true]);
}

#[test]
fn a_mark_says_where_it_is_wrong() {
    for (marked, message) in [
        ("a\n{source 1|b", "line 2: a mark of 1 is not closed: b"),
        ("a\n\nb}", "line 3: } closes nothing"),
        ("{cue 1|}", "line 1: a mark has no words in it"),
        ("{cue 1", "line 1: not {source 1|, {cue 1| or {content 1|: {cue 1"),
        ("{cue|b}", "line 1: not {source 1|, {cue 1| or {content 1|: {cue|b}"),
        ("{who 1|b}", "line 1: not {source 1|, {cue 1| or {content 1|: {who 1|b}"),
        ("a\n{cue x|b}", "line 2: not {source 1|, {cue 1| or {content 1|: {cue x|b}"),
        ("a\n{cue 7|b}\n", "line 2: attribution 7 has no content"),
    ] {
        let error = Document::from_marked("a", marked).expect_err(marked);
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn a_folder_is_a_corpus() {
    let folder = std::env::temp_dir().join(format!("sayso-folder-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let open = || Corpus::open(&folder).map(|corpus| corpus.documents);
    let error = open().expect_err("an empty folder").to_string();
    assert!(error.ends_with("no articles (*.txt) in this folder"), "{error}");
    for (name, text) in [("b.txt", "{content 1|b}\n"), ("a.txt", "a\n"), ("c.md", "{")] {
        fs::write(folder.join(name), text).expect("an article");
    }
    let documents = open().expect("two articles");
    let names: Vec<&str> = documents.iter().map(|document| &*document.id).collect();
    assert_eq!(names, ["a", "b"]);
    fs::write(folder.join("b.txt"), "b\n{").expect("an article");
    let error = open().expect_err("a wrong article").to_string();
    assert!(error.contains("b.txt: line 2: not {source 1|"), "{error}");
    fs::remove_dir_all(&folder).expect("what was written is removed");
}
