//! What holds for the attributions that rules find in any text, and how many
//! they find in annotated ones.

mod plain;

use std::collections::HashSet;

use proptest::prelude::*;
use sayso_attribution::{Attribution, Attributor, Config, Input};
use sayso_span::Span;
use sayso_test::{corpora, corpora::F1, laws, news};

fn attributions(text: &str, nested: bool) -> Vec<Attribution> {
    let attributor = Attributor::with_rules(Config::default().nested(nested));
    plain::analyze(text, |input| attributor.attributions(input))
}

/// Calls the laws, and returns how many attributions there are.
fn check(text: &str) -> usize {
    let found = attributions(text, false);
    assert!(found.iter().all(|one| !one.nested));
    check_each(text, &found);
    found.len()
}

/// Calls the laws for attributions with those that lie in others, and returns how
/// many there are of these.
fn check_nested(text: &str) -> usize {
    let all = attributions(text, true);
    check_each(text, &all);
    let (nested, outer): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.nested);
    let contents = outer.iter().map(|one| &one.content[..]);
    for one in &nested {
        let roles = one.source.iter().chain(&one.cue).chain(&one.content);
        laws::within(roles.copied(), contents.clone());
    }
    let bare = |one: &Attribution| (one.source, one.cue, one.content.clone());
    let alone = attributions(text, false);
    assert!(outer.iter().map(bare).eq(alone.iter().map(bare)), "they change what lies in none");
    nested.len()
}

fn check_each(text: &str, found: &[Attribution]) {
    let mut last = 0;
    for attribution in found {
        let roles = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        let start = roles.clone().map(|span| span.start()).min();
        laws::apart(text, roles.copied());
        assert!(attribution.content.is_sorted_by_key(|span| span.start()), "{attribution:?}");
        assert!(!attribution.content.is_empty(), "{attribution:?}");
        assert!((0.0..=1.0).contains(&attribution.confidence), "{attribution:?}");
        assert!(start.is_some_and(|start| start >= last), "{attribution:?} is out of order");
        last = start.unwrap_or(last);
    }
}

#[test]
fn the_example_article() {
    assert!(check(news::ARTICLE) > 10);
    assert!(check_nested(news::ARTICLE) > 0);
}

/// Texts on which careless rules take the square of the time: with these, the
/// test would not end.
#[test]
fn long_sentences() {
    for (piece, times) in [
        ("he said that ", 100_000),
        ("“No,” he said, ", 50_000),
        ("“no” ", 10_000),
        ("according to the mayor, ", 50_000),
        ("and added, ", 100_000),
        ("the mayor of Leeds and ", 100_000),
        ("Mr. Reed, the mayor, ", 50_000),
        ("A: b\n\n", 20_000),
        ("(", 200_000),
        ("- ", 200_000),
        ("saying ", 100_000),
        ("who said ", 100_000),
        (": ", 200_000),
    ] {
        check(&piece.repeat(times));
    }
}

/// Contents in contents, as deep as they go.
#[test]
fn deep_nesting() {
    for (piece, times) in [
        ("he said that ", 10_000),
        ("“he said, ‘", 10_000),
        ("“No,” he said, ", 10_000),
        ("he said, “I said, ‘No,’” and ", 5_000),
        ("“he told her, ‘she said no,’” he said. ", 5_000),
    ] {
        let count = attributions(&piece.repeat(times), true).len();
        assert!(count < times * 3, "{piece}");
    }
}

/// Pieces that news is made of.
fn piece() -> impl Strategy<Value = String> {
    let words = "Ms\\. May |said |told reporters |that |the official |He |according to |“|”|\"|, |\\. |: |\\? |— \
                 |\\(R-Ga\\.\\) |\n\n|and |but |who |was asked |saying |‘|’ |accused |of |to |not |as |in a statement \
                 |on Monday |added|wants |promise |claims |’s |[A-Z][a-z]{1,6} |[a-z]{1,8} |-";
    prop_oneof![12 => words, 1 => "\\PC{0,12}"]
}

proptest! {
    #[test]
    fn any_text(pieces in prop::collection::vec(piece(), 0..80)) {
        check(&pieces.concat());
        check_nested(&pieces.concat());
    }

    /// Whatever else the caller gives: tokens and sentences that do not cover the
    /// text, and quotations anywhere.
    #[test]
    fn any_input(
        pieces in prop::collection::vec(piece(), 0..30),
        keep in any::<u64>(),
        speech in 0.0f32..1.0,
    ) {
        let text = pieces.concat();
        let attributor = Attributor::with_rules(Config::default().nested(true));
        plain::analyze(&text, |input| {
            let kept = |spans: &[Span], shift: usize| -> Vec<Span> {
                let bit = |at: usize| keep >> ((at + shift) % 64) & 1 == 0;
                let spans = spans.iter().enumerate().filter(|(at, _)| bit(*at));
                spans.map(|(_, span)| *span).collect()
            };
            let (tokens, sentences) = (kept(input.tokens, 0), kept(input.sentences, 7));
            let mut quotations = input.quotations.to_vec();
            for quotation in &mut quotations {
                quotation.speech = speech;
                quotation.chain = 0;
            }
            let input =
                Input { tokens: &tokens, sentences: &sentences, quotations: &quotations, ..input };
            for attribution in attributor.attributions(input) {
                assert!(!attribution.content.is_empty());
            }
        });
    }
}

/// The words that spans hold, as the places where they start.
fn words(text: &str, spans: &[Span]) -> HashSet<usize> {
    let mut words = HashSet::new();
    for &span in spans {
        let piece = &text[span];
        let mut inside = false;
        for (at, c) in piece.char_indices() {
            if c.is_alphanumeric() && !inside {
                words.insert(span.start() + at);
            }
            inside = c.is_alphanumeric();
        }
    }
    words
}

/// Whether two sets of words are half the same.
fn alike(one: &HashSet<usize>, other: &HashSet<usize>) -> bool {
    let both = one.intersection(other).count();
    both * 2 >= one.len() + other.len() - both
}

/// An attribution is right if half of the words of its content and of its source
/// are those of an annotated one.
fn score(text: &str, gold: &serde_json::Value) -> F1 {
    let role =
        |one: &serde_json::Value, role: &str| words(text, &corpora::spans(text, &one[role]));
    let counts = |one: &&serde_json::Value| one["nested"] != true && one["optional"] != true;
    let gold: Vec<_> = gold.as_array().expect("a list").iter().filter(counts).collect();
    let mut left: Vec<_> =
        gold.iter().map(|one| (role(one, "content"), role(one, "source"))).collect();
    let mut score = F1::default();
    score.gold = left.len();
    for attribution in attributions(text, false) {
        score.found += 1;
        let content = words(text, &attribution.content);
        let source: Vec<Span> = attribution.source.into_iter().collect();
        let source = words(text, &source);
        let right =
            |(c, s): &(HashSet<usize>, HashSet<usize>)| alike(c, &content) && alike(s, &source);
        if let Some(at) = left.iter().position(right) {
            left.swap_remove(at);
            score.right += 1;
        }
    }
    score
}

/// With plain tokens, sentences and quotations in place of the real ones.
#[test]
fn annotated_corpora() {
    for (name, floor) in [
        ("seed/may-trump-russia.jsonl", 0.80),
        ("styles/styles.jsonl", 0.60),
        ("polnear/polnear-dev.jsonl", 0.55),
    ] {
        let Some(documents) = corpora::read(name) else { continue };
        let one = |document: &serde_json::Value| {
            score(document["text"].as_str().expect("a text"), &document["attributions"])
        };
        let score = documents.iter().map(one).sum::<F1>().score();
        println!("{name}: {score:.3}");
        assert!(score >= floor, "{name}: {score:.3}");
    }
}
