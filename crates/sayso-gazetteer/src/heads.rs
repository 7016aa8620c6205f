//! A first sieve: with which three letters names begin.
//!
//! Most words of a text end here, at a fifth of what their hashes and the
//! [filter](crate::filter) cost. That helps most where names may begin with a small
//! letter, as all words of a text do.

/// A set of the first three letters of names, a bit for each of as many numbers
/// as there are bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heads<'g> {
    bits: &'g [u8],
    shift: u32,
    fold: u32,
}

/// The base-2 logarithm of the least and of the largest number of bits. The
/// largest set stays in the nearest cache.
pub(crate) const MIN: u8 = 6;
pub(crate) const MAX: u8 = 16;

impl<'g> Heads<'g> {
    /// Takes the bits, how many they are, and which bits of
    /// [shapes](crate::hash::Shape) matter.
    pub(crate) fn new(bits: &'g [u8], log: u8, shapes: u8) -> Heads<'g> {
        Heads { bits, shift: 32 - u32::from(log), fold: fold(shapes) }
    }

    pub(crate) fn bytes(self) -> &'g [u8] {
        self.bits
    }

    /// Returns whether a name may begin with a word, given its first four bytes, with
    /// those behind it, and for each byte whether it belongs to a word.
    #[inline]
    pub(crate) fn has(self, bytes: u32, words: u64) -> bool {
        let head = bytes & MASKS[(words & 7) as usize];
        let at = (number(head | self.fold) >> self.shift) as usize;
        let known = self.bits.get(at / 8).map_or(1, |byte| byte >> (at % 8) & 1);
        // Letters that are not ASCII may be written in several ways.
        (known != 0) | (head & 0x80_80_80 != 0)
    }
}

/// Makes a set of the largest size smaller.
pub(crate) fn shrink(bits: &[u8], log: u8, out: &mut [u8]) {
    for at in 0..bits.len() * 8 {
        if bits[at / 8] >> (at % 8) & 1 == 1 {
            let at = at >> (MAX - log);
            out[at / 8] |= 1 << (at % 8);
        }
    }
}

/// Adds the first letters of a word to a set of the largest size.
pub(crate) fn add(bits: &mut [u8], head: [u8; 3], shapes: u8) {
    let [a, b, c] = head;
    let head = u32::from_le_bytes([a, b, c, 0]);
    let at = (number(head | fold(shapes)) >> (32 - MAX)) as usize;
    bits[at / 8] |= 1 << (at % 8);
}

/// Returns what makes letters small: the first one only where its case does not
/// matter.
fn fold(shapes: u8) -> u32 {
    if shapes & 1 == 0 { 0x20_20_20 } else { 0x20_20_00 }
}

/// Returns the number of three letters: the first bits are the number in a small
/// set.
#[inline]
fn number(head: u32) -> u32 {
    head.wrapping_mul(0x9E37_79B1)
}

/// Which of three bytes belong to the word that the first belongs to, by whether
/// each belongs to a word.
const MASKS: [u32; 8] = [0, 0xFF, 0, 0xFF_FF, 0, 0xFF, 0, 0xFF_FF_FF];
