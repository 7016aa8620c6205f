use crate::{chars, lexicon::Classes};

/// What stands before a period.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Before {
    /// A word that is not known to be abbreviated.
    Word,
    /// A number.
    Number,
    /// One letter: an initial, a list letter, the pronoun.
    Letter(u8),
    /// Letters with periods between them, capitals first: `U.S`.
    Dotted(Classes),
    /// An abbreviation.
    Abbreviation(Classes),
    /// Nothing, or something without letters.
    Nothing,
}

/// No abbreviation is longer, so no one looks farther.
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
        let word = &bytes[at..end];
        let previous = if at > start { bytes[at - 1] } else { b' ' };
        if word.is_empty() {
            return match previous {
                b'0'..=b'9' => Before::number(bytes, floor, end),
                0x80.. if chars::before(text, end).is_some_and(char::is_alphanumeric) => {
                    (Before::Word, end)
                }
                _ => (Before::Nothing, end),
            };
        }
        match previous {
            b'.' => Before::dotted(bytes, start, at, end),
            // In `don't.` and `1990s.` the letters are not a word.
            b'\'' | b'0'..=b'9' if word.len() < 3 && !is_unit(word) => (Before::Word, at),
            0x80.. if chars::before(text, at).is_some_and(|c| c.is_alphanumeric() || c == '’') => {
                (Before::Word, at)
            }
            _ if word.len() == 1 => (Before::Letter(word[0]), at),
            _ => {
                let classes = Classes::of(word);
                let abbreviated = classes.is_abbreviation();
                (if abbreviated { Before::Abbreviation(classes) } else { Before::Word }, at)
            }
        }
    }

    fn number(bytes: &[u8], floor: usize, end: usize) -> (Before, usize) {
        let digits = bytes[floor..end].iter().rev().take_while(|byte| byte.is_ascii_digit());
        (Before::Number, end - digits.count())
    }

    fn dotted(bytes: &[u8], start: usize, last: usize, end: usize) -> (Before, usize) {
        let floor = start.max(end.saturating_sub(REACH));
        let (mut letters, mut length) = ([0; 8], 0);
        let mut at = end;
        while at > floor && length < letters.len() {
            match bytes[at - 1] {
                b'.' => {}
                byte if byte.is_ascii_alphabetic() => {
                    length += 1;
                    letters[8 - length] = byte;
                }
                _ => break,
            }
            at -= 1;
        }
        // `U.S`, `Ph.D`, but not `example.com`.
        let first = bytes[at..end].iter().position(|&byte| byte == b'.').unwrap_or(0);
        let short = end - last <= 2 && first <= 2;
        let classes = Classes::of(&letters[8 - length..]);
        (if short { Before::Dotted(classes) } else { Before::Word }, at)
    }
}

/// `5ft.`, `6am.`
fn is_unit(word: &[u8]) -> bool {
    Classes::of(word).has(Classes::TAIL)
}
