use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};

/// How results are written.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// How to write the results
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: OutputFormat,

    /// The file to write, in place of standard output. While it is not complete, it
    /// has .part at the end of its name
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What the offsets in the results count, from 0 at the start of the text
    #[arg(long, value_enum, value_name = "UNIT", default_value_t)]
    pub(crate) offsets: Unit,
}

/// What is written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// Text on a terminal, JSON Lines elsewhere
    #[default]
    Auto,
    /// For a reader
    Text,
    /// JSON Lines: an object a line, the record that was read with the result
    /// added
    Jsonl,
}

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub(crate) enum Unit {
    /// Unicode code points, as Python
    #[default]
    Chars,
    /// Bytes in UTF-8, as Rust and Go
    Bytes,
    /// UTF-16 code units, as JavaScript, Java and C#
    Utf16,
}

impl OutputArgs {
    /// Returns the file to write, if it is not standard output.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }

    /// Whether the results are for a reader.
    pub(crate) fn is_text(&self) -> bool {
        match self.format {
            OutputFormat::Auto => self.file().is_none() && io::stdout().is_terminal(),
            OutputFormat::Text => true,
            OutputFormat::Jsonl => false,
        }
    }
}
