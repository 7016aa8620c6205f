use std::collections::BTreeSet;

use super::Tally;
use crate::{
    cmd::Layer,
    format::{Encoder, Found},
    input::{Draft, Fields, Position, Problem, Step},
};

/// What every worker does: from a document as it was read to what is written of
/// it.
pub(super) struct Worker<L> {
    pub(super) layer: L,
    pub(super) fields: Fields,
    pub(super) encoder: Box<dyn Encoder<L>>,
}

/// What has become of a document.
pub(super) struct Outcome {
    pub(super) encoded: Result<Encoded, Failure>,
    /// What the user should know.
    pub(super) note: Option<String>,
    /// How far has been read with it.
    pub(super) after: Position,
}

/// A document that is to be written.
pub(super) struct Encoded {
    pub(super) bytes: Vec<u8>,
    pub(super) tally: Tally,
}

/// A document, or a file, that cannot be read.
pub(super) struct Failure {
    pub(super) problem: Problem,
    pub(super) draft: Option<Draft>,
}

impl<L: Layer> Worker<L> {
    pub(super) fn work(&self, step: Step) -> Outcome {
        let Step { draft, titled, after } = step;
        let failed = |problem, draft| {
            let encoded = Err(Failure { problem, draft });
            Outcome { encoded, note: None, after }
        };
        let draft = match draft {
            Ok(draft) => draft,
            Err(problem) => return failed(problem, None),
        };
        let record = match draft.record(&self.fields) {
            Ok(record) => record,
            Err(problem) => return failed(problem, Some(draft)),
        };
        let Found { items, beside } = match self.layer.find(&record) {
            Ok(found) => found,
            Err(reason) => return failed(draft.problem(reason), Some(draft)),
        };
        let replaced = L::fields().find(|field| record.has(field) && !self.layer.takes(field));
        let note = replaced
            .map(|field| format!("the field \"{field}\" that records have already is replaced"));
        let mut tally = Tally { written: 1, bytes: record.text.len() as u64, ..Tally::default() };
        let mut speakers = BTreeSet::new();
        let mut items = items.inspect(|item| {
            tally.found += 1;
            speakers.extend(self.layer.speakers(item).iter().map(ToString::to_string));
        });
        let mut bytes = Vec::new();
        let found = Found { items: &mut items as &mut dyn Iterator<Item = _>, beside };
        self.encoder
            .encode(&self.layer, &record, titled, found, &mut bytes)
            .expect("memory can be written to");
        drop(items);
        tally.speakers = speakers.len() as u64;
        Outcome { encoded: Ok(Encoded { bytes, tally }), note, after }
    }
}
