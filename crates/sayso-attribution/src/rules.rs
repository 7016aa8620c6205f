use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    candidate::Candidate,
    content::{self, Complement},
    cue::{Cue, Shape},
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

/// Where the words before a cue end that are not adverbs.
fn before_adverbs(document: &Document<'_>, mut end: usize, floor: usize) -> usize {
    while end > floor && document.tag(end - 1) == Tag::Adverb && document.quote(end - 1).is_none()
    {
        end -= 1;
    }
    end
}

fn finite(document: &Document<'_>, cue: &Cue, previous: Option<&Candidate>) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = sentence(document, cue);
    let left = before_adverbs(document, cue.tokens.start, floor);
    if let Some(candidate) = inverted(document, cue, left, floor, ceiling) {
        return Some(candidate);
    }
    let complement = content::complement(document, cue, ceiling);
    let mut source = outside_quotes(document, phrase::before(document, left, floor));
    let mut confidence = 1.0;
    if source.is_none() {
        source = coordinated(document, left, floor, previous);
        confidence = 0.9;
    }
    if cue.takes(frame::WEAK) && source.is_none() {
        return None;
    }
    let clause = source.as_ref().map_or(left, |source| source.start);
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
    let Complement { start, cue_end, confidence: sure, .. } =
        complement.or_else(|| colon_ahead(document, cue, ceiling))?;
    let content = content::rightward(document, start, ceiling);
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
        content: alloc::vec![content],
        confidence: sure * sourced * confidence,
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
        return same.then_some(Beside::Quote);
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
        return Some(content::rightward(document, start, ceiling));
    }
    if quoted {
        return None;
    }
    let word = document.word(start);
    let fits = match document.tag(start) {
        Tag::Auxiliary | Tag::To | Tag::Preposition | Tag::Subordinator => true,
        Tag::Verb => !word.has_form(form::GERUND) || word.verb_frames() == 0,
        Tag::Pronoun | Tag::Name | Tag::Determiner | Tag::Possessive | Tag::Noun => comma == after,
        Tag::Conjunction => false,
        _ => false,
    };
    fits.then(|| content::rightward(document, start, ceiling))
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
    let joined = left > floor
        && (document.tag(left - 1) == Tag::Conjunction
            || document.tag(left - 1) == Tag::Comma
            || document.is(left - 1, "then"));
    let source = previous.and_then(|candidate| candidate.source.clone())?;
    (joined && source.start >= floor).then_some(source)
}

fn outside_quotes(document: &Document<'_>, phrase: Option<Range<usize>>) -> Option<Range<usize>> {
    phrase.filter(|phrase| phrase.clone().all(|i| document.quote(i).is_none()))
}

/// `…, saying that`: what is said by the source of the cue before, or by the
/// subject of the sentence.
fn gerund(document: &Document<'_>, cue: &Cue, previous: Option<&Candidate>) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = sentence(document, cue);
    let Complement { start, cue_end, confidence, .. } =
        content::complement(document, cue, ceiling)?;
    let content = content::rightward(document, start, ceiling);
    if content.is_empty() {
        return None;
    }
    let left = before_adverbs(document, cue.tokens.start, floor);
    let comma = left > floor && document.tag(left - 1) == Tag::Comma;
    let with = left > floor && !comma;
    let previous =
        previous.filter(|previous| previous.source.as_ref().is_some_and(|s| s.start >= floor));
    // `with analysts accusing X`, `people saying that`
    let adjacent =
        with.then(|| outside_quotes(document, phrase::before(document, left, floor))).flatten();
    let source = adjacent
        .or_else(|| previous.and_then(|p| p.source.clone()))
        .or_else(|| subject(document, floor, cue.tokens.start));
    let confidence = if source.is_some() { confidence * 0.85 } else { confidence * 0.5 };
    Some(Candidate {
        source,
        cue: Some(cue.tokens.start..cue_end),
        content: alloc::vec![content],
        confidence,
    })
}

/// The first noun phrase of the sentence that stands before a finite verb.
fn subject(document: &Document<'_>, floor: usize, ceiling: usize) -> Option<Range<usize>> {
    let verb = (floor + 1..ceiling.min(floor + 40))
        .find(|&i| document.quote(i).is_none() && phrase::is_finite(document, i))?;
    let left = before_adverbs(document, verb, floor);
    outside_quotes(document, phrase::before(document, left, floor))
}

/// `X was accused of Y by Z`, `was asked about`, `is expected to`
fn passive(document: &Document<'_>, cue: &Cue) -> Option<Candidate> {
    let ceiling = sentence(document, cue).end;
    let Complement { start, cue_end, confidence, .. } =
        content::complement(document, cue, ceiling)?;
    let mut content = content::rightward(document, start, ceiling);
    let mut source = None;
    if let Some(by) = (cue.head + 1..content.end.min(cue.head + 40))
        .find(|&i| document.is(i, "by") && document.quote(i).is_none())
    {
        source = phrase::after(document, by + 1, ceiling, true);
        if by > content.start {
            content.end = by;
        }
    }
    (!content.is_empty() && cue.shape == Shape::Passive).then(|| Candidate {
        source,
        cue: Some(cue.tokens.start..cue_end),
        content: alloc::vec![content],
        confidence: confidence * 0.7,
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
    let content = content::rightward(document, next, ceiling);
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

/// `according to X`
fn according(document: &Document<'_>, cue: &Cue) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = sentence(document, cue);
    let source = phrase::after(document, cue.tokens.end, ceiling, true)?;
    let mut content = Vec::new();
    let before =
        content::leftward(document, cue.tokens.start, floor).filter(|_| cue.tokens.start > floor);
    match before {
        Some(range) => content.push(range),
        None => {
            let mut start = source.end;
            while start < ceiling && document.tag(start) != Tag::Comma && start < source.end + 12 {
                start += 1;
            }
            let start = start + 1;
            if start >= ceiling {
                return None;
            }
            content.push(content::rightward(document, start, ceiling));
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
