use alloc::vec::Vec;
use core::ops::Range;

use sayso_span::Span;

/// The end of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Break {
    /// Where the line ends.
    pub(crate) at: usize,
    /// Where the next starts.
    pub(crate) end: usize,
    /// How many candidates stand before it.
    pub(crate) candidates: usize,
    /// Whether the line that it ends is blank.
    pub(crate) blank: bool,
}

/// The lines of a text, and what they tell about its paragraphs.
///
/// A blank line ends a paragraph. Whether any other end of a line does depends
/// on the text: where there are hardly any blank lines, and the lines are not
/// cut where they are full, every line is a paragraph.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    breaks: Vec<Break>,
    /// Blank lines between lines that are not.
    gaps: usize,
    /// Ends of lines after which the next line goes on at once.
    ends: usize,
    /// Those of them after which a small letter comes: the line was full.
    full: usize,
}

/// A paragraph: where it is, and which candidates are in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Paragraph {
    pub(crate) span: Span,
    pub(crate) candidates: Range<usize>,
}

impl Layout {
    /// Makes one of no lines, with room for so many.
    pub(crate) fn with_capacity(lines: usize) -> Layout {
        Layout { breaks: Vec::with_capacity(lines), ..Layout::default() }
    }

    pub(crate) fn push(&mut self, text: &str, mut end: Break) {
        let line = &text[self.breaks.last().map_or(0, |last| last.end)..end.at];
        // Most lines start with a letter, and need no look at more.
        let starts = line.as_bytes().first().is_some_and(u8::is_ascii_graphic);
        if !starts && line.trim_start().is_empty() {
            let after_text = self.breaks.last().is_some_and(|last| !last.blank);
            self.gaps += usize::from(after_text);
            end.blank = true;
        } else if !end.blank {
            match text[end.end..].trim_start_matches([' ', '\t']).chars().next() {
                None | Some('\n' | '\r') => {}
                Some(next) => {
                    self.ends += 1;
                    self.full += usize::from(next.is_lowercase());
                }
            }
        }
        self.breaks.push(end);
    }

    /// Returns the paragraphs of the text, in order, but for blank ones.
    pub(crate) fn paragraphs(&self, text: &str, candidates: usize) -> Vec<Paragraph> {
        let by_line = self.ends > 3 * self.gaps && 3 * self.full <= self.ends;
        let mut paragraphs =
            Vec::with_capacity(1 + if by_line { self.breaks.len() } else { self.gaps });
        let bytes = text.as_bytes();
        let mut start = (0, 0);
        let mut push = |start: &mut (usize, usize), end: (usize, usize), next: usize| {
            let span = Span::new(start.0, end.0);
            let (first, last) = (bytes.get(start.0), bytes[..end.0].last());
            let trimmed = [first, last].iter().flatten().all(|byte| byte.is_ascii_graphic());
            let span = if trimmed { span } else { span.trim(text) };
            if !span.is_empty() {
                paragraphs.push(Paragraph { span, candidates: start.1..end.1 });
            }
            *start = (next, end.1);
        };
        for line in &self.breaks {
            if by_line || line.blank {
                push(&mut start, (line.at, line.candidates), line.end);
            }
        }
        push(&mut start, (text.len(), candidates), text.len());
        paragraphs
    }
}
