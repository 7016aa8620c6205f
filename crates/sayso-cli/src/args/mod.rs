//! The options of the command line, one file a group.

mod documents;
mod format;
mod gazetteer;
mod input;
mod job;
mod model;
mod on_error;
mod output;
mod shard;

use clap::{Parser, error::ErrorKind};

pub(crate) use self::{
    documents::DocumentArgs,
    format::{FormatArg, LayerFormat, OutputFormat},
    gazetteer::GazetteerArgs,
    input::InputArgs,
    job::JobArgs,
    model::{ModelArgs, with_model},
    on_error::OnError,
    output::{OutputArgs, Unit},
    shard::Shard,
};
use crate::cmd::{Command, attributions};

const EXAMPLES: &str = "\
Examples:
  sayso article.txt                          Who said what, to be read
  sayso article.txt --format jsonl           The same for a program
  sayso article.txt --format html -o a.html  Each speaker in a color, for the browser
  sayso quotations articles.jsonl > out.jsonl
  cat article.txt | sayso sentences --format text
  sayso corpus/ -o out.jsonl                 A folder of files of any kind, with all processors
  sayso corpus/ -o out.jsonl --resume        Go on after an interruption
  sayso 'news/*.warc.gz' --shard 1/4 --on-error quarantine bad.jsonl > part-1.jsonl

It reads text, JSON Lines, CSV, TSV, HTML, WARC, WET and Parquet, compressed or not, and tells which by \
the content. A JSON Lines file has an object a line, with the document in its field \"text\". All fields \
come out as they went in, in the same order, and the result is added: \"attributions\", \"quotations\", …

Exit status: 0 all is well, 1 some documents failed (the rest are written), 2 wrong usage, \
3 a file cannot be read or written.";

/// Reads news articles and says who said what.
///
/// `sayso FILE` is short for `sayso attributions FILE`. A file that is named
/// like a subcommand is given with its folder: `sayso ./tokens`.
#[derive(Debug, Parser)]
#[command(name = "sayso", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    attributions: attributions::Args,
}

impl Arguments {
    /// Returns the subcommand that is given or meant.
    pub(crate) fn into_command(self) -> Command {
        self.command.unwrap_or(Command::Attributions(self.attributions))
    }
}

/// Ends the program for wrong usage: with a message as clap's own, and 2.
pub(crate) fn usage(message: &str) -> ! {
    let mut command = <Arguments as clap::CommandFactory>::command();
    command.error(ErrorKind::ArgumentConflict, message).exit()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;
    use crate::input::SUBCOMMANDS;

    #[test]
    fn the_parser_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn subcommands_are_known_where_they_are_hinted_at() {
        let command = Arguments::command();
        let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, SUBCOMMANDS);
    }
}
