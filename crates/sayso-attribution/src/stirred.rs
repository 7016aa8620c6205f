use alloc::vec::Vec;

use crate::{candidate::Candidate, document::Document};

/// Leaves out what somebody or something makes others think: `The deal raised hopes of
/// peace`. Who hopes is not told, and it is not the deal.
pub(crate) fn leave_out(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    candidates.retain(|candidate| {
        let mut cue = candidate.cue.iter().flat_map(|cue| cue.clone());
        let stirs = |i: usize| STIRS.iter().any(|stem| starts_with(document.token(i), stem));
        let is_stirred = cue.any(stirs) && cue.any(|i| document.is_any(i, THOUGHTS));
        !is_stirred || candidate.source.is_none()
    });
}

/// How verbs begin that make others think something.
const STIRS: &[&str] = &[
    "rais", "spark", "fuel", "stok", "dash", "reviv", "trigger", "prompt", "allay", "eas",
    "heighten", "fan", "stir", "provok", "renew", "dispel", "deepen", "boost", "damp", "rekindl",
    "reignit", "feed", "fed",
];

/// What they think.
const THOUGHTS: &[&str] = &[
    "hopes",
    "hope",
    "fears",
    "fear",
    "expectations",
    "speculation",
    "doubts",
    "doubt",
    "worries",
    "suspicions",
    "anxiety",
    "anxieties",
];

fn starts_with(word: &str, stem: &str) -> bool {
    word.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem))
}
