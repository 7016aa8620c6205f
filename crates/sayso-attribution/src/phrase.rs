use core::ops::Range;

use crate::{
    document::Document,
    tables::{class, form, list},
    tag::Tag,
};

/// No noun phrase is longer, in tokens: what is longer has been misread. It also
/// bounds the time for each cue.
const LONGEST: usize = 60;

/// Returns the noun phrase that ends right before the token `end`, with its
/// determiner, titles, appositions and relative clauses.
pub(crate) fn before(document: &Document<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let last = end.checked_sub(1).filter(|&last| last >= floor)?;
    match document.tag(last) {
        Tag::Comma => with_apposition(document, end, floor),
        Tag::Relative => Some(last..end),
        Tag::Pronoun if document.is_class(last, class::SUBJECT) => Some(last..end),
        _ => core_before(document, end, floor),
    }
}

/// `X, the mayor,` or `X, who is 41,` or `X, 41, of Leeds,`: the phrase begins
/// before the comma that opens the first of up to four groups.
fn with_apposition(document: &Document<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut close = end - 1;
    let mut found = None;
    for _ in 0..4 {
        let mut open = close;
        let mut finite = false;
        let mut relative = false;
        loop {
            if open <= floor {
                return found;
            }
            open -= 1;
            match document.tag(open) {
                Tag::Comma => break,
                Tag::Stop | Tag::Colon | Tag::Semicolon => return found,
                _ if document.quote(open).is_some() => return found,
                Tag::Auxiliary => finite = true,
                Tag::Verb if is_finite(document, open) => finite = true,
                Tag::Relative => relative = true,
                _ => {}
            }
        }
        let first = open + 1;
        if first == close || finite && !relative {
            return found;
        }
        // What a group tells: who it is, or when and where it is said.
        let tells = match document.tag(first) {
            Tag::Determiner
            | Tag::Possessive
            | Tag::Number
            | Tag::Name
            | Tag::Noun
            | Tag::Adjective
            | Tag::Relative => !document.is_time(first),
            Tag::Verb => document.word(first).has_form(form::PARTICIPLE),
            Tag::Preposition => document.is_any(first, &["of", "from"]),
            Tag::Adverb | Tag::To => false,
            _ => return found,
        };
        let Some(base) = core_before(document, open, floor) else { return found };
        let known = document.tag(base.end - 1) == Tag::Name
            && document.tag(first) == Tag::Relative
            && found.is_none();
        // A relative clause tells something else about somebody who is named.
        let kept = if tells && !known { end } else { base.end };
        let last = found.map_or(kept, |found: Range<usize>| found.end);
        found = Some(base.start..last);
        let stands = document.tag(base.start) == Tag::Name
            || matches!(document.tag(base.start), Tag::Determiner | Tag::Possessive)
                && !previous_is(document, base.start, Tag::Comma);
        if stands || base.start <= floor || !previous_is(document, base.start, Tag::Comma) {
            return found;
        }
        close = base.start - 1;
    }
    found
}

fn previous_is(document: &Document<'_>, i: usize, tag: Tag) -> bool {
    i > 0 && document.tag(i - 1) == tag
}

/// A phrase without commas, read from its head to the left.
fn core_before(document: &Document<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut start = end;
    let mut joined = false;
    while start > floor {
        let i = start - 1;
        let right = (start < end).then(|| document.tag(start));
        let before = i.checked_sub(1).filter(|&j| j >= floor).map(|j| document.tag(j));
        let nominal_before = before.is_some_and(|tag| {
            matches!(tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Close) || tag == Tag::Pronoun
        });
        let taken = match document.tag(i) {
            Tag::Noun | Tag::Number => {
                // `In an interview May said`: a name does not follow such a noun.
                let parted = right == Some(Tag::Name)
                    && (document.is_class(i, class::MEDIUM) || document.is_time(i))
                    || right == Some(Tag::Determiner);
                !parted
            }
            Tag::Name => {
                right.is_none_or(|right| !matches!(right, Tag::Determiner | Tag::Possessive))
                    && (!document.is_time(i) || right.is_none_or(|right| right == Tag::Genitive))
            }
            Tag::Adjective | Tag::Genitive => true,
            _ if matches!(right, Some(Tag::To | Tag::Preposition))
                && nominal_before
                && document.is_listed(i, list::APT) =>
            {
                true
            }
            Tag::Adverb => {
                right == Some(Tag::Adjective) && before == Some(Tag::Determiner)
                    || right == Some(Tag::Number)
            }
            Tag::Pronoun => right.is_none_or(|right| right == Tag::Preposition),
            Tag::Determiner | Tag::Possessive => right != Some(Tag::Determiner) || i + 1 == end,
            Tag::Verb => {
                let modifies = right.is_some_and(|right| matches!(right, Tag::Noun | Tag::Name));
                let word = document.word(i);
                let attached = before == Some(Tag::Determiner)
                    || before == Some(Tag::Adjective)
                    || before == Some(Tag::Preposition)
                    || before == Some(Tag::Hyphen)
                    || before == Some(Tag::Number)
                    || before == Some(Tag::Possessive);
                // `officials briefed on the matter`, `a man named May`
                let reduced = nominal_before
                    && right.is_some_and(|tag| {
                        matches!(tag, Tag::Preposition | Tag::To | Tag::Determiner)
                    })
                    && word.has_form(form::PARTICIPLE | form::GERUND)
                    && !word.has_form(form::BASE);
                // `exit polling`
                let gerund = right.is_none()
                    && word.has_form(form::GERUND)
                    && before.is_none_or(|tag| {
                        matches!(tag, Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Name)
                    });
                let fresh = word.has_form(form::GERUND)
                    && before.is_none_or(|tag| {
                        matches!(tag, Tag::Subordinator | Tag::Conjunction | Tag::Comma)
                    });
                modifies && (attached || fresh) || reduced || gerund
            }
            Tag::Preposition | Tag::To => {
                let apt = i > floor + 1
                    && document.is_listed(i - 1, list::APT)
                    && document.tag(i - 2).is_nominal();
                right.is_some_and(|right| right != Tag::Preposition)
                    && (nominal_before
                        || apt
                        || before == Some(Tag::Verb)
                            && i >= floor + 2
                            && matches!(document.tag(i - 2), Tag::Noun | Tag::Name)
                            && document.word(i - 1).has_form(form::PARTICIPLE)
                            && !document.word(i - 1).has_form(form::BASE))
            }
            Tag::Conjunction => {
                // `asked for a photo and May said`: names join names.
                let alike = right != Some(Tag::Name) || before != Some(Tag::Noun);
                let fits = document.is_any(i, &["and", "or"])
                    && right.is_some()
                    && (nominal_before && alike || enumerated(document, i, floor));
                joined |= fits;
                fits
            }
            Tag::Comma => {
                joined && nominal_before || document.is_any(start, &["jr", "jr.", "sr", "sr."])
            }
            Tag::Close => match opening(document, i, floor) {
                Some(open) => {
                    start = open;
                    continue;
                }
                None => false,
            },
            Tag::Mark => match opening_mark(document, i, floor) {
                Some(open) if right.is_some() => {
                    start = open;
                    continue;
                }
                _ => false,
            },
            Tag::Hyphen => {
                // `Thibodeaux-Park`, `mum-of-four`: the whole word, whatever it is.
                start = i.saturating_sub(1).max(floor);
                continue;
            }
            Tag::Other => matches!(document.token(i), "&" | "/" | "%"),
            _ => false,
        };
        if !taken {
            break;
        }
        start = i;
    }
    if let Some(relative) = relative_clause(document, start, floor) {
        start = relative;
    }
    // What a phrase cannot begin with.
    while start < end
        && matches!(
            document.tag(start),
            Tag::Conjunction | Tag::Preposition | Tag::Genitive | Tag::Comma | Tag::To
        )
    {
        start += 1;
    }
    let has_head = (start..end).any(|i| {
        document.tag(i).is_nominal() || matches!(document.tag(i), Tag::Determiner | Tag::Adjective)
    });
    (start < end && has_head).then_some(start..end)
}

/// Whether the conjunction is the last of a list: `A, B, and C`.
fn enumerated(document: &Document<'_>, and: usize, floor: usize) -> bool {
    if and <= floor || document.tag(and - 1) != Tag::Comma {
        return false;
    }
    let inner = (floor.max(and.saturating_sub(12))..and - 1).rev().take_while(|&i| {
        matches!(
            document.tag(i),
            Tag::Name
                | Tag::Noun
                | Tag::Determiner
                | Tag::Adjective
                | Tag::Open
                | Tag::Close
                | Tag::Hyphen
                | Tag::Number
                | Tag::Comma
        )
    });
    inner.into_iter().any(|i| document.tag(i) == Tag::Comma)
}

/// `people who know the mayor`: if the phrase that starts at `start` is the
/// object in a relative clause, returns the start of the noun phrase that the
/// clause belongs to.
pub(crate) fn relative_clause(
    document: &Document<'_>,
    start: usize,
    floor: usize,
) -> Option<usize> {
    let mut i = start;
    let mut verb = false;
    while i > floor && start - i < 12 {
        i -= 1;
        match document.tag(i) {
            Tag::Verb | Tag::Auxiliary => verb = true,
            Tag::Relative if verb && i > floor && document.tag(i - 1).is_nominal() => {
                if document.is(i, "which")
                    || document.is(i, "that") && document.tag(i - 1) == Tag::Name
                {
                    return None;
                }
                return core_before(document, i, floor).map(|phrase| phrase.start);
            }
            tag if tag.is_punctuation() => return None,
            Tag::Subordinator | Tag::Conjunction => return None,
            _ => {}
        }
    }
    None
}

/// The bracket that the one at `close` closes, at most a dozen tokens before.
fn opening(document: &Document<'_>, close: usize, floor: usize) -> Option<usize> {
    (floor.max(close.saturating_sub(12))..close).rev().find(|&i| document.tag(i) == Tag::Open)
}

/// The mark that opens a nickname or the like.
fn opening_mark(document: &Document<'_>, close: usize, floor: usize) -> Option<usize> {
    if document.quote(close).is_some() {
        return None;
    }
    (floor.max(close.saturating_sub(6))..close).rev().find(|&i| document.tag(i) == Tag::Mark)
}

/// Whether a verb can be the finite verb of a clause.
pub(crate) fn is_finite(document: &Document<'_>, i: usize) -> bool {
    document.tag(i) == Tag::Auxiliary
        || document.tag(i) == Tag::Verb
            && document.word(i).has_form(form::BASE | form::THIRD | form::PAST)
            && !(i > 0 && matches!(document.tag(i - 1), Tag::To | Tag::Hyphen))
}

/// Returns the noun phrase that starts at the token `start`, with what follows it.
///
/// `apposed` also takes groups between commas that tell who it is.
pub(crate) fn after(
    document: &Document<'_>,
    start: usize,
    ceiling: usize,
    apposed: bool,
) -> Option<Range<usize>> {
    let ceiling = ceiling.min(start + LONGEST);
    let mut end = core_after(document, start, ceiling)?;
    if !apposed {
        return Some(start..end);
    }
    for _ in 0..3 {
        if end + 1 >= ceiling || document.tag(end) != Tag::Comma {
            break;
        }
        let first = end + 1;
        let tells = match document.tag(first) {
            Tag::Determiner | Tag::Possessive => true,
            Tag::Number => true,
            Tag::Relative => document.is_any(first, &["who", "whose"]),
            Tag::Name | Tag::Noun | Tag::Adjective => {
                document.is_class(first, class::ROLE) && document.token(first).len() > 1
                    || document.is(first, "former")
                    || (first..ceiling.min(first + 6))
                        .any(|i| document.is_class(i, class::ROLE) && document.tag(i) == Tag::Noun)
            }
            Tag::Preposition => document.is_any(first, &["of", "from"]),
            _ => false,
        };
        if !tells || document.quote(first).is_some() {
            break;
        }
        let mut close = first;
        while close < ceiling
            && !matches!(
                document.tag(close),
                Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Dash
            )
            && document.quote(close).is_none()
        {
            close += 1;
        }
        // Another clause: `said X, the mayor left`.
        let relative = document.tag(first) == Tag::Relative;
        let clause = !relative
            && (first..close).any(|i| is_finite(document, i))
            && !(first..close).any(|i| document.tag(i) == Tag::Relative);
        if clause || close == first {
            break;
        }
        end = close;
    }
    Some(start..end)
}

/// Whether the object of a preposition is a time or a medium: `in a statement`.
fn loose(document: &Document<'_>, start: usize, ceiling: usize) -> bool {
    (start..ceiling.min(start + 4))
        .take_while(|&i| !document.tag(i).is_punctuation())
        .any(|i| document.is_class(i, class::MEDIUM) || document.is_time(i))
}

fn core_after(document: &Document<'_>, start: usize, ceiling: usize) -> Option<usize> {
    let mut end = start;
    let mut head = false;
    while end < ceiling {
        if document.quote(end).is_some() {
            break;
        }
        let tag = document.tag(end);
        let next = document.tag(end + 1);
        let opens_next = end + 1 < ceiling
            && (next.is_nominal()
                || matches!(next, Tag::Determiner | Tag::Possessive | Tag::Adjective));
        let taken = match tag {
            Tag::Noun | Tag::Number | Tag::Name => {
                // `said May Tuesday`
                !(head && document.is_time(end))
            }
            Tag::Pronoun => !head,
            Tag::Determiner | Tag::Possessive => {
                end == start
                    || matches!(
                        document.tag(end - 1),
                        Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Determiner
                    )
            }
            Tag::Adjective => true,
            Tag::Genitive => head,
            Tag::Adverb => !head && matches!(next, Tag::Adjective | Tag::Number),
            Tag::Verb => {
                !head && matches!(next, Tag::Noun | Tag::Name | Tag::Adjective) && end > start
            }
            Tag::Preposition => {
                let attaches =
                    document.is_any(end, &["of", "for", "from", "with", "at", "in", "on"]);
                let loose = loose(document, end + 1, ceiling);
                head && attaches && opens_next && (document.is(end, "of") || !loose)
            }
            Tag::To => head && opens_next && !loose(document, end + 1, ceiling),
            Tag::Conjunction => {
                head && document.is_any(end, &["and", "or"])
                    && opens_next
                    && !is_finite(document, end + 1)
            }
            Tag::Hyphen => {
                end = ceiling.min(end + 2);
                continue;
            }
            _ if document.tag(end + 1) == Tag::Hyphen => true,
            Tag::Other => matches!(document.token(end), "&" | "/" | "%"),
            // `MSNBC's "Morning Joe"`
            Tag::Mark => match document.first(end + 1..ceiling.min(end + 7), Tag::Mark) {
                Some(close) if head => {
                    end = close + 1;
                    continue;
                }
                _ => false,
            },
            Tag::Open => match document.first(end + 1..ceiling.min(end + 12), Tag::Close) {
                Some(close) if head => {
                    end = close + 1;
                    continue;
                }
                _ => false,
            },
            _ => false,
        };
        if !taken {
            break;
        }
        head |= matches!(tag, Tag::Noun | Tag::Number | Tag::Name | Tag::Pronoun);
        end += 1;
        // `one engineer`
        let counts = document.is(end - 1, "one")
            && matches!(document.tag(end), Tag::Noun | Tag::Name | Tag::Adjective);
        if tag == Tag::Pronoun && !document.is(end, "of") && !counts {
            break;
        }
    }
    (head || end > start).then_some(end)
}
