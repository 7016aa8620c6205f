use sayso::Attribution;
use serde::Serialize;

use super::{Offsets, Pair, explanation_row::ExplanationRow, rounded, step_row::StepRow};

/// An attribution as JSON.
#[derive(Serialize)]
pub(crate) struct AttributionRow {
    pub(crate) source: Vec<Pair>,
    pub(crate) cue: Vec<Pair>,
    pub(crate) content: Vec<Pair>,
    pub(crate) kind: &'static str,
    pub(crate) speakers: Vec<String>,
    entities: Vec<usize>,
    pub(crate) confidence: f64,
    /// Left out unless it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    nested: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<ExplanationRow>,
    /// Beside an explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<StepRow>>,
}

impl AttributionRow {
    pub(crate) fn new(attribution: &Attribution, offsets: &Offsets<'_>) -> AttributionRow {
        AttributionRow {
            source: offsets.pairs(attribution.source),
            cue: offsets.pairs(attribution.cue),
            content: offsets.pairs(attribution.content.iter().copied()),
            kind: attribution.kind.as_str(),
            speakers: attribution.speakers.iter().map(ToString::to_string).collect(),
            entities: attribution.entities.iter().map(|id| id.index()).collect(),
            confidence: rounded(attribution.confidence),
            nested: attribution.nested.then_some(true),
            explanation: attribution
                .explanation
                .as_ref()
                .map(|explanation| ExplanationRow::new(explanation, offsets)),
            steps: attribution.explanation.as_ref().map(|_| {
                attribution.steps.iter().map(|&step| StepRow::new(step, offsets)).collect()
            }),
        }
    }
}
