use alloc::vec::Vec;
use core::ops::Range;

use super::{
    candidate::Candidate, choice::Choice, cue::Cue, extender::Anchor, reading::Reading,
    role::Scratch, weights::Model,
};
use crate::{Input, spellings::Spellings};

/// An attribution in words of a [`Reading`].
#[derive(Clone, Debug)]
pub struct Found {
    /// The cue.
    pub cue: Cue,
    /// The source; empty if there is none.
    pub source: Range<usize>,
    /// The content, in order, not empty.
    pub content: Vec<Range<usize>>,
    /// How likely it is right, from 0 to 1.
    pub confidence: f32,
}

impl Found {
    fn new(anchor: Anchor, confidence: f32) -> Found {
        let Anchor { cue, source, content } = anchor;
        Found { cue, source, content, confidence }
    }
}

/// What a candidate must score, whatever its analysis.
const PROSPECTS: f32 = -1.9;

impl Model {
    /// Reads a text, with parts of speech.
    pub fn read(&self, input: Input<'_>) -> Reading {
        self.read_spellings(input, &Spellings::new(input))
    }

    /// Reads a text whose spellings have been compared.
    pub(crate) fn read_spellings(&self, input: Input<'_>, spellings: &Spellings) -> Reading {
        Reading::tagged(input, spellings, &self.classes, &self.tagger)
    }

    /// Returns the attributions of a text that are likelier than `threshold`,
    /// in order of their cues.
    pub fn find(&self, reading: &Reading, threshold: f32) -> Vec<Found> {
        self.find_and_reserve(reading, threshold, threshold).0
    }

    /// Returns the attributions that are likelier than `threshold`, and those that
    /// are not, but likelier than `reserve`, each in order of their cues. The
    /// contents of the latter end with the sentence.
    pub(crate) fn find_and_reserve(
        &self,
        reading: &Reading,
        threshold: f32,
        reserve: f32,
    ) -> (Vec<Found>, Vec<Found>) {
        let cues = self.cues.candidates(reading);
        let mut scratch = Scratch::default();
        let mut anchors = Vec::new();
        let mut values = Vec::new();
        let mut others = Vec::new();
        // Candidates know only those of their sentence.
        for cues in cues.chunk_by(|a, b| a.sentence == b.sentence) {
            let candidates = self.candidates(reading, cues, &mut scratch);
            for at in 0..candidates.len() {
                let Some((value, margin, anchor)) = self.choose(reading, &candidates, at) else {
                    continue;
                };
                if value > threshold - margin {
                    values.push(value);
                    anchors.push(anchor);
                } else if value > reserve && !anchor.content.is_empty() {
                    others.push(Found::new(anchor, value));
                }
            }
        }
        drop(scratch);
        let contents = self.extender.extend(reading, &anchors, &cues);
        let found = anchors
            .into_iter()
            .zip(contents)
            .zip(values)
            .filter(|((_, content), _)| !content.is_empty())
            .map(|((anchor, content), value)| Found::new(Anchor { content, ..anchor }, value))
            .collect();
        (found, others)
    }

    /// Returns the candidates of the cues of a sentence. Those without any
    /// prospects have no analyses.
    pub(super) fn candidates(
        &self,
        reading: &Reading,
        cues: &[Cue],
        scratch: &mut Scratch,
    ) -> Vec<Candidate> {
        let mut candidates = Candidate::without_analyses(cues);
        for at in 0..candidates.len() {
            if self.ranker.base_score(reading, &candidates, at) > PROSPECTS {
                candidates[at].analyze(reading, cues, &self.roles, scratch);
            }
        }
        Candidate::relate(&mut candidates);
        candidates
    }

    /// Returns how likely the best analysis of a candidate is right, how much less
    /// likely than others it need be, and the analysis.
    fn choose(
        &self,
        reading: &Reading,
        candidates: &[Candidate],
        at: usize,
    ) -> Option<(f32, f32, Anchor)> {
        let candidate = &candidates[at];
        if candidate.analyses.is_empty() {
            return None;
        }
        let base = self.ranker.base_score(reading, candidates, at);
        let probabilities = self.ranker.probabilities(reading, candidates, at, base);
        let choice = Choice::new(&candidate.analyses, &probabilities)?;
        let analysis = &candidate.analyses[choice.rank];
        // Two corrections that the model does not know of: a content in
        // other sentences cannot be seen here, and quotations are more
        // often speech than what resembles them.
        let margin = if analysis.content.is_empty() {
            0.15
        } else if analysis.quoted(reading) >= 0.85 {
            0.05
        } else {
            0.0
        };
        let anchor = Anchor {
            cue: candidate.cue.clone(),
            source: analysis.source.clone(),
            content: analysis.content.clone(),
        };
        Some((choice.value, margin, anchor))
    }
}
