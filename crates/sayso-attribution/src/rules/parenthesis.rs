use core::ops::Range;

use crate::{
    candidate::Candidate,
    content,
    cue::{self, Cue},
    document::Document,
    phrase,
    tables::{class, form, frame},
    tag::Tag,
};

/// What the clause of a cue stands beside, on its left.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Beside {
    Quote,
    Comma,
}

impl Beside {
    /// How sure it is that the content stands there.
    pub(crate) fn confidence(self) -> f32 {
        match self {
            Beside::Quote => 0.95,
            Beside::Comma => 0.8,
        }
    }
}

/// Tells what the clause that starts at the token `clause` stands beside.
pub(crate) fn beside(document: &Document<'_>, clause: usize, floor: usize) -> Option<Beside> {
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
pub(crate) fn resumed(
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
pub(crate) fn inverted(
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
    let confidence = beside.confidence();
    Some(Candidate {
        source: Some(source),
        cue: Some(cue.tokens.clone()),
        content,
        confidence,
        verbatim: false,
    })
}
