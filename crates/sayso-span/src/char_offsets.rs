use alloc::vec::Vec;

use crate::Span;

/// Conversion between byte offsets into a text and the offsets that other
/// languages count: Unicode code points (Python) and UTF-16 code units
/// (JavaScript, Java, C#).
///
/// Convert at the edge of a program, once: what a `sayso` crate returns is in
/// bytes, and what it takes is in bytes too. Grapheme clusters, what a reader
/// calls a character, are not counted here.
///
/// # Complexity
///
/// Construction reads the text once and allocates once, an eighth of the
/// text's size (nothing at all where the text is ASCII). Each conversion to
/// another unit takes constant time, and each conversion back takes time
/// logarithmic in the length of the text. No conversion allocates, and spans
/// may come in any order.
///
/// # Example
///
/// This example shows the same name in all three units.
///
/// ```
/// use sayso_span::{CharOffsets, Span};
///
/// let text = "🙂 Zoë said";
/// let offsets = CharOffsets::new(text);
/// let zoe = Span::new(5, 9);
/// assert_eq!(&text[zoe], "Zoë");
/// assert_eq!(offsets.to_chars(zoe), 2..5);
/// assert_eq!(offsets.to_utf16(zoe), 3..6);
/// assert_eq!(offsets.from_utf16(3..6), Some(zoe));
/// // Code unit 1 is the second half of the emoji's surrogate pair.
/// assert_eq!(offsets.from_utf16(1..2), None);
/// ```
#[derive(Clone, Debug)]
pub struct CharOffsets<'t> {
    text: &'t str,
    /// What has been counted before each whole block of the text. Empty where
    /// the text is ASCII: there, all units agree.
    blocks: Vec<Counts>,
}

/// Long enough that the table is small beside the text, short enough that
/// counting through a block costs about as much as finding it.
const BLOCK: usize = 128;

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    chars: usize,
    /// Characters of four bytes: those that take two UTF-16 code units.
    wide: usize,
}

impl Counts {
    /// Adds what starts in `bytes`.
    fn add(self, bytes: &[u8]) -> Counts {
        // Two plain sums over bytes, which the compiler turns into vector code.
        // A block is shorter than 256 bytes, so that `u8` does not overflow.
        debug_assert!(bytes.len() <= BLOCK);
        let chars: u8 = bytes.iter().map(|&byte| u8::from(!is_continuation(byte))).sum();
        let wide: u8 = bytes.iter().map(|&byte| u8::from(byte >= 0xF0)).sum();
        Counts { chars: self.chars + usize::from(chars), wide: self.wide + usize::from(wide) }
    }

    fn utf16(self) -> usize {
        self.chars + self.wide
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

impl<'t> CharOffsets<'t> {
    /// Reads `text` for conversions of its offsets.
    pub fn new(text: &'t str) -> CharOffsets<'t> {
        let mut blocks = Vec::new();
        if !text.is_ascii() {
            blocks.reserve_exact(text.len() / BLOCK + 1);
            let mut counts = Counts::default();
            blocks.push(counts);
            for block in text.as_bytes().chunks_exact(BLOCK) {
                counts = counts.add(block);
                blocks.push(counts);
            }
        }
        CharOffsets { text, blocks }
    }

    /// Returns the span in code points.
    ///
    /// # Panics
    ///
    /// If the span is not inside the text or cuts a character.
    pub fn to_chars(&self, span: impl Into<Span>) -> Span {
        let [start, end] = self.count_both(span.into());
        Span::new(start.chars, end.chars)
    }

    /// Returns the span in UTF-16 code units.
    ///
    /// # Panics
    ///
    /// If the span is not inside the text or cuts a character.
    pub fn to_utf16(&self, span: impl Into<Span>) -> Span {
        let [start, end] = self.count_both(span.into());
        Span::new(start.utf16(), end.utf16())
    }

    /// Returns in bytes a span that is given in code points, or `None` if it
    /// goes past the end of the text.
    pub fn from_chars(&self, span: impl Into<Span>) -> Option<Span> {
        let span = span.into();
        let start = self.find(span.start(), |counts| counts.chars)?;
        let end = self.find(span.end(), |counts| counts.chars)?;
        Some(Span::new(start, end))
    }

    /// Returns in bytes a span that is given in UTF-16 code units, or `None` if
    /// it goes past the end of the text or cuts a surrogate pair.
    pub fn from_utf16(&self, span: impl Into<Span>) -> Option<Span> {
        let span = span.into();
        let start = self.find(span.start(), Counts::utf16)?;
        let end = self.find(span.end(), Counts::utf16)?;
        Some(Span::new(start, end))
    }

    /// Counts the characters that start before a span, and before its end.
    fn count_both(&self, span: Span) -> [Counts; 2] {
        self.check(span.start());
        self.check(span.end());
        let start = self.count(span.start());
        // Most spans are short: then the end is counted from the start.
        if !self.blocks.is_empty() && span.len() < BLOCK / 2 {
            [start, start.add(&self.text.as_bytes()[span.range()])]
        } else {
            [start, self.count(span.end())]
        }
    }

    fn check(&self, offset: usize) {
        assert!(
            self.text.is_char_boundary(offset),
            "byte {offset} is not a character boundary of the text"
        );
    }

    /// Counts the characters that start before the byte at `offset`.
    fn count(&self, offset: usize) -> Counts {
        match self.blocks.get(offset / BLOCK) {
            Some(counts) => counts.add(&self.text.as_bytes()[offset / BLOCK * BLOCK..offset]),
            None => Counts { chars: offset, wide: 0 },
        }
    }

    /// Finds the byte offset before which `unit` counts exactly `target`.
    fn find(&self, target: usize, unit: impl Fn(Counts) -> usize) -> Option<usize> {
        if self.blocks.is_empty() {
            return (target <= self.text.len()).then_some(target);
        }
        // The first block counts zero before it, so there is always one. A
        // block may start inside a character, which the block before has
        // counted: the walk then starts at the next boundary.
        let block = self.blocks.partition_point(|&counts| unit(counts) <= target) - 1;
        let mut counts = self.blocks[block];
        let bytes = self.text.as_bytes();
        let mut offset = block * BLOCK;
        while offset < bytes.len() && is_continuation(bytes[offset]) {
            offset += 1;
        }
        while unit(counts) < target && offset < bytes.len() {
            counts = counts.add(&bytes[offset..=offset]);
            offset += 1;
            while offset < bytes.len() && is_continuation(bytes[offset]) {
                offset += 1;
            }
        }
        (unit(counts) == target).then_some(offset)
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec::Vec};

    use proptest::prelude::*;

    use super::CharOffsets;
    use crate::Span;

    /// Every boundary of the text in bytes, code points and UTF-16 code units,
    /// counted in the plainest way.
    fn boundaries(text: &str) -> Vec<[usize; 3]> {
        let mut at = [0; 3];
        let mut all = alloc::vec![at];
        for c in text.chars() {
            at = [at[0] + c.len_utf8(), at[1] + 1, at[2] + c.len_utf16()];
            all.push(at);
        }
        all
    }

    fn check(text: &str) {
        let offsets = CharOffsets::new(text);
        let all = boundaries(text);
        let [_, chars, units] = all[all.len() - 1];
        for &[byte, char, unit] in &all {
            let span = Span::new(byte, text.len());
            assert_eq!(offsets.to_chars(span), char..chars);
            assert_eq!(offsets.to_utf16(span), unit..units);
            assert_eq!(offsets.from_chars(char..chars), Some(span));
            assert_eq!(offsets.from_utf16(unit..units), Some(span));
        }
        assert_eq!(offsets.from_chars(chars..chars + 1), None);
        assert_eq!(offsets.from_utf16(units..units + 1), None);
        for window in all.windows(2) {
            if window[1][2] - window[0][2] == 2 {
                assert_eq!(offsets.from_utf16(window[0][2] + 1..units), None);
            }
        }
    }

    #[test]
    fn empty() {
        check("");
    }

    #[test]
    fn characters_across_block_borders() {
        for lead in 0..8 {
            for character in ["é", "“", "🙂"] {
                check(&("x".repeat(120 + lead) + &character.repeat(90)));
            }
        }
    }

    #[test]
    #[should_panic(expected = "byte 1 is not a character boundary")]
    fn a_cut_character() {
        CharOffsets::new("é").to_chars(1..2);
    }

    #[test]
    #[should_panic(expected = "byte 4 is not a character boundary")]
    fn past_the_end() {
        CharOffsets::new("abc").to_utf16(0..4);
    }

    proptest! {
        #[test]
        fn agrees_with_counting(pieces in prop::collection::vec(".{0,40}|[a-z ]{0,150}", 0..12)) {
            check(&String::from_iter(pieces));
        }
    }
}
