use alloc::vec::Vec;
use core::ops::Range;

use super::{
    cue::Cue,
    extender::Anchor,
    ranker::{Candidate, Choice},
    reading::Reading,
    weights::Model,
};
use crate::Input;

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

impl Model {
    /// Reads a text, with parts of speech.
    pub fn read(&self, input: Input<'_>) -> Reading {
        let mut reading = Reading::new(input, &self.classes);
        reading.tag(&self.tagger);
        reading
    }

    /// Returns the attributions of a text that are likelier than `threshold`,
    /// in order of their cues.
    pub fn find(&self, reading: &Reading, threshold: f32) -> Vec<Found> {
        let cues = self.cues.candidates(reading);
        let candidates = Candidate::all(reading, &cues, &self.roles);
        let mut anchors = Vec::new();
        let mut values = Vec::new();
        for (at, candidate) in candidates.iter().enumerate() {
            let probabilities = self.ranker.probabilities(reading, &candidates, at);
            let Some(choice) = Choice::new(&candidate.analyses, &probabilities) else { continue };
            let analysis = &candidate.analyses[choice.rank];
            // Two corrections that the model does not know of: a content in
            // other sentences cannot be seen here, and quotations are more
            // often speech than what resembles them.
            let least = if analysis.content.is_empty() {
                threshold - 0.15
            } else if analysis.quoted(reading) >= 0.85 {
                threshold - 0.05
            } else {
                threshold
            };
            if choice.value > least {
                values.push(choice.value);
                anchors.push(Anchor {
                    cue: candidate.cue.clone(),
                    source: analysis.source.clone(),
                    content: analysis.content.clone(),
                });
            }
        }
        let contents = self.extender.extend(reading, &anchors, &cues);
        anchors
            .into_iter()
            .zip(contents)
            .zip(values)
            .filter(|((_, content), _)| !content.is_empty())
            .map(|((anchor, content), confidence)| Found {
                cue: anchor.cue,
                source: anchor.source,
                content,
                confidence,
            })
            .collect()
    }
}
