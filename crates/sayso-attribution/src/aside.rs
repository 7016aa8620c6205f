//! The sentence that `according to X` stands in.

use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    candidate::Candidate,
    content,
    cue::{Cue, Shape},
    document::Document,
    floating, phrase,
    rules::{self, according},
    tables::form,
    tag::Tag,
    view,
};

/// Adds what rules make of each `according to` that is in no candidate.
///
/// # Complexity
///
/// Linear in the number of tokens, and *n* log *n* in that of candidates.
pub(crate) fn add(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    let is_cue = |i: &usize| {
        document.is(*i, "according")
            && document.is(i + 1, "to")
            && document.quote(*i).is_none()
            && document.sentence(*i) == document.sentence(i + 1)
    };
    let cues: Vec<Cue> = (0..document.len())
        .filter(is_cue)
        .map(|i| Cue { tokens: i..i + 2, head: i, shape: Shape::According, frames: 0 })
        .collect();
    let mut found = rules::candidates(document, &cues);
    found.retain_mut(|candidate| {
        candidate.confidence = 0.6;
        let mut words = candidate.content.iter().flat_map(|part| part.clone());
        words.any(|i| phrase::is_finite(document, i))
    });
    view::add_apart(document, candidates, found);
}

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
    if take_relative(document, candidate, cue.clone(), &sentence) {
        return;
    }
    take_clause(document, candidate);
    take_name(document, candidate);
    take_others(document, candidate, &sentence);
    take_participle(document, candidate, &sentence);
    leave_verbless(document, candidate);
    take_subject(document, candidate, cue.start, &sentence);
    leave_relative(document, candidate);
    take_verbless(document, candidate, cue.start, &sentence);
    leave_apposition(document, candidate, &sentence);
}

/// Reads the clause again that a relative pronoun before the cue begins: the verb is not
/// in the source, and the content ends with the clause. Returns whether there is one.
fn take_relative(
    document: &Document<'_>,
    candidate: &mut Candidate,
    cue: Range<usize>,
    sentence: &Range<usize>,
) -> bool {
    let clause = according::relative(document, cue, sentence.start, sentence.end);
    let Some(clause) = clause else { return false };
    candidate.source = clause.source;
    candidate.content = clause.content;
    true
}

/// Gives a source the second of those whom the cue names, `according to Ann Lowe, a
/// lawyer,` *and two people in the hall*, and leaves out the comma before anything else.
fn take_others(document: &Document<'_>, candidate: &mut Candidate, sentence: &Range<usize>) {
    let Some(source) = &mut candidate.source else { return };
    let last = source.end - 1;
    let closed = document.tag(last) == Tag::Comma && last > source.start;
    let comma = if closed { last } else { source.end };
    if document.tag(comma) != Tag::Comma || !document.is(comma + 1, "and") {
        return;
    }
    source.end = comma;
    // Content stands on the other side of the cue, or behind a comma.
    let other = phrase::after(document, comma + 2, sentence.end, true);
    let before = candidate.content.first().is_some_and(|part| part.end <= source.start);
    let ends = |end: usize| match document.tag(end) {
        Tag::Stop => true,
        Tag::Comma => !before,
        _ => false,
    };
    let Some(other) = other.filter(|other| ends(other.end)) else { return };
    let (start, end) = (comma, other.end);
    for part in &mut candidate.content {
        if part.start >= start && part.start <= end {
            part.start = (end + 1).min(part.end);
        }
    }
    candidate.content.retain(|part| !part.is_empty());
    source.end = end;
}

/// Gives the source the clause about it that has been taken for the beginning of the
/// content: `According to an official,` *who had seen the plan*`, the talks had ended`.
fn take_clause(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(part)) = (&mut candidate.source, candidate.content.first_mut()) else {
        return;
    };
    let clause = source.end + 1;
    if part.start <= source.end
        || document.tag(source.end) != Tag::Comma
        || document.tag(clause) != Tag::Relative
    {
        return;
    }
    let limit = part.end.min(clause + LONGEST);
    let comma = (clause + 1..limit)
        .find(|&i| document.tag(i) == Tag::Comma && document.quote(i).is_none());
    // The content begins with the clause, or in it.
    if let Some(comma) = comma.filter(|&comma| part.start < comma && comma + 1 < part.end) {
        // `who asked not to be named` is an attribution of its own.
        if document.word(clause + 1).verb_frames() == 0 {
            source.end = comma;
        }
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

/// Leaves out of the source a clause about it that has lost its verb: `according to the
/// bank`*, whose chairman, Tom Hale*`, left in May`.
fn leave_verbless(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    let opens = |&comma: &usize| {
        document.tag(comma) == Tag::Comma
            && document.is_any(comma + 1, &["who", "which", "whose", "whom"])
    };
    let Some(comma) = (source.start + 1..source.end).find(opens) else { return };
    if !(comma..source.end).any(|i| phrase::is_finite(document, i)) {
        source.end = comma;
    }
}

/// Gives a participle behind what the cue names the words that go with it, `according to
/// research published` *on Thursday*, and people the clause that says which: `two people`
/// *who had seen it*.
fn take_participle(document: &Document<'_>, candidate: &mut Candidate, sentence: &Range<usize>) {
    let Some(source) = &mut candidate.source else { return };
    let last = source.end - 1;
    let participle = document.tag(last) == Tag::Verb
        && document.word(last).has_form(form::PARTICIPLE)
        && document.tag(source.end) == Tag::Preposition;
    // `who asked not to be named` is an attribution of its own.
    let clause = document.is(source.end, "who")
        && document.word(source.end + 1).verb_frames() == 0
        && candidate.content.first().is_some_and(|part| part.end <= source.start);
    if !(participle || clause) || last == source.start {
        return;
    }
    let ends = |&i: &usize| {
        document.tag(i).is_punctuation()
            || matches!(document.tag(i), Tag::Relative | Tag::Subordinator | Tag::Conjunction)
                && i > source.end
            || document.quote(i).is_some()
            || candidate.content.iter().any(|part| part.start == i)
    };
    let limit = sentence.end.min(source.end + 12);
    source.end = (source.end..limit).find(ends).unwrap_or(source.end);
}

/// A relative clause is looked at so far.
const REACH: usize = 20;

/// Leaves out of the content what is told of whom the cue names, or of what they have made,
/// where all that they say stands before the cue: `according to research` *that changes
/// all*.
fn leave_relative(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &candidate.source else { return };
    let [.., left, right] = &candidate.content[..] else { return };
    let first = source.end + usize::from(document.tag(source.end) == Tag::Comma);
    let told = left.end <= source.start
        && matches!(document.tag(first), Tag::Relative | Tag::Subordinator)
        && document.is_any(first, &["that", "which", "who", "whose"])
        && right.start >= first
        && right.start <= first + REACH
        && left.clone().any(|i| phrase::is_finite(document, i));
    if told {
        candidate.content.pop();
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
