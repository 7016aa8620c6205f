//! Where the words of a text are, found 64 bytes at a time.

use alloc::vec::Vec;

use crate::{
    class::{Class, class},
    layout::u64_at,
    simd::{BLOCK, Kinds},
};

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
    /// Those bytes of the window that belong to words, a bit for each.
    words: Vec<u8>,
    /// Those with which words start, a block in each.
    starts: Vec<u64>,
    /// 1 if the last byte of the last block belongs to a word.
    inside: u64,
    /// The bytes at the end of the last block that are the rest of a character, if
    /// it belongs to a word.
    rest: u64,
}

/// How many starts of words are written without looking whether there are any.
const AT_ONCE: usize = 6;
/// How many bytes the bits of a block take.
const BITS: usize = BLOCK / 8;

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str, small: bool) -> Words<'t> {
        let (words, starts) = (Vec::new(), Vec::new());
        Words { text, small, base: 0, words, starts, inside: 0, rest: 0 }
    }

    /// Returns where the window starts. It is the start of a block.
    pub(crate) fn base(&self) -> usize {
        self.base
    }

    /// Moves the start of the window.
    pub(crate) fn forget(&mut self, blocks: usize) {
        let known = blocks.min(self.starts.len());
        self.starts.drain(..known);
        self.words.drain(..known * BITS);
        self.base += blocks * BLOCK;
    }

    /// Writes where words start in the first so many blocks of the window, counted
    /// from its start, and returns how many there are.
    pub(crate) fn starts(&mut self, blocks: usize, starts: &mut Vec<u32>) -> usize {
        let left = self.text.len().saturating_sub(self.base).div_ceil(BLOCK);
        let blocks = blocks.min(left);
        // One more, so that words that reach into it are seen whole.
        if let Some(more @ 1..) = (blocks + 1).checked_sub(self.starts.len()) {
            self.look_ahead(more);
        }
        // Every second byte may start a word, and a few more are written at once.
        starts.resize(blocks * BLOCK / 2 + AT_ONCE, 0);
        let mut count = 0;
        for (at, &block) in self.starts[..blocks].iter().enumerate() {
            let offset = (at * BLOCK) as u32;
            let mut left = block;
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

    /// Returns for each byte of the window, as far as it is known, whether it belongs
    /// to a word, for [`bits_at`].
    pub(crate) fn bits(&self) -> &[u8] {
        &self.words
    }

    /// Returns where the word ends that starts here.
    #[inline]
    pub(crate) fn end(&mut self, start: usize) -> usize {
        let mut at = start;
        loop {
            let run = self.window(at).trailing_ones() as usize;
            at += run;
            if run <= BLOCK - 8 {
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
            at += BLOCK - 8;
            if at >= self.text.len() {
                return None;
            }
            window = self.window(at);
        }
        Some(at + window.trailing_zeros() as usize)
    }

    /// Returns for the bytes at a place of the text, at least 57, whether they belong
    /// to words; what is above is 0.
    #[inline]
    fn window(&mut self, at: usize) -> u64 {
        let at = at - self.base;
        while at / 8 + BITS > self.words.len() {
            self.look_ahead(1);
        }
        bits_at(&self.words, at)
    }

    /// Adds blocks to the window.
    #[inline(never)]
    fn look_ahead(&mut self, blocks: usize) {
        let known = self.starts.len();
        let at = self.base + known * BLOCK;
        let mut rest = self.text.as_bytes().get(at..).unwrap_or_default();
        self.starts.resize(known + blocks, 0);
        self.words.resize((known + blocks) * BITS, 0);
        let small = if self.small { 0 } else { u64::MAX };
        for new in known..known + blocks {
            let mut padded = [b' '; BLOCK];
            let (block, behind) = rest.split_first_chunk::<BLOCK>().unwrap_or_else(|| {
                padded[..rest.len()].copy_from_slice(rest);
                (&padded, &[])
            });
            rest = behind;
            let kinds = Kinds::of(block);
            let mut words = kinds.words;
            if kinds.wide != 0 {
                words = self.with_wide(kinds, self.base + new * BLOCK);
            }
            self.starts[new] = words & !(words << 1 | self.inside) & !(kinds.small & small);
            self.inside = words >> (BLOCK - 1);
            self.words[new * BITS..][..BITS].copy_from_slice(&words.to_le_bytes());
        }
    }

    /// Adds the bytes of characters that are not ASCII.
    #[inline(never)]
    fn with_wide(&mut self, kinds: Kinds, at: usize) -> u64 {
        let mut mask = kinds.words | core::mem::take(&mut self.rest);
        let mut left = kinds.wide;
        while left != 0 {
            let bit = left.trailing_zeros();
            left &= left - 1;
            // The rest of a character that began before has no character of its own.
            let rest = self.text.get(at + bit as usize..);
            let Some(c) = rest.and_then(|text| text.chars().next()) else { continue };
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

/// Returns the bits from a place on: 57 of them, unless they end before.
#[inline]
pub(crate) fn bits_at(bits: &[u8], at: usize) -> u64 {
    u64_at(bits, at / 8) >> (at % 8)
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
