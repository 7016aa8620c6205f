//! The search for names that may start or end inside a word.

use alloc::{string::String, vec::Vec};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use sayso_span::Span;

use crate::{
    Boundary, Mention,
    boundary::{closes, opens},
    canon::{Canon, fold},
    class::{Class, class},
    error::{LoadError, LoadErrorKind},
    layout::Tables,
    record::Record,
    verify::Verifier,
};

/// All names, folded, in an automaton (Aho and Corasick 1975).
#[derive(Clone, Debug)]
pub(crate) struct Automaton {
    automaton: AhoCorasick,
    /// The group of each pattern.
    groups: Vec<u32>,
}

impl Automaton {
    /// Reads all names of a gazetteer, if it needs an automaton.
    pub(crate) fn new(tables: &Tables<'_>) -> Result<Option<Automaton>, LoadError> {
        if tables.header.config.boundary == Boundary::Word {
            return Ok(None);
        }
        let mut patterns: Vec<String> = Vec::new();
        let mut groups = Vec::new();
        let mut at = 0;
        while let Some(record) = Record::read(tables.records, at) {
            let first = patterns.len();
            let mut spellings = record.spellings();
            for spelling in &mut spellings {
                let mut folded = String::new();
                fold(spelling.text(), &mut folded);
                // Only damaged bytes have names without a letter.
                if !folded.is_empty() && !patterns[first..].contains(&folded) {
                    patterns.push(folded);
                    groups.push(at);
                }
            }
            // Records are not empty: this comes to an end.
            at = (tables.records.len() - spellings.rest().len()) as u32;
        }
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .map_err(|_| LoadError { kind: LoadErrorKind::Corrupt })?;
        Ok(Some(Automaton { automaton, groups }))
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Substrings<'g, 't> {
    automaton: &'g Automaton,
    boundary: Boundary,
    text: &'t str,
    canon: Canon,
    verifier: Verifier<'g, 't>,
}

/// A part of the text that a mention has all of or nothing: a character and its
/// marks, or a run of white space.
#[derive(Clone, Copy, Debug)]
struct Unit {
    /// Where it stands in the text.
    span: Span,
    /// Where it starts in the folded text.
    folded: usize,
}

impl<'g, 't> Substrings<'g, 't> {
    pub(crate) fn new(
        tables: Tables<'g>,
        automaton: &'g Automaton,
        text: &'t str,
    ) -> Substrings<'g, 't> {
        let verifier = Verifier::new(tables, text);
        let boundary = tables.header.config.boundary;
        Substrings { automaton, boundary, text, canon: tables.canon(), verifier }
    }

    /// Appends all mentions, in order, and returns that there are no more.
    pub(crate) fn next(&mut self, found: &mut Vec<Mention>) -> bool {
        let (folded, units) = self.fold();
        let start = |at: usize| units.binary_search_by_key(&at, |unit| unit.folded).ok();
        for found_at in self.automaton.automaton.find_overlapping_iter(&folded) {
            let Some(first) = start(found_at.start()) else { continue };
            let after = if found_at.end() == folded.len() {
                units.len()
            } else {
                let Some(after) = start(found_at.end()) else { continue };
                after
            };
            let span = Span::new(units[first].span.start(), units[after - 1].span.end());
            if self.fits(span) {
                let group = self.automaton.groups[found_at.pattern().as_usize()];
                self.verifier.substring(group, span, found);
            }
        }
        found.sort_unstable_by_key(|m| (m.span.start(), core::cmp::Reverse(m.span.end())));
        false
    }

    /// Returns the folded text, and its units.
    fn fold(&self) -> (String, Vec<Unit>) {
        let mut units: Vec<Unit> = Vec::new();
        let mut in_space = false;
        for (at, c) in self.text.char_indices() {
            let class = class(c);
            if class == Class::Ignorable {
                continue;
            }
            let is_space = self.canon.is_space(c);
            let span = Span::new(at, at + c.len_utf8());
            match units.last_mut() {
                Some(unit) if class == Class::Mark || is_space && in_space => {
                    unit.span = Span::new(unit.span.start(), span.end());
                }
                _ => units.push(Unit { span, folded: 0 }),
            }
            in_space = is_space;
        }
        let (mut folded, mut exact) = (String::with_capacity(self.text.len()), String::new());
        units.retain_mut(|unit| {
            unit.folded = folded.len();
            exact.clear();
            self.canon.exact(&self.text[unit.span], &mut exact);
            fold(&exact, &mut folded);
            folded.len() > unit.folded
        });
        (folded, units)
    }

    fn fits(&self, span: Span) -> bool {
        let bases = |text: &'t str| {
            text.chars().filter(|&c| matches!(class(c), Class::Word | Class::Other))
        };
        let unspaced = |c: Option<char>| c.is_some_and(is_unspaced);
        let [before, inside, after] =
            [&self.text[..span.start()], &self.text[span], &self.text[span.end()..]];
        self.boundary == Boundary::Anywhere
            || (opens(self.text, span.start())
                || unspaced(bases(inside).next())
                || unspaced(bases(before).next_back()))
                && (closes(self.text, span.end())
                    || unspaced(bases(inside).next_back())
                    || unspaced(bases(after).next()))
    }
}

/// Scripts that are written without spaces between words: Thai, Lao, Tibetan,
/// Burmese, Khmer, Chinese, Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
            | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{312F}' | '\u{31F0}'..='\u{31FF}'
            | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{3FFFF}'
    )
}
