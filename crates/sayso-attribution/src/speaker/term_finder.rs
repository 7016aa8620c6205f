use alloc::{collections::BTreeMap, string::String, vec::Vec};

use super::vocabulary::{Term, Vocabulary};

/// Finds the terms of words as they stand in the text.
///
/// A hash table, but in no text does it cost quadratic time, though there is no
/// random seed without `std`: a word stands in one of [`REACH`] places, and goes
/// into a tree if others have taken all of them.
pub(super) struct TermFinder {
    places: Vec<Option<Term>>,
    crowded: BTreeMap<String, Term>,
    /// The word that is looked up.
    folded: String,
}

/// How many places a word may stand in.
const REACH: usize = 8;

impl TermFinder {
    /// Makes room for so many distinct words. There may be more.
    pub(super) fn new(words: usize) -> TermFinder {
        let places = (words + words / 2).next_power_of_two().max(2 * REACH);
        TermFinder {
            places: alloc::vec![None; places],
            crowded: BTreeMap::new(),
            folded: String::new(),
        }
    }

    /// The term of a word as it stands in the text: in lower case, with straight
    /// apostrophes, and without a final full stop. None if the vocabulary is full.
    pub(super) fn term(&mut self, raw: &str, vocabulary: &mut Vocabulary) -> Option<Term> {
        fold(raw, &mut self.folded);
        let first = (hash(self.folded.as_bytes()) >> 32) as usize;
        for at in first..first + REACH {
            let at = at & (self.places.len() - 1);
            match self.places[at] {
                Some(term) if vocabulary.text(term) == self.folded => return Some(term),
                Some(_) => {}
                None => {
                    self.places[at] = vocabulary.add(&self.folded);
                    return self.places[at];
                }
            }
        }
        if let Some(&term) = self.crowded.get(self.folded.as_str()) {
            return Some(term);
        }
        let term = vocabulary.add(&self.folded)?;
        self.crowded.insert(self.folded.clone(), term);
        Some(term)
    }
}

fn fold(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else {
        for c in word.chars() {
            match c {
                '’' | 'ʼ' => folded.push('\''),
                '\u{2010}' | '\u{2011}' => folded.push('-'),
                '\u{ad}' => {}
                _ => folded.extend(c.to_lowercase()),
            }
        }
    }
    if folded.len() > 1 && folded.ends_with('.') && !folded.ends_with("..") {
        folded.pop();
    }
}

fn hash(word: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    word.chunks(8).fold(word.len() as u64, |hash, chunk| {
        let number = chunk.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte));
        (hash ^ number).wrapping_mul(MULTIPLIER).rotate_left(29)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_term_however_crowded_the_table() {
        let mut vocabulary = Vocabulary::default();
        // Room for none: most words must go into the tree.
        let mut finder = TermFinder::new(0);
        let words: Vec<String> = (0..500).map(|number| alloc::format!("Word{number}.")).collect();
        let first: Vec<_> = words.iter().map(|w| finder.term(w, &mut vocabulary)).collect();
        let second: Vec<_> =
            words.iter().map(|w| finder.term(&w.to_lowercase(), &mut vocabulary)).collect();
        assert_eq!(first, second);
        for (word, term) in words.iter().zip(first) {
            let text = vocabulary.text(term.expect("there is room"));
            assert_eq!(text, word.to_lowercase().trim_end_matches('.'));
        }
    }
}
