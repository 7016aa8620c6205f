use core::ops::Range;

use crate::{
    candidate::Candidate,
    document::Document,
    floating, phrase,
    tables::{class, frame},
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
        if first == floor || !may_be_subject(document, first - 1) {
            break;
        }
        left = first;
    }
    left
}

/// Whether a subject may end here: a noun phrase, or the comma after one.
fn may_be_subject(document: &Document<'_>, i: usize) -> bool {
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

/// Gives the clause about a source back to it that has been taken for the beginning of
/// the content: `According to an official,` *who asked not to be named*`, the talks had
/// ended`.
pub(crate) fn take_clause(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let Some(content) = candidate.content.first_mut() else { return };
    let begins = document.is(cue.start, "according")
        && source.start == cue.end
        && content.start == source.end + 1
        && document.tag(content.start) == Tag::Relative;
    if !begins {
        return;
    }
    let limit = content.end.min(content.start + LONGEST_CLAUSE);
    let comma = (content.start..limit)
        .find(|&i| document.tag(i) == Tag::Comma && document.quote(i).is_none());
    if let Some(comma) = comma.filter(|&comma| comma + 1 < content.end) {
        source.end = comma;
        content.start = comma + 1;
    }
}

/// Takes the words before the cue from a source that say when: `Walter` *last night*
/// `vowed`. They may belong to a noun further inside: `voters polled last week`.
pub(crate) fn leave_time(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    if source.end != cue.start || source.len() < 2 {
        return;
    }
    let last = source.end - 1;
    let says_when = document.is_time(last)
        || document.tag(last) == Tag::Adverb
        || document.tag(last) == Tag::Number && document.token(last).len() == 4;
    let end = before_adverbs(document, source.end, source.start);
    // `Mr. Jun`, `USA TODAY`
    let first = document.token(end);
    let named = first.starts_with(char::is_uppercase) && !first.ends_with("day");
    let plain = (source.start..end).all(|i| match document.tag(i) {
        Tag::Preposition => document.is(i, "of"),
        tag => tag != Tag::Verb,
    });
    if end > source.start && may_be_subject(document, end - 1) && says_when && !named && plain {
        source.end = end;
    }
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

/// Gives a name the phrase before it that it is an apposition to: *its chairman*`, Ann
/// Lowe, said`.
pub(crate) fn take_head(document: &Document<'_>, candidate: &mut Candidate) {
    const DETERMINERS: [&str; 9] = ["its", "his", "her", "their", "our", "my", "the", "a", "an"];
    let Some(source) = &mut candidate.source else { return };
    let floor = document.sentences[document.sentence(source.start)].tokens.start;
    let named = matches!(document.tag(source.start), Tag::Name | Tag::Determiner);
    if !named || source.start < floor + 3 || document.tag(source.start - 1) != Tag::Comma {
        return;
    }
    let comma = source.start - 1;
    let Some(head) = phrase::before(document, comma, floor) else { return };
    let with = head.start == floor + 1 && document.is_any(floor, &["but", "and", "with"]);
    let closed =
        document.tag(source.end - 1) == Tag::Comma || document.tag(source.end) == Tag::Comma;
    let determined = document.is_any(head.start, &DETERMINERS)
        || head.clone().any(|i| document.tag(i) == Tag::Genitive);
    // `A lawyer, Lowe has asked` is a way to begin a sentence.
    let apposed = closed && !document.is_time(comma - 1)
        || !document.is_any(head.start, &["a", "an"]) && floating::is_person(document, &head);
    if (head.start == floor || with) && determined && apposed {
        source.start = head.start;
    }
}

/// Gives a source the age behind it: `Ann Lowe`*, 34*`, said`.
pub(crate) fn take_age(document: &Document<'_>, candidate: &mut Candidate) {
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

/// Leaves out what stands before a source and is none of it: *at the market*`, Ann
/// Lowe said`, *afterwards* `a neighbor said`.
pub(crate) fn leave_front(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let floor = document.sentences[document.sentence(source.start)].tokens.start;
    if cue.start < source.end {
        return;
    }
    if source.start == floor + 1 && document.tag(floor) == Tag::Preposition {
        let is_name = |i: usize| document.tag(i) == Tag::Name;
        let comma = document.first(source.start + 1..source.end, Tag::Comma);
        // `Freddy, a pilot,` is one.
        let comma = comma.filter(|&comma| !is_name(comma - 1));
        let begins = |comma: usize| {
            !document.is(floor, "as")
                && !document.is(comma + 1, "including")
                && (comma..source.end).any(is_name)
        };
        if let Some(comma) = comma.filter(|&comma| begins(comma)) {
            source.start = comma + 1;
        }
    }
    const WHEN: [&str; 7] =
        ["afterwards", "later", "meanwhile", "yesterday", "today", "earlier", "then"];
    if source.len() > 2 && document.is_any(source.start, &WHEN) {
        source.start += 1;
    }
}

/// A clause about a source has at most so many tokens.
const LONGEST_CLAUSE: usize = 40;

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
                || document.is_any(before, SUBORDINATORS)
        }) && !(told && before.is_some_and(|before| document.is(before, "as")));
        let empty = document.is_any(phrase.start, &["it", "there", "this", "that"]);
        let relative = document.tag(phrase.start) == Tag::Relative;
        (!subordinate && !empty && !relative).then_some((phrase, verb))
    })
}

/// Words that begin a subordinate clause, of whatever tag.
const SUBORDINATORS: &[&str] = &[
    "when", "while", "after", "before", "as", "since", "if", "because", "although", "though",
    "whereas", "until", "once", "that", "whether",
];

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
