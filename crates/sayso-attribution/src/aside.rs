//! The sentence that `according to X` stands in.

use core::ops::Range;

use crate::{candidate::Candidate, content, document::Document, floating, phrase, tag::Tag};

/// A clause about a source has at most so many tokens.
const LONGEST: usize = 40;

/// Settles what is content around `according to` and what says who the source is.
///
/// # Complexity
///
/// Looks no farther around the cue than a phrase is long.
pub(crate) fn settle(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(cue) = candidate.cue.clone() else { return };
    let follows = candidate.source.as_ref().is_some_and(|source| source.start == cue.end);
    if !follows || !document.is(cue.start, "according") {
        return;
    }
    let sentence = document.sentence_tokens(cue.start).clone();
    take_clause(document, candidate);
    take_name(document, candidate);
    take_subject(document, candidate, cue.start, &sentence);
    take_verbless(document, candidate, cue.start, &sentence);
    leave_apposition(document, candidate, &sentence);
}

/// Gives the source the clause about it that has been taken for the beginning of the
/// content: `According to an official,` *who asked not to be named*`, the talks had
/// ended`.
fn take_clause(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(part)) = (&mut candidate.source, candidate.content.first_mut()) else {
        return;
    };
    if part.start != source.end + 1 || document.tag(part.start) != Tag::Relative {
        return;
    }
    let limit = part.end.min(part.start + LONGEST);
    let comma = (part.start..limit)
        .find(|&i| document.tag(i) == Tag::Comma && document.quote(i).is_none());
    if let Some(comma) = comma.filter(|&comma| comma + 1 < part.end) {
        source.end = comma;
        part.start = comma + 1;
    }
}

/// Gives a description the name behind it: `According to the coroner,` `Dr. Platt`, `the
/// boat was full`.
fn take_name(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(part)) = (&mut candidate.source, candidate.content.first_mut()) else {
        return;
    };
    let begins = part.start == source.end + 1
        && document.tag(source.end) == Tag::Comma
        && document.tag(part.start) == Tag::Name
        && document.tag(source.end - 1) != Tag::Name
        && floating::is_person(document, source);
    let name = (part.start..part.end.min(part.start + 8))
        .find(|&i| document.tag(i) != Tag::Name && document.token(i) != ".")
        .filter(|&end| begins && document.tag(end) == Tag::Comma && end + 1 < part.end);
    if let Some(end) = name {
        source.end = end;
        part.start = end + 1;
    }
}

/// Gives a relative clause before the cue what it is about: `The ward,` `which opened in
/// May, has ten beds, according to`.
fn take_subject(
    document: &Document<'_>,
    candidate: &mut Candidate,
    cue: usize,
    sentence: &Range<usize>,
) {
    let Some(part) = candidate.content.iter_mut().find(|part| part.end <= cue) else { return };
    let start = part.start;
    let about = start > sentence.start + 1
        && document.tag(start) == Tag::Relative
        && document.tag(start - 1) == Tag::Comma
        && phrase::after(document, sentence.start, start, false)
            == Some(sentence.start..start - 1);
    if about {
        part.start = sentence.start;
    }
}

/// Gives a verb behind the source the subject before the cue: `Her book will, according
/// to its publisher,` `have no maps`.
fn take_verbless(
    document: &Document<'_>,
    candidate: &mut Candidate,
    cue: usize,
    sentence: &Range<usize>,
) {
    let Some(first) = candidate.content.first().cloned() else { return };
    let parted = first.start > cue
        && cue > sentence.start + 1
        && document.tag(cue - 1) == Tag::Comma
        && document.quote(cue - 1).is_none();
    let predicate = document.tag(cue.saturating_sub(2)) == Tag::Auxiliary
        || matches!(document.tag(first.start), Tag::Verb | Tag::Auxiliary);
    if !parted || !predicate {
        return;
    }
    let left = content::leftward(document, cue, sentence.start);
    if let Some(left) = left.filter(|left| left.end <= cue) {
        // The word between the comma and a quotation: `contain` `“no music”`.
        let source = candidate.source.as_ref().map_or(cue, |source| source.end);
        let begins = document.tag(source) == Tag::Comma
            && first.start == source + 2
            && document.quote(first.start).is_some();
        candidate.content[0].start -= usize::from(begins);
        candidate.content.insert(0, left);
    }
}

/// Gives the source what is said of it behind a comma, if that has been taken for content
/// where all of it stands before the cue.
fn leave_apposition(document: &Document<'_>, candidate: &mut Candidate, sentence: &Range<usize>) {
    let Some(source) = &mut candidate.source else { return };
    let [.., left, right] = &candidate.content[..] else { return };
    let told = left.end <= source.start
        && right.start == source.end + 1
        && left.clone().any(|i| phrase::is_finite(document, i));
    let whole = phrase::after(document, source.start, sentence.end, true);
    let Some(whole) = whole.filter(|whole| told && whole.end > source.end + 1) else { return };
    let apposed = source.end + 1..whole.end;
    if floating::is_person(document, &apposed) && document.quotes_in(right).is_empty() {
        source.end = whole.end;
        candidate.content.pop();
    }
}
