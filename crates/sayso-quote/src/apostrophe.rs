//! Tells apostrophes, and primes, from marks by the words that they stand in.

use crate::{
    Mark,
    candidate::Candidate,
    cost, lexicon,
    side::Side,
    tables::{CLIPPED, ELISIONS},
};

/// An apostrophe where English demands one: `players’ union`, `’Tis`.
const DEMANDED: u8 = 3;
/// One that is likely: `playin’`.
const LIKELY: u8 = 6;
/// One that is possible.
const POSSIBLE: u8 = 12;

/// Returns how many bytes to step over, if the mark at `at` is an apostrophe
/// that nothing else than its letters can tell: `don’t`, `rock ’n’ roll`.
#[inline]
pub(crate) fn inside_word(text: &str, at: usize, len: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let after = *bytes.get(at + len)?;
    let before = *bytes[..at].last()?;
    if after.is_ascii_alphanumeric() && before.is_ascii_alphanumeric() {
        return Some(len);
    }
    if matches!(after, b'n' | b'N') {
        let rest = &text[at + len + 1..];
        if let Some(mark @ ('\'' | '’' | '‘')) = rest.chars().next() {
            if !matches!(rest[mark.len_utf8()..].chars().next(), Some(c) if is_mark(c)) {
                return Some(len + 1 + mark.len_utf8());
            }
        }
    }
    let word = |side: Side| side.is_word();
    (after >= 0x80 || before >= 0x80).then_some(())?;
    (word(Side::before(text, at))
        && word(Side::after(text, at + len))
        && !is_mark_at(text, at, len))
    .then_some(len)
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '‘'..='‟')
}

fn is_mark_at(text: &str, at: usize, len: usize) -> bool {
    text[..at].chars().next_back().is_some_and(is_mark)
        || text[at + len..].chars().next().is_some_and(is_mark)
}

/// Sets what it costs to read the mark as something else than a quotation
/// mark, and changes its other costs where that is likely.
///
/// `before` and `after` are the sides of the run of marks that it is in.
#[inline]
pub(crate) fn adjust(text: &str, candidate: &mut Candidate, before: Side, after: Side) {
    use Mark::*;
    match candidate.mark {
        Straight | Right | DoubleSingle | DoubleSingleRight if before == Side::Digit => {
            measure(text, candidate);
        }
        Single | SingleLeft | SingleRight | FullwidthSingle => {
            apostrophe(text, candidate, before, after);
        }
        // It is an accent that has lost its letter, or code.
        Grave => candidate.skip = 20,
        _ => {}
    }
}

/// Inches and seconds: `5'10"`, `a 3" pipe`.
fn measure(text: &str, candidate: &mut Candidate) {
    let digits = |text: &str| text.bytes().rev().take(2).take_while(u8::is_ascii_digit).count();
    let before = &text[..candidate.at];
    let rest = before[..before.len() - digits(before)].trim_end_matches(' ');
    let feet = rest.strip_suffix(['\'', '’', '′']).is_some_and(|rest| digits(rest) > 0);
    if feet {
        candidate.skip = 0;
        candidate.close += 20;
    } else {
        candidate.skip = candidate.skip.min(POSSIBLE);
    }
}

fn apostrophe(text: &str, candidate: &mut Candidate, before: Side, after: Side) {
    let (left, right) = (&text[..candidate.at], &text[candidate.end()..]);
    // A mark of the shape that opens is seldom meant for an apostrophe.
    let shape = if candidate.mark == Mark::SingleLeft { 3 } else { 0 };
    candidate.skip = match (before.is_word(), after.is_word()) {
        (true, false) => shape + trailing(left, right, candidate),
        (false, true) => leading(left, right, candidate),
        (false, false) => 28,
        // Between other marks: `"'`.
        (true, true) => POSSIBLE,
    };
}

/// `players’`, `playin’`, `an’`, `6’`.
fn trailing(left: &str, right: &str, candidate: &mut Candidate) -> u8 {
    let mut after = right.chars();
    let (space, next) = (after.next(), after.next());
    let a_word_follows = space == Some(' ') && next.is_some_and(char::is_alphanumeric);
    match left.bytes().last() {
        Some(b's' | b'S' | b'x' | b'z') if a_word_follows => {
            candidate.close += if next.is_some_and(char::is_lowercase) { 6 } else { 1 };
            DEMANDED
        }
        Some(b's' | b'S' | b'x' | b'z') => 10,
        Some(b'n') if left.ends_with("in") && lexicon::word_before(left).len() > 3 => LIKELY,
        Some(byte) if byte.is_ascii_digit() => 8,
        _ if CLIPPED.has(lexicon::word_before(left)) => LIKELY,
        _ => cost::STRAY - 3,
    }
}

/// `’Tis`, `’90s`, `’ammer`.
fn leading(left: &str, right: &str, candidate: &mut Candidate) -> u8 {
    let word = lexicon::word_at(right);
    let shape = if candidate.mark == Mark::SingleLeft { 4 } else { 0 };
    if is_year(right) {
        candidate.open += 14;
        return DEMANDED + shape;
    }
    if ELISIONS.has(word) {
        candidate.open += 6;
        return DEMANDED + shape;
    }
    if candidate.mark == Mark::SingleRight {
        return POSSIBLE;
    }
    // What is introduced, or begins a sentence, is said; the rest may be a word
    // that no list has.
    let left = left.trim_end_matches(' ');
    let introduced = left.is_empty() || left.ends_with([',', ':', '.', '!', '?', '\n']);
    let lower = right.chars().next().is_some_and(char::is_lowercase);
    match (introduced, lower) {
        (true, _) => cost::STRAY - 2,
        (false, true) => 14 + shape,
        (false, false) => 24 + shape,
    }
}

/// Two digits, as of a decade or a year: `’90s`, `’86`.
fn is_year(text: &str) -> bool {
    match text.as_bytes() {
        [a, b, rest @ ..] if a.is_ascii_digit() && b.is_ascii_digit() => match rest {
            [b's', rest @ ..] | rest => !rest.first().is_some_and(u8::is_ascii_alphanumeric),
        },
        _ => false,
    }
}
