use std::{io, time::Instant};

use indicatif::ProgressBar;

use super::{
    Receive,
    journal::Checkpoint,
    quarantine::Quarantine,
    target::Target,
    worker::{Failure, Outcome, Written},
};
use crate::{
    args::OnError,
    format::Sink,
    input::{Meter, Problem},
    problem::Reporter,
};

/// What is done with the results.
pub(super) struct Writer {
    pub(super) target: Target,
    pub(super) sink: Box<dyn Sink>,
    pub(super) quarantine: Option<Quarantine>,
    pub(super) on_error: OnError,
    pub(super) reporter: Reporter,
    /// What has been done, but for the time since then.
    pub(super) checkpoint: Checkpoint,
    pub(super) since: Instant,
    pub(super) progress: Option<ProgressBar>,
    pub(super) meter: Meter,
}

/// Why no more results are wanted.
pub(super) enum Stop {
    /// Whoever read them has seen enough: `sayso … | head`.
    Closed,
    /// They cannot be written.
    Unwritable(Problem),
    /// A document cannot be read, and that is not to be passed over.
    Failed(Problem),
}

impl Writer {
    fn write(&mut self, written: &Written) -> Result<(), Stop> {
        self.checkpoint.tally += written.tally;
        self.sink.document(&written.sheet).map_err(|error| self.stop(&error))
    }

    fn failed(&mut self, failure: &Failure) -> Result<(), Stop> {
        let Failure { problem, draft } = failure;
        if self.on_error == OnError::Fail {
            return Err(Stop::Failed(problem.clone()));
        }
        self.checkpoint.tally.failed += u64::from(!problem.fatal);
        match &mut self.quarantine {
            Some(quarantine) if !problem.fatal => {
                quarantine.add(problem, draft.as_deref()).map_err(Stop::Unwritable)?;
                self.reporter.count(problem);
            }
            _ => self.reporter.report(problem),
        }
        Ok(())
    }

    /// Makes sure that what has been done is not done again, whatever happens.
    pub(super) fn save(&mut self) -> Result<(), Stop> {
        if !self.sink.is_resumable() {
            return Ok(());
        }
        self.sink.flush().map_err(|error| self.stop(&error))?;
        if let Some(quarantine) = &mut self.quarantine {
            self.checkpoint.quarantine = quarantine.sync().map_err(Stop::Unwritable)?;
        }
        self.checkpoint.status = self.reporter.status();
        self.checkpoint.tally.time += self.since.elapsed();
        self.since = Instant::now();
        match &mut self.target {
            Target::Part(part) => part.checkpoint(&mut self.checkpoint).map_err(Stop::Unwritable),
            Target::Pipe { .. } => Ok(()),
        }
    }

    /// Writes what is left to be written.
    pub(super) fn finish(&mut self) -> Result<(), Stop> {
        self.sink.finish().map_err(|error| self.stop(&error))?;
        if let Some(quarantine) = &mut self.quarantine {
            quarantine.sync().map_err(Stop::Unwritable)?;
        }
        self.checkpoint.tally.time += self.since.elapsed();
        match &self.target {
            Target::Part(part) => part.complete().map_err(Stop::Unwritable),
            Target::Pipe { .. } => Ok(()),
        }
    }

    fn stop(&self, error: &io::Error) -> Stop {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Stop::Closed;
        }
        Stop::Unwritable(Problem::io(&self.target.name(), error))
    }
}

impl Receive<Outcome> for Writer {
    type Stop = Stop;

    fn receive(&mut self, outcome: Outcome) -> Result<(), Stop> {
        outcome.notes.iter().for_each(|note| self.reporter.note(note));
        match &outcome.written {
            Ok(written) => self.write(written)?,
            Err(failure) => self.failed(failure)?,
        }
        self.checkpoint.position = outcome.after;
        if let Some(progress) = &self.progress {
            progress.set_position(self.meter.count());
        }
        if self.target.is_due() { self.save() } else { Ok(()) }
    }

    fn idle(&mut self) -> Result<(), Stop> {
        self.sink.flush().map_err(|error| self.stop(&error))
    }
}
