//! Dictionaries of names of any size, for benchmarks of gazetteers.

use std::collections::{HashMap, HashSet};

use sayso_test::news::Random;

/// Returns so many different names, the same on every machine for the same text.
///
/// A part of them are frequent in the text: runs of up to four words with
/// capitals, but for words that have them at the start of a sentence alone. The others are made up of its words, and of surnames and places of
/// made-up syllables, in the forms that names have: a surname alone, two or three
/// names of a person, places, firms, offices. A million of them share some hundred
/// thousand first words.
pub fn names(count: usize, text: &str) -> Vec<String> {
    let mut random = Random::new(count as u64);
    let cases = Cases::of(text);
    let frequent = frequent(text, &cases, (count * 6 / 10).min(2_600));
    let words = cases.names();
    let surnames: Vec<String> = (0..90_000).map(|_| made_up(&mut random)).collect();
    let mut names = Vec::with_capacity(count);
    let mut known = HashSet::with_capacity(count);
    for name in frequent {
        if known.insert(name.clone()) {
            names.push(name);
        }
    }
    const LAST: &[&str] = &[
        "County",
        "City",
        "Holdings",
        "Group",
        "University",
        "Institute",
        "Council",
        "Bank",
        "Trust",
        "Party",
        "Association",
        "Township",
        "Island",
        "Park",
    ];
    while names.len() < count {
        // The square prefers what comes first, as speakers prefer some names.
        let skewed = |random: &mut Random, len: usize| {
            let at = random.below(1 << 20) as f64 / (1 << 20) as f64;
            ((at * at * len as f64) as usize).min(len - 1)
        };
        let given = words[skewed(&mut random, words.len())];
        let surname = &surnames[skewed(&mut random, surnames.len())];
        let other = &surnames[random.below(surnames.len())];
        let last = LAST[random.below(LAST.len())];
        let initial = char::from(b'A' + random.below(26) as u8);
        let name = match random.below(20) {
            0..2 => other.clone(),
            2..12 => format!("{given} {surname}"),
            12..14 => format!("{given} {initial}. {surname}"),
            14..17 => format!("{other} {last}"),
            17 => format!("{surname} {other} {last}"),
            18 => format!("University of {other}"),
            _ => format!("{given} {surname}-{other}"),
        };
        if known.insert(name.clone()) {
            names.push(name);
        }
    }
    names
}

/// How often each word has a capital, by its small form, and how often it has not.
struct Cases<'t>(HashMap<String, Counts<'t>>);

#[derive(Default)]
struct Counts<'t> {
    capital: usize,
    small: usize,
    written: &'t str,
}

impl<'t> Cases<'t> {
    fn of(text: &'t str) -> Cases<'t> {
        let mut cases: HashMap<String, Counts<'_>> = HashMap::new();
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 1) {
            let counts = cases.entry(word.to_lowercase()).or_default();
            if word.chars().all(char::is_lowercase) {
                counts.small += 1;
            } else {
                counts.capital += 1;
                counts.written = word;
            }
        }
        Cases(cases)
    }

    /// Returns how often a word is small for a hundred times with a capital.
    fn small(&self, word: &str) -> usize {
        let counts = self.0.get(&word.to_lowercase());
        counts.map_or(usize::MAX, |counts| counts.small * 100 / counts.capital.max(1))
    }

    /// Returns the words that have a capital more often than not, frequent ones first.
    fn names(&self) -> Vec<&'t str> {
        let mut names: Vec<_> = self
            .0
            .values()
            .filter(|counts| counts.capital > counts.small)
            .filter(|counts| counts.written.len() > 2)
            .filter(|counts| counts.written.chars().skip(1).all(char::is_lowercase))
            .collect();
        names.sort_by_key(|counts| (std::cmp::Reverse(counts.capital), counts.written));
        names.into_iter().map(|counts| counts.written).take(5_000).collect()
    }
}

/// The most frequent names.
fn frequent(text: &str, cases: &Cases<'_>, count: usize) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let words: Vec<&str> = text.split(' ').collect();
    let is_name = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.len() > 1
            && word.chars().all(char::is_alphanumeric)
    };
    for start in 0..words.len() {
        let run = words[start..].iter().take(4).take_while(|word| is_name(word)).count();
        // `New` may start a name, and `But` may not; neither is one.
        if run == 0 || cases.small(words[start]) > 400 {
            continue;
        }
        let first = if cases.small(words[start]) < 100 { 1 } else { 2 };
        for len in first..=run {
            *counts.entry(words[start..start + len].join(" ")).or_default() += 1;
        }
    }
    let mut names: Vec<_> = counts.into_iter().filter(|&(_, count)| count > 1).collect();
    names.sort_by(|(a, x), (b, y)| y.cmp(x).then(a.cmp(b)));
    names.into_iter().map(|(name, _)| name).take(count).collect()
}

fn made_up(random: &mut Random) -> String {
    const STARTS: &[&str] = &[
        "B", "Br", "C", "Ch", "D", "F", "G", "Gr", "H", "J", "K", "L", "M", "N", "P", "R", "S",
        "Sch", "St", "T", "Tr", "V", "W",
    ];
    const MIDDLES: &[&str] = &["a", "e", "i", "o", "u", "ai", "ee", "ou", "y"];
    const JOINTS: &[&str] = &["l", "n", "r", "s", "t", "nd", "rt", "ll", "ck", "v", "m", "rg"];
    const ENDS: &[&str] =
        &["son", "man", "er", "ez", "ski", "ton", "ley", "o", "a", "berg", "s", "ham"];
    let mut pick = |list: &[&'static str]| list[random.below(list.len())];
    let mut word = String::from(pick(STARTS));
    word.push_str(pick(MIDDLES));
    word.push_str(pick(JOINTS));
    if word.len() % 3 != 0 {
        word.push_str(pick(MIDDLES));
        word.push_str(pick(JOINTS));
    }
    word.push_str(pick(ENDS));
    word
}
