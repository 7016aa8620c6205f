//! `LEEDS, England (AP) —` at the head of a paragraph.

use core::ops::Range;

use crate::{candidate::Candidate, document::Document, phrase, source, tag::Tag};

/// A dateline has at most so many tokens, with its dash.
const LONGEST: usize = 16;

/// Takes the dateline out of a candidate: it says where an article was written, not who
/// says what.
pub(crate) fn leave(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(first) = candidate.ranges().map(|range| range.start).min() else { return };
    let sentence = document.sentence_tokens(first).clone();
    let Some(end) = end(document, &sentence).filter(|&end| first < end) else { return };
    for part in &mut candidate.content {
        part.start = part.start.max(end).min(part.end);
    }
    candidate.content.retain(|part| !part.is_empty());
    let Some(source) = candidate.source.as_mut().filter(|source| source.start < end) else {
        return;
    };
    if source.end > end {
        source.start = end;
        return;
    }
    let cue = candidate.cue.as_ref().map_or(end, |cue| cue.start);
    let subject = source::main_subject(document, end, cue.max(end));
    candidate.source = subject.map(|(subject, _)| subject);
}

/// The token behind the dash of the dateline that a sentence begins with: a place in
/// capitals, or one with an agency in brackets.
fn end(document: &Document<'_>, sentence: &Range<usize>) -> Option<usize> {
    let start = sentence.start;
    let limit = sentence.end.min(start + LONGEST);
    let dash = document.first(start + 1..limit, Tag::Dash)?;
    let plain = (start..dash).all(|i| {
        document.quote(i).is_none()
            && !phrase::is_finite(document, i)
            && (matches!(
                document.tag(i),
                Tag::Name
                    | Tag::Number
                    | Tag::Comma
                    | Tag::Stop
                    | Tag::Open
                    | Tag::Close
                    | Tag::Hyphen
            ) || document.token(i).starts_with(char::is_uppercase)
                || document.token(i) == "/")
    });
    let word = document.token(start);
    let capitals = word.chars().count() > 1 && word.chars().all(|c| !c.is_lowercase());
    let agency = document.tag(dash - 1) == Tag::Close;
    (document.opens_paragraph(start) && plain && (capitals || agency)).then_some(dash + 1)
}
