use crate::{chars, notes};

/// A run of final marks, with what closes after it: a place where a sentence
/// may end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// Where the first mark stands.
    pub(crate) start: usize,
    /// After the last mark, closing mark or footnote mark.
    pub(crate) end: usize,
    pub(crate) kind: MarkKind,
    /// Whether quotation marks close after the marks.
    pub(crate) quoted: bool,
    /// Whether brackets close after the marks.
    pub(crate) bracketed: bool,
    /// Whether no space is needed before the next sentence.
    pub(crate) ideographic: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum MarkKind {
    /// One period.
    Period,
    /// Several, or an ellipsis.
    Ellipsis,
    /// A question mark or an exclamation mark among them.
    Strong,
}

impl Mark {
    /// Reads the run that begins at an offset, where a final mark stands.
    ///
    /// Time is linear in the length of the run, and the next search may begin
    /// where it ends.
    #[inline]
    pub(crate) fn read(text: &str, start: usize) -> Mark {
        let mark = Mark {
            start,
            end: start + 1,
            kind: MarkKind::Period,
            quoted: false,
            bracketed: false,
            ideographic: false,
        };
        match text.as_bytes()[start..] {
            // A period, a space and a word, or a number or an address: so it is
            // nine times of ten.
            [b'.', b' ', next, ..] if next.is_ascii_alphabetic() => mark,
            [b'.', next, ..] if next.is_ascii_alphabetic() => mark,
            _ => mark.read_all(text),
        }
    }

    fn read_all(mut self, text: &str) -> Mark {
        self.end = self.start;
        self.marks(text);
        while self.closer(text) {
            // `."` and then a period again, as in `(“No.”).`
            self.marks(text);
        }
        self.spaced_closer(text);
        self.end += notes::length(text, self.start, self.end);
        self
    }

    /// Reads final marks.
    fn marks(&mut self, text: &str) {
        let first = self.end == self.start;
        let attached = chars::before(text, self.start).is_some_and(char::is_alphanumeric);
        let mut count = 0;
        loop {
            let space = if count > 0 { spaced(text, self.end) } else { 0 };
            let at = self.end + space;
            let Some(c) = chars::at(text, at).filter(|&c| chars::is_final(c)) else { break };
            // `He left. ... The door` and `He left. . . . The door`: the period
            // after the word ends a sentence, and the next begins with an ellipsis.
            if first && attached && count == 1 && space > 0 && self.kind == MarkKind::Period {
                let dots = text.as_bytes()[at..].iter().take_while(|byte| **byte == b'.').count();
                let four =
                    text[at..].starts_with(". . .") || text[at..].starts_with(".\u{A0}.\u{A0}.");
                if (c == '…' || dots > 1 || four) && goes_on(text, at) {
                    return;
                }
            }
            count += 1;
            self.end = at + c.len_utf8();
            self.ideographic = chars::is_ideographic(c);
            self.kind = match (c, self.kind) {
                ('.' | '．' | '。' | '｡', MarkKind::Period) if count > 1 && first => {
                    MarkKind::Ellipsis
                }
                ('…', MarkKind::Period) => MarkKind::Ellipsis,
                ('.' | '．' | '。' | '｡' | '…', kind) => kind,
                _ => MarkKind::Strong,
            };
        }
    }

    /// Reads one closing mark. Returns whether there was one.
    fn closer(&mut self, text: &str) -> bool {
        let Some(c) = chars::at(text, self.end) else { return false };
        let next = self.end + c.len_utf8();
        // Straight marks and apostrophes open before a letter.
        let opens = || chars::at(text, next).is_some_and(char::is_alphanumeric);
        match c {
            '"' | '\'' | '’' | '`' if opens() => return false,
            '"' | '\'' | '’' | '”' | '»' | '›' | '」' | '』' | '`' => self.quoted = true,
            ')' | ']' | '}' | '）' => self.bracketed = true,
            '*' | '_' if !opens() => {}
            _ => return false,
        }
        self.end = next;
        true
    }

    /// Reads a straight mark between spaces, if it closes: `" We left . " he said`.
    fn spaced_closer(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let [b' ', quote @ (b'"' | b'\''), ..] = bytes[self.end..] else { return };
        if self.quoted {
            return;
        }
        let end = self.end + 2;
        let free = bytes.get(end).is_none_or(u8::is_ascii_whitespace);
        let last = matches!(bytes.get(end), None | Some(b'\n' | b'\r'));
        if free && (last || opens_before(bytes, self.start, quote)) {
            self.quoted = true;
            self.end = end;
        }
    }
}

/// The length of a space that parts two marks of one run, as in `. . .`, or zero.
fn spaced(text: &str, at: usize) -> usize {
    let Some(space @ (' ' | '\u{A0}')) = chars::at(text, at) else { return 0 };
    let mark = at + space.len_utf8();
    let Some(c) = chars::at(text, mark).filter(|&c| chars::is_final(c)) else { return 0 };
    // Not `. .5` or `. .NET`.
    let free = chars::at(text, mark + c.len_utf8()).is_none_or(|c| !c.is_alphanumeric());
    if free { space.len_utf8() } else { 0 }
}

/// Whether words follow an ellipsis.
fn goes_on(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches(['.', '…', ' ', '\u{A0}']);
    rest.starts_with(char::is_alphanumeric)
}

/// How far the mark that a straight mark closes may stand before it, in bytes.
const QUOTATION: usize = 600;

/// Whether a straight quotation mark is open, going by their number in the line.
/// Between letters it is an apostrophe.
fn opens_before(bytes: &[u8], end: usize, quote: u8) -> bool {
    let start = end.saturating_sub(QUOTATION);
    let line = bytes[start..end].iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
    let line = &bytes[start + line.map_or(0, |at| at + 1)..end];
    let letter = |at: usize| line.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let marks = (0..line.len())
        .filter(|&at| line[at] == quote && !(at > 0 && letter(at - 1) && letter(at + 1)));
    marks.count() % 2 == 1
}
