//! The words of a text, found 64 bytes at a time.

use alloc::vec::Vec;

use crate::class::{Class, class};

/// Finds the words of a text: see [`boundary`](crate::boundary) for what a word
/// is. A word may have characters at its end that are not seen; only words that
/// are not ASCII have.
#[derive(Clone, Debug)]
pub(crate) struct Scanner<'t> {
    text: &'t str,
    /// The next byte to look at.
    at: usize,
    /// 1 if the byte before belongs to a word.
    inside: u64,
    /// The bytes at `at` that are the rest of a character, if it belongs to a
    /// word.
    rest: u64,
    /// The start of a word whose end has not been seen.
    open: usize,
}

/// How many bytes are classified together: as many as a word of the machine has
/// bits.
const BLOCK: usize = 64;

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str) -> Scanner<'t> {
        Scanner { text, at: 0, inside: 0, rest: 0, open: 0 }
    }

    /// Appends the starts and ends of the next words, at least `count` unless the
    /// text is at its end. Returns whether there is more.
    pub(crate) fn words(&mut self, count: usize, words: &mut Vec<[usize; 2]>) -> bool {
        let wanted = words.len() + count;
        let bytes = self.text.as_bytes();
        while words.len() < wanted {
            let Some(block) = bytes.get(self.at..).and_then(|rest| rest.first_chunk::<BLOCK>())
            else {
                return self.last_words(words);
            };
            let mask = self.mask(block);
            self.edges(mask, words);
            self.at += BLOCK;
        }
        true
    }

    /// Ends with a block that is filled up with what belongs to no word.
    fn last_words(&mut self, words: &mut Vec<[usize; 2]>) -> bool {
        let bytes = self.text.as_bytes();
        let mut block = [b' '; BLOCK];
        if let Some(rest) = bytes.get(self.at..) {
            block[..rest.len()].copy_from_slice(rest);
            let mask = self.mask(&block);
            self.edges(mask, words);
            // A word that fills all of the block has its end at the end of the text.
            self.at += BLOCK;
        }
        if self.inside == 1 {
            words.push([self.open, bytes.len()]);
            self.inside = 0;
        }
        false
    }

    /// Appends the words that end in the block, whose bytes of words are `mask`.
    #[inline]
    fn edges(&mut self, mask: u64, words: &mut Vec<[usize; 2]>) {
        let mut edges = mask ^ (mask << 1 | self.inside);
        if self.inside == 1 && edges != 0 {
            words.push([self.open, self.at + edges.trailing_zeros() as usize]);
            edges &= edges - 1;
        }
        self.inside = mask >> (BLOCK - 1);
        while edges != 0 {
            let start = self.at + edges.trailing_zeros() as usize;
            edges &= edges - 1;
            if edges == 0 {
                self.open = start;
                return;
            }
            words.push([start, self.at + edges.trailing_zeros() as usize]);
            edges &= edges - 1;
        }
    }

    /// Returns a bit for each byte of the block: whether it belongs to a word.
    #[inline]
    fn mask(&mut self, block: &[u8; BLOCK]) -> u64 {
        let words = gather(block.map(is_word_byte));
        let wide = gather(block.map(|byte| byte >> 7));
        if wide == 0 { words } else { self.mask_wide(words, wide) }
    }

    /// Adds to a mask of ASCII the bytes of other characters.
    fn mask_wide(&mut self, mut mask: u64, wide: u64) -> u64 {
        mask |= core::mem::take(&mut self.rest);
        let mut left = wide;
        while left != 0 {
            let bit = left.trailing_zeros();
            left &= left - 1;
            let at = self.at + bit as usize;
            // The rest of a character that began before has no character of its own.
            let Some(c) = self.text.get(at..).and_then(|text| text.chars().next()) else {
                continue;
            };
            let before = if bit == 0 { self.inside } else { mask >> (bit - 1) & 1 };
            let is_word = match class(c) {
                Class::Word => true,
                Class::Other => false,
                // They go with what is before them.
                Class::Mark | Class::Ignorable => before == 1,
            };
            let bytes = ((1_u128 << c.len_utf8()) - 1) << bit;
            if is_word {
                mask |= bytes as u64;
                self.rest = (bytes >> BLOCK) as u64;
            }
            left &= !(bytes as u64);
        }
        mask
    }
}

#[inline]
fn is_word_byte(byte: u8) -> u8 {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    u8::from(letter | digit | (byte == b'_'))
}

/// Makes bits of bytes that are 0 or 1.
#[inline]
fn gather(flags: [u8; BLOCK]) -> u64 {
    let mut mask = 0;
    for (at, eight) in flags.chunks_exact(8).enumerate() {
        let eight = u64::from_le_bytes(eight.try_into().expect("chunks of eight"));
        // The product moves the lowest bit of byte i to bit 56 + i.
        mask |= (eight.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * at);
    }
    mask
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec::Vec};

    use proptest::prelude::*;

    use super::Scanner;
    use crate::class::{Class, class};

    /// The same, a character at a time.
    fn words(text: &str) -> Vec<[usize; 2]> {
        let mut words = Vec::new();
        let mut open = None;
        for (at, c) in text.char_indices() {
            match (class(c), open) {
                (Class::Word, None) => open = Some(at),
                (Class::Other, Some(start)) => {
                    words.push([start, at]);
                    open = None;
                }
                _ => {}
            }
        }
        words.extend(open.map(|start| [start, text.len()]));
        words
    }

    proptest! {
        #[test]
        fn blocks_agree_with_characters(
            pieces in prop::collection::vec(
                prop_oneof![
                    "[ -~]{0,9}", "[a-zA-Z0-9_]{0,70}", "[é’\u{AD}\u{301}ñ€ ]{0,5}", "\\PC{0,5}",
                    "[a-z]{60,66}"
                ],
                0..12,
            ),
            count in 1..9_usize,
        ) {
            let text: String = pieces.concat();
            let mut scanner = Scanner::new(&text);
            let mut found = Vec::new();
            while scanner.words(count, &mut found) {}
            prop_assert_eq!(found, words(&text));
        }
    }
}
