use core::ops::Range;

use super::parenthesis::{Beside, beside, inverted, resumed};
use crate::{
    candidate::Candidate,
    complement::{self, Complement},
    content,
    cue::Cue,
    document::Document,
    phrase,
    source::{before_adverbs, coordinated, following_subject, outside_quotes},
    tables::{frame, list},
    tag::Tag,
};

/// A cue with a finite verb, and what stands before it.
struct Clause<'a> {
    document: &'a Document<'a>,
    cue: &'a Cue,
    source: Option<Range<usize>>,
    /// Where the subject starts, or the cue if there is none.
    start: usize,
    /// Where the sentence starts and ends.
    sentence: Range<usize>,
    /// How sure the source is, from 0 to 1.
    confidence: f32,
}

/// `May said that A`, `"A," said May`, `A, May said.`
pub(crate) fn candidate(
    document: &Document<'_>,
    cue: &Cue,
    previous: Option<&Candidate>,
) -> Option<Candidate> {
    let sentence = cue.sentence(document);
    let Range { start: floor, end: ceiling } = sentence;
    let left = before_adverbs(document, cue.tokens.start, floor);
    if let Some(candidate) = inverted(document, cue, left, floor, ceiling) {
        return Some(candidate);
    }
    if cue.takes(frame::RAISING) {
        return raising(document, cue, left, floor, ceiling);
    }
    let (mut source, mut confidence) =
        (outside_quotes(document, phrase::before(document, left, floor)), 1.0);
    if source.is_none() {
        source = coordinated(document, left, floor, previous);
        confidence = 0.9;
    }
    if left == floor && source.is_none() {
        return fronted_cue(document, cue, ceiling);
    }
    let start = source.as_ref().map_or(left, |source| source.start);
    let clause = Clause { document, cue, source, start, sentence, confidence };
    let complement = complement::read(document, cue, ceiling);
    clause.leftward(complement.as_ref()).or_else(|| clause.rightward(complement))
}

impl Clause<'_> {
    /// `"A," May said`, `A, May said on Monday.`, `A, as May said.`: the clause is
    /// an aside, and has no content of its own to its right.
    fn leftward(&self, complement: Option<&Complement>) -> Option<Candidate> {
        let Clause { document, cue, .. } = *self;
        let Range { start: floor, end: ceiling } = self.sentence;
        let aside = complement.is_none();
        let as_said = aside && self.start > floor + 1 && document.is(self.start - 1, "as");
        let start = if as_said { self.start - 1 } else { self.start };
        let beside = beside(document, start, floor)?;
        let quoted = beside == Beside::Quote;
        let elsewhere = complement.is_some_and(|complement| complement.plain || !quoted);
        if !cue.is_speech() || self.source.is_none() || elsewhere {
            return None;
        }
        let mut content = alloc::vec![content::leftward(document, start, floor)?];
        if aside {
            content.extend(resumed(document, cue.head + 1, ceiling, quoted));
        }
        Some(Candidate {
            source: self.source.clone(),
            cue: Some(cue.tokens.clone()),
            content,
            confidence: beside.confidence() * self.confidence,
            verbatim: false,
        })
    }

    /// `May said that A`, `which May said was A`
    fn rightward(&self, complement: Option<Complement>) -> Option<Candidate> {
        let Clause { document, cue, .. } = *self;
        let Range { start: floor, end: ceiling } = self.sentence;
        if self.source.is_none() && (cue.takes(frame::WEAK) || !cue.is_speech()) {
            return None;
        }
        let before = self.start.checked_sub(1).filter(|&i| i >= floor);
        let fronted = before.filter(|&i| self.source.is_some() && is_fronted(document, i));
        let complement = complement
            .or_else(|| colon_ahead(document, cue, ceiling))
            .or_else(|| fronted.and_then(|_| complement::gap(document, cue, ceiling)))?;
        let mut content = complement.content(document, ceiling);
        // `While May said A, Davis did B.`
        if before.is_some_and(|i| subordinates(document, i)) {
            if let Some((comma, _)) = following_subject(document, &content) {
                content.end = comma;
            }
        }
        let sourced = if self.source.is_some() { 1.0 } else { 0.5 };
        (!content.is_empty()).then(|| Candidate {
            source: self.source.clone(),
            cue: Some(cue.tokens.start..complement.cue_end),
            content: fronted.map(|i| i..i + 1).into_iter().chain([content]).collect(),
            confidence: complement.confidence * self.confidence * sourced,
            verbatim: false,
        })
    }
}

/// A cue that opens its sentence: `Said May: "A."`, `Asked about A, May left.`
fn fronted_cue(document: &Document<'_>, cue: &Cue, ceiling: usize) -> Option<Candidate> {
    let next = cue.head + 1;
    if cue.is_speech() {
        let subject = phrase::after(document, next, ceiling, true);
        let said = subject.filter(|subject| document.tag(subject.end) == Tag::Colon);
        if let Some(subject) = said {
            let start = subject.end + 1;
            let content = content::rightward(document, start, ceiling, false);
            return (!content.is_empty()).then(|| Candidate {
                source: Some(subject),
                cue: Some(cue.tokens.clone()),
                content: alloc::vec![content],
                confidence: 0.9,
                verbatim: false,
            });
        }
    }
    if !cue.takes(frame::PASSIVE) {
        return None;
    }
    let complement = complement::read(document, cue, ceiling)?;
    let mut content = complement.content(document, ceiling);
    let (comma, _) = following_subject(document, &content)?;
    content.end = comma;
    (!content.is_empty()).then(|| Candidate {
        source: None,
        cue: Some(cue.tokens.start..complement.cue_end),
        content: alloc::vec![content],
        confidence: 0.5,
        verbatim: false,
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

/// Whether the word begins a subordinate clause.
fn subordinates(document: &Document<'_>, i: usize) -> bool {
    document.is_listed(i, list::CLAUSE) || document.is_any(i, &["as", "lest", "once"])
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
        verbatim: false,
    })
}

/// `She went on, her voice low:`: the sentence ends in a colon.
fn colon_ahead(document: &Document<'_>, cue: &Cue, ceiling: usize) -> Option<Complement> {
    if !cue.is_speech() {
        return None;
    }
    let limit = ceiling.min(cue.head + 40);
    let colon = document.first(cue.head + 1..limit, Tag::Colon)?;
    let start = colon + 1;
    (start < document.len() && document.quote(start).is_some()).then_some(Complement {
        start,
        cue_end: cue.head + 1,
        confidence: 0.8,
        plain: true,
        phrase: false,
    })
}
