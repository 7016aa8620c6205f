//! What a word's letters tell: its shape, its stem, its ends.

use super::{
    features::{hash_bytes, hash_more, hash_word},
    word::Shape,
};

/// Returns the bytes of a token, with typographic apostrophes as straight ones.
pub(super) fn straight(token: &str) -> impl Iterator<Item = u8> {
    let bytes = token.as_bytes();
    let mut at = 0;
    core::iter::from_fn(move || {
        let byte = *bytes.get(at)?;
        // U+2019 and U+2018 are e2 80 99 and e2 80 98.
        if byte == 0xe2
            && bytes.get(at + 1) == Some(&0x80)
            && matches!(bytes.get(at + 2), Some(0x98 | 0x99))
        {
            at += 3;
            return Some(b'\'');
        }
        at += 1;
        Some(byte)
    })
}

/// What is counted to tell the shape of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    letters: u32,
    digits: u32,
    upper: u32,
}

impl Letters {
    /// Counts a character.
    pub(super) fn of(c: char) -> Letters {
        Letters {
            letters: u32::from(c.is_alphabetic()),
            digits: u32::from(c.is_numeric()),
            upper: u32::from(c.is_uppercase()),
        }
    }

    #[inline]
    pub(super) fn add(&mut self, other: Letters) {
        self.letters += other.letters;
        self.digits += other.digits;
        self.upper += other.upper;
    }

    /// Returns the shape of a word, given whether its first letter is a capital.
    pub(super) fn shape(self, first: bool) -> Shape {
        match (self.letters, self.digits, self.upper) {
            (0, 0, _) => Shape::Mark,
            (_, 1.., _) => Shape::Digits,
            (1, _, 1) => Shape::Letter,
            (_, _, 0) => Shape::Lower,
            (_, _, 1) if first => Shape::Capitalized,
            _ if self.upper == self.letters => Shape::Upper,
            _ => Shape::Mixed,
        }
    }
}

/// The last bytes of a word in lower case: words are seldom longer, and then
/// tell by their ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lower {
    bytes: [u8; Lower::LENGTH],
    len: usize,
    /// The hashes of the first bytes: of none, of one, and so on.
    hashes: [u32; Lower::LENGTH + 1],
}

impl Default for Lower {
    fn default() -> Lower {
        let len = 0;
        Lower { bytes: [0; Lower::LENGTH], len, hashes: [hash_word(""); Lower::LENGTH + 1] }
    }
}

impl Lower {
    pub(super) const LENGTH: usize = 24;

    #[inline]
    pub(super) fn push(&mut self, byte: u8) {
        if self.len == Lower::LENGTH {
            self.bytes.rotate_left(1);
            self.len -= 1;
        }
        self.bytes[self.len] = byte;
        self.hashes[self.len + 1] = hash_more(self.hashes[self.len], byte);
        self.len += 1;
    }

    /// Takes all bytes of a short word in ASCII, and counts its letters.
    #[inline]
    pub(super) fn fill(&mut self, token: &[u8]) -> Letters {
        let mut letters = Letters::default();
        let (mut len, mut hash) = (0, hash_word(""));
        let places = self.bytes.iter_mut().zip(&mut self.hashes[1..]);
        for ((place, known), byte) in places.zip(token) {
            let (low, counts) = LETTERS[usize::from(*byte)];
            letters.add(counts);
            hash = hash_more(hash, low);
            (*place, *known) = (low, hash);
            len += 1;
        }
        self.len = len;
        letters
    }

    /// Finds the hashes anew, when others have gone before the bytes.
    pub(super) fn hash_last(&mut self) {
        for at in 0..self.len {
            self.hashes[at + 1] = hash_more(self.hashes[at], self.bytes[at]);
        }
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// Returns the hash of all.
    pub(super) fn hash(&self) -> u32 {
        self.hash_of(self.len)
    }

    /// Returns the hash of the first bytes, or of all if there are no more.
    pub(super) fn hash_of(&self, count: usize) -> u32 {
        self.hashes[count.min(self.len)]
    }

    /// Returns the hash of the last bytes.
    pub(super) fn end(&self, count: usize) -> u32 {
        hash_bytes(self.bytes()[self.len.saturating_sub(count)..].iter().copied())
    }

    /// Returns a hash of a regular word without the endings of verbs and plurals.
    pub(super) fn stem(&self) -> u32 {
        let lower = self.bytes();
        let cut = |n: usize| &lower[..lower.len() - n];
        let rest = match lower {
            [_, _, .., b'i', b'e', b's' | b'd'] => {
                return hash_more(self.hash_of(lower.len() - 3), b'y');
            }
            [_, _, .., b'i', b'n', b'g'] if lower.len() > 5 => undouble(cut(3)),
            [_, _, .., b'e', b'd'] if lower.len() > 4 => undouble(cut(2)),
            [.., b's' | b'h' | b'x' | b'z', b'e', b's'] if lower.len() > 4 => cut(2),
            [_, .., b's', b's'] => lower,
            [_, _, .., b's'] => cut(1),
            _ => lower,
        };
        let rest = match rest {
            [head @ .., b'e'] if head.len() > 1 => head,
            _ => rest,
        };
        self.hash_of(rest.len())
    }
}

/// Each byte in lower case, digits as `0`, and what it counts if it is a letter of its
/// own.
pub(super) static LETTERS: [(u8, Letters); 256] = {
    let none = Letters { letters: 0, digits: 0, upper: 0 };
    let (mut all, mut byte) = ([(0, none); 256], 0_u8);
    loop {
        let lower = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
        let counts = Letters {
            letters: byte.is_ascii_alphabetic() as u32,
            digits: byte.is_ascii_digit() as u32,
            upper: byte.is_ascii_uppercase() as u32,
        };
        all[byte as usize] = (lower, counts);
        if byte == u8::MAX {
            break all;
        }
        byte += 1;
    }
};

/// Takes away the second of two equal consonants at the end: `admitt`.
fn undouble(stem: &[u8]) -> &[u8] {
    match stem {
        [head @ .., a, b] if a == b && !matches!(a, b'l' | b's' | b'e' | b'o') => {
            &stem[..head.len() + 1]
        }
        _ => stem,
    }
}
