use alloc::vec::Vec;
use core::mem;

use sayso_span::Span;

use crate::{
    Mark, apostrophe,
    candidate::Candidate,
    cost,
    hits::{Hits, Marks},
    layout::{self, Break},
    paragraph::Paragraph,
    side::{self, Side},
};

/// Reads a text paragraph by paragraph, and collects the marks that may be
/// quotation marks.
pub(crate) struct Scanner<'t> {
    text: &'t str,
    hits: Hits<'t, Marks>,
    /// Where to go on.
    at: usize,
    /// Where the paragraph starts that is read.
    start: usize,
    /// Where its last line starts.
    line: usize,
    /// Whether every line is a paragraph, if that is known.
    by_line: Option<bool>,
    guillemets: bool,
}

/// What stands at a byte.
#[derive(Clone, Copy, Debug)]
enum Piece {
    /// A mark of so many bytes.
    Mark(usize, Mark),
    /// The end of a line.
    Break(Break),
    /// So many bytes that are nothing.
    Other(usize),
}

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str) -> Scanner<'t> {
        Scanner {
            text,
            hits: Hits::new(text),
            at: 0,
            start: 0,
            line: 0,
            by_line: None,
            guillemets: false,
        }
    }

    /// Returns whether there were guillemets in what was read.
    pub(crate) fn has_met_guillemets(&self) -> bool {
        self.guillemets
    }

    /// Replaces the paragraph by the next that is not blank; by an empty one at
    /// the end of the text.
    pub(crate) fn read(&mut self, paragraph: &mut Paragraph) {
        paragraph.marks.clear();
        while let Some(at) = self.hits.next(self.at) {
            match self.piece(at, false) {
                Piece::Other(len) => self.at = at + len,
                Piece::Mark(len, mark) => self.run(at, len, mark, &mut paragraph.marks),
                Piece::Break(end) => {
                    if let Some(span) = self.line_end(at, end) {
                        paragraph.span = span;
                        return;
                    }
                }
            }
        }
        paragraph.span = self.end_paragraph(self.text.len(), self.text.len());
    }

    /// Returns the paragraph that ends with the line that ends at `at`; `None` if
    /// the line ends none.
    fn line_end(&mut self, at: usize, end: Break) -> Option<Span> {
        let text = self.text;
        self.at = at + end.len;
        let ends = match text.as_bytes().get(self.at) {
            // The plainest blank line: it need not be looked at by itself.
            Some(b'\n') => {
                self.at += 1;
                true
            }
            _ => {
                end.always || layout::is_blank(text, Span::new(self.line, at)) || {
                    // If the next line is blank, the answer does not matter.
                    layout::first(text, self.at).is_some()
                        && *self.by_line.get_or_insert_with(|| layout::is_by_line(text))
                }
            }
        };
        self.line = self.at;
        let span = if ends { self.end_paragraph(at, self.at) } else { Span::default() };
        (!span.is_empty()).then_some(span)
    }

    /// Starts a new paragraph at `next` and returns the one that ends at `end`.
    fn end_paragraph(&mut self, end: usize, next: usize) -> Span {
        let span = Span::new(mem::replace(&mut self.start, next), end);
        if span.is_empty() || is_trimmed(&self.text.as_bytes()[span.range()]) {
            return span;
        }
        span.trim(self.text)
    }

    /// Adds the marks that touch, of which the first is given, and works out their
    /// costs: all marks of a run have at their sides what the run has.
    fn run(&mut self, at: usize, len: usize, mark: Mark, marks: &mut Vec<Candidate>) {
        let bytes = self.text.as_bytes();
        let run = marks.len();
        let (mut end, mut len, mut mark) = (at, len, mark);
        self.at = loop {
            match &mut marks[run..] {
                // More than two of the same are one mark: nobody means three, and
                // a line of them must not cost more than other text.
                [.., before, last]
                    if last.mark == mark && before.mark == mark && last.len < u32::MAX / 2 =>
                {
                    last.len += len as u32;
                }
                _ => {
                    let len = len as u32;
                    marks.push(Candidate { at: end, len, mark, open: 0, close: 0, skip: 0 });
                }
            }
            end += len;
            if !may_be_mark(&bytes[end..]) {
                break end;
            }
            match self.piece(end, true) {
                Piece::Mark(more, another) => (len, mark) = (more, another),
                Piece::Other(more) => break end + more,
                // It is looked at once more.
                Piece::Break(_) => break end,
            }
        };
        self.weigh(Span::new(at, end), &mut marks[run..]);
    }

    /// Works out the costs of the marks of a run.
    fn weigh(&self, run: Span, marks: &mut [Candidate]) {
        let (before, after) = Side::around(self.text, run);
        let (open, close) = (side::opening(before, after), side::closing(before, after));
        let floating = (before, after) == (Side::Space, Side::Space);
        let mut last: Option<Candidate> = None;
        for candidate in marks {
            (candidate.open, candidate.close) = (open, close);
            candidate.skip = if floating { cost::FLOATING } else { cost::STRAY };
            if cost::is_guillemet(candidate.mark) {
                candidate.skip = cost::STRAY;
                // French puts a space inside its marks.
                if floating {
                    (candidate.open, candidate.close) = (2, 2);
                } else if before == Side::Space {
                    candidate.close = close.min(2);
                }
            } else if cost::is_corner(candidate.mark) {
                // Nothing else looks like it, whatever it stands beside.
                (candidate.open, candidate.close) = (0, 0);
            }
            if last.is_some_and(|last| candidate.repeats(&last)) {
                candidate.skip = cost::REPEATED;
            }
            apostrophe::adjust(self.text, candidate, before, after);
            last = Some(*candidate);
        }
    }

    /// Returns what stands at the byte. `touches`: whether a mark ends there.
    #[inline(always)]
    fn piece(&mut self, at: usize, touches: bool) -> Piece {
        use Mark::*;
        let bytes = self.text.as_bytes();
        let [first, second, third] = match bytes[at..] {
            [first, second, third, ..] => [first, second, third],
            [first, second] => [first, second, 0],
            [first] => [first, 0, 0],
            [] => [0; 3],
        };
        let (len, single, double) = match (first, second, third) {
            (b'"', ..) => return Piece::Mark(1, Straight),
            (b'\'', ..) => (1, Single, DoubleSingle),
            (b'`', ..) => (1, Grave, DoubleGrave),
            (0xE2, 0x80, 0x98) => (3, SingleLeft, DoubleSingleLeft),
            (0xE2, 0x80, 0x99) => (3, SingleRight, DoubleSingleRight),
            (b',', b',', third) if third != b',' => return self.comma(at),
            (b'<', ..) => return Piece::Other(tag(&bytes[at..])),
            (0xC2 | 0xE2 | 0xE3 | 0xEF, ..) => {
                let (len, mark) = match [first, second, third] {
                    [0xC2, 0xAB, _] => (2, Guillemet),
                    [0xC2, 0xBB, _] => (2, GuillemetRight),
                    [0xE2, 0x80, 0x9A] => (3, SingleLow),
                    [0xE2, 0x80, 0x9B] => (3, SingleHighReversed),
                    [0xE2, 0x80, 0x9C] => (3, Left),
                    [0xE2, 0x80, 0x9D] => (3, Right),
                    [0xE2, 0x80, 0x9E] => (3, Low),
                    [0xE2, 0x80, 0x9F] => (3, HighReversed),
                    [0xE2, 0x80, 0xB9] => (3, SingleGuillemet),
                    [0xE2, 0x80, 0xBA] => (3, SingleGuillemetRight),
                    [0xE3, 0x80, 0x8C] => (3, Corner),
                    [0xE3, 0x80, 0x8D] => (3, CornerRight),
                    [0xE3, 0x80, 0x8E] => (3, WhiteCorner),
                    [0xE3, 0x80, 0x8F] => (3, WhiteCornerRight),
                    [0xE3, 0x80, 0x9D] => (3, Prime),
                    [0xE3, 0x80, 0x9E] => (3, PrimeRight),
                    [0xE3, 0x80, 0x9F] => (3, PrimeLow),
                    [0xEF, 0xBC, 0x82] => (3, Fullwidth),
                    [0xEF, 0xBC, 0x87] => (3, FullwidthSingle),
                    _ => return Break::at(bytes, at).map_or(Piece::Other(1), Piece::Break),
                };
                self.guillemets |= cost::is_guillemet(mark);
                return Piece::Mark(len, mark);
            }
            _ => return Break::at(bytes, at).map_or(Piece::Other(1), Piece::Break),
        };
        // Marks that two make a double of, and that are apostrophes as well.
        if single != Grave {
            if let Some(skipped) = apostrophe::inside_word(self.text, at, len) {
                return Piece::Other(skipped);
            }
        }
        let same = |from: usize| bytes.get(from..from + len) == Some(&bytes[at..at + len]);
        if bytes.get(at + len) == Some(&first) && same(at + len) {
            // Three at the end of something: one, and then a double.
            let inner_first = same(at + 2 * len)
                && !touches
                && !matches!(Side::before(self.text, at), Side::Space | Side::Opener | Side::Dash);
            return if inner_first {
                Piece::Mark(len, single)
            } else {
                Piece::Mark(2 * len, double)
            };
        }
        Piece::Mark(len, single)
    }

    /// Two commas are a mark where a word follows and none goes before.
    fn comma(&self, at: usize) -> Piece {
        match Side::around(self.text, Span::new(at, at + 2)) {
            (Side::Space | Side::Opener | Side::Dash, Side::Letter | Side::Digit) => {
                Piece::Mark(2, Mark::DoubleComma)
            }
            _ => Piece::Other(2),
        }
    }
}

/// Whether it is plain that no white space is at the ends of the text: letters are
/// there, or marks such as `“”’…`.
fn is_trimmed(bytes: &[u8]) -> bool {
    let starts = match bytes {
        [first, ..] if first.is_ascii_graphic() => true,
        [0xE2, 0x80, 0x90..=0xA7, ..] => true,
        _ => false,
    };
    let ends = match bytes {
        [.., last] if last.is_ascii_graphic() => true,
        [.., 0xE2, 0x80, 0x90..=0xA7] => true,
        _ => false,
    };
    starts && ends
}

/// Whether a mark may stand at the start of the bytes.
fn may_be_mark(bytes: &[u8]) -> bool {
    match bytes {
        [b',', next, ..] => *next == b',',
        [first, ..] => matches!(first, b'"' | b'\'' | b'`' | 0xC2 | 0xE2 | 0xE3 | 0xEF),
        [] => false,
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
