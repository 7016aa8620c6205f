use sayso::attribution::Step;
use serde::Serialize;

use super::{Offsets, Pair};

/// A step to a speaker, as JSON.
#[derive(Serialize)]
pub(crate) struct StepRow {
    kind: &'static str,
    from: Pair,
    to: Pair,
}

impl StepRow {
    pub(crate) fn new(step: Step, offsets: &Offsets<'_>) -> StepRow {
        let kind = step.kind.as_str();
        StepRow { kind, from: offsets.pair(step.from), to: offsets.pair(step.to) }
    }
}
