use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    candidate::Candidate,
    complement,
    cue::Cue,
    document::Document,
    phrase,
    source::{before_adverbs, outside_quotes},
    tables::frame,
    tag::Tag,
};

/// `X was accused of Y by Z`, `was asked about`, `is expected to`: the subject is
/// a part of what is said, unless a clause or quotation follows.
pub(crate) fn candidate(document: &Document<'_>, cue: &Cue) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = cue.sentence(document);
    let next = cue.head + 1;
    let by = (next..ceiling.min(cue.head + 40))
        .take_while(|&i| !matches!(document.tag(i), Tag::Comma | Tag::Semicolon))
        .find(|&i| document.is(i, "by") && document.quote(i).is_none());
    let source = by.and_then(|by| phrase::after(document, by + 1, ceiling, true));
    let complement = complement::read(document, cue, ceiling);
    let mut content = Vec::new();
    let clause = complement.as_ref().is_some_and(|complement| !complement.phrase);
    if !clause && cue.takes(frame::OBJECT | frame::PASSIVE) {
        let left = before_adverbs(document, cue.tokens.start, floor);
        content.extend(outside_quotes(document, phrase::before(document, left, floor)));
    }
    let (mut cue_end, mut confidence) = (next, 0.6);
    match complement {
        Some(complement) => {
            let mut range = complement.content(document, ceiling);
            if let (Some(by), Some(_)) = (by, &source) {
                if by > range.start {
                    range.end = range.end.min(by);
                }
            }
            content.push(range);
            cue_end = complement.cue_end;
            confidence = complement.confidence * 0.7;
        }
        None if source.is_none() => return None,
        None => {}
    }
    content.retain(|range| !range.is_empty());
    (!content.is_empty()).then_some(Candidate {
        source,
        cue: Some(cue.tokens.start..cue_end),
        content,
        confidence,
        verbatim: false,
    })
}
