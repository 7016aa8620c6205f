use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    candidate::Candidate,
    content::{self, Complement},
    cue::{self, Cue, Shape},
    document::Document,
    phrase,
    tables::{class, form, frame},
    tag::Tag,
};

/// Builds the candidates of all cues, in order of the cues.
pub(crate) fn candidates(document: &Document<'_>, cues: &[Cue]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for cue in cues {
        let candidate = match cue.shape {
            Shape::According => according(document, cue),
            Shape::Noun => noun(document, cue),
            Shape::Passive | Shape::Participle => passive(document, cue),
            Shape::Gerund => gerund(document, cue, found.last()),
            Shape::Infinitive => None,
            Shape::Finite => finite(document, cue, found.last()),
        };
        found.extend(candidate);
    }
    found
}

fn sentence(document: &Document<'_>, cue: &Cue) -> Range<usize> {
    document.sentences[document.sentence(cue.head)].tokens.clone()
}

/// Where the words before a cue end that say when or how: `May` *last night*
/// `vowed`, `who` *in 2010* `said`.
fn before_adverbs(document: &Document<'_>, end: usize, floor: usize) -> usize {
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

fn finite(document: &Document<'_>, cue: &Cue, previous: Option<&Candidate>) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = sentence(document, cue);
    let left = before_adverbs(document, cue.tokens.start, floor);
    if let Some(candidate) = inverted(document, cue, left, floor, ceiling) {
        return Some(candidate);
    }
    let complement = content::complement(document, cue, ceiling);
    if cue.takes(frame::RAISING) {
        return raising(document, cue, left, floor, ceiling);
    }
    let mut source = outside_quotes(document, phrase::before(document, left, floor));
    let mut confidence = 1.0;
    if source.is_none() {
        source = coordinated(document, left, floor, previous);
        confidence = 0.9;
    }
    if cue.takes(frame::WEAK) && source.is_none() {
        return None;
    }
    let mut clause = source.as_ref().map_or(left, |source| source.start);
    // `…, as May said`
    if clause > floor + 1 && complement.is_none() && document.is(clause - 1, "as") {
        clause -= 1;
    }
    // `"…," May said`, `…, May said.`
    let beside = beside(document, clause, floor);
    let parenthetical = cue.is_speech() && beside.is_some();
    let quoted_left = beside == Some(Beside::Quote);
    let plain = complement.as_ref().is_some_and(|complement| complement.plain);
    let left_is_content =
        parenthetical && source.is_some() && (complement.is_none() || quoted_left && !plain);
    if left_is_content {
        if let Some(range) = content::leftward(document, clause, floor) {
            let mut content = alloc::vec![range];
            if complement.is_none() {
                content.extend(resumed(document, cue.head + 1, ceiling, quoted_left));
            }
            let sure = if quoted_left { 0.95 } else { 0.75 };
            return Some(Candidate {
                source,
                cue: Some(cue.tokens.clone()),
                content,
                confidence: sure * confidence,
            });
        }
    }
    let fronted = clause
        .checked_sub(1)
        .filter(|&i| i >= floor && source.is_some() && is_fronted(document, i))
        .map(|i| i..i + 1);
    let complement = complement
        .or_else(|| colon_ahead(document, cue, ceiling))
        .or_else(|| fronted.as_ref().and_then(|_| content::gap(document, cue, ceiling)))?;
    let mut content = complement.content(document, ceiling);
    // `Asked about A, May did B.`
    if source.is_none() && left == floor {
        if !cue.takes(frame::PASSIVE)
            || complement.plain && document.quote(content.start).is_some()
        {
            return None;
        }
        let (comma, _) = following_subject(document, &content)?;
        content.end = comma;
    }
    // `While May said A, Davis did B.`
    if clause > floor && subordinated(document, clause) {
        if let Some((comma, _)) = following_subject(document, &content) {
            content.end = comma;
        }
    }
    let Complement { cue_end, confidence: sure, .. } = complement;
    if content.is_empty() {
        return None;
    }
    let sourced = if source.is_some() { 1.0 } else { 0.5 };
    if source.is_none() && !cue.is_speech() {
        return None;
    }
    Some(Candidate {
        source,
        cue: Some(cue.tokens.start..cue_end),
        content: fronted.into_iter().chain([content]).collect(),
        confidence: sure * sourced * confidence,
    })
}

/// Whether the word before a subject is what the verb behind it is about:
/// `which May said was true`, `what she called a mistake`.
fn is_fronted(document: &Document<'_>, i: usize) -> bool {
    document.quote(i).is_none()
        && (document.is_any(i, &["which", "whom", "what"])
            || document.is_any(i, &["who", "that"]) && document.tag(i) == Tag::Relative
            || document.is(i, "that")
                && i > 0
                && matches!(document.tag(i - 1), Tag::Noun | Tag::Name))
}

/// Whether a subordinate clause begins before the token `clause`.
fn subordinated(document: &Document<'_>, clause: usize) -> bool {
    let words = &[
        "while", "though", "although", "as", "after", "when", "if", "because", "since", "lest",
        "before", "once",
    ];
    document.is_any(clause - 1, words)
}

/// `X appears to be Y`: nobody says so, and the subject is a part of it.
fn raising(
    document: &Document<'_>,
    cue: &Cue,
    left: usize,
    floor: usize,
    ceiling: usize,
) -> Option<Candidate> {
    let start = cue.head + 1;
    if document.tag(start) != Tag::To {
        return None;
    }
    let subject = outside_quotes(document, phrase::before(document, left, floor))?;
    let range = content::rightward(document, start, ceiling, true);
    Some(Candidate {
        source: None,
        cue: Some(cue.tokens.clone()),
        content: alloc::vec![subject, range],
        confidence: 0.5,
    })
}

/// `She went on, her voice low:`: the sentence ends in a colon.
fn colon_ahead(document: &Document<'_>, cue: &Cue, ceiling: usize) -> Option<Complement> {
    if !cue.is_speech() {
        return None;
    }
    let limit = ceiling.min(cue.head + 40);
    let colon = (cue.head + 1..limit).find(|&i| document.tag(i) == Tag::Colon)?;
    let start = colon + 1;
    (start < document.len() && document.quote(start).is_some()).then_some(Complement {
        start,
        cue_end: cue.head + 1,
        confidence: 0.8,
        plain: true,
        phrase: false,
    })
}

/// What the clause of a cue stands beside, on its left.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Beside {
    Quote,
    Comma,
}

fn beside(document: &Document<'_>, clause: usize, floor: usize) -> Option<Beside> {
    let before = clause.checked_sub(1)?;
    let comma = document.tag(before) == Tag::Comma && document.quote(before).is_none();
    let ends_quote =
        |i: usize| document.quote(i).is_some_and(|q| document.quotes[q].tokens.end == i + 1);
    if ends_quote(before) || comma && before > 0 && ends_quote(before - 1) {
        let same =
            document.paragraph(before) == document.paragraph(clause.min(document.len() - 1));
        // A quotation that is a sentence of its own and ends in a period is over.
        let last = if ends_quote(before) { before } else { before - 1 };
        let over = before < floor && !cue::ends_midway(document, last.saturating_sub(1));
        return (same && !over).then_some(Beside::Quote);
    }
    (clause > floor && (comma || document.tag(before) == Tag::Dash)).then_some(Beside::Comma)
}

/// The second half of a clause that its cue interrupts: `The plan, he said,`
/// *would fail*.
fn resumed(
    document: &Document<'_>,
    after: usize,
    ceiling: usize,
    quoted: bool,
) -> Option<Range<usize>> {
    // Behind adverbials, up to the next comma.
    let limit = ceiling.min(after + 15);
    let comma = (after..limit)
        .find(|&i| document.tag(i).is_punctuation() || document.quote(i).is_some())?;
    if document.tag(comma) != Tag::Comma || document.quote(comma).is_some() {
        return None;
    }
    let start = comma + 1;
    if start >= ceiling {
        return None;
    }
    if document.quote(start).is_some() {
        return Some(content::rightward(document, start, ceiling, false));
    }
    if quoted {
        // `"…," she said, but "…"`
        let linked = document.tag(start) == Tag::Conjunction;
        let limit = ceiling.min(start + 8);
        let quote = (start..limit).find(|&i| document.quote(i).is_some()).filter(|_| linked)?;
        let clause = (start..quote)
            .any(|i| document.tag(i).is_punctuation() || document.tag(i) == Tag::Relative);
        return (!clause).then(|| content::rightward(document, start, ceiling, false));
    }
    let word = document.word(start);
    let fits = match document.tag(start) {
        Tag::Auxiliary | Tag::To | Tag::Preposition | Tag::Subordinator => true,
        Tag::Verb => !word.has_form(form::GERUND) || word.verb_frames() == 0,
        Tag::Pronoun | Tag::Name | Tag::Determiner | Tag::Possessive | Tag::Noun => comma == after,
        Tag::Conjunction => false,
        _ => false,
    };
    fits.then(|| content::rightward(document, start, ceiling, false))
}

/// `…, said May`
fn inverted(
    document: &Document<'_>,
    cue: &Cue,
    left: usize,
    floor: usize,
    ceiling: usize,
) -> Option<Candidate> {
    if !cue.is_speech() || cue.tokens.len() > 1 || left != cue.tokens.start && left == floor {
        return None;
    }
    let beside = beside(document, left, floor)?;
    let next = cue.head + 1;
    let starts = matches!(
        document.tag(next),
        Tag::Determiner
            | Tag::Possessive
            | Tag::Name
            | Tag::Noun
            | Tag::Adjective
            | Tag::Number
            | Tag::Pronoun
    ) && !document.is_time(next)
        && document.quote(next).is_none();
    if !starts {
        return None;
    }
    let source = phrase::after(document, next, ceiling, true)?;
    let end = source.end;
    let verb_follows = end < ceiling && phrase::is_finite(document, end);
    if verb_follows || document.is(end, "that") {
        return None;
    }
    if document.tag(next) == Tag::Pronoun && !document.is_class(next, class::SUBJECT) {
        return None;
    }
    // `X, the mayor, told reporters.`
    if beside == Beside::Comma {
        let subject = phrase::before(document, left, floor);
        let told = cue.takes(frame::RECIPIENT);
        if told && subject.is_some() {
            return None;
        }
    }
    let range = content::leftward(document, left, floor)?;
    let mut content = alloc::vec![range];
    content.extend(resumed(document, end, ceiling, beside == Beside::Quote));
    let confidence = if beside == Beside::Quote { 0.95 } else { 0.75 };
    Some(Candidate { source: Some(source), cue: Some(cue.tokens.clone()), content, confidence })
}

/// `said A and added B`: the source of the cue before in the same sentence.
fn coordinated(
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

fn outside_quotes(document: &Document<'_>, phrase: Option<Range<usize>>) -> Option<Range<usize>> {
    phrase.filter(|phrase| phrase.clone().all(|i| document.quote(i).is_none()))
}

/// `…, saying that`: what is said by the source of the cue before, or by the
/// subject of the clause.
fn gerund(document: &Document<'_>, cue: &Cue, previous: Option<&Candidate>) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = sentence(document, cue);
    let complement = content::complement(document, cue, ceiling)?;
    let mut content = complement.content(document, ceiling);
    let Complement { cue_end, confidence, .. } = complement;
    if content.is_empty() {
        return None;
    }
    let left = before_adverbs(document, cue.tokens.start, floor);
    let source = if left == floor || left == floor + 1 && document.tag(floor) == Tag::Preposition {
        // `Citing the poll, May said`: of the clause that follows.
        let (comma, source) = following_subject(document, &content)?;
        content.end = comma;
        Some(source)
    } else {
        // `with analysts accusing X`, but `by accusing X`.
        let beside =
            matches!(document.tag(left - 1), Tag::Comma | Tag::Conjunction | Tag::Preposition);
        let adjacent = (!beside)
            .then(|| outside_quotes(document, phrase::before(document, left, floor)))
            .flatten();
        let previous = previous.and_then(|previous| previous.source.clone());
        // `With May considering A, a poll found B.`
        if document.is_any(floor, &["with", "after", "before", "while", "by", "in"]) {
            if let Some((comma, _)) = following_subject(document, &content) {
                content.end = comma;
            }
        }
        adjacent
            .or_else(|| previous.filter(|source| source.start >= floor))
            .or_else(|| subject(document, floor, cue.tokens.start))
    };
    let confidence = if source.is_some() { confidence * 0.85 } else { confidence * 0.5 };
    Some(Candidate {
        source,
        cue: Some(cue.tokens.start..cue_end),
        content: alloc::vec![content],
        confidence,
    })
}

/// The first comma in a content with a subject and its verb behind it.
fn following_subject(
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

/// The subject of the first finite verb behind `floor`.
pub(crate) fn first_subject(
    document: &Document<'_>,
    floor: usize,
    ceiling: usize,
) -> Option<Range<usize>> {
    let limit = ceiling.min(floor + 60);
    let mut verbs = (floor + 1..limit)
        .filter(|&i| document.quote(i).is_none() && phrase::is_finite(document, i));
    verbs.find_map(|verb| {
        let left = before_adverbs(document, verb, floor);
        outside_quotes(document, phrase::before(document, left, floor))
    })
}

/// The subject of the nearest finite verb before `ceiling`.
fn subject(document: &Document<'_>, floor: usize, ceiling: usize) -> Option<Range<usize>> {
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

/// `X was accused of Y by Z`, `was asked about`, `is expected to`: the subject is
/// a part of what is said, unless a clause or quotation follows.
fn passive(document: &Document<'_>, cue: &Cue) -> Option<Candidate> {
    if cue.shape == Shape::Participle {
        return None;
    }
    let Range { start: floor, end: ceiling } = sentence(document, cue);
    let next = cue.head + 1;
    let by = (next..ceiling.min(cue.head + 40))
        .take_while(|&i| !matches!(document.tag(i), Tag::Comma | Tag::Semicolon))
        .find(|&i| document.is(i, "by") && document.quote(i).is_none());
    let source = by.and_then(|by| phrase::after(document, by + 1, ceiling, true));
    let complement = content::complement(document, cue, ceiling);
    let mut content = Vec::new();
    let clause = complement.as_ref().is_some_and(|c| c.plain && document.tag(c.start) != Tag::To);
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
    })
}

/// `the mayor's claim that`, `a promise to`
fn noun(document: &Document<'_>, cue: &Cue) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = sentence(document, cue);
    let next = cue.head + 1;
    let that = document.is(next, "that")
        && cue.takes(frame::THAT)
        && document.tag(next) == Tag::Subordinator;
    let to = document.tag(next) == Tag::To && cue.takes(frame::TO);
    if !that && !to {
        return None;
    }
    let mut content = content::rightward(document, next, ceiling, to);
    if to {
        let comma = content.clone().find(|&i| document.tag(i) == Tag::Comma);
        content.end = comma.unwrap_or(content.end);
    }
    // `the mayor's claim`, `her promise`
    let mut start = cue.head;
    while start > floor
        && matches!(document.tag(start - 1), Tag::Adjective | Tag::Noun)
        && cue.head - start < 3
    {
        start -= 1;
    }
    let source = (start > floor).then(|| match document.tag(start - 1) {
        Tag::Genitive => phrase::before(document, start - 1, floor),
        Tag::Possessive => Some(start - 1..start),
        _ => None,
    });
    let source = outside_quotes(document, source.flatten());
    let confidence = if source.is_some() { 0.6 } else { 0.4 };
    Some(Candidate {
        source,
        cue: Some(cue.tokens.clone()),
        content: alloc::vec![content],
        confidence,
    })
}

/// `according to X`, `in the view of X`
fn according(document: &Document<'_>, cue: &Cue) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = sentence(document, cue);
    let mut source = phrase::after(document, cue.tokens.end, ceiling, true)?;
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
            let comma = (source.end..limit).find(|&i| document.tag(i) == Tag::Comma)?;
            content.push(content::rightward(document, (comma + 1).min(ceiling), ceiling, false));
        }
    }
    content.retain(|range| !range.is_empty());
    (!content.is_empty()).then(|| Candidate {
        source: Some(source),
        cue: Some(cue.tokens.clone()),
        content,
        confidence: 0.9,
    })
}
