//! What holds for any text.

use proptest::prelude::*;
use sayso_sentence::{Config, Paragraphs, SentenceSegmenter};
use sayso_test::laws;

const PARAGRAPHS: [Paragraphs; 4] =
    [Paragraphs::Detect, Paragraphs::BlankLine, Paragraphs::EveryLine, Paragraphs::Wrapped];

/// Every way to segment.
fn segmenters() -> impl Iterator<Item = SentenceSegmenter> {
    PARAGRAPHS.into_iter().flat_map(|paragraphs| {
        [false, true].map(|whole| {
            let config = Config::new().paragraphs(paragraphs).whole_quotations(whole);
            SentenceSegmenter::with_config(config)
        })
    })
}

/// Text of the pieces that sentences end and begin with.
fn marks() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        ".",
        "?",
        "!",
        "…",
        "...",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\u{2029}",
        "\u{A0}",
        "\"",
        "”",
        "“",
        "'",
        "’",
        "(",
        ")",
        "[1]",
        "¹",
        "Mr",
        "U.S",
        "p.m",
        "A",
        "I",
        "said",
        "Smith",
        "the",
        "The",
        "1",
        "11",
        "é",
        "。",
        "1)",
        "•",
        "Image: ",
        "www.x.org",
        "\u{301}",
        "\u{200B}",
        "😀",
        "-",
        "''",
        "``",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn sentences_tile_any_text(text in ".{0,200}") {
        for segmenter in segmenters() {
            laws::tile(&text, segmenter.sentences(&text).map(|sentence| sentence.span));
        }
    }

    #[test]
    fn sentences_tile_marks(text in marks()) {
        for segmenter in segmenters() {
            laws::tile(&text, segmenter.sentences(&text).map(|sentence| sentence.span));
        }
    }

    /// What follows a blank line has no influence on what precedes it, where
    /// lines have a fixed meaning.
    #[test]
    fn paragraphs_are_independent(one in marks(), two in marks()) {
        let (one, two) = (one.trim(), two.trim());
        for paragraphs in [Paragraphs::BlankLine, Paragraphs::EveryLine] {
            let config = Config::new().paragraphs(paragraphs);
            let segmenter = SentenceSegmenter::with_config(config);
            let spans = |text: &str| segmenter.sentences(text).map(|s| s.span).collect::<Vec<_>>();
            let both = format!("{one}\n\n{two}");
            let mut expected = spans(one);
            expected.extend(spans(two).iter().map(|span| {
                sayso_span::Span::new(span.start() + one.len() + 2, span.end() + one.len() + 2)
            }));
            prop_assert_eq!(spans(&both), expected);
        }
    }
}
