use sayso::attribution::Explanation;
use serde::Serialize;

use super::{Offsets, Pair, rounded};

/// Why an attribution was made, as JSON.
#[derive(Serialize)]
pub(crate) struct ExplanationRow {
    origin: &'static str,
    cue: f64,
    rejection: f64,
    /// Names and weights.
    reasons: Vec<(String, f64)>,
    alternatives: Vec<AlternativeRow>,
}

#[derive(Serialize)]
struct AlternativeRow {
    source: Vec<Pair>,
    content: Vec<Pair>,
    probability: f64,
}

impl ExplanationRow {
    pub(crate) fn new(explanation: &Explanation, offsets: &Offsets<'_>) -> ExplanationRow {
        let alternatives = explanation.alternatives.iter().map(|other| AlternativeRow {
            source: offsets.pairs(other.source),
            content: offsets.pairs(other.content.iter().copied()),
            probability: rounded(other.probability),
        });
        let reasons = explanation.reasons.iter();
        ExplanationRow {
            origin: explanation.origin.as_str(),
            cue: rounded(explanation.cue),
            rejection: rounded(explanation.rejection),
            reasons: reasons.map(|one| (one.name.clone(), rounded(one.weight))).collect(),
            alternatives: alternatives.collect(),
        }
    }
}
