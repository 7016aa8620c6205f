//! A name as the tables take it: its words and what parts them.

use alloc::{string::String, vec::Vec};

use crate::{
    Case,
    canon::{Canon, fold},
    capitals,
    class::{Class, class},
    hash::{self, Shape},
};

/// The canonical form of a name, taken apart. It is made to be filled again and
/// again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Name {
    /// The canonical form.
    pub(crate) exact: String,
    /// Where its words are.
    pub(crate) words: Vec<[usize; 2]>,
    folded: String,
}

impl Name {
    /// Takes a name apart.
    pub(crate) fn set(&mut self, name: &str, canon: Canon) {
        self.exact.clear();
        self.words.clear();
        // A mark without a letter before it would be the end of something else.
        let loose = |c| canon.is_space(c) || matches!(class(c), Class::Mark | Class::Ignorable);
        let name = name.trim_start_matches(loose).trim_end_matches(|c| canon.is_space(c));
        canon.exact(name, &mut self.exact);
        let mut open = None;
        for (at, c) in self.exact.char_indices() {
            match (class(c), open) {
                (Class::Word, None) => open = Some(at),
                (Class::Other, Some(start)) => {
                    self.words.push([start, at]);
                    open = None;
                }
                _ => {}
            }
        }
        self.words.extend(open.map(|start| [start, self.exact.len()]));
    }

    /// Returns the hash of each beginning of the name: its first word, its first
    /// two, and so on.
    pub(crate) fn paths(&mut self, seed: u64, paths: &mut Vec<u64>) {
        let mut path = 0;
        let mut last = None;
        for &[start, end] in &self.words {
            let word = &self.exact[start..end];
            let hash = if word.is_ascii() {
                hash::string(word, seed)
            } else {
                self.folded.clear();
                fold(word, &mut self.folded);
                hash::string(&self.folded, seed)
            };
            path = match last {
                None => hash,
                Some(last) => hash::path(path, hash::string(&self.exact[last..start], seed), hash),
            };
            last = Some(end);
            paths.push(path);
        }
    }

    /// Returns the shapes that a text's first word may have, as far as these bits
    /// of shapes [matter](shapes).
    pub(crate) fn shapes(&self, case: Case, bits: u8) -> impl Iterator<Item = Shape> + use<> {
        let [start, end] = self.words[0];
        let own = Shape::of(&self.exact[start..end]);
        let capital = capitals::asked_at_start(&self.exact);
        let shapes = (0..Shape::COUNT).filter(move |shape| shape & !bits == 0).map(Shape);
        shapes.filter(move |&shape| match case {
            Case::Exact => shape == own,
            Case::Capitalized => shape.starts_with_capital() || !capital,
            Case::Folded => true,
        })
    }

    /// Returns whether a text may have the name with a small ASCII letter at its
    /// start.
    pub(crate) fn may_be_small(&mut self, case: Case) -> bool {
        let [start, end] = self.words[0];
        let word = &self.exact[start..end];
        let is_small = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
        match case {
            Case::Exact => is_small(word),
            Case::Capitalized if capitals::asked_at_start(&self.exact) => false,
            Case::Capitalized | Case::Folded => {
                self.folded.clear();
                fold(word, &mut self.folded);
                is_small(&self.folded)
            }
        }
    }

    /// Returns the longest stretch between two words, in bytes.
    pub(crate) fn longest_gap(&self) -> usize {
        self.words.windows(2).map(|pair| pair[1][0] - pair[0][1]).max().unwrap_or(0)
    }

    /// Returns how many bytes stand before the first word and after the last.
    pub(crate) fn affixes(&self) -> [usize; 2] {
        match &self.words[..] {
            [] => [0, 0],
            words => [words[0][0], self.exact.len() - words[words.len() - 1][1]],
        }
    }
}

/// Returns which bits of shapes matter where names are compared in these ways.
pub(crate) fn shapes(cases: impl Iterator<Item = Case>) -> u8 {
    cases.fold(0, |bits, case| {
        bits | match case {
            Case::Exact => 3,
            Case::Capitalized => 1,
            Case::Folded => 0,
        }
    })
}
