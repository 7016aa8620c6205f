//! The main clause around a clause that reports: `Ann Lowe, who said it was late,` *left*.

use core::ops::Range;

use crate::{candidate::Candidate, document::Document, phrase, tag::Tag};

/// The main verb is looked for in so many tokens of a content.
const REACH: usize = 80;

/// Ends the content of a relative clause about the subject of its sentence before the verb
/// of that.
///
/// # Complexity
///
/// Looks no farther around the source than a phrase is long.
pub(crate) fn leave(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&candidate.source, &candidate.cue) else { return };
    let sentence = document.sentence_tokens(source.start).clone();
    let comma = source.start.checked_sub(1).filter(|&comma| comma > sentence.start);
    let Some(comma) = comma.filter(|&comma| document.tag(comma) == Tag::Comma) else { return };
    let about = source.len() == 1
        && document.is_any(source.start, &["who", "which"])
        && source.end <= cue.start
        && is_subject(document, comma, sentence.start);
    let Some(part) = candidate.content.iter_mut().find(|part| part.start >= cue.end) else {
        return;
    };
    if about {
        part.end =
            before_verb(document, part.start..part.end.min(sentence.end)).unwrap_or(part.end);
    }
}

/// Whether what ends there is the subject of the sentence: no verb stands before it.
fn is_subject(document: &Document<'_>, end: usize, floor: usize) -> bool {
    let Some(subject) = phrase::before(document, end, floor) else { return false };
    let opens = subject.start == floor
        || document.tag(subject.start - 1) == Tag::Comma
        || subject.start == floor + 1;
    opens && !(floor..end).any(|i| phrase::is_finite(document, i) || document.quote(i).is_some())
}

/// The first comma behind a verb that another verb follows, which has no subject but the
/// one before the clause.
fn before_verb(document: &Document<'_>, content: Range<usize>) -> Option<usize> {
    let (mut finite, mut inner) = (false, false);
    for i in content.start..content.end.min(content.start + REACH) {
        if document.quote(i).is_some() {
            continue;
        }
        if document.tag(i) != Tag::Comma {
            finite |= phrase::is_finite(document, i) && !inner;
            continue;
        }
        if inner {
            inner = false;
            continue;
        }
        let mut next = i + 1;
        while next < content.end && document.tag(next) == Tag::Adverb {
            next += 1;
        }
        inner = document.tag(next) == Tag::Relative;
        if finite && next < content.end && !inner && phrase::is_finite(document, next) {
            return Some(i);
        }
    }
    None
}
