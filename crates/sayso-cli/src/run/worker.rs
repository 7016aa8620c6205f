use super::{Place, Process, Tally};
use crate::{
    format::Sheet,
    input::{Draft, Fields, Position, Problem, Step},
};

/// What every worker does: from a document as it was read to what is written of
/// it.
pub(super) struct Worker<P> {
    pub(super) process: P,
    pub(super) fields: Fields,
}

/// What has become of a document.
pub(super) struct Outcome {
    pub(super) written: Result<Written, Failure>,
    /// What the user should know.
    pub(super) note: Option<String>,
    /// How far has been read with it.
    pub(super) after: Position,
}

/// A document that is to be written.
pub(super) struct Written {
    pub(super) sheet: Sheet,
    pub(super) tally: Tally,
}

/// A document, or a file, that cannot be read.
pub(super) struct Failure {
    pub(super) problem: Problem,
    pub(super) draft: Option<Draft>,
}

impl<P: Process> Worker<P> {
    pub(super) fn work(&self, step: Step) -> Outcome {
        let Step { draft, titled, after } = step;
        let failed = |problem, draft| {
            let written = Err(Failure { problem, draft });
            Outcome { written, note: None, after }
        };
        let draft = match draft {
            Ok(draft) => draft,
            Err(problem) => return failed(problem, None),
        };
        let record = match draft.record(&self.fields) {
            Ok(record) => record,
            Err(problem) => return failed(problem, Some(draft)),
        };
        let mut sheet = Sheet::new(&record.name);
        let place = Place { titled, number: after.all };
        let tally = match self.process.process(&record, place, &mut sheet) {
            Ok(tally) => tally,
            Err(reason) => return failed(draft.problem(reason), Some(draft)),
        };
        let note = self
            .process
            .replaces(&record)
            .map(|field| format!("the field \"{field}\" that records have already is replaced"));
        Outcome { written: Ok(Written { sheet, tally }), note, after }
    }
}
