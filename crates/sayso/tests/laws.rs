//! What holds for the analysis of any text.

use proptest::prelude::*;
use sayso::{Analysis, Analyzer};
use sayso_test::{corpora, laws, news};

fn check(analyzer: &Analyzer, text: &str) -> Analysis {
    let analysis = analyzer.analyze(text);
    laws::tile(text, analysis.tokens.iter().map(|token| token.span));
    laws::tile(text, analysis.sentences.iter().map(|sentence| sentence.span));
    laws::nest(analysis.quotations.iter().map(|quotation| quotation.span));
    for quotation in &analysis.quotations {
        assert!(quotation.span.covers(quotation.inner), "{quotation:?}");
        laws::fits(text, quotation.inner);
    }
    let mut end = 0;
    for mention in &analysis.mentions {
        laws::fits(text, mention.span);
        assert!(mention.span.start() >= end && !mention.span.is_empty(), "{mention:?}");
        end = mention.span.end();
    }
    for attribution in &analysis.attributions {
        let roles = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        laws::apart(text, roles.copied());
        assert!(!attribution.content.is_empty(), "{attribution:?}");
        assert!((0.0..=1.0).contains(&attribution.confidence), "{attribution:?}");
    }
    analysis
}

#[test]
fn the_example_article() {
    let analysis = check(&Analyzer::new(), news::ARTICLE);
    assert!(analysis.attributions.len() > 10);
}

#[test]
fn texts_without_words() {
    for text in ["", " ", "\n\n\n", "\u{feff}", "\u{ad}", "\u{200b}\u{200d}", "\"", "’", "\r\n"]
    {
        check(&Analyzer::new(), text);
    }
}

/// Nothing is lost on any annotated text, whatever it is annotated for.
#[test]
fn annotated_corpora() {
    let analyzer = Analyzer::new();
    for name in [
        "seed/may-trump-russia.jsonl",
        "styles/styles.jsonl",
        "polnear/polnear-dev.jsonl",
        "ud/gum-dev.jsonl",
        "ud/ewt-dev.jsonl",
        "golden/english.jsonl",
    ] {
        for document in corpora::read(name).unwrap_or_default() {
            check(&analyzer, document["text"].as_str().expect("a document has a text"));
        }
    }
}

/// Pieces that news is made of, and that break those who read it.
fn piece() -> impl Strategy<Value = String> {
    let words = "Ms\\. May |said |told reporters |that |the official |He |according to |“|”|\"|'|‘|’|''|``|«|»\
                 |„|, |\\. |: |\\? |— |\\(R-Ga\\.\\) |\n\n|\n|’90s |players’ |said: |[A-Z][a-z]{1,6} |[a-z]{1,8} ";
    prop_oneof![9 => words, 1 => "\\PC{0,12}"]
}

proptest! {
    #[test]
    fn any_text(pieces in prop::collection::vec(piece(), 0..60)) {
        check(&Analyzer::new(), &pieces.concat());
    }

    #[test]
    fn twice_the_same(pieces in prop::collection::vec(piece(), 0..30)) {
        let text = pieces.concat();
        let (one, other) = (Analyzer::new().analyze(&text), Analyzer::new().analyze(&text));
        prop_assert_eq!(one.attributions, other.attributions);
    }
}
