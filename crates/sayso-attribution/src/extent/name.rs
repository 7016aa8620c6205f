//! `Hart & Daughters`, `Mayor William “Bill” Tanner`, `Ann Lowe, 34,`: a name and its parts.

use crate::{candidate::Candidate, document::Document, phrase, tables::class, tag::Tag};

/// Gives a name of a firm its second half: `Hart &` `Daughters`.
pub(super) fn take_rest(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    if document.is_any(source.end - 1, &["&", "+"]) {
        let ceiling = document.sentence_tokens(source.end - 1).end;
        let is_name = |i: usize| document.tag(i) == Tag::Name && document.quote(i).is_none();
        while source.end < ceiling && is_name(source.end) {
            source.end += 1;
        }
    }
}

/// Gives a name what stands before its nickname: `Mayor William “Bill”` `Tanner`.
pub(super) fn take_nickname(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    let floor = document.sentence_tokens(source.start).start;
    let Some(mark) = source.start.checked_sub(1).filter(|&mark| mark > floor) else { return };
    // A quotation that is speech is no nickname.
    if document.tag(mark) != Tag::Mark || document.quote(mark).is_some() {
        return;
    }
    let name = phrase::before(document, source.start + 1, floor);
    let Some(name) = name.filter(|name| name.start + 2 < mark) else { return };
    let given = (name.start..mark).rev().skip_while(|&i| document.tag(i) != Tag::Mark).nth(1);
    if given.is_some_and(|given| document.tag(given) == Tag::Name) {
        source.start = name.start;
    }
}

/// Gives a name the age behind it: `Ann Lowe`*, 34*`, said`.
pub(super) fn take_age(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    let comma =
        if document.tag(source.end - 1) == Tag::Comma { source.end - 1 } else { source.end };
    let age = comma + 1;
    let is_age = document.tag(comma) == Tag::Comma
        && comma > source.start
        && document.tag(comma - 1) == Tag::Name
        && document.tag(age) == Tag::Number
        && document.token(age).len() <= 3
        && document.token(age).bytes().all(|byte| byte.is_ascii_digit())
        && document.sentence(age) == document.sentence(source.start)
        && matches!(document.tag(age + 1), Tag::Comma | Tag::Stop);
    let free = candidate.content.iter().all(|range| range.end <= comma || range.start > age);
    if is_age && free {
        source.end = age + 1;
    }
}

/// Gives a description the name between commas behind it: `The operator,` *Hale Lines*`,
/// said`.
pub(super) fn take_between_commas(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let comma = source.end - usize::from(document.tag(source.end - 1) == Tag::Comma);
    let described = comma > source.start
        && cue.start > comma
        && document.tag(comma) == Tag::Comma
        && document.is_any(source.start, &["the", "its", "his", "her", "their", "a", "an"])
        && (source.start..comma).all(|i| document.tag(i) != Tag::Name);
    if !described {
        return;
    }
    let limit = cue.start.min(comma + LONGEST);
    let name =
        comma + 1..(comma + 1..limit).find(|&i| document.tag(i) != Tag::Name).unwrap_or(limit);
    let mut verb = name.end + 1;
    while document.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    let parted = !name.is_empty()
        && !document.is_time(name.start)
        && document.tag(name.end) == Tag::Comma
        && document.quotes_in(&name).is_empty()
        && phrase::is_finite(document, verb);
    if parted {
        source.end = name.end + usize::from(name.end + 1 == cue.start);
    }
}

/// A name between commas has fewer tokens.
const LONGEST: usize = 9;

/// Gives a possessor the role before the name: `In` *coach* `Bill Tate’s view`.
pub(super) fn take_role(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let owns = document.tag(source.end) == Tag::Genitive && cue.start > source.end;
    let Some(role) = source.start.checked_sub(1).filter(|_| owns) else { return };
    if document.tag(source.start) == Tag::Name
        && document.tag(role) == Tag::Noun
        && document.is_class(role, class::ROLE)
        && document.sentence(role) == document.sentence(source.start)
        && document.quote(role).is_none()
    {
        source.start = role;
    }
}
