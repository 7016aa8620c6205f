use clap::Args;

use super::{FormatArg, InputArgs, JobArgs, LayerFormat, OutputArgs};

/// What all subcommands that read documents have in common.
#[derive(Args, Debug)]
pub(crate) struct DocumentArgs<F: FormatArg = LayerFormat> {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    #[command(flatten)]
    pub(crate) output: OutputArgs<F>,

    #[command(flatten)]
    pub(crate) job: JobArgs,
}
