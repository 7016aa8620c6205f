use crate::tables::{
    ABBREVIATIONS, CLIPPED_ENDS, CLIPPED_STARTS, CONTRACTIONS, DEGREES, PREFIXES, STARTS, SUFFIXES,
};

/// When a period after a word belongs to it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Abbreviation {
    /// Whatever follows: `Mr.`, `Inc.`
    Always,
    /// Before a number: `No. 5`, `p. 12`.
    BeforeNumber,
    /// Before a number or a capitalized word: `Sat. 12 Oct.`
    BeforeDate,
    /// Unless a sentence may begin after it: `etc.`
    Inside,
    /// After a comma, with a capital: `Boston, Mass.`
    AfterComma,
}

/// A word as a number that compares fast: its bytes in lower case, the first
/// one lowest. Words longer than eight bytes have none.
fn key(word: &[u8]) -> Option<u64> {
    (word.len() <= 8).then(|| {
        word.iter().rev().fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase()))
    })
}

/// Returns when a period after the word belongs to it, if ever.
pub(crate) fn abbreviation(word: &[u8]) -> Option<Abbreviation> {
    let key = key(word)?;
    let index = ABBREVIATIONS.binary_search_by_key(&key, |&(key, ..)| key).ok()?;
    let (_, when, capital) = ABBREVIATIONS[index];
    (!capital || word[0].is_ascii_uppercase()).then_some(when)
}

/// Whether a hyphen after the word belongs to it: `co-founder`.
pub(crate) fn is_prefix(word: &[u8]) -> bool {
    key(word).is_some_and(|key| PREFIXES.binary_search(&key).is_ok())
}

/// Whether a hyphen before the word belongs to it: `clock-wise`.
pub(crate) fn is_suffix(word: &[u8]) -> bool {
    key(word).is_some_and(|key| SUFFIXES.binary_search(&key).is_ok())
}

/// Returns where the word is split in two, if it is written as one: `can|not`.
#[inline]
pub(crate) fn contraction(word: &[u8]) -> Option<usize> {
    let key = key(word)?;
    let index = CONTRACTIONS.binary_search_by_key(&key, |&(key, _)| key).ok()?;
    Some(usize::from(CONTRACTIONS[index].1))
}

/// Whether the word has lost its beginning if an apostrophe stands before it:
/// `’em`.
pub(crate) fn is_clipped_start(word: &[u8]) -> bool {
    key(word).is_some_and(|key| CLIPPED_STARTS.binary_search(&key).is_ok())
}

/// Whether the word has lost its end if an apostrophe stands after it:
/// `goin’`.
pub(crate) fn is_clipped_end(word: &[u8]) -> bool {
    key(word).is_some_and(|key| CLIPPED_ENDS.binary_search(&key).is_ok())
}

/// Whether the word, capitalized after a period, begins a sentence.
pub(crate) fn is_start(word: &[u8]) -> bool {
    key(word).is_some_and(|key| STARTS.binary_search(&key).is_ok())
}

/// Whether the letters are an academic degree that has a period in the middle:
/// `Ph.D`.
pub(crate) fn is_degree(word: &[u8]) -> bool {
    key(word).is_some_and(|key| DEGREES.binary_search(&key).is_ok())
}
