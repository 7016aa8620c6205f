use std::{fmt, num::NonZero, path::Path, thread};

use clap::Args;

use super::{OnError, Shard};
use crate::run::Pipeline;

/// How a run over many documents goes.
#[derive(Args)]
#[command(next_help_heading = "Many documents")]
pub(crate) struct JobArgs {
    /// How many documents to work on at the same time [default: one for every processor]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZero<usize>>,

    /// Write results as they are done, and not in the order of the input
    #[arg(long, conflicts_with = "resume")]
    unordered: bool,

    /// Do the I-th of N parts of the documents: those whose number leaves I - 1
    /// when it is divided by N
    #[arg(long, value_name = "I/N")]
    pub(crate) shard: Option<Shard>,

    /// Go on where a run with the same options and --output was interrupted
    ///
    /// However it was, the file comes out as if it had not been. Without such a
    /// run, or if it has come to its end, this option changes nothing.
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,

    /// What to do about a document that cannot be read: pass over it (skip), stop
    /// before it (fail), or put it into a file with the reason (quarantine FILE)
    ///
    /// Files that cannot be read at all are not documents: they are reported, and
    /// the others are read all the same, or none with `fail`.
    #[arg(long, value_name = "WHAT", default_value = "skip")]
    pub(crate) on_error: OnError,

    /// Show no progress, no notes and no summary, only what is wrong
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

impl JobArgs {
    /// Returns the file for documents that cannot be read.
    pub(crate) fn quarantine(&self) -> Option<&Path> {
        match &self.on_error {
            OnError::Quarantine(file) => Some(file),
            _ => None,
        }
    }

    /// Returns how many threads work, and in which order results come.
    pub(crate) fn pipeline(&self) -> Pipeline {
        let processors = || thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let jobs = self.jobs.unwrap_or_else(processors).get();
        Pipeline { jobs, ordered: !self.unordered }
    }
}

/// What the results depend on, and nothing else: by this a run is known again
/// that is to be resumed.
impl fmt::Debug for JobArgs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let JobArgs { unordered, shard, .. } = self;
        f.debug_struct("JobArgs")
            .field("unordered", unordered)
            .field("shard", shard)
            .finish_non_exhaustive()
    }
}
