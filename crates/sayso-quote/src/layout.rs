//! Where lines end, and which of those ends are ends of paragraphs.
//!
//! A blank line ends a paragraph. Whether any other end of a line does depends
//! on the text: where there are hardly any blank lines, and the lines are not
//! cut where they are full, every line is a paragraph.

use sayso_span::Span;

use crate::hits::{Breaks, Hits};

/// The end of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Break {
    /// How many bytes it takes.
    pub(crate) len: usize,
    /// Whether it ends a paragraph whatever else the text does.
    pub(crate) always: bool,
}

impl Break {
    /// Returns the end of a line that the byte at `at` begins.
    pub(crate) fn at(bytes: &[u8], at: usize) -> Option<Break> {
        match bytes[at..] {
            [b'\n', ..] => Some(Break { len: 1, always: false }),
            // Two bytes are one break: the second is it.
            [b'\r', b'\n', ..] => None,
            [b'\r', ..] => Some(Break { len: 1, always: false }),
            [0xE2, 0x80, 0xA8, ..] => Some(Break { len: 3, always: false }),
            [0xE2, 0x80, 0xA9, ..] => Some(Break { len: 3, always: true }),
            _ => None,
        }
    }
}

/// Returns whether there is nothing but white space in the line.
#[inline]
pub(crate) fn is_blank(text: &str, line: Span) -> bool {
    // Most lines start with a letter, and need no look at more.
    match text.as_bytes()[line.range()].first() {
        Some(first) if first.is_ascii_graphic() => false,
        Some(_) => text[line].trim_start().is_empty(),
        None => true,
    }
}

/// Returns the first character of the line that starts at the byte, if it is not
/// plain that the line is blank.
#[inline]
pub(crate) fn first(text: &str, line: usize) -> Option<char> {
    match text.as_bytes().get(line)? {
        b'\n' | b'\r' => None,
        first if first.is_ascii_graphic() => Some(char::from(*first)),
        _ => {
            let first = text[line..].trim_start_matches([' ', '\t']).chars().next();
            first.filter(|first| !matches!(first, '\n' | '\r'))
        }
    }
}

/// Returns whether every line of the text is a paragraph.
///
/// It takes a pass of its own, which most texts do not need: where a blank line
/// follows every line, the answer does not matter.
pub(crate) fn is_by_line(text: &str) -> bool {
    let mut hits = Hits::<Breaks>::new(text);
    // Blank lines after lines that are not; ends of lines after which the next
    // line goes on at once; those of them after which a small letter comes: the
    // line was full.
    let (mut gaps, mut ends, mut full) = (0_usize, 0_usize, 0_usize);
    let (mut line, mut after_text) = (0, false);
    while let Some(at) = hits.next(line) {
        let Some(end) = Break::at(text.as_bytes(), at) else { continue };
        let blank = is_blank(text, Span::new(line, at));
        gaps += usize::from(blank && after_text);
        line = at + end.len;
        after_text = !blank && !end.always;
        if after_text {
            if let Some(next) = first(text, line) {
                ends += 1;
                full += usize::from(next.is_lowercase());
            }
        }
    }
    ends > 3 * gaps && 3 * full <= ends
}
