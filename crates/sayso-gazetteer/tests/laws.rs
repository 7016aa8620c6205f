//! Properties: mentions are those of an oracle that compares names with every
//! piece of the text, and bytes are read back or refused.

use proptest::prelude::*;
use sayso_gazetteer::{Boundary, Builder, Case, Config, Overlap};
use sayso_test::names;

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn mentions_are_those_of_the_oracle(
        config in config(),
        list in prop::collection::vec((piece(1..5), case()), 1..12),
        text in piece(0..40),
        padding in prop_oneof![6 => 0..80_usize, 1 => 4_000..4_150_usize],
    ) {
        let mut oracle = oracle_of(config);
        let mut builder = Builder::with_config(config);
        for (name, case) in &list {
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
        let gazetteer = builder.build().unwrap();
        let overlap = match config.get_overlap() {
            Overlap::Longest => names::Overlap::Longest,
            Overlap::Nested => names::Overlap::Nested,
            _ => names::Overlap::All,
        };
        // Searches take 64 bytes at a time, and some of those together.
        let text = "x".repeat(padding) + " " + &text;
        let found: Vec<_> = gazetteer
            .mentions(&text)
            .map(|m| (m.span, gazetteer.ids(m).map(|id| id.index() as u32).collect::<Vec<_>>()))
            .collect();
        let expected = oracle.mentions(&text, overlap);
        prop_assert_eq!(found, expected, "{:?} in {:?}", list, text);
    }
}
