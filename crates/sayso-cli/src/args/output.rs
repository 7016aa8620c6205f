use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};

use super::{FormatArg, OutputFormat};

/// How results are written.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs<F: FormatArg> {
    /// How to write the results
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: F,

    /// The file to write, in place of standard output. While it is not complete, it
    /// has .part at the end of its name
    ///
    /// With html, brat, conllu, tei and webanno it can be a folder, named with / at
    /// its end if there is none, which gets files of its own for each document.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What the offsets in the results count, from 0 at the start of the text
    #[arg(long, value_enum, value_name = "UNIT", default_value_t)]
    pub(crate) offsets: Unit,
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

impl<F: FormatArg> OutputArgs<F> {
    /// Returns the file or folder to write, if it is not standard output.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }

    /// Returns the folder to write, if documents get files of their own.
    pub(crate) fn folder(&self) -> Option<&Path> {
        let path = self.file()?;
        let named = path.as_os_str().as_encoded_bytes().ends_with(b"/") || path.is_dir();
        match self.format.into() {
            OutputFormat::Brat => Some(path),
            OutputFormat::Html
            | OutputFormat::Conllu
            | OutputFormat::Tei
            | OutputFormat::Webanno => Some(path).filter(|_| named),
            _ => None,
        }
    }

    /// Returns how to write the results.
    pub(crate) fn format(&self) -> OutputFormat {
        match self.format.into() {
            OutputFormat::Auto if self.file().is_none() && io::stdout().is_terminal() => {
                OutputFormat::Text
            }
            OutputFormat::Auto => OutputFormat::Jsonl,
            format => format,
        }
    }

    /// Whether the results are for a reader.
    pub(crate) fn is_text(&self) -> bool {
        self.format() == OutputFormat::Text
    }

    /// Ends the program if the results cannot be written so.
    pub(crate) fn check(&self) {
        let format = self.format();
        if format == OutputFormat::Brat && self.file().is_none() {
            super::usage("'--format brat' writes files: name a folder with '--output FOLDER'");
        }
        let counts_chars = matches!(format, OutputFormat::Brat | OutputFormat::Webanno);
        if counts_chars && self.offsets != Unit::Chars {
            super::usage(
                "the format that is asked for counts Unicode code points: leave out '--offsets'",
            );
        }
    }
}
