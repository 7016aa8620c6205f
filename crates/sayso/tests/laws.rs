//! What holds for the analysis of any text.

use proptest::prelude::*;
use sayso::{
    Analysis, Analyzer, Attribution,
    attribution::{Attributor, Config},
};
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
    check_each(text, &analysis.attributions);
    analysis
}

fn check_each(text: &str, attributions: &[Attribution]) {
    for attribution in attributions {
        laws::apart(text, roles(attribution));
        assert!(!attribution.content.is_empty(), "{attribution:?}");
        assert!((0.0..=1.0).contains(&attribution.confidence), "{attribution:?}");
    }
}

fn roles(one: &Attribution) -> impl Iterator<Item = sayso::Span> + Clone {
    one.source.iter().chain(&one.cue).chain(&one.content).copied()
}

/// What is nested lies in another's content, and nothing else changes where it is
/// asked for.
fn check_nested(text: &str) -> usize {
    let read = |config| {
        let attributor = Attributor::with_config(config);
        Analyzer::builder().attributor(attributor).build().analyze(text).attributions
    };
    let all = read(Config::complete().nested(true).explain(true));
    check_each(text, &all);
    let (nested, outer): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.nested);
    for one in &nested {
        laws::within(roles(one), outer.iter().map(|one| &one.content[..]));
    }
    let bare = |one: &Attribution| {
        (one.source, one.cue, one.content.clone(), one.kind, one.speakers.clone())
    };
    let alone: Vec<_> = read(Config::complete()).iter().map(bare).collect();
    assert_eq!(outer.iter().map(bare).collect::<Vec<_>>(), alone);
    nested.len()
}

#[test]
fn the_example_article() {
    let analysis = check(&Analyzer::new(), news::ARTICLE);
    assert!(analysis.attributions.len() > 10);
    assert!(check_nested(news::ARTICLE) > 0);
}

/// Of attributions that lie in two contents, and so in none, the interior was read
/// nevertheless.
#[test]
fn what_lies_in_two_contents_lies_in_none() {
    check_nested(
        "told reporters , but \u{200b}we : go her report the official Ms. May saying asked \"“I said, \
         ‘«and that . , ‘He I — she goes, '»”''my son my son that he said, a dog never mentioned that \"I \
         \n\naccording to “I said, ‘“I said, ‘you ''that go I and the bridge was safe \u{200b}. ’” : \"’” \
         ‘she goes, (her report ‘\n\na dog her report “(“I said, ‘Ms. May that ''the official ",
    );
}

#[test]
fn texts_without_words() {
    for text in ["", " ", "\n\n\n", "\u{feff}", "\u{ad}", "\u{200b}\u{200d}", "\"", "’", "\r\n"]
    {
        check(&Analyzer::new(), text);
        assert_eq!(check_nested(text), 0);
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
        check_nested(&pieces.concat());
    }

    #[test]
    fn twice_the_same(pieces in prop::collection::vec(piece(), 0..30)) {
        let text = pieces.concat();
        let (one, other) = (Analyzer::new().analyze(&text), Analyzer::new().analyze(&text));
        prop_assert_eq!(one.attributions, other.attributions);
    }
}
