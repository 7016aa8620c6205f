//! The words that `sayso-token` knows, as sorted tables.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{preamble, source};

/// Returns the contents of `crates/sayso-token/src/tables.rs`.
pub(super) fn tables() -> String {
    let mut out = preamble("token");
    out.push_str("use crate::lexicon::Abbreviation;\n\n");

    let mut abbreviations = BTreeMap::new();
    for (class, word) in words("abbreviations") {
        let class = match &*class {
            "always" => "Always",
            "number" => "BeforeNumber",
            "date" => "BeforeDate",
            "inside" => "Inside",
            "comma" => "AfterComma",
            _ => panic!("abbreviations: no class is named {class:?}"),
        };
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        let row = format!("Abbreviation::{class}, {capital}");
        let row = abbreviations.insert(key(&word), row);
        assert!(row.is_none(), "abbreviations: {word:?} is listed twice");
    }
    table(&mut out, "ABBREVIATIONS", "(u64, Abbreviation, bool)", &abbreviations);
    slots(&mut out, "ABBREVIATION", 12, &abbreviations);
    let lists = [
        ("PREFIXES", "hyphens", "prefix"),
        ("SUFFIXES", "hyphens", "suffix"),
        ("CLIPPED_STARTS", "clipped", "start"),
        ("CLIPPED_ENDS", "clipped", "end"),
        ("STARTS", "starts", ""),
        ("DEGREES", "degrees", ""),
    ];
    for (name, file, wanted) in lists {
        let chosen = words(file).into_iter().filter(|(class, _)| class == wanted);
        let keys: BTreeMap<u64, String> =
            chosen.map(|(_, word)| (key(&word), String::new())).collect();
        table(&mut out, name, "u64", &keys);
    }
    let mut contractions = BTreeMap::new();
    for (_, word) in words("contractions") {
        let (first, second) = word.split_once('|').expect("a contraction has two parts");
        contractions.insert(key(&format!("{first}{second}")), first.len().to_string());
    }
    table(&mut out, "CONTRACTIONS", "(u64, u8)", &contractions);
    slots(&mut out, "CONTRACTION", 10, &contractions);
    out
}

/// Writes a table of 2^`bits` slots that says in which row a key is, counted
/// from 1, and the factor that gives each key a slot of its own.
fn slots(out: &mut String, name: &str, bits: u32, rows: &BTreeMap<u64, String>) {
    // Odd multiples of the golden ratio, as in Knuth's multiplicative hashing,
    // until one of them does.
    let factors = (0..).map(|n: u64| 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(2 * n + 1));
    let (factor, slots) = factors
        .filter_map(|factor| {
            let mut slots = vec![0; 1 << bits];
            for (row, key) in rows.keys().enumerate() {
                let slot = &mut slots[(key.wrapping_mul(factor) >> (64 - bits)) as usize];
                if *slot != 0 {
                    return None;
                }
                *slot = u8::try_from(row + 1).expect("there are fewer than 255 rows");
            }
            Some((factor, slots))
        })
        .next()
        .expect("the factors do not end");
    write!(
        out,
        "pub(crate) const {name}_BITS: u32 = {bits};\n\n\
         pub(crate) const {name}_FACTOR: u64 = {factor:#x};\n\n\
         pub(crate) static {name}_SLOTS: [u8; 1 << {name}_BITS] = {slots:?};\n\n"
    )
    .expect("a string takes it all");
}

/// Writes a table, sorted by key.
fn table(out: &mut String, name: &str, row: &str, rows: &BTreeMap<u64, String>) {
    writeln!(out, "pub(crate) static {name}: &[{row}] = &[").expect("a string takes it all");
    for (key, value) in rows {
        let word = key.to_le_bytes();
        let word = String::from_utf8_lossy(&word);
        let word = word.trim_end_matches('\0');
        let row =
            if value.is_empty() { format!("{key:#x}") } else { format!("({key:#x}, {value})") };
        writeln!(out, "    {row}, // {word}").expect("a string takes it all");
    }
    out.push_str("];\n\n");
}

/// The words of a source, each with the heading that it stands under.
fn words(name: &str) -> Vec<(String, String)> {
    let text = source(&format!("data/token/en/{name}.txt"));
    let mut class = String::new();
    let mut words = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(heading) => class = heading.to_string(),
            None => words.extend(line.split_whitespace().map(|w| (class.clone(), w.to_string()))),
        }
    }
    words
}

/// The word as `lexicon.rs` packs it.
fn key(word: &str) -> u64 {
    assert!(
        (1..=8).contains(&word.len()) && word.is_ascii(),
        "{word:?} is longer than eight ASCII letters"
    );
    word.bytes().rev().fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase()))
}
