use crate::tables::{ABBREVIATIONS, WORDS};

/// What the period of an abbreviation says about the end of the sentence.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Abbreviation {
    /// `Mr.`: never ends a sentence.
    Title,
    /// `vs.`, `e.g.`: never ends a sentence either.
    Reference,
    /// `No.`, `p.`: ends no sentence before a number.
    Number,
    /// `Inc.`, `Ga.`, `Sept.`: ends a sentence before what can only be a start.
    Name,
    /// `etc.`, `p.m.`: ends a sentence before any capital.
    Tail,
}

impl Abbreviation {
    /// Looks up a word, without its last period and with those inside it.
    #[inline]
    pub(crate) fn of(word: &[u8]) -> Option<Abbreviation> {
        let capital = word.first().is_some_and(u8::is_ascii_uppercase);
        match ABBREVIATIONS.get(pack(word)? | if capital { CAPITAL } else { 0 }) {
            1 => Some(Abbreviation::Title),
            2 => Some(Abbreviation::Reference),
            3 => Some(Abbreviation::Number),
            4 => Some(Abbreviation::Name),
            5 => Some(Abbreviation::Tail),
            _ => None,
        }
    }
}

/// What is known about a word that is no abbreviation, whatever its case.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Classes(u8);

impl Classes {
    /// With a capital, it begins a sentence: `The`.
    pub(crate) const START: Classes = Classes(1);
    /// A verb that reports speech: `said`.
    pub(crate) const REPORTING: Classes = Classes(1 << 1);
    /// Says after a time where or on which day: `EST`, `Monday`.
    pub(crate) const ZONE: Classes = Classes(1 << 2);
    /// A name that ends with an exclamation mark: `Yahoo`.
    pub(crate) const EXCLAIMED: Classes = Classes(1 << 3);
    /// It says, before a colon, whom a picture is by: `Photo`.
    pub(crate) const CREDIT: Classes = Classes(1 << 4);
    /// It begins a sentence with a time or a place: `At`.
    pub(crate) const OPENING: Classes = Classes(1 << 5);

    /// Looks up a word. What the table does not know has no classes.
    #[inline]
    pub(crate) fn of(word: &[u8]) -> Classes {
        Classes(pack(word).map_or(0, |packed| WORDS.get(packed)))
    }

    /// Whether the word is in the class.
    #[inline]
    pub(crate) fn has(self, class: Classes) -> bool {
        self.0 & class.0 != 0
    }
}

/// An open hash table from packed words to small numbers; what it does not know
/// is zero. It is never full.
#[derive(Debug)]
pub(crate) struct Table<const N: usize> {
    pub(crate) keys: [u64; N],
    pub(crate) values: [u8; N],
}

impl<const N: usize> Table<N> {
    #[inline]
    fn get(&self, packed: u64) -> u8 {
        let shift = u64::BITS - N.trailing_zeros();
        let mut slot = (packed.wrapping_mul(MULTIPLIER) >> shift) as usize;
        while self.keys[slot % N] != packed {
            if self.keys[slot % N] == 0 {
                return 0;
            }
            slot += 1;
        }
        self.values[slot % N]
    }
}

/// Fibonacci hashing: 2^64 divided by the golden ratio.
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Set in the number of an abbreviation that begins with a capital.
const CAPITAL: u64 = 1 << 60;

/// The longest word that is looked up.
const LONGEST: usize = 12;

/// A word as a number, five bits a letter, in lower case, so that it is compared
/// at once. No word is zero.
#[inline]
fn pack(word: &[u8]) -> Option<u64> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let mut packed = 0;
    for &byte in word {
        let letter = match byte {
            b'a'..=b'z' => byte - b'a' + 1,
            b'A'..=b'Z' => byte - b'A' + 1,
            b'\'' => 27,
            b'.' => 28,
            _ => return None,
        };
        packed = packed << 5 | u64::from(letter);
    }
    Some(packed)
}

#[cfg(test)]
mod tests {
    use super::{Abbreviation, Classes};

    #[test]
    fn words_are_found_in_any_case() {
        for word in ["said", "Said", "SAID"] {
            assert!(Classes::of(word.as_bytes()).has(Classes::REPORTING), "{word}");
        }
        assert!(Classes::of(b"It's").has(Classes::START));
        assert_eq!(Classes::of(b"zebra"), Classes::default());
        assert_eq!(Classes::of(b""), Classes::default());
        assert_eq!(Classes::of("é".as_bytes()), Classes::default());
    }

    #[test]
    fn the_case_of_an_abbreviation_tells() {
        assert_eq!(Abbreviation::of(b"Mass"), Some(Abbreviation::Name));
        assert_eq!(Abbreviation::of(b"mass"), None);
        assert_eq!(Abbreviation::of(b"Ft"), Some(Abbreviation::Title));
        assert_eq!(Abbreviation::of(b"ft"), Some(Abbreviation::Tail));
        assert_eq!(Abbreviation::of(b"Etc"), Some(Abbreviation::Tail));
        assert_eq!(Abbreviation::of(b"p.m"), Some(Abbreviation::Tail));
    }
}
