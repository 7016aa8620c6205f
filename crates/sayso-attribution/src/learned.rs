use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    Input, Model,
    candidate::Candidate,
    model::{Found, Quote, Reading},
};

/// Returns the attributions that a model finds to be likelier than `threshold`,
/// in order.
pub(crate) fn candidates(model: &Model, input: Input<'_>, threshold: f32) -> Vec<Candidate> {
    let reading = model.read(input);
    let found = model.find(&reading, threshold);
    let mut candidates: Vec<Candidate> =
        found.into_iter().map(|found| candidate(input.text, &reading, found)).collect();
    candidates.sort_by_key(Candidate::start);
    candidates
}

/// Joins what belongs together, and leaves the marks at the edges of a content
/// outside that are not the speaker's.
fn candidate(text: &str, reading: &Reading, found: Found) -> Candidate {
    let mut content: Vec<Range<usize>> = Vec::new();
    for part in found.content {
        match content.last_mut() {
            Some(last) if last.end == part.start => last.end = part.end,
            _ => content.push(part),
        }
    }
    let is_edge = |at: usize| {
        let word = &reading.words[at];
        word.quote == Quote::Outside
            && matches!(&text[word.span], "," | "." | ";" | ":" | "-" | "--" | "–" | "—")
    };
    for part in &mut content {
        while part.start < part.end && is_edge(part.end - 1) {
            part.end -= 1;
        }
        while part.start < part.end && is_edge(part.start) {
            part.start += 1;
        }
    }
    content.retain(|part| !part.is_empty());
    Candidate {
        source: Some(found.source).filter(|source| !source.is_empty()),
        cue: Some(found.cue.words),
        content,
        confidence: found.confidence,
        verbatim: false,
    }
}
