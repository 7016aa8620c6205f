//! Whether a sentence ends at a mark.

use crate::{
    SentenceEnd,
    after::{After, First},
    before::Before,
    layout::{Gap, Layout},
    lexicon::Classes,
    mark::{Mark, MarkKind},
};

/// Decides about one mark of the sentence that began at `start`.
pub(crate) fn judge(text: &str, layout: Layout, start: usize, mark: Mark) -> Option<SentenceEnd> {
    let gap = Gap::at(text, mark.end);
    // Reads the word before the mark once, and only if it is needed.
    let before = || Before::read(text, start, mark.start);
    if gap.end == text.len() || layout.parts(text, gap) {
        return Some(reason(
            mark,
            if mark.kind == MarkKind::Period { before().0 } else { Before::Word },
        ));
    }
    if gap.is_empty() {
        return glued(text, mark);
    }
    let after = After::read(text, gap.end);
    match mark.kind {
        MarkKind::Question | MarkKind::Exclamation => exclaimed(text, mark, after),
        MarkKind::Ellipsis => trailed(start, mark, after),
        MarkKind::Period => {
            let (before, word) = before();
            let ends = match before {
                Before::Word => word_ends(mark, after),
                Before::Nothing => mark.start > start && after.first != First::Lower,
                Before::Number => number_ends(word == start, after),
                Before::Letter(letter) => letter_ends(text, start, word, letter, after),
                Before::Dotted(classes) => dotted_ends(text, start, classes, after),
                Before::Abbreviation(classes) => {
                    abbreviation_ends(text, start, mark, classes, after)
                }
            };
            ends.then(|| reason(mark, before))
        }
    }
}

fn reason(mark: Mark, before: Before) -> SentenceEnd {
    match (mark.kind, before) {
        (MarkKind::Ellipsis, _) => SentenceEnd::Ellipsis,
        (MarkKind::Period, Before::Dotted(_) | Before::Abbreviation(_)) => {
            SentenceEnd::Abbreviation
        }
        _ => SentenceEnd::Mark,
    }
}

/// No space follows: an address, a number, a name, and rarely a forgotten space.
fn glued(text: &str, mark: Mark) -> Option<SentenceEnd> {
    if mark.ideographic {
        return Some(SentenceEnd::Mark);
    }
    let bytes = text.as_bytes();
    let lower = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_lowercase);
    let before = &bytes[..mark.start];
    let two = before.len() > 1 && before[before.len() - 2..].iter().all(u8::is_ascii_lowercase);
    let after = After::read(text, mark.end);
    let capital = after.first == First::Upper && lower(bytes.get(after.at + 1));
    (two && capital && mark.end - mark.start <= 4).then_some(SentenceEnd::Mark)
}

fn exclaimed(text: &str, mark: Mark, after: After) -> Option<SentenceEnd> {
    let ends = match after.first {
        First::Lower => false,
        First::Upper if mark.quoted => !after.reports(text),
        First::Other => after.opened,
        _ => true,
    };
    ends.then_some(SentenceEnd::Mark)
}

fn trailed(start: usize, mark: Mark, after: After) -> Option<SentenceEnd> {
    let ends = mark.start > start && matches!(after.first, First::Upper | First::Digit);
    ends.then_some(SentenceEnd::Ellipsis)
}

fn word_ends(mark: Mark, after: After) -> bool {
    match after.first {
        First::Lower => !mark.quoted && !mark.bracketed,
        First::Other => after.opened,
        _ => true,
    }
}

fn number_ends(first: bool, after: After) -> bool {
    !first && matches!(after.first, First::Upper | First::Digit | First::Dash)
}

/// Whether what follows can only be the start of a sentence.
fn starts(text: &str, after: After) -> bool {
    after.first == First::Upper
        && (after.opened || after.classes(text).has(Classes(Classes::START.0 | Classes::TITLE.0)))
}

fn letter_ends(text: &str, start: usize, word: usize, letter: u8, after: After) -> bool {
    if word == start || after.first != First::Upper {
        return false;
    }
    let previous = text.as_bytes()[start..word].iter().rev().find(|byte| **byte != b' ');
    let lower = previous.is_some_and(u8::is_ascii_lowercase);
    if letter == b'I' && lower { true } else { starts(text, after) }
}

fn dotted_ends(text: &str, start: usize, classes: Classes, after: After) -> bool {
    if classes.has(Classes::TAIL) {
        return tail_ends(text, start, after);
    }
    !classes.has(Classes::REFERENCE) && starts(text, after)
}

fn tail_ends(_text: &str, _start: usize, after: After) -> bool {
    after.first == First::Upper
}

fn abbreviation_ends(
    text: &str,
    start: usize,
    mark: Mark,
    classes: Classes,
    after: After,
) -> bool {
    let _ = mark;
    if classes.has(Classes::TAIL) {
        tail_ends(text, start, after)
    } else if classes.has(Classes::TITLE) {
        false
    } else {
        starts(text, after)
    }
}
