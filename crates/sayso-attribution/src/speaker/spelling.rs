//! Names with a letter wrong.

use alloc::vec::Vec;

use super::{cluster::Clusters, figure::FigureId, lexicon::LowerCase};

impl Clusters<'_, '_> {
    /// The person whose surname this is with one letter wrong.
    pub(super) fn misspelled(&self, text: &str) -> Option<FigureId> {
        let list = self.long_surnames.get(&long_word(text)?)?;
        let known = list.iter().find(|&&known| one_edit(text, self.article.term(known)))?;
        self.surnamed(*known).first().copied()
    }
}

/// The start of a word of seven letters or more that is nothing but a name.
pub(super) fn long_word(text: &str) -> Option<[char; 2]> {
    let mut letters = text.chars();
    let start = [letters.next()?, letters.next()?];
    (letters.nth(4).is_some() && LowerCase::of(text) == LowerCase::Unknown).then_some(start)
}

/// Whether one letter more, less, other or two letters exchanged make one word
/// of the other.
fn one_edit(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - back], &b[..b.len() - back]) {
        ([], []) => false,
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([x, y], [z, w]) => x == w && y == z,
        _ => false,
    }
}
