//! The words that `sayso-sentence` knows, as a hash table.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{preamble, source};

/// What the crate's `lexicon.rs` calls the classes, in the order of its bits.
const CLASSES: [&str; 8] =
    ["title", "reference", "name", "month", "tail", "start", "reporting", "capital"];

/// Returns the contents of `crates/sayso-sentence/src/tables.rs`.
pub(super) fn tables() -> String {
    let mut words: BTreeMap<u64, u8> = BTreeMap::new();
    let mut add = |word: &str, class: &str| {
        let flag = flag(class);
        let classes = words.entry(pack(word)).or_default();
        *classes |= flag;
        if word.starts_with(|c: char| c.is_ascii_uppercase()) {
            *classes |= self::flag("capital");
        }
    };
    let mut class = String::new();
    for line in lines("abbreviations") {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => class = name.to_string(),
            None => line.split_whitespace().for_each(|word| add(word, &class)),
        }
    }
    for line in lines("starts") {
        line.split_whitespace().for_each(|word| add(word, "start"));
    }
    for line in lines("reporting") {
        line.split_whitespace().for_each(|word| add(word, "reporting"));
    }
    table(&words)
}

/// The lines of a source that are not comments.
fn lines(name: &str) -> Vec<String> {
    let text = source(&format!("data/sentence/en/{name}.txt"));
    let kept = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    kept.map(str::to_string).collect()
}

fn flag(class: &str) -> u8 {
    let bit = CLASSES.iter().position(|known| *known == class);
    1 << bit.unwrap_or_else(|| panic!("{class:?} is no class of words"))
}

/// A word of up to twelve letters and apostrophes as a number, five bits each,
/// in lower case: the first letter has the highest. No word is zero.
fn pack(word: &str) -> u64 {
    assert!(word.len() <= 12, "{word:?} has more than twelve letters");
    word.bytes().fold(0, |packed, byte| {
        let letter = match byte {
            b'a'..=b'z' => byte - b'a' + 1,
            b'A'..=b'Z' => byte - b'A' + 1,
            b'\'' => 27,
            _ => panic!("{word:?} is not all letters"),
        };
        packed << 5 | u64::from(letter)
    })
}

/// An open hash table, a quarter full at the most, so that a word that is not
/// in it is mostly recognized at the first slot.
fn table(words: &BTreeMap<u64, u8>) -> String {
    let bits = (words.len() * 4).next_power_of_two().trailing_zeros();
    let mut slots = vec![(0_u64, 0_u8); 1 << bits];
    for (&word, &classes) in words {
        let mut slot = (word.wrapping_mul(MULTIPLIER) >> (64 - bits)) as usize;
        while slots[slot].0 != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = (word, classes);
    }
    let mut text = preamble("sentence");
    let _ = writeln!(text, "pub(crate) const MULTIPLIER: u64 = {MULTIPLIER:#x};\n");
    let _ = writeln!(text, "pub(crate) const BITS: u32 = {bits};\n");
    let _ =
        writeln!(text, "#[rustfmt::skip]\npub(crate) static WORDS: [(u64, u8); 1 << BITS] = [");
    for row in slots.chunks(4) {
        let row: Vec<String> =
            row.iter().map(|(word, c)| format!("({word:#x}, {c:#x})")).collect();
        let _ = writeln!(text, "    {},", row.join(", "));
    }
    text.push_str("];\n");
    text
}

/// Fibonacci hashing: 2^64 divided by the golden ratio.
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
