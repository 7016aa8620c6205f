//! Accuracy on annotated corpora, where they can be found.

use std::collections::BTreeMap;

use sayso_sentence::SentenceSegmenter;
use sayso_span::Span;
use sayso_test::corpora::{self, F1};
use serde_json::Value;

/// The sentences that are found, and those that are annotated.
fn compare(document: &Value, gold: &str) -> (Vec<Span>, Vec<Span>) {
    let text = document["text"].as_str().expect("a document has a text");
    let found = SentenceSegmenter::new().sentences(text).map(|sentence| sentence.span);
    let gold = corpora::spans(text, &document[gold]);
    (found.collect(), gold.into_iter().map(|span| span.trim(text)).collect())
}

/// Sentences that agree exactly, in all documents of some corpora that are wanted.
fn score(names: &[&str], wanted: impl Fn(&Value) -> bool) -> Option<f64> {
    let mut sum = F1::default();
    for name in names {
        for document in corpora::read(name)?.iter().filter(|document| wanted(document)) {
            let (found, gold) = compare(document, "sentences");
            sum = sum + corpora::f1(&found, &gold);
        }
    }
    Some(100.0 * sum.score())
}

fn assert_floor(what: &str, score: Option<f64>, floor: f64) {
    let Some(score) = score else { return };
    println!("{what}: sentence F1 {score:.2}");
    assert!(score >= floor, "{what}: sentence F1 {score:.2} is below {floor}");
}

#[test]
fn news() {
    let files = ["ud/gum-train.jsonl", "ud/gum-dev.jsonl"];
    assert_floor("GUM news", score(&files, |document| document["genre"] == "news"), 95.7);
}

#[test]
fn house_styles() {
    assert_floor("styles", score(&["styles/styles.jsonl"], |_| true), 99.4);
}

#[test]
fn many_genres() {
    assert_floor("GUM", score(&["ud/gum-dev.jsonl"], |_| true), 96.2);
}

#[test]
fn web() {
    // No line breaks were kept in it: of a hundred sentences ten end without a mark,
    // and a segmenter that finds every mark has 88.
    assert_floor("EWT", score(&["ud/ewt-dev.jsonl"], |_| true), 85.8);
}

/// The cases of other segmenters that are not passed, and why not.
const DIFFERENT: &[(&str, &str)] = &[
    // They keep a quotation whole.
    ("pragmatic-003", "quotation: single marks around several sentences"),
    ("pragmatic-062", "quotation: single marks around several sentences"),
    ("pragmatic-077", "quotation: a chapter of a novel with many"),
    ("pragmatic-078", "quotation: it is all one, with sentences in it"),
    ("pragmatic-079", "quotation: double marks around several sentences"),
    ("pragmatic-080", "quotation: double marks around several sentences"),
    ("pragmatic-103", "quotation: single marks around several sentences"),
    ("sentencex-014", "quotation: a question and a statement"),
    ("sentencex-045", "quotation: loose single marks around several sentences"),
    ("sentencex-080", "quotation: opened by a loose single mark and not closed"),
    ("sentencex-182", "quotation: loose single marks around several sentences"),
    // They say something else about lines and lists.
    ("sentencex-lists-001", "line: the second begins with a capital and is taken for a paragraph"),
    ("pysbd-018", "line: the second begins in lower case and is taken to go on"),
    ("sentencex-lists-007", "list: an item of two sentences is one there"),
    ("sentencex-lists-017", "list: a number is a sentence there, in the same text as an item"),
    ("sentencex-lists-018", "list: a number is a sentence there"),
    ("pragmatic-059", "list: six kinds in one line, one after another without a mark"),
    // They need to know what words mean.
    ("pragmatic-054", "abbreviation: `the U.S. Millions attended` looks like a name"),
    ("sentencex-066", "abbreviation: `U. A. E. Start` looks like a name with initials"),
    ("sentencex-145", "abbreviation: `3 in. 2 lb.`, where `in.` is a word too"),
    ("sentencex-075", "mark: a question goes on in lower case, which is a new one elsewhere"),
    ("pysbd-019", "mark: two dots alone are a sentence there"),
    ("sentencex-085", "mark: a loose single mark closes what was opened in a text before"),
    ("sentencex-091", "mark: a loose single mark closes what was opened in a text before"),
    ("sentencex-183", "mark: a loose single mark closes what was opened in a text before"),
];

#[test]
fn cases_of_other_segmenters() {
    let Some(cases) = corpora::read("golden/english.jsonl") else { return };
    let different: BTreeMap<_, _> = DIFFERENT.iter().copied().collect();
    assert_eq!(different.len(), DIFFERENT.len(), "a case is listed twice");
    let mut surprises = Vec::new();
    let mut passed = 0;
    for case in &cases {
        let name = case["id"].as_str().expect("a case has a name");
        let (found, gold) = compare(case, "spans");
        let passes = found == gold;
        passed += usize::from(passes);
        match different.get(name) {
            Some(why) if passes => surprises.push(format!("{name} passes now ({why})")),
            None if !passes => {
                let text = case["text"].as_str().unwrap_or_default();
                let found: Vec<&str> = found.iter().map(|&span| &text[span]).collect();
                surprises.push(format!("{name} fails: {found:?}"));
            }
            _ => {}
        }
    }
    println!("{passed} of {} cases", cases.len());
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}
