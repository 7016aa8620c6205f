//! Hashes of words and of sequences of words.
//!
//! A hash only says where to look: what is found there is compared with the
//! text. Two words with one hash cost time, never a wrong mention.

use crate::class::is_capital;

/// A word as the tables know it: the hash of its folded form, and its shape.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Key {
    pub(crate) hash: u64,
    pub(crate) shape: Shape,
}

impl Key {
    /// Returns the key of the word where of shapes only these bits matter.
    #[inline]
    pub(crate) fn of_shapes(self, bits: u8) -> Key {
        Key { shape: Shape(self.shape.0 & bits), ..self }
    }
}

/// Where a word has capitals: bit 0 says whether it starts with one, bit 1
/// whether there are others.
///
/// The filter tells `Will` from `will` by it, although hashes are of folded
/// words: most words of a text that are a name in another case end there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Shape(pub(crate) u8);

impl Shape {
    pub(crate) const COUNT: u8 = 4;

    pub(crate) fn of(word: &str) -> Shape {
        // The underscore counts as one because its bits look like one's.
        let mut capitals = word.chars().map(|c| c == '_' || is_capital(c));
        let first = capitals.next().unwrap_or(false);
        Shape(u8::from(first) | u8::from(capitals.any(|capital| capital)) << 1)
    }

    pub(crate) fn starts_with_capital(self) -> bool {
        self.0 & 1 == 1
    }
}

const A: u64 = 0xA076_1D64_78BD_642F;
const B: u64 = 0xE703_7ED1_A0B4_28DB;
/// The bit of each byte that small letters have and capitals have not.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The product of two words folded onto itself (wyhash, Wang Yi 2019).
#[inline]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// Returns the key of a word of ASCII letters and digits whose bytes, followed
/// by zeros, are `bytes`.
#[inline]
pub(crate) fn short(bytes: [u64; 2], seed: u64) -> Key {
    // A capital has the bit of 0x40 and not that of 0x20; a digit has no 0x40.
    let capitals = bytes.map(|b| b & !(b << 1) & (SMALL << 1));
    let first = (capitals[0] >> 6) & 1;
    let others = u64::from((capitals[0] & !0xFF) | capitals[1] != 0);
    let shape = Shape((first | others << 1) as u8);
    // Makes letters small, and other characters of words, and the zeros, what none
    // of them is.
    let [low, high] = bytes.map(|bytes| bytes | SMALL);
    Key { hash: mix(low ^ seed, high ^ A), shape }
}

/// Returns the hash of a string in any case of ASCII letters, if it has no other
/// characters; if it has, it must be folded.
pub(crate) fn string(text: &str, seed: u64) -> u64 {
    let small = if text.is_ascii() { SMALL } else { 0 };
    let mut hash = seed;
    let mut rest = text.as_bytes();
    loop {
        let (chunk, more) = rest.split_at(rest.len().min(16));
        let [low, high] = padded(chunk).map(|bytes| bytes | small);
        hash = mix(low ^ hash, high ^ A);
        if more.is_empty() {
            return hash;
        }
        rest = more;
    }
}

/// Returns up to sixteen bytes, followed by zeros.
#[inline]
pub(crate) fn padded(bytes: &[u8]) -> [u64; 2] {
    let mut all = [0; 16];
    all[..bytes.len()].copy_from_slice(bytes);
    let all = u128::from_le_bytes(all);
    [all as u64, (all >> 64) as u64]
}

/// Returns the first sixteen of some bytes, if there are so many.
#[inline]
pub(crate) fn sixteen(bytes: &[u8], at: usize) -> Option<[u64; 2]> {
    let chunk = bytes.get(at..)?.first_chunk::<16>()?;
    let chunk = u128::from_le_bytes(*chunk);
    Some([chunk as u64, (chunk >> 64) as u64])
}

/// What of sixteen bytes belongs to a word of so many.
pub(crate) const MASKS: [[u64; 2]; 17] = {
    let mut masks = [[0; 2]; 17];
    let mut len = 1;
    while len <= 16 {
        let low = if len < 8 { len } else { 8 };
        masks[len] = [u64::MAX >> (64 - 8 * low), 0];
        if len > 8 {
            masks[len][1] = u64::MAX >> (128 - 8 * len);
        }
        len += 1;
    }
    masks
};

/// Returns the hash of a sequence of words and one more, after what parts them.
#[inline]
pub(crate) fn path(before: u64, gap: u64, word: u64) -> u64 {
    mix(before ^ gap, word ^ B)
}
