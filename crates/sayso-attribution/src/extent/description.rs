//! `The ambassador in Paris, Ana Roe, said`: a name and the description before it.

use core::ops::Range;

use crate::{candidate::Candidate, document::Document, floating, phrase, tag::Tag};

/// What begins a description that needs no more to be one.
const DETERMINERS: [&str; 9] = ["its", "his", "her", "their", "our", "my", "the", "a", "an"];

/// Gives a name the description before it, if that is all that stands there: at the
/// beginning of the sentence, or behind a quotation.
pub(super) fn take(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = candidate.source.clone() else { return };
    let comma = source.start.checked_sub(1).filter(|&i| document.tag(i) == Tag::Comma);
    let Some(comma) = comma else { return };
    if let Some(start) = at_beginning(document, &source, comma) {
        candidate.source = Some(start..source.end);
    } else {
        take_from_content(document, candidate, comma);
    }
}

/// Where the description begins that opens the sentence, perhaps behind a conjunction:
/// `But` *its chairman*`, Ann Lowe, said`.
fn at_beginning(document: &Document<'_>, source: &Range<usize>, comma: usize) -> Option<usize> {
    let floor = document.sentence_tokens(source.start).start;
    if !matches!(document.tag(source.start), Tag::Name | Tag::Determiner) || comma <= floor {
        return None;
    }
    let described = phrase::before(document, comma, floor)?;
    let start = described.start;
    let opens =
        start == floor || start == floor + 1 && document.is_any(floor, &["but", "and", "with"]);
    let closed =
        document.tag(source.end - 1) == Tag::Comma || document.tag(source.end) == Tag::Comma;
    let determined = document.is_any(start, &DETERMINERS)
        || described.clone().any(|i| document.tag(i) == Tag::Genitive);
    let person = floating::is_person(document, &described);
    let describes = if closed {
        determined && !document.is_time(comma - 1) || person && document.tag(start) != Tag::Name
    } else {
        // `A lawyer, Lowe has asked` is a way to begin a sentence.
        determined && person && !document.is_any(start, &["a", "an"])
    };
    (opens && describes).then_some(start)
}

/// Gives a name the description that has been taken for the end of a quotation: `“We
/// lost”,` *the deputy manager*, `Ann Bell said`.
fn take_from_content(document: &Document<'_>, candidate: &mut Candidate, comma: usize) {
    let Some(source) = &mut candidate.source else { return };
    if document.tag(source.start) != Tag::Name {
        return;
    }
    let ends = |end: usize| end == source.start || end == comma;
    let Some(part) = candidate.content.iter_mut().find(|part| ends(part.end)) else { return };
    let Some(quote) = document.quotes_in(part).next_back() else { return };
    let quote = &document.quotes[quote].tokens;
    let first = quote.end + usize::from(document.tag(quote.end) == Tag::Comma);
    let described = first..comma;
    if quote.start >= part.start
        && !described.is_empty()
        && phrase::before(document, comma, first) == Some(described.clone())
        && floating::is_person(document, &described)
    {
        source.start = first;
        part.end = quote.end;
    }
}
