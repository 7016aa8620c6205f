//! Dictionaries of names of any size, for benchmarks of gazetteers.

use std::collections::{HashMap, HashSet};

use sayso_test::news::Random;

/// Returns so many different names, the same on every machine for the same text.
///
/// They are what lists of persons, places and organizations of that length have,
/// as far as it matters to who searches for them:
///
/// * A part are names that are frequent in the text: runs of up to four words with
///   capitals, but for words that have them at the start of a sentence alone.
/// * The others are made of words of the text and of ninety thousand surnames and
///   places, in the forms that names have: a surname alone, each once, two or three
///   names of a person, places, firms, offices. Mostly they are not in the text.
/// * Surnames and places begin and go on as words do, for their letters follow one
///   another as in the names of the text. So an automaton or a trie is a few letters
///   deep in them at most words with a capital, and not back at its root after two.
/// * Of ordinary words, one in sixteen is a surname as well. Of the surnames of the
///   United States that many are (Baker, Long, Will, So), and of real places too
///   (Of, Most, Nice), so that a list of a million, searched without regard to case,
///   finds twice as many names as one of a hundred thousand.
/// * Some begin with a small letter: `de Blasio`, `al-Assad`, `la Massana`.
pub fn names(count: usize, text: &str) -> Vec<String> {
    let mut random = Random::new(count as u64);
    let cases = Cases::of(text);
    let frequent = frequent(text, &cases, (count * 6 / 10).min(2_600));
    let words = cases.names();
    let letters = Letters::of(&words);
    let mut surnames: Vec<String> = (0..90_000).map(|_| letters.word(&mut random)).collect();
    for word in cases.ordinary().into_iter().skip(2).step_by(16) {
        let at = random.below(surnames.len());
        surnames[at] = capitalized(word);
    }
    let mut alone = surnames.iter();
    let mut names = Vec::with_capacity(count);
    let mut known = HashSet::with_capacity(count);
    for name in frequent {
        if known.insert(name.clone()) {
            names.push(name);
        }
    }
    while names.len() < count {
        // The square prefers what comes first, as speakers prefer some names.
        let skewed = |random: &mut Random, len: usize| {
            let at = random.below(1 << 20) as f64 / (1 << 20) as f64;
            ((at * at * len as f64) as usize).min(len - 1)
        };
        let given = words[skewed(&mut random, words.len())];
        let surname = &surnames[skewed(&mut random, surnames.len())];
        let other = &surnames[random.below(surnames.len())];
        let mut pick = |list: &[&'static str]| list[random.below(list.len())];
        let (first, last, particle) = (pick(FIRST), pick(LAST), pick(PARTICLES));
        let initial = char::from(b'A' + random.below(26) as u8);
        let name = match random.below(40) {
            0..4 => match alone.next() {
                Some(name) => name.clone(),
                None => format!("{other} {surname}"),
            },
            4..22 => format!("{given} {surname}"),
            22..26 => format!("{given} {initial}. {surname}"),
            26..30 => format!("{other} {last}"),
            30..32 => format!("{first} {other}"),
            32..34 => format!("{surname} {other} {last}"),
            34..36 => format!("University of {other}"),
            36..38 => format!("{given} {surname}-{other}"),
            38 => format!("{given} {particle}{surname}"),
            _ => format!("{particle}{surname}"),
        };
        if known.insert(name.clone()) {
            names.push(name);
        }
    }
    names
}

/// What many places begin with.
const FIRST: &[&str] = &[
    "San", "Santa", "Saint", "New", "North", "South", "East", "West", "Fort", "Lake", "Mount",
    "Port", "El", "La", "Los", "Le", "Bad", "Upper", "Old", "Great",
];

/// What many places and organizations end in.
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

/// What stands before surnames and places.
const PARTICLES: &[&str] = &[
    "de ", "van ", "van der ", "von ", "al-", "bin ", "di ", "la ", "les ", "ten ", "du ", "el-",
];

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

    /// Returns the words that have a small letter more often than not, frequent ones
    /// first.
    fn ordinary(&self) -> Vec<&str> {
        let mut words: Vec<_> =
            self.0.iter().filter(|(_, counts)| counts.small > counts.capital).collect();
        words.sort_by_key(|(word, counts)| (std::cmp::Reverse(counts.small), *word));
        words.into_iter().map(|(word, _)| word.as_str()).collect()
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

/// Which letters follow which in names.
struct Letters(HashMap<Vec<u8>, Vec<u8>>);

/// How many letters the next one depends on.
const ORDER: usize = 3;

impl Letters {
    fn of(names: &[&str]) -> Letters {
        let mut letters: HashMap<Vec<u8>, Vec<u8>> = HashMap::new();
        for name in names.iter().filter(|name| name.is_ascii()) {
            let padded = [&[0; ORDER], name.as_bytes(), &[0]].concat();
            for window in padded.windows(ORDER + 1) {
                let (before, next) = (&window[..ORDER], window[ORDER]);
                letters.entry(before.to_vec()).or_default().push(next);
                letters.entry(before[1..].to_vec()).or_default().push(next);
            }
        }
        Letters(letters)
    }

    /// Makes up a word.
    fn word(&self, random: &mut Random) -> String {
        loop {
            let mut word = vec![0; ORDER];
            loop {
                // With one letter less from time to time, or names would repeat.
                let order = if random.below(6) == 0 { ORDER - 1 } else { ORDER };
                let next = &self.0[&word[word.len() - order..]];
                match next[random.below(next.len())] {
                    0 => break,
                    letter => word.push(letter),
                }
            }
            if (ORDER + 3..ORDER + 14).contains(&word.len()) {
                let letters = word[ORDER..].iter().copied().map(char::from).collect::<String>();
                return capitalized(&letters.to_lowercase());
            }
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
