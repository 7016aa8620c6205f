use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    candidate::Candidate,
    document::Document,
    phrase, source,
    tables::{class, form, frame},
    tag::Tag,
};

/// A label before a colon and a signature after a dash are at most so long.
const LABEL: usize = 8;

/// A line that says who speaks in the next is at most so long.
const LINE: usize = 16;

/// Finds what colons and dashes attribute without a verb. These readings are as
/// good as certain, and go before all others.
pub(crate) fn settled(document: &Document<'_>) -> Vec<Candidate> {
    let paragraphs = paragraphs(document);
    let mut found = turns(document, &paragraphs);
    found.extend(signatures(document, &paragraphs));
    found
}

/// The tokens of each paragraph.
fn paragraphs(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for sentence in &document.sentences {
        match paragraphs.last_mut() {
            Some(paragraph) if last == Some(sentence.paragraph) => {
                paragraph.end = sentence.tokens.end;
            }
            _ => paragraphs.push(sentence.tokens.clone()),
        }
        last = Some(sentence.paragraph);
    }
    paragraphs
}

/// The turns of a transcript: `MAY: We will.` or `Q:` and `A:`.
///
/// It is one if a label comes back, or if there are both questions and answers.
/// A turn has several paragraphs where another turn follows; behind the last
/// turn the article may go on.
fn turns(document: &Document<'_>, paragraphs: &[Range<usize>]) -> Vec<Candidate> {
    let labels: Vec<(usize, Range<usize>)> = paragraphs
        .iter()
        .enumerate()
        .filter_map(|(number, paragraph)| Some((number, label(document, paragraph)?)))
        .collect();
    let text = |label: &Range<usize>| &document.text[document.span(label.clone()).range()];
    let mut sorted: Vec<&str> = labels.iter().map(|(_, label)| text(label)).collect();
    sorted.sort_unstable();
    let repeated = sorted.windows(2).any(|pair| pair[0] == pair[1]);
    if labels.len() < 3 || !repeated {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (turn, (number, label)) in labels.iter().enumerate() {
        let last = labels.get(turn + 1).map_or(*number, |(next, _)| {
            // A long way to the next label: the transcript has been interrupted.
            if next - number <= 6 { next - 1 } else { *number }
        });
        let colon = label.end;
        let content = colon + 1..paragraphs[last].end;
        if content.is_empty() {
            continue;
        }
        found.push(Candidate {
            source: Some(label.clone()),
            cue: Some(colon..colon + 1),
            content: alloc::vec![content],
            confidence: 0.95,
            verbatim: true,
        });
    }
    found
}

/// The name before the colon at the start of a paragraph.
fn label(document: &Document<'_>, paragraph: &Range<usize>) -> Option<Range<usize>> {
    let start = paragraph.start;
    let limit = paragraph.end.min(start + LABEL);
    let colon = document.first(start..limit, Tag::Colon)?;
    let named = (start..colon).all(|i| {
        document.quote(i).is_none()
            && (document.token(i).starts_with(|c: char| c.is_uppercase() || c.is_numeric())
                || matches!(
                    document.tag(i),
                    Tag::Name | Tag::Hyphen | Tag::Genitive | Tag::Open | Tag::Close
                )
                || document.is_any(i, &["of", "the", "de", "van", "von", ".", "and"]))
    });
    (colon > start && named).then_some(start..colon)
}

/// `“…” — Name` at the end of a paragraph, or the name in the next.
fn signatures(document: &Document<'_>, paragraphs: &[Range<usize>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut number = 0;
    for quote in &document.quotes {
        let Range { start, end } = quote.tokens;
        // A period may stand between: `“…”. — Name`
        let dash = if document.tag(end) == Tag::Stop { end + 1 } else { end };
        let signed = matches!(document.tag(dash), Tag::Dash | Tag::Hyphen)
            || document.is_any(dash, &["~", "•"]);
        if dash >= document.len() || !signed {
            continue;
        }
        while paragraphs.get(number).is_some_and(|paragraph| paragraph.end <= dash) {
            number += 1;
        }
        let Some(paragraph) = paragraphs.get(number) else { break };
        let opens = document.opens_paragraph(start);
        let mut last = paragraph.end;
        while last > dash + 1 && document.tag(last - 1) == Tag::Stop {
            last -= 1;
        }
        let name = dash + 1..last;
        let short = !name.is_empty() && name.len() <= LABEL + 5;
        let plain =
            name.clone().all(|i| document.quote(i).is_none() && !phrase::is_finite(document, i));
        let capital = document.token(dash + 1).starts_with(char::is_uppercase);
        if opens && short && plain && capital {
            found.push(Candidate {
                source: Some(name),
                cue: Some(dash..dash + 1),
                content: alloc::vec![start..end],
                confidence: 0.9,
                verbatim: false,
            });
        }
    }
    found
}

/// Finds colons that are the only cue of their sentence: `Minister: taxes will
/// fall`, `The sign was clear: “No dogs.”`
pub(crate) fn candidates(document: &Document<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let Range { start: floor, end: ceiling } = sentence.tokens;
        let limit = ceiling.min(floor + 40);
        let Some(colon) = document.first(floor + 1..limit, Tag::Colon) else {
            continue;
        };
        let before = floor..colon;
        if before.clone().any(|i| document.quote(i).is_some()) {
            continue;
        }
        let next = colon + 1;
        let quoted = document.quote(next).is_some();
        let verbless = !before.clone().any(|i| phrase::is_finite(document, i));
        let phrase = phrase::before(document, colon, floor);
        let whole = phrase.as_ref().is_some_and(|phrase| phrase.start == floor);
        let person = before
            .clone()
            .any(|i| document.tag(i) == Tag::Name || document.is_class(i, class::ROLE));
        let stopped = document.tag(ceiling - 1) == Tag::Stop;
        // A headline has no period and stands near the top.
        let headline = !stopped
            && sentence.paragraph < 3
            && before.len() <= 5
            && next + 2 < ceiling
            && (next..ceiling).any(|i| {
                phrase::is_finite(document, i)
                    || document.tag(i) == Tag::To
                    || document.word(i).verb_frames() & frame::THAT != 0
            });
        if quoted && !verbless {
            // `Cruz would have none of it: “…”`
            found.extend(narrated(document, before, next));
            continue;
        }
        // `ANN LOWE, HARBOR BOARD:` over what she says.
        let line = quoted
            && before.len() <= LINE
            && document.paragraph(colon) != document.paragraph(next)
            && !matches!(
                document.tag(floor),
                Tag::Preposition | Tag::Adverb | Tag::Subordinator | Tag::Pronoun | Tag::Relative
            );
        if !(verbless && (whole || line) && person && (quoted || headline)) {
            continue;
        }
        let phrase = if whole { phrase } else { Some(before) };
        let content = if quoted {
            document.quote(next).map(|quote| document.quotes[quote].tokens.clone())
        } else {
            Some(next..ceiling)
        };
        let Some(content) = content.filter(|content| !content.is_empty()) else { continue };
        found.push(Candidate {
            source: phrase,
            cue: Some(colon..next),
            content: alloc::vec![content],
            confidence: if quoted { 0.85 } else { 0.6 },
            verbatim: false,
        });
    }
    found
}

/// Makes the speaker the source where it is whom he speaks to or of: `May told`
/// *the council*`: “…”`.
pub(crate) fn take_subject(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&candidate.source, &candidate.cue) else { return };
    let floor = document.sentence_tokens(cue.start).start;
    let announces = document.tag(cue.start) == Tag::Colon
        && source.end == cue.start
        && source.start > floor + 1
        && document.quote(cue.end).is_some();
    if !announces {
        return;
    }
    let before = source.start - 1;
    let to = matches!(document.tag(before), Tag::Preposition | Tag::To);
    let verb = if to { before - 1 } else { before };
    let speaks = document.word(verb).verb_frames() & frame::QUOTE != 0;
    if verb <= floor || !speaks || !phrase::is_finite(document, verb) {
        return;
    }
    let left = source::before_adverbs(document, verb, floor);
    let subject = phrase::before(document, left, floor);
    if let Some(subject) = source::outside_quotes(document, subject) {
        candidate.source = Some(subject);
        candidate.cue = Some(verb..verb + 1);
    }
}

/// Takes the verb that opens the line out of the source: *Stated* `Lowe: “…”`
pub(crate) fn take_verb(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &mut candidate.cue) else { return };
    let verb = source.start;
    let word = document.word(verb);
    let opens = document.tag(cue.start) == Tag::Colon
        && cue.start == source.end
        && source.len() > 1
        && document.sentence_tokens(verb).start == verb
        && word.verb_frames() & frame::QUOTE != 0
        && word.has_form(form::PAST | form::THIRD)
        && phrase::after(document, verb + 1, cue.start, true) == Some(verb + 1..cue.start);
    if opens {
        source.start = verb + 1;
        *cue = verb..verb + 1;
    }
}

/// A clause without a verb of saying, a colon and a quotation.
fn narrated(document: &Document<'_>, before: Range<usize>, next: usize) -> Option<Candidate> {
    let quote = document.quotes[document.quote(next)?].tokens.clone();
    let source = source::main_subject(document, before.start, before.end)
        .map(|(subject, _)| subject)
        .or_else(|| source::subject(document, before.start, before.end))?;
    Some(Candidate {
        source: Some(source),
        cue: Some(next - 1..next),
        content: alloc::vec![quote],
        confidence: 0.5,
        verbatim: false,
    })
}
