//! Where the words of a text are, found 64 bytes at a time.

use alloc::vec::Vec;

use crate::class::{Class, class};

/// A window onto the words of a text: see [`boundary`](crate::boundary) for what a
/// word is. It moves from the start of the text to its end, and looks ahead as
/// far as it is asked to.
///
/// A word may have characters at its end that are not seen; only words that are
/// not ASCII have.
#[derive(Clone, Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    /// Whether words that start with a small ASCII letter are among the
    /// [`starts`](Words::starts).
    small: bool,
    /// Where the window starts.
    base: usize,
    blocks: Vec<Block>,
    /// 1 if the last byte of the last block belongs to a word.
    inside: u64,
    /// The bytes at the end of the last block that are the rest of a character, if
    /// it belongs to a word.
    rest: u64,
}

/// How many bytes are classified together: as many as a number of the machine has
/// bits.
pub(crate) const BLOCK: usize = 64;

/// How many starts of words are written without looking whether there are any.
const AT_ONCE: usize = 6;

/// 64 bytes of the text, a bit for each.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// Those that belong to words.
    words: u64,
    /// Those with which words start.
    starts: u64,
}

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str, small: bool) -> Words<'t> {
        Words { text, small, base: 0, blocks: Vec::new(), inside: 0, rest: 0 }
    }

    /// Returns where the window starts. It is the start of a block.
    pub(crate) fn base(&self) -> usize {
        self.base
    }

    /// Moves the start of the window.
    pub(crate) fn forget(&mut self, blocks: usize) {
        self.blocks.drain(..blocks.min(self.blocks.len()));
        self.base += blocks * BLOCK;
    }

    /// Writes where words start in the first so many blocks of the window, counted
    /// from its start, and returns how many there are.
    pub(crate) fn starts(&mut self, blocks: usize, starts: &mut Vec<u32>) -> usize {
        let left = self.text.len().saturating_sub(self.base).div_ceil(BLOCK);
        let blocks = blocks.min(left);
        while self.blocks.len() < blocks {
            self.look_ahead();
        }
        // Every second byte may start a word, and a few more are written at once.
        starts.resize(blocks * BLOCK / 2 + AT_ONCE, 0);
        let mut count = 0;
        for (at, block) in self.blocks[..blocks].iter().enumerate() {
            let offset = (at * BLOCK) as u32;
            let mut left = block.starts;
            let more = count + left.count_ones() as usize;
            // Some are written at once, whether there are as many or not, so that the
            // processor foresees when there are no more.
            loop {
                for start in &mut starts[count..count + AT_ONCE] {
                    *start = offset + left.trailing_zeros();
                    left &= left.wrapping_sub(1);
                }
                if left == 0 {
                    break;
                }
                count += AT_ONCE;
            }
            count = more;
        }
        count
    }

    /// Returns where the word ends that starts here.
    #[inline]
    pub(crate) fn end(&mut self, start: usize) -> usize {
        let mut at = start;
        loop {
            let run = self.window(at).trailing_ones() as usize;
            at += run;
            if run < BLOCK {
                return at;
            }
        }
    }

    /// Returns where the first word starts after one that ends here.
    #[inline]
    pub(crate) fn next(&mut self, end: usize) -> Option<usize> {
        let mut window = self.window(end);
        let mut at = end;
        if window & 1 == 1 {
            // What is not seen at the end of the word.
            at = self.end(end);
            window = self.window(at);
        }
        while window == 0 {
            at += BLOCK;
            if at >= self.text.len() {
                return None;
            }
            window = self.window(at);
        }
        Some(at + window.trailing_zeros() as usize)
    }

    /// Returns for the 64 bytes at a place of the window whether they belong to words.
    #[inline]
    fn window(&mut self, at: usize) -> u64 {
        let (block, bit) = ((at - self.base) / BLOCK, at % BLOCK);
        loop {
            if let Some([low, high]) = self.blocks.get(block..block + 2) {
                // Not a shift by 64, which there is not.
                return low.words >> bit | high.words << 1 << (BLOCK - 1 - bit);
            }
            self.look_ahead();
        }
    }

    /// Adds a block to the window.
    #[cold]
    #[inline(never)]
    fn look_ahead(&mut self) {
        let at = self.base + self.blocks.len() * BLOCK;
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let block = match rest.first_chunk::<BLOCK>() {
            Some(block) => self.block(at, block),
            None => {
                let mut block = [b' '; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                self.block(at, &block)
            }
        };
        self.blocks.push(block);
    }

    #[inline]
    fn block(&mut self, at: usize, bytes: &[u8; BLOCK]) -> Block {
        let inside = self.inside;
        let mut words = gather(bytes.map(is_word_byte));
        if bytes.iter().fold(0, |any, byte| any | byte) >= 0x80 {
            words = self.with_wide(words, at, bytes, inside);
        }
        let mut starts = words & !(words << 1 | inside);
        if !self.small {
            starts &= !gather(bytes.map(|byte| u8::from(byte.is_ascii_lowercase())));
        }
        self.inside = words >> (BLOCK - 1);
        Block { words, starts }
    }

    /// Adds the bytes of characters that are not ASCII.
    fn with_wide(&mut self, ascii: u64, at: usize, bytes: &[u8; BLOCK], inside: u64) -> u64 {
        let mut mask = ascii | core::mem::take(&mut self.rest);
        let mut left = gather(bytes.map(|byte| byte >> 7));
        while left != 0 {
            let bit = left.trailing_zeros();
            left &= left - 1;
            // The rest of a character that began before has no character of its own.
            let rest = self.text.get(at + bit as usize..);
            let Some(c) = rest.and_then(|text| text.chars().next()) else { continue };
            let before = if bit == 0 { inside } else { mask >> (bit - 1) & 1 };
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

    use super::Words;
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
                    "[a-z]{60,66}", " {60,200}"
                ],
                0..12,
            ),
            count in 1..9_usize,
            small in any::<bool>(),
        ) {
            let text: String = pieces.concat();
            let mut window = Words::new(&text, small);
            let (mut found, mut next) = (Vec::new(), Vec::new());
            while window.base() < text.len() {
                let mut starts = Vec::new();
                let found_now = window.starts(count, &mut starts);
                let base = window.base();
                for &start in &starts[..found_now] {
                    let start = base + start as usize;
                    let end = window.end(start);
                    found.push([start, end]);
                    next.push(window.next(end));
                }
                window.forget(count);
            }
            let words = words(&text);
            let is_small = |&&[start, _]: &&[usize; 2]| text.as_bytes()[start].is_ascii_lowercase();
            let expected = words.iter().filter(|word| small || !is_small(word));
            prop_assert_eq!(&found, &expected.copied().collect::<Vec<_>>());
            for ([start, _], next) in found.into_iter().zip(next) {
                let after = words.iter().map(|word| word[0]).find(|&other| other > start);
                prop_assert_eq!(next, after);
            }
        }
    }
}
