//! The words that `sayso-sentence` knows, as hash tables.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{preamble, source};

/// The classes of abbreviations, in the order of `Abbreviation` in the crate's
/// `lexicon.rs`.
const ABBREVIATIONS: [&str; 5] = ["title", "reference", "number", "name", "tail"];

/// The classes of other words, in the order of the bits of `Classes`.
const WORDS: [&str; 6] = ["start", "reporting", "zone", "exclaimed", "credit", "opening"];

/// Returns the contents of `crates/sayso-sentence/src/tables.rs`.
pub(super) fn tables() -> String {
    let mut text = preamble("sentence");
    text.push_str("use crate::lexicon::Table;\n\n");
    text += &table("ABBREVIATIONS", &abbreviations());
    text += &table("WORDS", &words());
    text
}

/// Every abbreviation with the number of its class, counted from one.
fn abbreviations() -> BTreeMap<u64, u8> {
    let listed = read("abbreviations", &ABBREVIATIONS);
    let mut table = BTreeMap::new();
    for (word, class) in &listed {
        let other = table.insert(pack(word) | capital(word), class + 1);
        assert!(other.is_none(), "{word:?} is listed twice");
    }
    // What is listed in lower case is known with a capital too.
    for (word, class) in &listed {
        table.entry(pack(word) | CAPITAL).or_insert(class + 1);
    }
    table
}

/// Every other word with a bit for each of its classes.
fn words() -> BTreeMap<u64, u8> {
    let mut table = BTreeMap::new();
    for (word, class) in read("words", &WORDS) {
        *table.entry(pack(&word)).or_default() |= 1 << class;
    }
    table
}

/// Reads the words of a source and the numbers of their classes.
fn read(name: &str, classes: &[&str]) -> Vec<(String, u8)> {
    let text = source(&format!("data/sentence/en/{name}.txt"));
    let mut class = None;
    let mut words = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(title) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            class = (0..).zip(classes).find(|(_, known)| **known == title).map(|(at, _)| at);
            assert!(class.is_some(), "{name}: {title:?} is no class");
            continue;
        }
        for word in line.split_whitespace() {
            words.push((word.to_string(), class.expect("words follow the name of a class")));
        }
    }
    words
}

/// Set in the number of an abbreviation that begins with a capital.
const CAPITAL: u64 = 1 << 60;

fn capital(word: &str) -> u64 {
    if word.starts_with(|c: char| c.is_ascii_uppercase()) { CAPITAL } else { 0 }
}

/// A word as the crate's `lexicon::pack` has it.
fn pack(word: &str) -> u64 {
    assert!(word.len() <= 12, "{word:?} has more than twelve letters");
    word.bytes().fold(0, |packed, byte| {
        let letter = match byte {
            b'a'..=b'z' => byte - b'a' + 1,
            b'A'..=b'Z' => byte - b'A' + 1,
            b'\'' => 27,
            b'.' => 28,
            _ => panic!("{word:?} has something other than letters"),
        };
        packed << 5 | u64::from(letter)
    })
}

/// Fibonacci hashing: 2^64 divided by the golden ratio.
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// An open hash table, half full at the most, so that a word that is not in it is
/// mostly recognized at the first slot.
fn table(name: &str, words: &BTreeMap<u64, u8>) -> String {
    let bits = (words.len() * 2).next_power_of_two().trailing_zeros();
    let mut keys = vec![0_u64; 1 << bits];
    let mut values = vec![0_u8; 1 << bits];
    for (&word, &value) in words {
        let mut slot = (word.wrapping_mul(MULTIPLIER) >> (64 - bits)) as usize;
        while keys[slot] != 0 {
            slot = (slot + 1) % keys.len();
        }
        (keys[slot], values[slot]) = (word, value);
    }
    let mut text = String::new();
    let _ = writeln!(text, "#[rustfmt::skip]");
    let _ = writeln!(text, "pub(crate) static {name}: Table<{}> = Table {{", 1 << bits);
    let _ = writeln!(text, "    keys: [");
    for row in keys.chunks(6) {
        let row: Vec<String> = row.iter().map(|key| format!("{key:#x}")).collect();
        let _ = writeln!(text, "        {},", row.join(", "));
    }
    let _ = writeln!(text, "    ],\n    values: [");
    for row in values.chunks(32) {
        let row: Vec<String> = row.iter().map(u8::to_string).collect();
        let _ = writeln!(text, "        {},", row.join(","));
    }
    let _ = writeln!(text, "    ],\n}};\n");
    text
}
