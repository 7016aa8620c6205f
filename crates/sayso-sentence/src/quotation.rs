use crate::{
    chars,
    layout::{Gap, Layout},
};

/// Where quotations stand that must not be split, found as the text is read.
///
/// A straight mark after a letter or a mark opens nothing, and what has no
/// closing mark in its paragraph is no quotation.
///
/// # Complexity
///
/// Each search for a closing mark either moves past the quotation or is not
/// repeated in the same paragraph, so that time is linear.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quotations {
    /// What lies before has been read.
    seen: usize,
    /// After the closing mark of the last quotation.
    until: usize,
    /// For each pair, how far there is no closing mark.
    unclosed: [usize; PAIRS.len()],
}

const PAIRS: [(&str, &str); 5] = [("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("``", "''")];

impl Quotations {
    /// Whether the offset lies inside a quotation. Offsets must not decrease.
    pub(crate) fn cover(&mut self, text: &str, layout: &mut Layout, offset: usize) -> bool {
        let bytes = text.as_bytes();
        while self.seen < offset {
            let at = self.seen;
            self.seen += 1;
            if !matches!(bytes[at], b'"' | b'`' | 0xC2 | 0xE2) {
                continue;
            }
            let opens = |(open, _): &(&str, &str)| bytes[at..].starts_with(open.as_bytes());
            let Some(pair) = PAIRS.iter().position(opens) else { continue };
            let (open, close) = PAIRS[pair];
            let inside = at + open.len();
            let free = chars::before(text, at)
                .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-'));
            if at < self.unclosed[pair] || open == "\"" && !free {
                continue;
            }
            match find(text, layout, inside, close) {
                Ok(end) => (self.seen, self.until) = (end, end),
                Err(end) => self.unclosed[pair] = end,
            }
        }
        offset < self.until
    }
}

/// Looks for a mark in the rest of a paragraph. Returns where it ends, or where
/// the paragraph does.
fn find(text: &str, layout: &mut Layout, from: usize, mark: &str) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        if bytes[at..].starts_with(mark.as_bytes()) {
            return Ok(at + mark.len());
        }
        if text.is_char_boundary(at) && chars::at(text, at).is_some_and(chars::is_line_break) {
            let gap = Gap::at(text, at);
            if layout.parts(text, gap) {
                return Err(at);
            }
            at = gap.end;
        } else {
            at += 1;
        }
    }
    Err(at)
}
