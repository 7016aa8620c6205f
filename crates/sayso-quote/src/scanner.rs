use alloc::vec::Vec;

use sayso_span::Span;

use crate::{
    Mark, apostrophe,
    candidate::Candidate,
    cost,
    layout::{Break, Layout},
    side::{self, Side},
};

/// Collects from a text the marks that may be quotation marks, and where its
/// lines end.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) layout: Layout,
    /// The first candidate of the run of touching marks at the end of the list:
    /// what stands after the run is not known yet.
    run: usize,
}

impl<'t> Scanner<'t> {
    /// Reads the text.
    pub(crate) fn scan(text: &'t str) -> Scanner<'t> {
        let mut scanner = Scanner {
            text,
            // About what news has.
            candidates: Vec::with_capacity(text.len() / 64),
            layout: Layout::with_capacity(text.len() / 128),
            run: 0,
        };
        let bytes = text.as_bytes();
        // Where the next mark may start, and the block that is looked at.
        let (mut at, mut base) = (0, 0);
        let mut hits = [0; BLOCK];
        while base < bytes.len() {
            let rest = &bytes[base..];
            if let Some(block) = rest.first_chunk() {
                find_interesting(block, &mut hits);
            } else {
                let mut block = [b' '; BLOCK + 1];
                block[..rest.len()].copy_from_slice(rest);
                find_interesting(&block, &mut hits);
            }
            let mut sixteen = base;
            while let Some(&flags) = hits[sixteen - base..].first_chunk() {
                let mut flags = u128::from_le_bytes(flags);
                while flags != 0 {
                    let found = sixteen + flags.trailing_zeros() as usize / 8;
                    flags &= flags - 1;
                    if found >= at {
                        at = scanner.step(found);
                    }
                }
                sixteen += 16;
            }
            base += BLOCK;
        }
        scanner.end_run();
        scanner
    }

    /// Deals with what stands at the byte and returns where to go on.
    #[inline]
    fn step(&mut self, at: usize) -> usize {
        use Mark::*;
        let bytes = self.text.as_bytes();
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        let third = bytes.get(at + 2).copied().unwrap_or(0);
        let (single, double) = match bytes[at] {
            b'"' => return self.mark(at, 1, Straight),
            b'\'' => (Single, DoubleSingle),
            b'`' => (Grave, DoubleGrave),
            b',' if next == b',' && third != b',' => return self.comma(at),
            b'\n' => return self.line_end(at, 1, false),
            b'\r' if next != b'\n' => return self.line_end(at, 1, false),
            b'<' => return at + tag(&bytes[at..]),
            0xC2 => match next {
                0xAB => return self.mark(at, 2, Guillemet),
                0xBB => return self.mark(at, 2, GuillemetRight),
                _ => return at + 2,
            },
            0xE2 if next == 0x80 => match third {
                0x98 => (SingleLeft, DoubleSingleLeft),
                0x99 => (SingleRight, DoubleSingleRight),
                0x9A => return self.mark(at, 3, SingleLow),
                0x9B => return self.mark(at, 3, SingleHighReversed),
                0x9C => return self.mark(at, 3, Left),
                0x9D => return self.mark(at, 3, Right),
                0x9E => return self.mark(at, 3, Low),
                0x9F => return self.mark(at, 3, HighReversed),
                0xA8 => return self.line_end(at, 3, false),
                0xA9 => return self.line_end(at, 3, true),
                0xB9 => return self.mark(at, 3, SingleGuillemet),
                0xBA => return self.mark(at, 3, SingleGuillemetRight),
                _ => return at + 3,
            },
            0xE3 if next == 0x80 => match third {
                0x8C => return self.mark(at, 3, Corner),
                0x8D => return self.mark(at, 3, CornerRight),
                0x8E => return self.mark(at, 3, WhiteCorner),
                0x8F => return self.mark(at, 3, WhiteCornerRight),
                0x9D => return self.mark(at, 3, Prime),
                0x9E => return self.mark(at, 3, PrimeRight),
                0x9F => return self.mark(at, 3, PrimeLow),
                _ => return at + 3,
            },
            0xEF if next == 0xBC => match third {
                0x82 => return self.mark(at, 3, Fullwidth),
                0x87 => return self.mark(at, 3, FullwidthSingle),
                _ => return at + 3,
            },
            0xC0..0xE0 => return at + 2,
            0xE0..0xF0 => return at + 3,
            0xF0.. => return at + 4,
            _ => return at + 1,
        };
        // Marks that two make a double of, and that are apostrophes as well.
        let len = if bytes[at] == 0xE2 { 3 } else { 1 };
        let again = bytes.get(at + len) == Some(&bytes[at])
            && (len == 1 || bytes.get(at + 3..at + 6) == bytes.get(at..at + 3));
        if again {
            // Three at the end of something: one, and then a double.
            let three = bytes.get(at + 2 * len..at + 3 * len) == bytes.get(at..at + len);
            let inner_first = three
                && self.candidates.last().is_none_or(|last| last.end() != at)
                && !matches!(Side::before(self.text, at), Side::Space | Side::Opener | Side::Dash);
            return if inner_first {
                self.mark(at, len, single)
            } else {
                self.mark(at, 2 * len, double)
            };
        }
        if single != Grave {
            if let Some(skipped) = apostrophe::inside_word(self.text, at, len) {
                return at + skipped;
            }
        }
        self.mark(at, len, single)
    }

    /// Two commas are a mark where a word follows and none goes before.
    fn comma(&mut self, at: usize) -> usize {
        let run = Span::new(at, at + 2);
        match Side::around(self.text, run) {
            (Side::Space | Side::Opener | Side::Dash, Side::Letter | Side::Digit) => {
                self.mark(at, 2, Mark::DoubleComma)
            }
            _ => at + 2,
        }
    }

    fn line_end(&mut self, at: usize, len: usize, always: bool) -> usize {
        self.layout.push(
            self.text,
            Break { at, end: at + len, candidates: self.candidates.len(), blank: always },
        );
        at + len
    }

    /// Adds a mark and returns its end.
    #[inline]
    fn mark(&mut self, at: usize, len: usize, mark: Mark) -> usize {
        let touches = self.candidates.last().is_some_and(|last| last.end() == at);
        if !touches {
            self.end_run();
        }
        if let [.., before, last] = &mut self.candidates[self.run..] {
            // More than two of the same are one mark: nobody means three, and
            // a line of them must not cost more than other text.
            if touches && last.mark == mark && before.mark == mark && last.len < u32::MAX / 2 {
                last.len += len as u32;
                return at + len;
            }
        }
        self.candidates.push(Candidate { at, len: len as u32, mark, open: 0, close: 0, skip: 0 });
        at + len
    }

    /// Works out the costs of the marks of the last run.
    #[inline]
    fn end_run(&mut self) {
        let Some(first) = self.candidates.get(self.run) else { return };
        let end = self.candidates.last().map_or(0, Candidate::end);
        let (before, after) = Side::around(self.text, Span::new(first.at, end));
        let (open, close) = (side::opening(before, after), side::closing(before, after));
        let mut last: Option<Candidate> = None;
        for candidate in &mut self.candidates[self.run..] {
            // Nothing else looks like a corner, whatever it stands beside.
            let corner = cost::is_corner(candidate.mark);
            (candidate.open, candidate.close) = if corner { (0, 0) } else { (open, close) };
            candidate.skip = cost::STRAY;
            match (before, after, cost::is_guillemet(candidate.mark)) {
                (Side::Space, Side::Space, false) => candidate.skip = cost::FLOATING,
                // French puts a space inside its marks.
                (Side::Space, Side::Space, true) => (candidate.open, candidate.close) = (2, 2),
                (Side::Space, _, true) => candidate.close = close.min(2),
                _ => {}
            }
            if last.is_some_and(|last| candidate.repeats(&last)) {
                candidate.skip = cost::REPEATED;
            }
            apostrophe::adjust(self.text, candidate, before, after);
            last = Some(*candidate);
        }
        self.run = self.candidates.len();
    }
}

/// How many bytes a tag takes, if one starts here: what stands between marks in
/// `<a href="…">` is not the text's. 1 if none does.
fn tag(bytes: &[u8]) -> usize {
    if !bytes.get(1).is_some_and(|&b| b.is_ascii_alphabetic() || b == b'/' || b == b'!') {
        return 1;
    }
    // Up to the next `<` only, so that no byte is looked at twice, and inside
    // one line, so that no end of a paragraph is lost.
    match bytes[1..].iter().take(300).position(|&b| matches!(b, b'<' | b'>' | b'\n' | b'\r')) {
        Some(len) if bytes[1 + len] == b'>' => len + 2,
        _ => 1,
    }
}

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// Sets the high bit of the bytes of `hits` that stand for bytes of the block
/// that may start a mark or end a line: one of `"'`<`, two commas, a line break,
/// or no ASCII. The other bits are nought. The block has one byte more, for the
/// second comma.
///
/// Without a branch, and not inlined, so that it compiles to a few vector
/// instructions for sixteen bytes. With eight bytes as one number, by borrowing
/// from the bytes that are wanted (Mycroft 1987), all of the scan took a quarter
/// more; with a table of 256 bytes, one load for each byte, far more.
#[inline(never)]
fn find_interesting(block: &[u8; BLOCK + 1], hits: &mut [u8; BLOCK]) {
    for ((hit, &byte), &next) in hits.iter_mut().zip(block).zip(&block[1..]) {
        let all = |is: bool| u8::from(is).wrapping_neg();
        // `'`, `#` and `&` differ from `"` in two bits, line breaks in three; what
        // else is let through, `step` steps over. Single commas are too many for that.
        *hit = 0x80
            & (byte
                | all(byte & !0x05 == b'"')
                | all(byte == b',') & all(next == b',')
                | all(byte == b'<')
                | all(byte == b'`')
                | all(byte & !0x07 == 0x08));
    }
}
