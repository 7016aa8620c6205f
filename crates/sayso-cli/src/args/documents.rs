use clap::Args;

use super::{InputArgs, JobArgs, OutputArgs};

/// What all subcommands that read documents have in common.
#[derive(Args, Debug)]
pub(crate) struct DocumentArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    #[command(flatten)]
    pub(crate) output: OutputArgs,

    #[command(flatten)]
    pub(crate) job: JobArgs,
}
