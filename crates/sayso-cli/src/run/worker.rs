use std::panic::{AssertUnwindSafe, catch_unwind};

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
    pub(super) notes: Vec<String>,
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
    pub(super) draft: Option<Box<Draft>>,
}

impl<P: Process> Worker<P> {
    pub(super) fn work(&self, step: Step) -> Outcome {
        let Step { draft, titled, after } = step;
        let place = Place { titled, number: after.all };
        let mut notes = Vec::new();
        let written = draft.map_err(|problem| Failure { problem, draft: None });
        let written = written.and_then(|draft| {
            // A fault of ours in one document is no reason to lose a million others.
            let written = catch_unwind(AssertUnwindSafe(|| self.write(&draft, place, &mut notes)));
            let written = written.unwrap_or_else(|_| {
                let problem = draft.problem("sayso itself has failed, as told above");
                Err(problem.hint("please report it, with this document"))
            });
            written.map_err(|problem| Failure { problem, draft: Some(draft.into()) })
        });
        Outcome { written, notes, after }
    }

    fn write(
        &self,
        draft: &Draft,
        place: Place,
        notes: &mut Vec<String>,
    ) -> Result<Written, Problem> {
        let record = draft.record(&self.fields)?;
        if let Some(encoding) = record.guessed {
            notes.push(format!("what is not UTF-8 is read as {encoding}, by its letters"));
        }
        let mut sheet = Sheet::new(&record.name);
        let tally = self.process.process(&record, place, &mut sheet);
        let tally = tally.map_err(|reason| draft.problem(reason))?;
        if let Some(field) = self.process.replaces(&record) {
            notes.push(format!("the field \"{field}\" that records have already is replaced"));
        }
        Ok(Written { sheet, tally })
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, Place, Process, Step, Tally, Worker};
    use crate::{
        format::Sheet,
        input::{JsonLines, Position, Record},
    };

    struct Faulty;

    impl Process for Faulty {
        fn name(&self) -> &'static str {
            "faults"
        }

        fn fields(&self) -> Vec<&'static str> {
            Vec::new()
        }

        fn replaces(&self, _record: &Record) -> Option<&'static str> {
            None
        }

        fn process(&self, _: &Record, _: Place, _: &mut Sheet) -> Result<Tally, String> {
            panic!("a fault")
        }
    }

    #[test]
    fn a_fault_is_the_failure_of_one_document() {
        let worker = Worker { process: Faulty, fields: Fields::default() };
        let mut lines = JsonLines::new(&b"{\"text\":\"a\"}"[..], "f".into());
        let draft = lines.next().expect("there is a line");
        let step = Step { draft, titled: true, after: Position::default() };
        let failure = worker.work(step).written.err().expect("it has failed");
        let message = "f: line 1: sayso itself has failed, as told above";
        assert_eq!(failure.problem.to_string(), message);
        assert!(failure.draft.is_some());
    }
}
