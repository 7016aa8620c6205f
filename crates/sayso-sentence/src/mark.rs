use crate::chars;

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
    /// Whether a footnote mark follows.
    pub(crate) noted: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum MarkKind {
    /// One period.
    Period,
    /// Several, or an ellipsis.
    Ellipsis,
    /// A question mark among them.
    Question,
    /// An exclamation mark, but no question mark among them.
    Exclamation,
}

impl Mark {
    /// Reads the run that begins at an offset, where a final mark stands.
    ///
    /// Time is linear in the length of the run, and the next search may begin
    /// where it ends.
    pub(crate) fn read(text: &str, start: usize) -> Mark {
        let mut mark = Mark {
            start,
            end: start,
            kind: MarkKind::Period,
            quoted: false,
            bracketed: false,
            ideographic: false,
            noted: false,
        };
        let bytes = text.as_bytes();
        // The plain case: a period, then a space.
        if bytes[start] == b'.'
            && matches!(bytes.get(start + 1), Some(b' '))
            && bytes.get(start + 2).is_some_and(u8::is_ascii_alphanumeric)
        {
            mark.end += 1;
            return mark;
        }
        mark.marks(text);
        while mark.closer(text) {
            // `."` and then a period again, as in `(“No.”).`
            mark.marks(text);
        }
        mark.footnotes(text);
        mark
    }

    fn marks(&mut self, text: &str) {
        let first = self.end == self.start;
        let mut count = 0;
        loop {
            let mut at = self.end;
            if count > 0 {
                at += spaced(text, at);
            }
            let Some(c) = chars::at(text, at).filter(|&c| chars::is_final(c)) else { return };
            count += 1;
            self.end = at + c.len_utf8();
            self.ideographic = chars::is_ideographic(c);
            self.kind = match (c, self.kind) {
                ('?' | '？' | '⁇' | '⁈' | '⁉' | '‽', _) | (_, MarkKind::Question) => {
                    MarkKind::Question
                }
                ('!' | '！' | '‼', _) | (_, MarkKind::Exclamation) => MarkKind::Exclamation,
                ('…', _) | (_, MarkKind::Ellipsis) => MarkKind::Ellipsis,
                _ if count > 1 && first => MarkKind::Ellipsis,
                _ => MarkKind::Period,
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
            '"' | '\'' | '’' if opens() => return false,
            '"' | '\'' | '’' | '”' | '»' | '›' | '」' | '』' => self.quoted = true,
            ')' | ']' | '}' | '）' => self.bracketed = true,
            '*' | '_' if !opens() => {}
            _ => return false,
        }
        self.end = next;
        true
    }

    /// Reads footnote marks: `[12]`, `[a]`, superscript figures.
    fn footnotes(&mut self, text: &str) {
        let bytes = text.as_bytes();
        loop {
            let space = usize::from(bytes.get(self.end) == Some(&b' '));
            let rest = &bytes[self.end + space..];
            let length = match rest {
                [b'[', rest @ ..] => {
                    let inner = rest.iter().take(12).take_while(|byte| {
                        byte.is_ascii_digit() || matches!(byte, b',' | b' ' | b'-' | 0x80..)
                    });
                    let inner = inner.count();
                    let digits = rest.first().is_some_and(u8::is_ascii_digit);
                    if !digits || rest.get(inner) != Some(&b']') {
                        return;
                    }
                    space + inner + 2
                }
                [0xC2, 0xB2 | 0xB3 | 0xB9, ..] if space == 0 => 2,
                [0xE2, 0x81, 0xB0..=0xB9, ..] if space == 0 => 3,
                _ => return,
            };
            self.end += length;
            self.noted = true;
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
