//! To the left: the phrase that ends before a verb.

use core::ops::Range;

use super::{LONGEST, is_finite, simple};
use crate::{
    document::Document,
    tables::{class, form},
    tag::Tag,
};

/// Returns the noun phrase that ends right before the token `end`, with its
/// determiner, titles, appositions and relative clauses.
pub(crate) fn before(document: &Document<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let last = end.checked_sub(1).filter(|&last| last >= floor)?;
    match document.tag(last) {
        Tag::Comma => with_apposition(document, end, floor),
        Tag::Relative => Some(last..end),
        Tag::Pronoun if document.is_class(last, class::SUBJECT) => Some(last..end),
        _ => simple::before(document, end, floor),
    }
}

/// `X, the mayor,` or `X, who is 41,` or `X, 41, of Leeds,`: the phrase begins
/// before the comma that opens the first of up to four groups.
fn with_apposition(document: &Document<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut close = end - 1;
    let mut found = None;
    for _ in 0..4 {
        let mut open = close;
        let mut finite = false;
        let mut relative = false;
        loop {
            if open <= floor {
                return found;
            }
            open -= 1;
            match document.tag(open) {
                Tag::Comma => break,
                Tag::Stop | Tag::Colon | Tag::Semicolon => return found,
                _ if document.quote(open).is_some() => return found,
                Tag::Auxiliary => finite = true,
                Tag::Verb if is_finite(document, open) => finite = true,
                Tag::Relative => relative = true,
                _ => {}
            }
        }
        let first = open + 1;
        if first == close || finite && !relative {
            return found;
        }
        // What a group tells: who it is, or when and where it is said.
        let tells = match document.tag(first) {
            Tag::Determiner
            | Tag::Possessive
            | Tag::Number
            | Tag::Name
            | Tag::Noun
            | Tag::Adjective
            | Tag::Relative => !document.is_time(first),
            Tag::Verb => document.word(first).has_form(form::PARTICIPLE),
            Tag::Preposition => document.is_any(first, &["of", "from"]),
            Tag::Adverb | Tag::To => false,
            _ => return found,
        };
        let Some(base) = simple::before(document, open, floor) else { return found };
        let known = document.tag(base.end - 1) == Tag::Name
            && document.tag(first) == Tag::Relative
            && found.is_none();
        // A relative clause tells something else about somebody who is named.
        let kept = if tells && !known { end } else { base.end };
        let last = found.map_or(kept, |found: Range<usize>| found.end);
        found = Some(base.start..last);
        let stands = document.tag(base.start) == Tag::Name
            || matches!(document.tag(base.start), Tag::Determiner | Tag::Possessive)
                && !previous_is(document, base.start, Tag::Comma);
        if stands || base.start <= floor || !previous_is(document, base.start, Tag::Comma) {
            return found;
        }
        close = base.start - 1;
    }
    found
}

fn previous_is(document: &Document<'_>, i: usize, tag: Tag) -> bool {
    i > 0 && document.tag(i - 1) == tag
}

/// `people who know the mayor`: if the phrase that starts at `start` is the
/// object in a relative clause, returns the start of the noun phrase that the
/// clause belongs to.
pub(crate) fn relative_clause(
    document: &Document<'_>,
    start: usize,
    floor: usize,
) -> Option<usize> {
    let mut i = start;
    let mut verb = false;
    while i > floor && start - i < 12 {
        i -= 1;
        match document.tag(i) {
            Tag::Verb | Tag::Auxiliary => verb = true,
            Tag::Relative if verb && i > floor && document.tag(i - 1).is_nominal() => {
                if document.is(i, "which")
                    || document.is(i, "that") && document.tag(i - 1) == Tag::Name
                {
                    return None;
                }
                return simple::before(document, i, floor).map(|phrase| phrase.start);
            }
            tag if tag.is_punctuation() => return None,
            Tag::Subordinator | Tag::Conjunction => return None,
            _ => {}
        }
    }
    None
}
