//! What holds for any text.

use proptest::prelude::*;
use sayso_span::Span;
use sayso_test::laws;
use sayso_token::{Config, TokenKind, Tokenizer};
use unicode_segmentation::UnicodeSegmentation;

/// Every way to tokenize.
fn tokenizers() -> impl Iterator<Item = Tokenizer> {
    [(true, true), (true, false), (false, true), (false, false)].into_iter().map(
        |(clitics, hyphens)| {
            Tokenizer::with_config(Config::new().split_clitics(clitics).split_hyphens(hyphens))
        },
    )
}

fn spans(text: &str) -> Vec<Span> {
    Tokenizer::new().tokens(text).map(|token| token.span).collect()
}

/// Text of the pieces that tokens are made of.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "I",
        "n",
        "t",
        "s",
        "don",
        "can",
        "cannot",
        "gonna",
        "co",
        "non",
        "Mr",
        "U",
        "Ph",
        "D",
        "etc",
        "e",
        "g",
        "www",
        "com",
        "http",
        "mailto",
        "x",
        "1",
        "22",
        "123",
        "1990",
        "4567",
        "pm",
        "th",
        "é",
        "e\u{301}",
        "ß",
        "Я",
        "שלום",
        "ال",
        "漢",
        "か",
        "カ",
        "ไทย",
        "한",
        ".",
        "..",
        ",",
        ":",
        ";",
        "!",
        "?",
        "'",
        "’",
        "‘",
        "`",
        "\"",
        "“",
        "”",
        "''",
        "``",
        "-",
        "--",
        "–",
        "—",
        "\u{2010}",
        "\u{2011}",
        "/",
        "//",
        "\\",
        "@",
        "#",
        "$",
        "€",
        "%",
        "&",
        "*",
        "+",
        "=",
        "_",
        "~",
        "<",
        ">",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "|",
        "^",
        "…",
        " ",
        "  ",
        "\n",
        "\t",
        "\r\n",
        "\u{A0}",
        "\u{2009}",
        "\u{3000}",
        "\u{85}",
        "\u{AD}",
        "\u{200B}",
        "\u{200D}",
        "\u{FEFF}",
        "\u{200E}",
        "\u{301}",
        "\u{FE0F}",
        "\u{20E3}",
        "😀",
        "👩\u{200D}🚀",
        "👍🏽",
        "🇩🇪",
        "❤️",
        "½",
        "²",
        "①",
        "·",
        "\0",
        "\u{7F}",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

/// Words of any script, as a reader of Unicode's rules would have them.
fn foreign() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zA-Z]{1,6}",
        "[à-öø-ÿĀ-ſ]{1,6}",
        "[а-яА-Я]{1,6}",
        "[α-ω]{1,6}",
        "[א-ת]{1,6}",
        "[ا-غ]{1,6}",
        "[क-ह]{1,6}",
        "[一-龥]{1,4}",
        "[ぁ-ゖ]{1,4}",
        "[ァ-ヺ]{1,4}",
        "[가-힣]{1,4}",
        "[a-z]\u{301}[a-z]{0,3}",
        "[а-я]\u{306}[а-я]{0,3}",
        "[b-z]{2}\u{AD}[b-z]{2,4}",
    ];
    prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn tokens_tile_any_text(text in ".{0,200}") {
        for tokenizer in tokenizers() {
            laws::tile(&text, tokenizer.tokens(&text).map(|token| token.span));
        }
    }

    #[test]
    fn tokens_tile_pieces(text in pieces()) {
        for tokenizer in tokenizers() {
            laws::tile(&text, tokenizer.tokens(&text).map(|token| token.span));
        }
    }

    /// Words of letters end where Unicode ends them, but for English words
    /// that are written as one and are two.
    #[test]
    fn words_as_unicode_has_them(text in foreign()) {
        let config = Config::new().split_clitics(false);
        let found = Tokenizer::with_config(config).tokens(&text);
        let found: Vec<_> = found.map(|token| &text[token.span]).collect();
        let expected: Vec<_> = text.unicode_words().collect();
        prop_assert_eq!(found, expected);
    }

    /// No token cuts what a reader takes for one character.
    #[test]
    fn clusters_are_whole(text in "[a-z .,'\u{301}\u{FE0F}\u{200D}😀👩🚀🏽🇩🇪é漢かक्षि]{0,40}") {
        let mut boundaries = vec![false; text.len() + 1];
        for (start, cluster) in text.grapheme_indices(true) {
            boundaries[start] = true;
            boundaries[start + cluster.len()] = true;
        }
        for span in spans(&text) {
            // A mark on a space is a token, since the space is none.
            let on_space = text[..span.start()].ends_with(char::is_whitespace);
            prop_assert!(on_space || boundaries[span.start()], "{} of {:?}", span, text);
            prop_assert!(text[span.end()..].starts_with(char::is_whitespace) || boundaries[span.end()], "{} of {:?}", span, text);
        }
    }

    /// What follows a blank line has no influence on what precedes it, nor the
    /// other way round.
    #[test]
    fn paragraphs_are_independent(one in pieces(), two in pieces()) {
        let both = format!("{one}\n\n{two}");
        let shift = one.len() + 2;
        let mut expected = spans(&one);
        let moved = spans(&two).into_iter();
        expected.extend(moved.map(|s| Span::new(s.start() + shift, s.end() + shift)));
        prop_assert_eq!(spans(&both), expected);
    }

    /// The larger tokens are made of the smaller.
    #[test]
    fn options_only_join(text in pieces()) {
        let small: Vec<_> = spans(&text).into_iter().map(Span::end).collect();
        let config = Config::new().split_clitics(false);
        for token in Tokenizer::with_config(config).tokens(&text) {
            prop_assert!(small.contains(&token.span.end()), "{:?} in {:?}", token, text);
        }
    }

    #[test]
    fn a_number_has_a_digit_and_a_word_a_letter(text in pieces()) {
        for token in Tokenizer::new().tokens(&text) {
            let piece = &text[token.span];
            match token.kind {
                TokenKind::Number => prop_assert!(piece.chars().any(char::is_numeric), "{}", piece),
                TokenKind::Word => prop_assert!(piece.chars().any(char::is_alphanumeric), "{}", piece),
                TokenKind::Email | TokenKind::Handle => prop_assert!(piece.contains('@')),
                TokenKind::Hashtag => prop_assert!(piece.starts_with('#')),
                _ => {}
            }
        }
    }
}
