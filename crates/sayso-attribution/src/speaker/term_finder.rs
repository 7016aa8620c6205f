use alloc::{collections::BTreeMap, string::String, vec::Vec};

use super::vocabulary::{Term, Vocabulary};
use crate::ends::Ends;

/// Finds the terms of words as they stand in the text.
///
/// A hash table, but in no text does it cost quadratic time, though there is no
/// random seed without `std`: a word stands in one of [`REACH`] places, and goes
/// into a tree if others have taken all of them.
pub(super) struct TermFinder {
    places: Vec<Option<Term>>,
    crowded: BTreeMap<String, Term>,
    /// The word that is looked up, if it differs from the text.
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
        let folded = fold(raw, &mut self.folded);
        let first = (Ends::new(folded.as_bytes()).hash(folded.len()) >> 32) as usize;
        for at in first..first + REACH {
            let at = at & (self.places.len() - 1);
            match self.places[at] {
                Some(term) if vocabulary.text(term) == folded => return Some(term),
                Some(_) => {}
                None => {
                    self.places[at] = vocabulary.add(folded);
                    return self.places[at];
                }
            }
        }
        if let Some(&term) = self.crowded.get(folded) {
            return Some(term);
        }
        let term = vocabulary.add(folded)?;
        self.crowded.insert(folded.into(), term);
        Some(term)
    }
}

/// Returns the folded word, for which there is room if it is needed.
fn fold<'w>(word: &'w str, folded: &'w mut String) -> &'w str {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word;
    }
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
    folded
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
