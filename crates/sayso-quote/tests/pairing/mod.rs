//! Simple pairing, as it is often written: what the marks are is told by their
//! neighbors, then by their shapes, then by turns. The baseline.

use sayso_span::Span;

const OPENING: &str = "“„‟«‘`";
const CLOSING: &str = "”»’";

/// Pairs the double marks, and single ones outside them.
pub(crate) fn pair(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |len| at + len);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let Some(len) = mark(&text[at..]) else {
            at += c.len_utf8();
            continue;
        };
        let opens = opens(text, at, at + len, start.is_some());
        match start {
            None if opens => start = Some(at),
            // It was never closed: it ends with its line.
            Some(from) if opens && line_end(from) < at => {
                found.push(Span::new(from, line_end(from)));
                start = Some(at);
            }
            Some(_) if opens => {}
            Some(from) => {
                found.push(Span::new(from, at + len));
                start = None;
            }
            None => {}
        }
        at += len;
    }
    found.extend(start.map(|from| Span::new(from, line_end(from))));
    found.extend(singles(text, &found));
    found.sort_by_key(|span| span.start());
    found
}

/// Returns the length of the double mark at the start of the text.
fn mark(text: &str) -> Option<usize> {
    let c = text.chars().next()?;
    if "\"“”„‟«»＂".contains(c) {
        return Some(c.len_utf8());
    }
    let rest = text.trim_start_matches(c);
    let len = text.len() - rest.len();
    ("'‘’`".contains(c) && len > c.len_utf8()).then_some(len)
}

fn opens(text: &str, start: usize, end: usize, inside: bool) -> bool {
    let before = text[..start].chars().next_back().unwrap_or('\n');
    let after = text[end..].chars().next().unwrap_or('\n');
    let may_open = (before.is_whitespace() || "([{—–-/\"“”„‟«»＂'‘’`".contains(before))
        && !after.is_whitespace();
    let may_close = !before.is_whitespace() && !after.is_alphanumeric();
    if may_open != may_close {
        return may_open;
    }
    match text[start..].chars().next() {
        Some(c) if OPENING.contains(c) => true,
        Some(c) if CLOSING.contains(c) => false,
        _ => !inside,
    }
}

/// Pairs single marks that stand off the words around them.
fn singles(text: &str, taken: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        if c == '\n' {
            start = None;
        }
        if !"'‘’".contains(c) || taken.iter().any(|span| span.contains(at)) {
            continue;
        }
        let end = at + c.len_utf8();
        let before = text[..at].chars().next_back().unwrap_or('\n');
        let after = text[end..].chars().next().unwrap_or('\n');
        match start {
            None if c != '’' && !before.is_alphanumeric() && after.is_alphanumeric() => {
                start = Some((at, if c == '‘' { '’' } else { c }));
            }
            Some((from, close)) if c == close && !after.is_alphanumeric() => {
                found.push(Span::new(from, end));
                start = None;
            }
            _ => {}
        }
    }
    found
}
