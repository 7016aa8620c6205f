use core::ops::Range;

use crate::{
    candidate::Candidate, content, cue::Cue, document::Document, phrase, source::outside_quotes,
    tables::frame, tag::Tag,
};

/// `the mayor's claim that`, `a promise to`
pub(crate) fn candidate(document: &Document<'_>, cue: &Cue) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = cue.sentence(document);
    let next = cue.head + 1;
    let that = document.is(next, "that")
        && cue.takes(frame::THAT)
        && document.tag(next) == Tag::Subordinator;
    let to = document.tag(next) == Tag::To && cue.takes(frame::TO);
    if !that && !to {
        return None;
    }
    let mut content = content::rightward(document, next, ceiling, to);
    if to {
        let comma = document.first(content.clone(), Tag::Comma);
        content.end = comma.unwrap_or(content.end);
    }
    // `the mayor's claim`, `her promise`
    let mut start = cue.head;
    while start > floor
        && matches!(document.tag(start - 1), Tag::Adjective | Tag::Noun)
        && cue.head - start < 3
    {
        start -= 1;
    }
    let source = (start > floor).then(|| match document.tag(start - 1) {
        Tag::Genitive => phrase::before(document, start - 1, floor),
        Tag::Possessive => Some(start - 1..start),
        _ => None,
    });
    let source = outside_quotes(document, source.flatten());
    let confidence = if source.is_some() { 0.6 } else { 0.4 };
    Some(Candidate {
        source,
        cue: Some(cue.tokens.clone()),
        content: alloc::vec![content],
        confidence,
        verbatim: false,
    })
}
