//! `People who know the mayor`, `May, who was in Leeds,`: a source and clauses about it.

use core::ops::Range;

use crate::{candidate::Candidate, document::Document, phrase, source, tag::Tag};

/// What a phrase begins with that tells who somebody is, between commas.
const TELLING: [&str; 6] = ["known", "called", "nicknamed", "based", "of", "from"];

/// Such a phrase has at most so many tokens.
const LONGEST: usize = 13;

/// Gives a source the noun that it is in a clause about: *people who know* `the mayor`,
/// *residents of a town that was evacuated* `last winter`.
pub(super) fn take_antecedent(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let floor = document.sentence_tokens(source.start).start;
    let beside = source.end <= cue.start
        && source.end >= source::before_adverbs(document, cue.start, floor)
        && phrase::is_finite(document, cue.start);
    if !beside || document.tag(source.start) == Tag::Relative {
        return;
    }
    let start = phrase::relative_clause(document, source.start, floor);
    if let Some(start) = start.filter(|&start| document.quotes_in(&(start..source.end)).is_empty())
    {
        *source = start..cue.start;
    }
}

/// Gives a source the phrase that stands between commas before the cue: `The commander,`
/// *known as Falcon,*.
pub(super) fn take_phrase(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let comma = source.end - usize::from(document.tag(source.end - 1) == Tag::Comma);
    let (first, last) = (comma + 1, cue.start.saturating_sub(1));
    let apart = comma > source.start
        && document.tag(comma) == Tag::Comma
        && document.tag(last) == Tag::Comma;
    if !apart || first + 1 >= last || last - first >= LONGEST {
        return;
    }
    let tells = document.is_any(first, &TELLING) && phrase::is_finite(document, cue.start);
    let plain = (first + 1..last).all(|i| {
        document.quote(i).is_none()
            && !phrase::is_finite(document, i)
            && (!document.tag(i).is_punctuation() || document.tag(i) == Tag::Comma)
    });
    if tells && plain {
        source.end = cue.start;
    }
}

/// Leaves out a clause that tells something else about somebody who is known: `May`*,
/// who was in Leeds,* `said`.
///
/// In annotated news three of five are left out where the name has been mentioned.
pub(super) fn leave(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    if cue.start < source.end {
        return;
    }
    let opens = |&comma: &usize| {
        document.tag(comma) == Tag::Comma
            && document.is_any(comma + 1, &["who", "which", "whose", "whom"])
    };
    let Some(comma) = (source.start + 1..source.end).find(opens) else { return };
    if is_known(document, &(source.start..comma)) {
        source.end = comma;
    }
}

/// Whether a mention is of somebody who is known already, or whom everybody knows.
fn is_known(document: &Document<'_>, mention: &Range<usize>) -> bool {
    let last = mention.end - 1;
    if document.tag(last) == Tag::Name {
        return document.is(mention.start, "the") || document.is_repeated(last, mention.start);
    }
    let plain = mention.clone().all(|i| document.tag(i) != Tag::Name);
    plain && document.is(mention.start, "the")
}
