//! Classes of characters, read at a byte offset of a text.

/// What the scan for candidates stops at: final marks, colons, line breaks, and the
/// first bytes of characters that can be either.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let bytes = b".?!:\n\r\x0B\x0C";
    let mut i = 0;
    while i < bytes.len() {
        stops[bytes[i] as usize] = true;
        i += 1;
    }
    // U+0085; U+2026, U+203C, U+2028 and others; U+3002; U+FF01 and others.
    stops[0xC2] = true;
    stops[0xE2] = true;
    stops[0xE3] = true;
    stops[0xEF] = true;
    stops
};

/// Returns where the next candidate stands.
#[inline]
pub(crate) fn next_stop(text: &str, from: usize) -> Option<usize> {
    let rest = &text.as_bytes()[from..];
    Some(from + rest.iter().position(|&byte| STOPS[usize::from(byte)])?)
}

/// The character that begins at a boundary.
#[inline]
pub(crate) fn at(text: &str, offset: usize) -> Option<char> {
    match text.as_bytes().get(offset) {
        Some(&byte) if byte < 0x80 => Some(char::from(byte)),
        Some(_) => text[offset..].chars().next(),
        None => None,
    }
}

/// The character that ends at a boundary.
#[inline]
pub(crate) fn before(text: &str, offset: usize) -> Option<char> {
    match text.as_bytes()[..offset].last() {
        Some(&byte) if byte < 0x80 => Some(char::from(byte)),
        Some(_) => text[..offset].chars().next_back(),
        None => None,
    }
}

/// A mark that can end a sentence.
#[inline]
pub(crate) fn is_final(c: char) -> bool {
    matches!(c, '.' | '?' | '!')
        || !c.is_ascii()
            && matches!(c, '…' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '。' | '．' | '！' | '？' | '｡')
}

/// A mark after which no space is needed.
pub(crate) fn is_ideographic(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

/// A character that ends a line.
#[inline]
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
