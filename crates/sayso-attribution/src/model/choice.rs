use alloc::vec::Vec;
use core::ops::Range;

use super::{math::exp, reading::Reading, role::Analysis, surroundings::quoted_share};

/// Returns the probabilities of choices with these scores beside one of score
/// 0.
pub fn normalize(scores: &[f32]) -> Vec<f32> {
    let highest = scores.iter().fold(0.0_f32, |max, s| max.max(*s));
    let mut shares: Vec<f32> = scores.iter().map(|s| exp(s - highest)).collect();
    let total = shares.iter().sum::<f32>() + exp(-highest);
    for share in &mut shares {
        *share /= total;
    }
    shares
}

/// The analysis that was chosen, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Which analysis it is.
    pub rank: usize,
    /// The probability that it agrees with the truth: the sum over all analyses
    /// that are much the same.
    pub value: f32,
}

/// How much the likeliest analysis is preferred to one that agrees with many.
const PREFERENCE: f32 = 0.3;

impl Choice {
    /// Chooses the analysis that can be expected to agree with the truth by
    /// half in source and in content (minimum Bayes risk, Kumar and Byrne
    /// 2004); `None` if there is none.
    pub fn new(analyses: &[Analysis], probabilities: &[f32]) -> Option<Choice> {
        let choices = analyses.iter().enumerate().map(|(rank, own)| {
            let all = analyses.iter().zip(probabilities).enumerate();
            let agreeing = all.filter(|(at, (other, _))| *at == rank || own.agrees(other));
            Choice { rank, value: agreeing.map(|(_, (_, p))| p).sum::<f32>().min(1.0) }
        });
        let worth = |c: &Choice| c.value + PREFERENCE * probabilities[c.rank];
        choices.reduce(|best, next| if worth(&next) > worth(&best) { next } else { best })
    }
}

impl Analysis {
    /// Returns whether two analyses have half of their sources and of their
    /// contents in common.
    pub fn agrees(&self, other: &Analysis) -> bool {
        fn half(common: usize, a: usize, b: usize) -> bool {
            2 * common >= a + b - common
        }
        let common = |a: &Range<usize>, b: &Range<usize>| {
            a.end.min(b.end).saturating_sub(a.start.max(b.start))
        };
        if !half(common(&self.source, &other.source), self.source.len(), other.source.len()) {
            return false;
        }
        let with = |a: &Range<usize>| other.content.iter().map(|b| common(a, b)).sum::<usize>();
        let contents = self.content.iter().map(with).sum();
        half(contents, self.content_len(), other.content_len())
    }

    /// Returns the share of the content that is quoted.
    pub fn quoted(&self, reading: &Reading) -> f32 {
        let all = self.content_len().max(1) as f32;
        let part = |c: &Range<usize>| quoted_share(&reading.words[c.clone()]) * c.len() as f32;
        self.content.iter().map(part).sum::<f32>() / all
    }
}
