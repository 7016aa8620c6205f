use alloc::vec::Vec;

use super::{figure::FigureId, vocabulary::Term};

/// A number for some of the terms of an article, at the places of theirs: there are
/// few terms beside all the words.
pub(super) struct ByTerm {
    /// Each plus one, or 0.
    numbers: Vec<u32>,
}

impl ByTerm {
    /// No numbers yet, with room for those of so many terms.
    pub(super) fn new(terms: usize) -> ByTerm {
        ByTerm { numbers: alloc::vec![0; terms] }
    }

    /// The number of a term, if it has one.
    pub(super) fn get(&self, term: Term) -> Option<u32> {
        self.numbers.get(term.index())?.checked_sub(1)
    }

    /// Gives a term a number, in place of the one that it had. It is that of
    /// something of which there are no more than words.
    pub(super) fn insert(&mut self, term: Term, number: u32) {
        self.numbers[term.index()] = number + 1;
    }
}

/// Figures by one of the words of their names.
pub(super) struct FiguresByTerm {
    /// The link of the last figure of each term.
    last: ByTerm,
    links: Vec<Link>,
}

struct Link {
    figure: FigureId,
    before: Option<u32>,
}

impl FiguresByTerm {
    /// No figures yet, with room for those of so many terms.
    pub(super) fn new(terms: usize) -> FiguresByTerm {
        FiguresByTerm { last: ByTerm::new(terms), links: Vec::new() }
    }

    /// The figures of a term, those that came last at first.
    pub(super) fn of(&self, term: Term) -> impl Iterator<Item = FigureId> {
        let mut next = self.last.get(term);
        core::iter::from_fn(move || {
            let link = &self.links[next? as usize];
            next = link.before;
            Some(link.figure)
        })
    }

    /// Adds a figure to those of a term. There are no more than there are words.
    pub(super) fn add(&mut self, term: Term, figure: FigureId) {
        let link = Link { figure, before: self.last.get(term) };
        self.last.insert(term, self.links.len() as u32);
        self.links.push(link);
    }
}
