use alloc::{string::String, vec::Vec};
use core::num::NonZeroU32;

use super::lexicon::{Classes, LowerCase};

/// A word in lower case, as a number: equal words have equal terms.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Term(NonZeroU32);

impl Term {
    /// Before all others.
    pub(super) const FIRST: Term = Term(NonZeroU32::MIN);
    /// Behind all others.
    pub(super) const LAST: Term = Term(NonZeroU32::MAX);

    /// The term at a place of the vocabulary, if it has so many.
    fn new(index: usize) -> Option<Term> {
        u32::try_from(index + 1).ok().and_then(NonZeroU32::new).map(Term)
    }

    /// Its place in the vocabulary.
    #[inline]
    pub(super) fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The distinct words of an article: a [`TermFinder`](super::term_finder::TermFinder)
/// makes them of what stands in the text.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The words one after the other.
    text: String,
    entries: Vec<Entry>,
}

struct Entry {
    classes: Classes,
    /// Where the word ends in the text of all.
    end: u32,
    capital: bool,
    lower: bool,
}

impl Vocabulary {
    /// Makes room for so many words. There may be more.
    pub(super) fn with_capacity(words: usize) -> Vocabulary {
        // Most are of six letters or less.
        Vocabulary { text: String::with_capacity(6 * words), entries: Vec::with_capacity(words) }
    }

    /// Adds a folded word that is not there yet, unless there are 4 GB of words.
    pub(super) fn add(&mut self, folded: &str) -> Option<Term> {
        let end = u32::try_from(self.text.len() + folded.len()).ok()?;
        let term = Term::new(self.entries.len())?;
        self.text.push_str(folded);
        let classes = Classes::of(folded);
        self.entries.push(Entry { classes, end, capital: false, lower: false });
        Some(term)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Gives back what more words would have needed.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.entries.shrink_to_fit();
    }

    /// The folded word.
    #[inline]
    pub(super) fn text(&self, term: Term) -> &str {
        let before = term.index().checked_sub(1);
        let start = before.map_or(0, |before| self.entries[before].end as usize);
        &self.text[start..self.entries[term.index()].end as usize]
    }

    /// The word lists that the word is in.
    #[inline]
    pub(super) fn classes(&self, term: Term) -> Classes {
        self.entries[term.index()].classes
    }

    /// How often news in general has the word in lower case: looked up, since it
    /// is asked of few words.
    pub(super) fn lower_case(&self, term: Term) -> LowerCase {
        LowerCase::of(self.text(term))
    }

    /// Whether the word occurs with a capital where that tells something.
    pub(super) fn is_capitalized(&self, term: Term) -> bool {
        self.entries[term.index()].capital
    }

    /// Whether the word occurs in lower case.
    pub(super) fn occurs_in_lower_case(&self, term: Term) -> bool {
        self.entries[term.index()].lower
    }

    pub(super) fn set_classes(&mut self, term: Term, classes: Classes) {
        self.entries[term.index()].classes = classes;
    }

    pub(super) fn set_capitalized(&mut self, term: Term) {
        self.entries[term.index()].capital = true;
    }

    pub(super) fn set_lower_case(&mut self, term: Term) {
        self.entries[term.index()].lower = true;
    }
}
