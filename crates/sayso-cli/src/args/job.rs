use std::{num::NonZero, thread};

use clap::Args;

use crate::run::Pipeline;

/// How a run over many documents goes.
#[derive(Args, Debug)]
#[command(next_help_heading = "Many documents")]
pub(crate) struct JobArgs {
    /// How many documents to read at the same time [default: one for every processor]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZero<usize>>,

    /// Write results as they are done, and not in the order of the input
    #[arg(long)]
    unordered: bool,
}

impl JobArgs {
    /// Returns how many threads work, and in which order results come.
    pub(crate) fn pipeline(&self) -> Pipeline {
        let processors = || thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let jobs = self.jobs.unwrap_or_else(processors).get();
        Pipeline { jobs, ordered: !self.unordered }
    }
}
