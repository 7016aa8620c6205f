use alloc::{string::String, vec::Vec};
use core::ops::Range;

use sayso_span::Span;

use super::{
    Choice, Model, candidate::Candidate, cue::Cue, ranker::Ranker, reading::Reading,
    role::Scratch, template,
};
use crate::{
    Attribution,
    explanation::{Alternative, Explanation, Origin, Reason},
};

/// How many reasons and how many alternatives are told.
const REASONS: usize = 8;
const ALTERNATIVES: usize = 5;

/// What has less probability is no alternative.
const UNLIKELY: f32 = 0.005;

impl Model {
    /// Explains the attributions of a text that have a cue which the model has
    /// found: finds it once more, and keeps what it otherwise forgets.
    pub(crate) fn explain(
        &self,
        tokens: &[Span],
        reading: &Reading,
        attributions: &mut [Attribution],
    ) {
        let cues = self.cues.candidates(reading);
        let mut scratch = Scratch::default();
        let start = |cue: &Cue| tokens[cue.words.start].start();
        for attribution in attributions {
            let Some(place) = attribution.cue.map(|cue| cue.start()) else { continue };
            let Ok(at) = cues.binary_search_by_key(&place, start) else { continue };
            let sentence = cues[at].sentence;
            let first = cues.partition_point(|cue| cue.sentence < sentence);
            let end = cues.partition_point(|cue| cue.sentence <= sentence);
            let candidates = self.candidates(reading, &cues[first..end], &mut scratch);
            let confidence = attribution.confidence;
            let explanation =
                self.explain_one(tokens, reading, &candidates, at - first, confidence);
            if let Some(explanation) = explanation {
                attribution.explanation = Some(explanation.into());
            }
        }
    }

    /// Explains the choice among the analyses of a candidate. With another
    /// confidence, the attribution was none of them, but made by a rule.
    fn explain_one(
        &self,
        tokens: &[Span],
        reading: &Reading,
        candidates: &[Candidate],
        at: usize,
        confidence: f32,
    ) -> Option<Explanation> {
        let Candidate { cue, analyses, .. } = &candidates[at];
        let base = self.ranker.base_score(reading, candidates, at);
        let probabilities = self.ranker.probabilities(reading, candidates, at, base);
        let choice = Choice::new(analyses, &probabilities).filter(|c| c.value == confidence)?;
        let chosen = choice.rank;
        let mut alternatives: Vec<Alternative> = analyses
            .iter()
            .zip(&probabilities)
            .enumerate()
            .filter(|(rank, (_, p))| *rank != chosen && **p >= UNLIKELY)
            .map(|(_, (analysis, p))| Alternative {
                source: span(tokens, &analysis.source),
                content: analysis.content.iter().filter_map(|part| span(tokens, part)).collect(),
                probability: *p,
            })
            .collect();
        alternatives.sort_by(|a, b| b.probability.total_cmp(&a.probability));
        alternatives.truncate(ALTERNATIVES);
        Some(Explanation {
            origin: Origin::Model,
            cue: cue.mass.clamp(0.0, 1.0),
            rejection: (1.0 - probabilities.iter().sum::<f32>()).clamp(0.0, 1.0),
            reasons: self.ranker.reasons(reading, candidates, at, chosen),
            alternatives,
        })
    }
}

impl Ranker {
    /// Returns the features of an analysis that weigh most.
    fn reasons(
        &self,
        reading: &Reading,
        candidates: &[Candidate],
        at: usize,
        rank: usize,
    ) -> Vec<Reason> {
        let base = Ranker::base(reading, candidates, at, Vec::new());
        let own = Ranker::features(reading, candidates, at, rank, Vec::new());
        let named = |seed, hashes: Vec<u32>| template::names(seed).zip(hashes);
        let weigh = |(name, hash): (String, u32)| Reason { name, weight: self.weight(hash) };
        let mut reasons: Vec<Reason> =
            named(Ranker::BASE, base).chain(named(Ranker::OWN, own)).map(weigh).collect();
        reasons.retain(|reason| reason.weight != 0.0);
        reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        reasons.truncate(REASONS);
        reasons
    }

    fn weight(&self, hash: u32) -> f32 {
        let mut sums = self.table.sums();
        super::features::Sink::take(&mut sums, hash);
        sums.scores()[0]
    }
}

/// Returns the bytes of some words, `None` if there are none.
fn span(tokens: &[Span], words: &Range<usize>) -> Option<Span> {
    let words = &tokens[words.clone()];
    Some(words.first()?.hull(*words.last()?))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::Input;

    /// The names are read off the source: it must be what they take it for.
    #[test]
    fn every_feature_has_a_name() {
        let text = "It rained, he said.";
        let at = |word: &str| text.find(word).map(|at| Span::new(at, at + word.len()));
        let tokens: Vec<Span> =
            ["It", "rained", ",", "he", "said", "."].into_iter().filter_map(at).collect();
        let all = Span::new(0, text.len());
        let input =
            Input { text, tokens: &tokens, sentences: &[all], quotations: &[], names: &[] };
        let (reading, _) = Reading::new(input, &super::super::Classes::default());
        let mut candidates = Candidate::without_analyses(&[Cue::new(&reading, 4..5)]);
        candidates[0].analyses.push(super::super::Analysis {
            source: 3..4,
            content: core::iter::once(0..2).collect(),
            log_p: -0.5,
            borrowed: false,
        });
        let base = Ranker::base(&reading, &candidates, 0, Vec::new());
        let own = Ranker::features(&reading, &candidates, 0, 0, Vec::new());
        assert_eq!(template::names(Ranker::BASE).count(), base.len());
        assert_eq!(template::names(Ranker::OWN).count(), own.len());
        assert!(template::names(Ranker::OWN).any(|name| name == "source tag + kind + side"));
    }
}
