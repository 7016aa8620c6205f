//! Accuracy on corpora: each score may only rise.

use sayso_test::corpora::{self, F1};
use sayso_token::Tokenizer;

/// The score of the documents that are wanted.
fn score(corpus: &str, wanted: impl Fn(&serde_json::Value) -> bool) -> Option<F1> {
    let documents = corpora::read(corpus)?;
    let one = |document: &serde_json::Value| {
        let text = document["text"].as_str().expect("a document has a text");
        let found: Vec<_> = Tokenizer::new().tokens(text).map(|token| token.span).collect();
        corpora::f1(&found, &corpora::spans(text, &document["tokens"]))
    };
    Some(documents.iter().filter(|document| wanted(document)).map(one).sum())
}

#[track_caller]
fn at_least(floor: f64, score: Option<F1>) {
    let Some(score) = score else { return };
    println!("{:.4}", score.score());
    assert!(score.score() >= floor, "{:.4} is less than {floor}: {score:?}", score.score());
}

#[test]
fn web() {
    at_least(0.992, score("ud/ewt-dev.jsonl", |_| true));
}

#[test]
fn many_genres() {
    at_least(0.999, score("ud/gum-dev.jsonl", |_| true));
}

#[test]
fn news() {
    let news = |corpus| score(corpus, |document| document["genre"] == "news");
    let both = news("ud/gum-train.jsonl").zip(news("ud/gum-dev.jsonl"));
    at_least(0.997, both.map(|(train, dev)| train + dev));
}
