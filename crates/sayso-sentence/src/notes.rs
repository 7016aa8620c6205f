//! Marks of notes, which belong to the sentence before them: `[12]`, `[citation
//! needed]`, superscript figures, and figures after a word.

use crate::lexicon::Classes;

/// Returns how long the marks of notes are that stand at `end`, after the final
/// mark at `start` and what closes.
pub(crate) fn length(text: &str, start: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = end + figures(bytes, start, end);
    loop {
        let space = usize::from(bytes.get(at) == Some(&b' '));
        at += match bytes[at + space..] {
            [b'[', ref rest @ ..] => match bracketed(rest) {
                Some(inner) => space + inner + 2,
                None => return at - end,
            },
            [0xC2, 0xB2 | 0xB3 | 0xB9, ..] if space == 0 => 2,
            [0xE2, 0x81, 0xB0..=0xB9, ..] if space == 0 => 3,
            _ => return at - end,
        };
    }
}

/// The length of the figures in `the council.11 12 The mayor` and in
/// `the council. 3 The mayor`, or zero.
fn figures(bytes: &[u8], start: usize, end: usize) -> usize {
    if !bytes[..start].last().is_some_and(u8::is_ascii_lowercase) {
        return 0;
    }
    let rest = bytes[end..].iter().take(12);
    let digits = rest.take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b' '));
    let (figures, after) = bytes[end..].split_at(digits.count());
    // An amount is longer: `the council. 300 People came`.
    let short = match figures {
        [b' ', b'0'..=b'9', b' '] | [b' ', b'0'..=b'9', b'0'..=b'9', b' '] => {
            Classes::of(first_word(after)).has(Classes::START)
        }
        [b'0'..=b'9', .., b' '] => true,
        _ => false,
    };
    let capital = after.first().is_some_and(u8::is_ascii_uppercase);
    if short && capital { figures.len() - 1 } else { 0 }
}

fn first_word(bytes: &[u8]) -> &[u8] {
    let letters = bytes.iter().take(12).take_while(|byte| byte.is_ascii_alphabetic());
    &bytes[..letters.count()]
}

/// The length of what stands in square brackets, if it is a note and not text:
/// a number, an omission, or what Wikipedia's editors write.
fn bracketed(rest: &[u8]) -> Option<usize> {
    let inner = rest.iter().take(32).position(|byte| *byte == b']')?;
    let inside = &rest[..inner];
    let omission = matches!(inside, b"..." | b". . ." | [0xE2, 0x80, 0xA6]);
    let number = inside.first().is_some_and(u8::is_ascii_digit)
        && inside.iter().all(|byte| !byte.is_ascii_alphabetic());
    (number || omission || inside.ends_with(b" needed")).then_some(inner)
}
