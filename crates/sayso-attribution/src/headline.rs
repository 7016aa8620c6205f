//! `Chief knew of mould, inquiry told`

use alloc::vec::Vec;

use crate::{candidate::Candidate, document::Document, lexicon::Word, tables::list, tag::Tag};

/// The article has its headlines in so many sentences.
pub(crate) const SENTENCES: usize = 3;

/// Whether a cue tells that somebody has listened, and not who has spoken.
pub(crate) fn listens(cue: &str) -> bool {
    Word::look_up(cue).is_listed(list::LISTENING)
}

/// Finds headlines that name who has been told, and not who has said it.
pub(crate) fn settled(document: &Document<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in document.sentences.iter().take(SENTENCES) {
        let tokens = &sentence.tokens;
        let Some(cue) = tokens.end.checked_sub(1).filter(|&cue| cue >= tokens.start + 4) else {
            continue;
        };
        let hears = document.is_listed(cue, list::LISTENING)
            && document.is_listed(cue - 1, list::LISTENER);
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
