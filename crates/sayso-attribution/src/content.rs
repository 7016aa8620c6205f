use core::ops::Range;

use crate::{
    document::Document,
    phrase,
    tables::{form, frame},
    tag::Tag,
};

/// A content is followed over so many tokens to find its end; a longer one ends
/// with its sentence. It bounds the time for each cue.
const WINDOW: usize = 300;

/// Returns the content that starts at `start`, to the right of its cue.
///
/// A `phrase` ends where a clause would go on: before `, which` or `and` with a
/// finite verb.
pub(crate) fn rightward(
    document: &Document<'_>,
    start: usize,
    ceiling: usize,
    phrase: bool,
) -> Range<usize> {
    // A block without marks behind a colon: the next paragraph.
    let ceiling = if start < ceiling { ceiling } else { document.paragraph_end(start) };
    let mut i = start;
    let limit = ceiling.min(start + WINDOW);
    let mut end = ceiling;
    while i < limit {
        if let Some(number) = document.quote(i) {
            let quote = &document.quotes[number].tokens;
            i = quote.end.max(i + 1);
            if i >= ceiling {
                return start..i;
            }
            // `"…," adding`, `"…." He`: a quotation that ends its clause.
            let opened = quote.start == start;
            let inside = document.tag(quote.end.saturating_sub(2));
            if opened && matches!(inside, Tag::Comma | Tag::Stop) && !goes_on(document, i) {
                end = i;
                break;
            }
            if opened && document.tag(i) == Tag::Comma && !goes_on(document, i + 1) {
                end = i;
                break;
            }
            continue;
        }
        let stops = match document.tag(i) {
            Tag::Semicolon => true,
            Tag::Dash => {
                // A pair of dashes is an aside, one dash an afterthought.
                match (i + 1..limit).find(|&j| document.tag(j) == Tag::Dash) {
                    Some(second) => {
                        i = second + 1;
                        continue;
                    }
                    None => i > start,
                }
            }
            Tag::Comma => {
                i > start
                    && (clause_ends(document, i, ceiling)
                        || phrase && phrase_ends(document, i, ceiling))
            }
            Tag::Conjunction => {
                i > start
                    && (next_cue(document, i + 1, ceiling, true)
                        || phrase && predicate(document, i + 1, ceiling))
            }
            _ => false,
        };
        if stops {
            end = i;
            break;
        }
        i += 1;
    }
    while end > start + 1
        && document.quote(end - 1).is_none()
        && matches!(document.tag(end - 1), Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Colon)
    {
        end -= 1;
    }
    start..end
}

/// Whether a content goes on behind a quotation.
fn goes_on(document: &Document<'_>, i: usize) -> bool {
    document.is_any(i, &["and", "but", "or"])
        && (document.quote(i + 1).is_some() || document.is(i + 1, "that"))
}

/// Whether what follows the comma is no longer a phrase.
fn phrase_ends(document: &Document<'_>, comma: usize, ceiling: usize) -> bool {
    let mut i = comma + 1;
    while document.tag(i) == Tag::Adverb && i < ceiling {
        i += 1;
    }
    match document.tag(i) {
        Tag::Relative => document.is_any(i, &["which", "who", "whose"]),
        Tag::Verb => document.word(i).has_form(form::GERUND) && !document.is(i, "including"),
        Tag::Conjunction => document.is(i, "but") || predicate(document, i + 1, ceiling),
        Tag::Subordinator => document.is_any(i, &["although", "though", "while", "whereas"]),
        _ => false,
    }
}

/// Whether a finite verb follows that belongs to the clause of the cue: `praised
/// May and left`.
fn predicate(document: &Document<'_>, start: usize, ceiling: usize) -> bool {
    let mut i = start;
    while document.tag(i) == Tag::Adverb && i < ceiling {
        i += 1;
    }
    i < ceiling
        && document.tag(i) == Tag::Verb
        && document.word(i).has_form(form::PAST | form::THIRD)
        && !document.word(i).has_form(form::BASE)
}

/// Whether what follows the comma is no longer the content.
fn clause_ends(document: &Document<'_>, comma: usize, ceiling: usize) -> bool {
    let mut i = comma + 1;
    while document.tag(i) == Tag::Adverb {
        i += 1;
    }
    if i >= ceiling {
        return false;
    }
    let word = document.word(i);
    match document.tag(i) {
        _ if document.is(i, "according") => true,
        Tag::Verb if word.has_form(form::GERUND) => {
            word.verb_frames() & (frame::THAT | frame::QUOTE | frame::OBJECT) != 0
        }
        // `…, said May`
        Tag::Verb => word.verb_frames() & frame::QUOTE != 0 && !document.is(i, "read"),
        Tag::Conjunction => next_cue(document, i + 1, ceiling, true),
        Tag::Subordinator | Tag::Preposition
            if document.is_any(i, &["while", "as", "though", "although"]) =>
        {
            next_cue(document, i + 1, ceiling, true)
        }
        _ if document.is(i, "according") => true,
        Tag::Pronoun | Tag::Name | Tag::Determiner | Tag::Noun | Tag::Possessive => {
            parenthesis(document, i, ceiling)
        }
        _ => document.is(i, "according"),
    }
}

/// `he said` between commas, or before the end.
fn parenthesis(document: &Document<'_>, start: usize, ceiling: usize) -> bool {
    let Some(subject) = phrase::after(document, start, ceiling, false) else { return false };
    let mut i = subject.end;
    while matches!(document.tag(i), Tag::Adverb | Tag::Auxiliary) && i < ceiling {
        i += 1;
    }
    if document.tag(i) != Tag::Verb || document.word(i).verb_frames() & frame::QUOTE == 0 {
        return false;
    }
    // Nothing is reported behind it but when and where.
    i += 1;
    while i < ceiling && !matches!(document.tag(i), Tag::Comma | Tag::Stop) {
        if i - subject.end > 14 || document.quote(i).is_some() || phrase::is_finite(document, i) {
            return false;
        }
        i += 1;
    }
    true
}

/// Whether another cue begins here, with or without a subject: `and added`,
/// `but the mayor said`.
fn next_cue(document: &Document<'_>, start: usize, ceiling: usize, subject: bool) -> bool {
    let mut i = start;
    let adverbs = |mut i: usize| {
        while i < ceiling && matches!(document.tag(i), Tag::Adverb | Tag::Auxiliary) {
            i += 1;
        }
        i
    };
    i = adverbs(i);
    let is_cue = |i: usize| {
        let word = document.word(i);
        i < ceiling
            && document.tag(i) == Tag::Verb
            && word.verb_frames() & (frame::THAT | frame::QUOTE | frame::OBJECT) != 0
            && word.verb_frames() & frame::WEAK == 0
            && word.has_form(form::PAST | form::THIRD)
    };
    if is_cue(i) {
        return true;
    }
    if !subject {
        return false;
    }
    let Some(phrase) = phrase::after(document, i, ceiling, false) else { return false };
    let verb = adverbs(phrase.end);
    is_cue(verb) && document.word(verb).verb_frames() & frame::QUOTE != 0
}

/// Returns the content that ends before the token `end`, to the left of its cue.
pub(crate) fn leftward(document: &Document<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut last = end;
    while last > floor
        && document.quote(last - 1).is_none()
        && matches!(document.tag(last - 1), Tag::Comma | Tag::Dash)
    {
        last -= 1;
    }
    if last <= floor {
        // The quotation is a sentence of its own: `“Go!” May said.`
        let quote = document.quote(last.checked_sub(1)?)?;
        return Some(document.quotes[quote].tokens.start..last);
    }
    let floor = floor.max(last.saturating_sub(WINDOW));
    let mut start = floor;
    let mut i = last;
    while i > floor {
        i -= 1;
        if let Some(number) = document.quote(i) {
            let quote = &document.quotes[number].tokens;
            if quote.start <= floor {
                return Some(quote.start..last);
            }
            // A quotation alone, before which another sentence or cue ends.
            i = quote.start;
            if matches!(document.tag(i - 1), Tag::Colon | Tag::Stop) {
                start = i;
                break;
            }
            continue;
        }
        if document.tag(i) == Tag::Semicolon {
            start = i + 1;
            break;
        }
    }
    (start < last).then_some(start..last)
}
