use alloc::vec::Vec;

use crate::{
    Mention, Overlap,
    layout::Tables,
    search::Search,
    substring::{Automaton, Substrings},
};

/// The mentions in a text, in order of their starts, the longer of those that
/// start together first.
///
/// This is what [`Gazetteer::mentions`](crate::Gazetteer::mentions) returns.
#[derive(Clone, Debug)]
pub struct Mentions<'g, 't> {
    source: Source<'g, 't>,
    overlap: Overlap,
    /// Whether nothing is found that is not to be reported.
    settled: bool,
    more: bool,
    /// What has been found, the next of it, and what has been reported and is not
    /// over yet.
    found: Vec<Mention>,
    at: usize,
    open: Vec<usize>,
}

#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "the frequent one is the large one")]
enum Source<'g, 't> {
    Words(Search<'g, 't>),
    Substrings(Substrings<'g, 't>),
}

impl<'g, 't> Mentions<'g, 't> {
    pub(crate) fn new(
        tables: Tables<'g>,
        automaton: Option<&'g Automaton>,
        text: &'t str,
    ) -> Mentions<'g, 't> {
        let source = match automaton {
            None => Source::Words(Search::new(tables, text)),
            Some(automaton) => Source::Substrings(Substrings::new(tables, automaton, text)),
        };
        let overlap = tables.header.config.overlap;
        // The search for words has to know the longest to leave out the others.
        let settled = automaton.is_none() && overlap == Overlap::Longest;
        Mentions {
            source,
            overlap,
            settled,
            more: true,
            found: Vec::new(),
            at: 0,
            open: Vec::new(),
        }
    }

    /// Returns whether a mention is to be reported, given what has been.
    fn admits(&mut self, mention: &Mention) -> bool {
        let (start, end) = (mention.span.start(), mention.span.end());
        while self.open.last().is_some_and(|&open| open <= start) {
            self.open.pop();
        }
        let fits = match (self.overlap, self.open.last()) {
            (Overlap::All, _) | (_, None) => true,
            (Overlap::Longest, Some(_)) => false,
            (Overlap::Nested, Some(&open)) => end <= open,
        };
        if fits && self.overlap != Overlap::All {
            self.open.push(end);
        }
        fits
    }
}

impl Iterator for Mentions<'_, '_> {
    type Item = Mention;

    #[inline]
    fn next(&mut self) -> Option<Mention> {
        loop {
            while let Some(&mention) = self.found.get(self.at) {
                self.at += 1;
                if self.settled || self.admits(&mention) {
                    return Some(mention);
                }
            }
            if !self.more {
                return None;
            }
            self.found.clear();
            self.at = 0;
            self.more = match &mut self.source {
                Source::Words(search) => search.next(self.overlap, &mut self.found),
                Source::Substrings(substrings) => substrings.next(&mut self.found),
            };
        }
    }
}
