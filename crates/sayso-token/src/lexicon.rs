use crate::tables::*;

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
/// one lowest, as in [`Letters`](crate::letters::Letters). Words longer than
/// eight bytes have none.
fn key(word: &[u8]) -> Option<u64> {
    (word.len() <= 8).then(|| {
        word.iter().rev().fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase()))
    })
}

/// Returns when a period after the word belongs to it, if ever.
pub(crate) fn abbreviation(word: &[u8]) -> Option<Abbreviation> {
    let (_, when, capital) = ABBREVIATIONS[abbreviation_row(key(word)?)?];
    (!capital || word[0].is_ascii_uppercase()).then_some(when)
}

/// Whether the word whose key is given is an abbreviation, if only with a
/// capital.
#[inline]
pub(crate) fn may_be_abbreviation(key: u64) -> bool {
    abbreviation_row(key).is_some()
}

/// Words that end in a period are asked for as often as there are sentences,
/// hence the hash table, as for contractions.
#[inline]
fn abbreviation_row(key: u64) -> Option<usize> {
    let slot = key.wrapping_mul(ABBREVIATION_FACTOR) >> (64 - ABBREVIATION_BITS);
    let row = usize::from(ABBREVIATION_SLOTS[slot as usize]).checked_sub(1)?;
    (ABBREVIATIONS[row].0 == key).then_some(row)
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
pub(crate) fn contraction(word: &[u8]) -> Option<usize> {
    contraction_of(key(word)?)
}

/// The same for the key of a word of at most eight letters. It is asked for
/// every word of a text, hence the hash table: one load answers for nineteen
/// words of twenty.
#[inline]
pub(crate) fn contraction_of(key: u64) -> Option<usize> {
    let slot = key.wrapping_mul(CONTRACTION_FACTOR) >> (64 - CONTRACTION_BITS);
    let index = usize::from(CONTRACTION_SLOTS[slot as usize]).checked_sub(1)?;
    let (known, length) = CONTRACTIONS[index];
    (known == key).then_some(usize::from(length))
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
