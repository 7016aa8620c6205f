//! Properties: mentions are those of an oracle that compares names with every
//! piece of the text, and bytes are read back or refused.

use proptest::prelude::*;
use sayso_gazetteer::{Boundary, Builder, Case, Config, Gazetteer, Overlap};
use sayso_span::Span;
use sayso_test::{laws, names};

/// Parts of names and texts: few, so that they meet, and with all that is equal to
/// something else.
fn part() -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "a",
        "b",
        "A",
        "Ab",
        "AB",
        "new",
        "New",
        "NEW",
        "York",
        "U.S.",
        "U",
        "S",
        "s",
        "'s",
        "’s",
        "-",
        "\u{2011}",
        "–",
        "—",
        " ",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\u{A0}",
        "'",
        "’",
        "ʼ",
        ".",
        ",",
        "!",
        "(",
        "@",
        "1",
        "2.5",
        "ß",
        "SS",
        "ss",
        "ẞ",
        "İ",
        "i",
        "I",
        "ı",
        "ﬁ",
        "fi",
        "é",
        "e\u{301}",
        "E\u{301}",
        "É",
        "e",
        "ø",
        "o",
        "\u{301}",
        "\u{338}",
        "=",
        "≠",
        "\u{AD}",
        "\u{200D}",
        "\u{200B}",
        "東",
        "京",
        "ไ",
        "ท",
        "_",
        "don't",
        "l'",
        "O’Neill",
        "ǆ",
        "ǅ",
        "Ǆ",
        "ᾈ",
        "ᾀ",
        "abcdefghijklmnopq",
        "Abcdefghijklmnop",
        "\u{FE0F}",
        "🙂",
        "в",
        "В",
        "ς",
        "σ",
        "Σ",
        "\u{345}",
    ];
    prop_oneof![
        12 => prop::sample::select(PARTS).prop_map(String::from),
        1 => "\\PC{1,3}",
    ]
}

fn piece(len: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(part(), len).prop_map(|parts| parts.concat())
}

fn case() -> impl Strategy<Value = Case> {
    prop_oneof![Just(Case::Exact), Just(Case::Capitalized), Just(Case::Folded)]
}

fn config() -> impl Strategy<Value = Config> {
    let overlap = prop_oneof![Just(Overlap::Longest), Just(Overlap::Nested), Just(Overlap::All)];
    let boundary = prop_oneof![4 => Just(Boundary::Word), 1 => Just(Boundary::Anywhere)];
    (overlap, boundary, any::<bool>(), any::<bool>()).prop_map(|(overlap, boundary, d, h)| {
        Config::new().overlap(overlap).boundary(boundary).diacritics(d).hyphens(h)
    })
}

fn oracle_of(config: Config) -> names::Names {
    let mut oracle = names::Names::default();
    oracle.drop_diacritics = !config.get_diacritics();
    oracle.hyphen_is_space = !config.get_hyphens();
    oracle.anywhere = config.get_boundary() == Boundary::Anywhere;
    oracle
}

/// How many bytes a search takes together: 128 blocks of 64.
const BATCH: usize = 8_192;

/// Text before a text, so that a block or a batch of a search ends inside that;
/// and where its last word starts.
fn filler() -> impl Strategy<Value = (String, usize)> {
    let len = prop_oneof![
        2 => 13..80_usize,
        3 => BATCH - 42..BATCH + 58,
        1 => 2 * BATCH - 42..2 * BATCH + 58,
    ];
    // No name has a word of more than twelve of these letters: see `part`.
    let letters = prop::sample::select(vec!["x", "É", "ж", "東", "𐐀"]);
    let separators =
        prop::sample::select(vec![" ", "\n", ", ", "\u{3000}", " — ", "-", ". \u{AD}"]);
    let word = (letters, 13..90_usize, separators)
        .prop_map(|(letter, len, separator)| letter.repeat(len) + separator);
    (len, prop::collection::vec(word, 1..30)).prop_map(|(len, words)| {
        let mut filler = String::new();
        for word in words.iter().cycle() {
            if filler.len() + word.len() + 13 > len {
                break;
            }
            filler.push_str(word);
        }
        let last = filler.len();
        (filler + &"x".repeat(len - last), last)
    })
}

/// A gazetteer of those of the names that can be looked for, and its oracle.
fn both(config: Config, list: &[(String, Case)]) -> (Gazetteer, names::Names) {
    let mut oracle = oracle_of(config);
    let mut builder = Builder::with_config(config);
    for (name, case) in list {
        let id = builder.unnamed("", "", name);
        let known = match case {
            Case::Exact => names::Case::Exact,
            Case::Capitalized => names::Case::Capitalized,
            _ => names::Case::Folded,
        };
        if oracle.add(id.index() as u32, known, name) {
            builder.alias_with(id, name, *case);
        }
    }
    (builder.build().expect("the names can be looked for"), oracle)
}

/// What is found, as the oracle tells it.
fn found(gazetteer: &Gazetteer, text: &str) -> Vec<(Span, Vec<u32>)> {
    let ids = |m| gazetteer.ids(m).map(|id| id.index() as u32).collect();
    gazetteer.mentions(text).map(|m| (m.span, ids(m))).collect()
}

fn overlap_of(config: Config) -> names::Overlap {
    match config.get_overlap() {
        Overlap::Longest => names::Overlap::Longest,
        Overlap::Nested => names::Overlap::Nested,
        _ => names::Overlap::All,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn mentions_are_those_of_the_oracle(
        config in config(),
        list in prop::collection::vec((piece(1..5), case()), 1..12),
        text in piece(0..40),
        (filler, last) in filler(),
        joint in prop::sample::select(vec![" ", "", "\u{2003}", "."]),
    ) {
        let (gazetteer, oracle) = both(config, &list);
        // Names that may stand anywhere are not searched for in batches, and they may
        // stand in the filler.
        let (filler, last) = match config.get_boundary() {
            Boundary::Word => (filler, last),
            _ => (filler[last..].to_owned(), 0),
        };
        let text = filler + joint + &text;
        // Otherwise, no mention has a word of it. Its last one is enough for the oracle,
        // which is slow.
        let shifted = |span: Span| Span::new(span.start() + last, span.end() + last);
        let expected = oracle.mentions(&text[last..], overlap_of(config));
        let expected: Vec<_> =
            expected.into_iter().map(|(span, ids)| (shifted(span), ids)).collect();
        prop_assert_eq!(found(&gazetteer, &text), expected, "{:?} in {:?}", list, text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Batches end in the midst of names.
    #[test]
    fn mentions_of_long_texts_are_those_of_the_oracle(
        config in config().prop_map(|config| config.boundary(Boundary::Word)),
        list in prop::collection::vec((piece(1..5), case()), 1..12),
        texts in prop::collection::vec(piece(20..40), 4..8),
        len in BATCH..2 * BATCH + 100,
    ) {
        let (gazetteer, oracle) = both(config, &list);
        let mut text = String::new();
        for part in list.iter().map(|(name, _)| name).chain(&texts).cycle() {
            if text.len() >= len {
                break;
            }
            text.push_str(part);
        }
        prop_assert_eq!(found(&gazetteer, &text), oracle.mentions(&text, overlap_of(config)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bytes_keep_every_answer(
        config in config(),
        list in prop::collection::vec((piece(1..5), case(), any::<i32>()), 0..8),
        text in piece(0..40),
    ) {
        let built = build(config, &list);
        let read = Gazetteer::from_bytes(built.to_bytes()).unwrap();
        prop_assert_eq!(read.verify(), Ok(()));
        prop_assert_eq!(read.config(), built.config());
        prop_assert!(read.entries().eq(built.entries()));
        for ((_, entry), (name, _, priority)) in read.entries().zip(&list) {
            prop_assert_eq!((entry.name, entry.priority), (name.as_str(), *priority));
            prop_assert_eq!(entry.property("gender"), Some("feminine"));
        }
        prop_assert!(read.mentions(&text).eq(built.mentions(&text)));
        for mention in read.mentions(&text) {
            prop_assert!(read.ids(mention).eq(built.ids(mention)));
        }
    }

    /// Damaged bytes are refused or searched: what is found may be wrong, but fits.
    #[test]
    fn damaged_bytes_do_no_harm(
        config in config(),
        list in prop::collection::vec((piece(1..5), case(), any::<i32>()), 0..8),
        text in piece(0..40),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in prop::option::weighted(0.1, any::<prop::sample::Index>()),
    ) {
        let mut bytes = build(config, &list).to_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(gazetteer) = Gazetteer::from_bytes(bytes) {
            let _ = gazetteer.verify();
            for mention in gazetteer.mentions(&text) {
                laws::fits(&text, mention.span);
                prop_assert!(gazetteer.ids(mention).all(|id| id.index() < gazetteer.len()));
            }
            for (_, entry) in gazetteer.entries() {
                let _ = entry.property("gender");
            }
        }
    }
}

/// A gazetteer of those names that can be looked for, and of all entries.
fn build(config: Config, list: &[(String, Case, i32)]) -> Gazetteer {
    let mut builder = Builder::with_config(config);
    for (name, case, priority) in list {
        let id = builder.unnamed("key", "kind", name);
        builder.priority(id, *priority).property(id, "gender", "feminine");
        if oracle_of(config).add(0, names::Case::Exact, name) {
            builder.alias_with(id, name, *case);
        }
    }
    builder.build().expect("names that can be looked for")
}
