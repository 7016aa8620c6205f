//! What is found of the attributions inside others' contents in an annotated
//! corpus that is not part of the repository.

#![cfg(feature = "compiled-data")]

use sayso::{
    Analyzer, Span,
    attribution::{Attributor, Config},
};
use sayso_test::corpora::{self, F1};

/// Whether half of two contents is the same.
fn alike(one: &[Span], other: &[Span]) -> bool {
    let size = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    let pairs = one.iter().flat_map(|a| other.iter().filter_map(|b| a.intersect(*b)));
    let both: usize = pairs.map(Span::len).sum();
    both * 2 >= size(one) + size(other) - both
}

/// Each that is found is right once, if at all.
#[test]
fn many_styles() {
    let attributor = Attributor::with_config(Config::new().nested(true));
    let analyzer = Analyzer::builder().attributor(attributor).build();
    let Some(documents) = corpora::read("styles/styles.jsonl") else { return };
    let mut score = F1::default();
    for document in documents {
        let text = document["text"].as_str().expect("a document has a text");
        let gold = document["attributions"].as_array().expect("a list").iter();
        let gold = gold.filter(|one| one["nested"] == true);
        let mut left: Vec<_> = gold.map(|one| corpora::spans(text, &one["content"])).collect();
        score.gold += left.len();
        for found in analyzer.analyze(text).attributions.iter().filter(|one| one.nested) {
            score.found += 1;
            if let Some(at) = left.iter().position(|gold| alike(gold, &found.content)) {
                left.swap_remove(at);
                score.right += 1;
            }
        }
    }
    assert!(score.right * 100 >= score.gold * 80, "{score:?}");
    assert!(score.right * 100 >= score.found * 55, "{score:?}");
}
