//! From what somebody says back to the article.

use alloc::vec::Vec;

use sayso_span::Span;

use super::Interior;
use crate::{
    Attribution,
    outermost::{Role, tokens_in},
};

impl Interior {
    /// Whether all of an attribution of this text is in one content.
    pub(crate) fn holds(&self, attribution: &Attribution) -> bool {
        let spans = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        let mut contents = spans
            .flat_map(|&span| &self.origins[tokens_in(&self.tokens, span)])
            .map(|origin| origin.content);
        let first = contents.next();
        contents.all(|content| Some(content) == first)
    }

    /// Returns an attribution of this text in terms of the article, if neither source
    /// nor cue is interrupted.
    pub(crate) fn restore(&self, attribution: Attribution) -> Option<Attribution> {
        let whole = |span: Span| {
            let mut places = self.places(span);
            places.next().filter(|_| places.next().is_none())
        };
        let all = |content: &[Span]| -> Vec<Span> {
            content.iter().flat_map(|&span| self.inner_places(span)).collect()
        };
        let (source, cue) = (attribution.source.map(whole), attribution.cue.map(whole));
        let content = all(&attribution.content);
        if source == Some(None) || cue == Some(None) || content.is_empty() {
            return None;
        }
        let explanation = attribution.explanation.map(|mut explanation| {
            for other in &mut explanation.alternatives {
                other.source = other.source.and_then(whole);
                other.content = all(&other.content);
            }
            explanation
        });
        let (source, cue) = (source.flatten(), cue.flatten());
        Some(Attribution { source, cue, content, explanation, nested: true, ..attribution })
    }

    /// The places in the article of what is in a span.
    fn places(&self, span: Span) -> impl Iterator<Item = Span> {
        let tokens = tokens_in(&self.tokens, span);
        let pieces = self.origins[tokens].chunk_by(|_, next| next.joined);
        let places = pieces.map(|piece| piece[0].span.hull(piece[piece.len() - 1].span));
        places.filter(|place| !place.is_empty())
    }

    /// The places of a content, without the punctuation at the end of each that no
    /// marks enclose.
    fn inner_places(&self, span: Span) -> impl Iterator<Item = Span> {
        let tokens = tokens_in(&self.tokens, span);
        let mut start = tokens.start;
        let pieces = self.origins[tokens].chunk_by(|_, next| next.joined);
        let places = pieces.filter_map(move |piece| {
            let tokens = start..start + piece.len();
            start = tokens.end;
            let is_inner = |at: &usize| {
                let mark = &self.text[self.tokens[*at]];
                self.roles[*at] != Role::Plain
                    || !matches!(mark, "," | "." | ";" | ":" | "?" | "!" | "-" | "--" | "–" | "—")
            };
            let last = tokens.clone().rev().find(is_inner)?;
            Some(self.origins[tokens.start].span.hull(self.origins[last].span))
        });
        places.filter(|place| !place.is_empty())
    }
}
