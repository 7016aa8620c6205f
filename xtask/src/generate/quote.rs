//! Word lists of `sayso-quote`.

use std::{collections::BTreeSet, fmt::Write};

/// The lists, and what they are called in Rust.
const LISTS: &[(&str, &str, &str)] = &[
    ("elisions", "ELISIONS", "Words with an apostrophe before them."),
    ("clipped", "CLIPPED", "Words with an apostrophe after them."),
    ("reporting", "REPORTING", "Verbs that report what somebody says."),
    ("works", "WORKS", "What a title is the title of."),
    ("titles", "TITLES", "Abbreviations before names."),
    ("naming", "NAMING", "Words before a name or word that is mentioned."),
];

/// Returns `tables.rs`: every list in order, for binary search.
pub(crate) fn tables() -> String {
    let mut out = super::preamble("quote");
    out.push_str("use crate::lexicon::Lexicon;\n\n");
    for &(file, name, about) in LISTS {
        let source = super::source(&format!("data/quote/en/{file}.txt"));
        let words: BTreeSet<&str> = source
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        writeln!(out, "/// {about}\npub(crate) const {name}: Lexicon = Lexicon::new(&[")
            .expect("a string");
        for word in words {
            writeln!(out, "{word:?},").expect("a string");
        }
        out.push_str("]);\n\n");
    }
    out
}
