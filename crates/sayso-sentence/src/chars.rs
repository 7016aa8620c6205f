//! Classes of characters, and search for them.

/// Whether the scan for candidates stops at a byte: at a final mark, a colon, a
/// line break, or the first byte of a character that can be one of these.
#[inline]
fn is_stop(byte: u8) -> bool {
    // Without branches, so that the compiler compares sixteen bytes at once.
    (byte == b'.')
        | (byte == b'?')
        | (byte == b'!')
        | (byte == b':')
        | (byte.wrapping_sub(b'\n') < 4)
        // U+0085; U+2026, U+203C, U+2028 and others; U+3002; U+FF01 and others.
        | (byte == 0xC2)
        | (byte == 0xE2)
        | (byte == 0xE3)
        | (byte == 0xEF)
}

/// Returns where the next candidate before `limit` stands.
#[inline]
pub(crate) fn next_stop(text: &str, from: usize, limit: usize) -> Option<usize> {
    Some(from + position(text.as_bytes().get(from..limit)?, is_stop)?)
}

/// Returns where the next line feed stands.
#[inline]
pub(crate) fn next_line_feed(text: &str, from: usize) -> Option<usize> {
    Some(from + position(&text.as_bytes()[from..], |byte| byte == b'\n')?)
}

/// Returns where the first byte stands for which the predicate holds.
///
/// Sixteen bytes are looked at together, in vector registers: a plain loop over a
/// table of 256 entries took twice as long.
#[inline]
fn position(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = 0;
    while let Some(chunk) = bytes[at..].first_chunk::<16>() {
        let found = u128::from_le_bytes(chunk.map(|byte| u8::from(is(byte))));
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 16;
    }
    Some(at + bytes[at..].iter().position(|&byte| is(byte))?)
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
