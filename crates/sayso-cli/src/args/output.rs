use std::io::{self, IsTerminal};

use clap::{Args, ValueEnum};

/// How results are written.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// How to write the results
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: OutputFormat,

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
    /// Whether the results are for a reader.
    pub(crate) fn is_text(&self) -> bool {
        match self.format {
            OutputFormat::Auto => io::stdout().is_terminal(),
            OutputFormat::Text => true,
            OutputFormat::Jsonl => false,
        }
    }
}
