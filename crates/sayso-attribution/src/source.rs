//! Whose words they are: the subjects of verbs.

use core::ops::Range;

use crate::{
    candidate::Candidate,
    document::Document,
    phrase,
    tables::{class, form, frame, list},
    tag::Tag,
};

/// Where the words before a cue end that say when or how: `May` *last night*
/// `vowed`, `who` *in 2010* `said`.
pub(crate) fn before_adverbs(document: &Document<'_>, end: usize, floor: usize) -> usize {
    let mut left = end;
    while left > floor && document.quote(left - 1).is_none() {
        let last = left - 1;
        if document.tag(last) == Tag::Adverb {
            left -= 1;
            continue;
        }
        let time = document.is_time(last);
        let dated =
            time || document.tag(last) == Tag::Number || document.is_class(last, class::MEDIUM);
        if !dated {
            break;
        }
        let mut first = last;
        while first > floor
            && last - first < 4
            && (matches!(document.tag(first - 1), Tag::Determiner | Tag::Adjective | Tag::Number)
                || document.is_time(first - 1)
                || document.is_any(first - 1, &["last", "late", "early", "earlier"]))
        {
            first -= 1;
        }
        if first > floor
            && document.is_any(first - 1, &["in", "on", "at", "during", "since", "by"])
        {
            first -= 1;
        } else if !time || first == floor {
            break;
        }
        if first == floor || !may_end(document, first - 1) {
            break;
        }
        left = first;
    }
    left
}

/// Whether a subject may end here: a noun phrase, or the comma after one.
pub(crate) fn may_end(document: &Document<'_>, i: usize) -> bool {
    matches!(
        document.tag(i),
        Tag::Noun
            | Tag::Name
            | Tag::Pronoun
            | Tag::Relative
            | Tag::Close
            | Tag::Comma
            | Tag::Adverb
    ) && document.quote(i).is_none()
}

pub(crate) fn outside_quotes(
    document: &Document<'_>,
    phrase: Option<Range<usize>>,
) -> Option<Range<usize>> {
    phrase.filter(|phrase| phrase.clone().all(|i| document.quote(i).is_none()))
}

/// Makes the relative pronoun before a cue the source: `a sign that read “Stay”`.
pub(crate) fn take_relative(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(cue) = &candidate.cue else { return };
    let Some(before) = cue.start.checked_sub(1) else { return };
    let relative = document.tag(before) == Tag::Relative && phrase::is_finite(document, cue.start);
    let free = candidate.content.iter().all(|range| !range.contains(&before));
    if relative && free && candidate.source.as_ref().is_none_or(|source| source.end < before) {
        candidate.source = Some(before..cue.start);
    }
}

/// Leaves out whoever does something in spite of what nobody is said to say: `The club did
/// well` *despite reports that*.
pub(crate) fn leave_reports(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&candidate.source, &candidate.cue) else { return };
    let spite = cue.start.checked_sub(1).is_some_and(|before| {
        document.is_any(before, &["despite", "amid", "amidst"]) && source.end <= before
    });
    if spite && !document.word(cue.end - 1).has_form(form::GERUND) {
        candidate.source = None;
    }
}

/// `said A and added B`: the source of the cue before in the same sentence.
pub(crate) fn coordinated(
    document: &Document<'_>,
    left: usize,
    floor: usize,
    previous: Option<&Candidate>,
) -> Option<Range<usize>> {
    let conjoined = left > floor && document.tag(left - 1) == Tag::Conjunction;
    let joined = left > floor
        && (document.tag(left - 1) == Tag::Conjunction
            || document.tag(left - 1) == Tag::Comma
            || document.is(left - 1, "then"));
    let source = previous
        .and_then(|candidate| candidate.source.clone())
        .filter(|source| joined && source.start >= floor);
    source.or_else(|| subject(document, floor, left).filter(|_| conjoined))
}

/// The subject of the first finite verb behind `floor` that is not in a
/// subordinate clause, and the verb: `When it began,` *the mayor left*.
pub(crate) fn main_subject(
    document: &Document<'_>,
    floor: usize,
    ceiling: usize,
) -> Option<(Range<usize>, usize)> {
    let limit = ceiling.min(floor + 60);
    let mut verbs = (floor + 1..limit)
        .filter(|&i| document.quote(i).is_none() && phrase::is_finite(document, i));
    verbs.find_map(|verb| {
        let left = before_adverbs(document, verb, floor);
        let phrase = outside_quotes(document, phrase::before(document, left, floor))?;
        let before = phrase.start.checked_sub(1).filter(|&before| before >= floor);
        // `as the website notes` is no such clause.
        let told = document.word(verb).verb_frames() & frame::QUOTE != 0;
        let subordinate = before.is_some_and(|before| {
            matches!(document.tag(before), Tag::Subordinator | Tag::Relative)
                || document.is_listed(before, list::CLAUSE)
                || document.is_any(before, &["as", "until", "once", "that", "whether"])
        }) && !(told && before.is_some_and(|before| document.is(before, "as")));
        let empty = document.is_any(phrase.start, &["it", "there", "this", "that"]);
        let relative = document.tag(phrase.start) == Tag::Relative;
        (!subordinate && !empty && !relative).then_some((phrase, verb))
    })
}

/// The subject of the nearest finite verb before `ceiling`.
pub(crate) fn subject(
    document: &Document<'_>,
    floor: usize,
    ceiling: usize,
) -> Option<Range<usize>> {
    let floor = floor.max(ceiling.saturating_sub(60));
    let verbs = (floor + 1..ceiling)
        .rev()
        .filter(|&i| document.quote(i).is_none() && phrase::is_finite(document, i));
    verbs.take(4).find_map(|verb| {
        let left = before_adverbs(document, verb, floor);
        outside_quotes(document, phrase::before(document, left, floor))
            .filter(|phrase| document.tag(phrase.start) != Tag::Relative)
    })
}

/// The first comma in a content with a subject and its verb behind it.
pub(crate) fn following_subject(
    document: &Document<'_>,
    content: &Range<usize>,
) -> Option<(usize, Range<usize>)> {
    let limit = content.end.min(content.start + 50);
    (content.start + 1..limit).filter(|&i| document.tag(i) == Tag::Comma).find_map(|comma| {
        let subject = phrase::after(document, comma + 1, content.end, false)?;
        let mut verb = subject.end;
        while document.tag(verb) == Tag::Adverb {
            verb += 1;
        }
        phrase::is_finite(document, verb).then_some((comma, subject))
    })
}
