//! The subcommands, one file each.

pub(crate) mod attributions;
mod completions;
mod diff;
mod eval;
mod gazetteer;
mod layer;
mod man;
mod mentions;
mod quotations;
mod said;
mod sentences;
mod speakers;
mod stats;
mod tokens;
mod train;

use clap::Subcommand;

pub(crate) use self::layer::Layer;
use crate::problem::Status;

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Attributions(attributions::Args),
    Speakers(speakers::Args),
    Stats(stats::Args),
    Diff(diff::Args),
    Quotations(quotations::Args),
    Mentions(mentions::Args),
    Sentences(sentences::Args),
    Tokens(tokens::Args),
    Gazetteer(gazetteer::Args),
    Train(train::Args),
    Eval(eval::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Does it, and returns how it went.
pub(crate) fn run(command: &Command) -> Status {
    match command {
        Command::Attributions(args) => attributions::run(args),
        Command::Speakers(args) => speakers::run(args),
        Command::Stats(args) => stats::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Quotations(args) => quotations::run(args),
        Command::Mentions(args) => mentions::run(args),
        Command::Sentences(args) => sentences::run(args),
        Command::Tokens(args) => tokens::run(args),
        Command::Gazetteer(args) => gazetteer::run(args),
        Command::Train(args) => train::run(args),
        Command::Eval(args) => eval::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
    }
}
