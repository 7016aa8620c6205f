use crate::{chars, lexicon::Abbreviation};

/// What stands before a period.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Before {
    /// A word that is not known to be abbreviated.
    Word,
    /// A number.
    Number,
    /// One letter: an initial, the pronoun.
    Letter(u8),
    /// An abbreviation that is known.
    Abbreviation(Abbreviation),
    /// Letters with periods between them that are not known: `U.S`.
    Dotted,
    /// No word.
    Nothing,
}

/// Abbreviations are short: a longer word is not looked up.
const LONGEST: usize = 8;

/// No dotted abbreviation is longer.
const REACH: usize = 16;

impl Before {
    /// Reads the word that ends at an offset and does not begin before `start`.
    /// Returns where the word begins too.
    #[inline]
    pub(crate) fn read(text: &str, start: usize, end: usize) -> (Before, usize) {
        let bytes = text.as_bytes();
        let floor = start.max(end.saturating_sub(REACH));
        let mut at = end;
        while at > floor && bytes[at - 1].is_ascii_alphabetic() {
            at -= 1;
        }
        let length = end - at;
        if length > LONGEST {
            return (Before::Word, at);
        }
        let previous = if at > start { bytes[at - 1] } else { b' ' };
        if length == 0 {
            return match previous {
                b'0'..=b'9' => (Before::Number, at),
                0x80.. if chars::before(text, end).is_some_and(char::is_alphanumeric) => {
                    (Before::Word, at)
                }
                // `left .` and `Mr .`
                b' ' if at > start + 1 && bytes[at - 2].is_ascii_alphabetic() => {
                    Before::read(text, start, end - 1)
                }
                _ => (Before::Nothing, at),
            };
        }
        let word = &bytes[at..end];
        match previous {
            b'.' => Before::dotted(bytes, floor, end),
            0x80.. if chars::before(text, at).is_some_and(|c| c.is_alphanumeric() || c == '’') => {
                (Before::Word, at)
            }
            // In `don't.` and `1990s.` the letter is not a word.
            b'\'' | b'0'..=b'9' if length == 1 => (Before::Word, at),
            _ if length == 1 => (Before::Letter(word[0]), at),
            _ => match Abbreviation::of(word) {
                Some(known) => (Before::Abbreviation(known), at),
                None => (Before::Word, at),
            },
        }
    }

    /// Reads a word with periods in it: `U.S`, `Ph.D`, but also `example.com`.
    fn dotted(bytes: &[u8], floor: usize, end: usize) -> (Before, usize) {
        let mut at = end;
        let (mut letters, mut longest) = (0, 0);
        while at > floor && (bytes[at - 1].is_ascii_alphabetic() || bytes[at - 1] == b'.') {
            at -= 1;
            letters = if bytes[at] == b'.' { 0 } else { letters + 1 };
            longest = longest.max(letters);
        }
        match Abbreviation::of(&bytes[at..end]) {
            Some(known) => (Before::Abbreviation(known), at),
            None if longest <= 2 => (Before::Dotted, at),
            None => (Before::Word, at),
        }
    }
}

/// Whether the word that ends before the white space at an offset begins in
/// lower case.
pub(crate) fn lower_before(text: &str, start: usize, end: usize) -> bool {
    let floor = start.max(end.saturating_sub(2 * REACH));
    let before = text.as_bytes()[floor..end].trim_ascii_end();
    let word =
        before.iter().rev().take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'\'');
    word.last().is_some_and(u8::is_ascii_lowercase)
}
