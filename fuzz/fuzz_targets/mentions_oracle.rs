#![no_main]
// Names and text of any bytes: what is found is what the oracle finds. The first
// line configures, the next ones are names, and the text follows an empty line.

use libfuzzer_sys::fuzz_target;
use sayso_gazetteer::{Boundary, Builder, Case, Config, Overlap};
use sayso_span::Span;
use sayso_test::{laws, names};

fuzz_target!(|input: &str| {
    // The oracle takes time with the square of the text.
    if input.len() > 400 {
        return;
    }
    let (list, text) = input.split_once("\n\n").unwrap_or((input, input));
    let mut lines = list.lines();
    let flags = lines.next().unwrap_or_default().bytes().fold(0, u8::wrapping_add);
    let (overlap, oracle_overlap) = match flags & 3 {
        0 | 1 => (Overlap::Longest, names::Overlap::Longest),
        2 => (Overlap::Nested, names::Overlap::Nested),
        _ => (Overlap::All, names::Overlap::All),
    };
    let mut oracle = names::Names::default();
    oracle.drop_diacritics = flags & 4 != 0;
    oracle.hyphen_is_space = flags & 8 != 0;
    oracle.anywhere = flags & 48 == 48;
    let config = Config::new()
        .overlap(overlap)
        .diacritics(!oracle.drop_diacritics)
        .hyphens(!oracle.hyphen_is_space)
        .boundary(if oracle.anywhere { Boundary::Anywhere } else { Boundary::Word });
    let mut builder = Builder::with_config(config);
    for (number, name) in lines.enumerate() {
        let (case, oracle_case) = match number % 3 {
            0 => (Case::Folded, names::Case::Folded),
            1 => (Case::Capitalized, names::Case::Capitalized),
            _ => (Case::Exact, names::Case::Exact),
        };
        let id = builder.unnamed("", "", "");
        if oracle.add(id.index() as u32, oracle_case, name) {
            builder.alias_with(id, name, case);
        }
    }
    let Ok(gazetteer) = builder.build() else { return };
    // Searches take 8,192 bytes together. Before those, words are put that no name
    // has, of which the oracle sees the last. Where names need no boundaries, parts of
    // them may be names.
    let is_rare = list.chars().filter(|c| c.eq_ignore_ascii_case(&'x')).count() < 13;
    let ahead = if flags & 64 != 0 && is_rare && !oracle.anywhere { 506 } else { 0 };
    let last = "x".repeat(13 + list.len() % 90) + "-";
    let text = "xxxxxxxxxxxxxxx ".repeat(ahead) + &last + text;
    let ahead = ahead * 16;
    let found: Vec<_> = gazetteer
        .mentions(&text)
        .map(|m| (m.span, gazetteer.ids(m).map(|id| id.index() as u32).collect::<Vec<_>>()))
        .collect();
    let mut expected = oracle.mentions(&text[ahead..], oracle_overlap);
    for (span, _) in &mut expected {
        *span = Span::new(span.start() + ahead, span.end() + ahead);
        laws::fits(&text, *span);
    }
    assert_eq!(found, expected);
});
