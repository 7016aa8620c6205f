//! Rules: a candidate for each cue, from the cue outwards.

pub(crate) mod according;
mod finite;
mod gerund;
mod noun;
mod parenthesis;
mod passive;

use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    cue::{Cue, Shape},
    document::Document,
};

/// Builds the candidates of all cues, in order of the cues.
///
/// # Complexity
///
/// Linear: each cue looks at a bounded number of tokens around it.
pub(crate) fn candidates(document: &Document<'_>, cues: &[Cue]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for cue in cues {
        let candidate = match cue.shape {
            Shape::According => according::candidate(document, cue),
            Shape::Noun => noun::candidate(document, cue),
            Shape::Passive => passive::candidate(document, cue),
            Shape::Gerund => gerund::candidate(document, cue, found.last()),
            Shape::Finite => finite::candidate(document, cue, found.last()),
            // `to say` and `the man accused of`: right too seldom.
            Shape::Infinitive | Shape::Participle => None,
        };
        found.extend(candidate);
    }
    found
}
