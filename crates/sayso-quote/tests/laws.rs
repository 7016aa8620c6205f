//! What holds for any text.

use proptest::prelude::*;
use sayso_quote::{Config, Convention, QuotationFinder, quotations};
use sayso_span::Span;
use sayso_test::{as_quoted, corpora, laws, news};

fn check(text: &str) {
    let found = quotations(text);
    let list: Vec<_> = found.iter().map(|q| as_quoted!(q)).collect();
    laws::quoted(text, &list);
    for q in found.iter() {
        assert_eq!(q.closed, q.close.is_some());
        assert!((0.0..=1.0).contains(&q.speech), "{q:?}");
    }
    // Written so that nobody can doubt them, the same are found again.
    let (clear, expected) = laws::rewritten(text, &list);
    let again: Vec<Span> = quotations(&clear).iter().map(|q| q.span).collect();
    assert_eq!(again, expected, "{text:?} was rewritten to {clear:?}");
}

/// Text of marks, and of what makes them hard to read.
fn marks() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "''",
        "``",
        "`",
        "„",
        "‚",
        "«",
        "»",
        "‹",
        "›",
        "「",
        "」",
        "『",
        "』",
        "＂",
        ",,",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\u{2029}",
        "\u{200B}",
        "\u{A0}",
        ".",
        ",",
        ": ",
        "?",
        "—",
        "(",
        ")",
        "*",
        "<b>",
        "a",
        "He",
        "said",
        "she said",
        ", said May. ",
        "players",
        "90s",
        "n",
        "Tis",
        "5",
        "10",
        "é",
        "的",
        "no",
        "The ",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

#[test]
fn the_example_article() {
    check(news::ARTICLE);
    check(&news::text(20_000, 7));
}

#[test]
fn pages_of_marks() {
    for unit in ["\"", "'", "“", "’", "\"'", "“x\n\n", "a' \"", "s’ ", "\", said he, ", "“a ‘b "]
    {
        check(&unit.repeat(3000));
    }
}

#[test]
fn annotated_corpora() {
    for name in ["styles/styles.jsonl", "polnear/polnear-dev.jsonl", "ud/gum-dev.jsonl"] {
        for document in corpora::read(name).unwrap_or_default() {
            check(document["text"].as_str().expect("a document has a text"));
        }
    }
}

proptest! {
    #[test]
    fn any_text(text in ".{0,200}") {
        check(&text);
    }

    #[test]
    fn any_marks(text in marks()) {
        check(&text);
    }

    /// A broken mark does not disturb what is found in another paragraph.
    #[test]
    fn paragraphs_are_independent(one in marks(), two in marks()) {
        let [one, two] = [one, two].map(|text| {
            text.replace(['\n', '\r', '\u{2029}'], " ").trim().to_string()
        });
        // Without a convention, the two would be asked together for one.
        let config = Config::new().convention(Some(Convention::AMERICAN));
        let finder = QuotationFinder::with_config(config);
        let spans = |text: &str| finder.quotations(text).iter().map(|q| q.span).collect::<Vec<_>>();
        let between = "\n\nHe said so.\n\n";
        let mut expected = spans(&one);
        let shift = one.len() + between.len();
        expected.extend(spans(&two).iter().map(|s| Span::new(s.start() + shift, s.end() + shift)));
        prop_assert_eq!(spans(&format!("{one}{between}{two}")), expected);
    }
}
