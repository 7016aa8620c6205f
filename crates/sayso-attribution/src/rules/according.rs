use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    candidate::Candidate, content, cue::Cue, document::Document, phrase, tables::form, tag::Tag,
};

/// `according to X`, `in the view of X`
pub(crate) fn candidate(document: &Document<'_>, cue: &Cue) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = cue.sentence(document);
    if let Some(candidate) = relative(document, cue.tokens.clone(), floor, ceiling) {
        return Some(candidate);
    }
    // `It was, in the view of X, a mistake`: no apposition.
    let parts_verb = cue.tokens.start > floor + 1
        && matches!(document.tag(cue.tokens.start - 2), Tag::Auxiliary | Tag::Verb);
    let mut source = phrase::after(document, cue.tokens.end, ceiling, !parts_verb)?;
    // `a recording released on Monday`
    if document.tag(source.end) == Tag::Verb && !document.word(source.end).has_form(form::BASE) {
        let limit = ceiling.min(source.end + 15);
        while source.end < limit && !document.tag(source.end).is_punctuation() {
            source.end += 1;
        }
    }
    let mut content = Vec::new();
    let first = cue.tokens.start;
    let left = content::leftward(document, first, floor).filter(|_| first > floor);
    let comma = source.end < ceiling && document.tag(source.end) == Tag::Comma;
    match left {
        Some(left) => {
            content.push(left);
            // `The rest, according to X, was sold.`
            let start = source.end + 1;
            let aside = comma && document.tag(first - 1) == Tag::Comma;
            if aside && start < ceiling && document.tag(start) != Tag::Relative {
                content.push(content::rightward(document, start, ceiling, false));
            }
        }
        None => {
            let limit = ceiling.min(source.end + 25);
            let comma = document.first(source.end..limit, Tag::Comma)?;
            content.push(content::rightward(document, (comma + 1).min(ceiling), ceiling, false));
        }
    }
    content.retain(|range| !range.is_empty());
    (!content.is_empty()).then(|| Candidate {
        source: Some(source),
        cue: Some(cue.tokens.clone()),
        content,
        confidence: 0.9,
        verbatim: false,
    })
}

/// `which according to X has risen`: between a relative pronoun and its verb.
pub(crate) fn relative(
    document: &Document<'_>,
    cue: Range<usize>,
    floor: usize,
    ceiling: usize,
) -> Option<Candidate> {
    let pronoun = cue.start.checked_sub(1).filter(|&before| before >= floor)?;
    if document.tag(pronoun) != Tag::Relative {
        return None;
    }
    let source = phrase::after(document, cue.end, ceiling, false)?;
    let mut verb = source.end;
    while verb < ceiling && document.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    if verb >= ceiling || !phrase::is_finite(document, verb) {
        return None;
    }
    let ends = |&i: &usize| {
        matches!(document.tag(i), Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Dash)
            && document.quote(i).is_none()
    };
    let end = (verb..ceiling).find(ends).unwrap_or(ceiling);
    Some(Candidate {
        content: alloc::vec![pronoun..cue.start, source.end..end],
        source: Some(source),
        cue: Some(cue),
        confidence: 0.9,
        verbatim: false,
    })
}
