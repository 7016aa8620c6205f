//! `Chief knew of mould, inquiry told`

use alloc::vec::Vec;

use crate::{candidate::Candidate, document::Document, tag::Tag};

/// The article has its headlines in so many sentences.
pub(crate) const SENTENCES: usize = 3;

/// Who listens in a headline, before `told` or `hears`.
const LISTENERS: [&str; 16] = [
    "court",
    "jury",
    "jurors",
    "tribunal",
    "inquest",
    "inquiry",
    "enquiry",
    "hearing",
    "trial",
    "panel",
    "committee",
    "commission",
    "council",
    "conference",
    "parliament",
    "mps",
];

/// What they do.
const LISTENING: [&str; 4] = ["told", "hears", "hear", "heard"];

/// Whether a cue tells that somebody has listened, and not who has spoken.
pub(crate) fn listens(cue: &str) -> bool {
    LISTENING.iter().any(|verb| verb.eq_ignore_ascii_case(cue))
}

/// Finds headlines that name who has been told, and not who has said it.
pub(crate) fn settled(document: &Document<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in document.sentences.iter().take(SENTENCES) {
        let tokens = &sentence.tokens;
        let Some(cue) = tokens.end.checked_sub(1).filter(|&cue| cue >= tokens.start + 4) else {
            continue;
        };
        let hears = document.is_any(cue, &LISTENING) && document.is_any(cue - 1, &LISTENERS);
        // `Old Bailey jury told`
        let comma = (cue.saturating_sub(6).max(tokens.start + 1)..cue)
            .rev()
            .find(|&i| document.tag(i) == Tag::Comma && document.quote(i).is_none());
        let Some(comma) = comma.filter(|_| hears) else { continue };
        found.push(Candidate {
            source: None,
            cue: Some(cue..cue + 1),
            content: alloc::vec![tokens.start..comma],
            confidence: 0.9,
            verbatim: false,
        });
    }
    found
}
