//! Where a mention may start and end.
//!
//! A word is a letter or digit and all letters, digits and marks after it.
//! Between words, a mention may start and end, but
//!
//! * an apostrophe joins two words (`O'Neill`, `don't`), unless the second is a
//!   clitic (`May's`, `they'll`), before which a mention may end, or the first
//!   an elided article (`l'Oréal`), after which one may start;
//! * a full stop joins two single letters (`U.S`) and, like a comma, two digits;
//! * an at sign joins what is on its sides (`desk@example.org`);
//! * where a mention starts or ends in punctuation (`U.S.`), no word may touch.

use crate::class::{Class, class, is_apostrophe};

/// Returns whether it is known at a glance that a mention of words may stand there.
#[inline]
pub(crate) fn parts_around(bytes: &[u8], start: usize, end: usize) -> bool {
    let sides = (bytes.get(start.wrapping_sub(1)), bytes.get(end));
    matches!(sides, (Some(&before), Some(&after))
        if PARTS[usize::from(before)] & PARTS[usize::from(after)])
}

/// The bytes that part words and never join them.
const PARTS: [bool; 256] = {
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < 0x80 {
        all[byte as usize] = parts(byte) && !joins(byte);
        byte += 1;
    }
    all
};

/// Returns whether a mention may start at this place of the text.
pub(crate) fn opens(text: &str, at: usize) -> bool {
    // The frequent cases; the rest would say the same.
    if let Some(&[before, first]) = text.as_bytes().get(at.wrapping_sub(1)..at + 1) {
        if first.is_ascii_alphanumeric() && parts(before) && !joins(before) {
            return true;
        }
    }
    let mut before = bases_before(text, at);
    let Some(previous) = before.next() else { return true };
    let mut after = bases(&text[at..]);
    let Some(first) = after.next() else { return true };
    if !is_word(first) {
        return !is_word(previous);
    }
    if is_word(previous) {
        return false;
    }
    let Some(left) = before.next().filter(|&c| is_word(c)) else { return true };
    match previous {
        '.' if is_single(left, before.next()) && is_single(first, after.next()) => false,
        '.' | ',' => !(left.is_ascii_digit() && first.is_ascii_digit()),
        '@' => false,
        c if is_apostrophe(c) => matches!(left, 'l' | 'd') && !before.next().is_some_and(is_word),
        _ => true,
    }
}

/// Returns whether a mention may end at this place of the text.
pub(crate) fn closes(text: &str, at: usize) -> bool {
    match text.as_bytes()[at..] {
        [] => return true,
        [next, ..] if parts(next) && !joins(next) => return true,
        [next, after, ..] if parts(next) && parts(after) => return true,
        [b'\'', b's', after, ..] if parts(after) => return true,
        _ => {}
    }
    let mut seen = text[at..].chars().filter(|&c| class(c) != Class::Ignorable);
    let Some(next) = seen.next() else { return true };
    if class(next) == Class::Mark {
        return false;
    }
    let mut before = bases_before(text, at);
    let Some(last) = before.next() else { return true };
    if !is_word(last) {
        return !is_word(next);
    }
    if is_word(next) {
        return false;
    }
    let mut after = bases(&text[at..]).skip(1);
    let Some(right) = after.next().filter(|&c| is_word(c)) else { return true };
    match next {
        '.' if is_single(last, before.next()) && is_single(right, after.next()) => false,
        '.' | ',' => !(last.is_ascii_digit() && right.is_ascii_digit()),
        '@' => false,
        c if is_apostrophe(c) => is_clitic(right, after.take(2)),
        _ => true,
    }
}

/// Whether a byte is an ASCII character that belongs to no word.
const fn parts(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'_'
}

/// Whether such a byte may make one of the words on its sides.
const fn joins(byte: u8) -> bool {
    matches!(byte, b'.' | b',' | b'@' | b'\'' | b'`')
}

/// Characters of the text but for those that are not seen, and marks.
fn bases(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&c| matches!(class(c), Class::Word | Class::Other))
}

/// The same before a place, from there to the left.
fn bases_before(text: &str, at: usize) -> impl Iterator<Item = char> {
    text[..at].chars().rev().filter(|&c| matches!(class(c), Class::Word | Class::Other))
}

fn is_word(c: char) -> bool {
    class(c) == Class::Word
}

/// A letter with no word on its other side.
fn is_single(letter: char, beyond: Option<char>) -> bool {
    letter.is_alphabetic() && !beyond.is_some_and(is_word)
}

/// `s`, `d`, `m`, `ll`, `re`, `ve`, and no word after it.
fn is_clitic(first: char, rest: impl Iterator<Item = char>) -> bool {
    let mut rest = rest.take_while(|&c| is_word(c));
    let letters = [Some(first), rest.next(), rest.next()];
    matches!(
        letters.map(|c| c.map(|c| c.to_ascii_lowercase())),
        [Some('s' | 'd' | 'm'), None, None]
            | [Some('l'), Some('l'), None]
            | [Some('r' | 'v'), Some('e'), None]
    )
}

#[cfg(test)]
mod tests {
    use super::{closes, opens};

    /// Places of the text where a mention may start (`<`) and end (`>`).
    fn places(text: &str) -> alloc::string::String {
        let mut shown = alloc::string::String::new();
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for at in ends {
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
            let (left, right) = (text[..at].chars().next_back(), text[at..].chars().next());
            if letter(left) && closes(text, at) {
                shown.push('>');
            }
            if letter(right) && opens(text, at) {
                shown.push('<');
            }
            shown.extend(right);
        }
        shown
    }

    #[test]
    fn joiners() {
        assert_eq!(places("O'Neill"), "<O'Neill>");
        assert_eq!(places("May’s"), "<May>’s>");
        assert_eq!(places("don't, they'LL"), "<don't>, <they>'LL>");
        assert_eq!(places("l’Oréal"), "<l’<Oréal>");
        assert_eq!(places("U.S.A. has"), "<U.S.A>. <has>");
        assert_eq!(places("Ms.May"), "<Ms>.<May>");
        assert_eq!(places("3.5 1,000"), "<3.5> <1,000>");
        assert_eq!(places("a@b.cd"), "<a@b>.<cd>");
        assert_eq!(places("Clinton-Trump"), "<Clinton>-<Trump>");
        assert_eq!(places("Fin\u{AD}land"), "<Fin\u{AD}land>");
        assert_eq!(places("'Sa\u{303}o'"), "'<Sa\u{303}o>'");
    }
}
