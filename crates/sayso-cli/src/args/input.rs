use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use encoding_rs::Encoding;

use crate::input::{Fields, Kind, LONGEST, Sources};

/// Which documents, and where their text is.
#[derive(Args, Debug)]
#[command(next_help_heading = "Input")]
pub(crate) struct InputArgs {
    /// Files to read, or folders, or patterns such as 'news/**/*.jsonl'. Standard
    /// input is `-`, and read if no file is given
    #[arg(value_name = "FILE", help_heading = None)]
    files: Vec<PathBuf>,

    /// What the files are
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    input: InputFormat,

    /// The field or column that has the text
    #[arg(long, value_name = "FIELD", default_value = "text")]
    text_field: String,

    /// The field or column that has the document's name
    #[arg(long, value_name = "FIELD", default_value = "id")]
    id_field: String,

    /// The encoding of the files, such as windows-1252 [default: told from each]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(crate) encoding: Option<&'static Encoding>,

    /// How long a document may be, in bytes, where a file has many. A longer one,
    /// such as a file without line ends, cannot be read
    #[arg(long, value_name = "BYTES", default_value_t = LONGEST)]
    pub(crate) longest: usize,
}

/// What a file is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
enum InputFormat {
    /// Told from the start of each file, or else from its name
    #[default]
    Auto,
    /// One document
    Text,
    /// JSON Lines: an object a line
    Jsonl,
    /// A table, with a line that names its columns
    Csv,
    /// A table with tabs
    Tsv,
    /// A page, of which the article is taken
    Html,
    /// Web archives: the pages of WARC, the texts of WET
    Warc,
    /// Parquet
    Parquet,
}

impl InputArgs {
    /// Returns what is to be read, in order.
    ///
    /// Ends the program if it cannot be meant so.
    pub(crate) fn sources(&self) -> Sources {
        if self.files.is_empty() && io::stdin().is_terminal() {
            super::usage("no file is given to read");
        }
        if self.files.iter().filter(|file| file.as_os_str() == "-").count() > 1 {
            super::usage("standard input '-' can be read only once");
        }
        Sources::new(self.files.clone())
    }

    /// Returns what the files are, unless it is to be told from each.
    pub(crate) fn kind(&self) -> Option<Kind> {
        match self.input {
            InputFormat::Auto => None,
            InputFormat::Text => Some(Kind::Text),
            InputFormat::Jsonl => Some(Kind::JsonLines),
            InputFormat::Csv => Some(Kind::Table(b',')),
            InputFormat::Tsv => Some(Kind::Table(b'\t')),
            InputFormat::Html => Some(Kind::Html),
            InputFormat::Warc => Some(Kind::Warc),
            InputFormat::Parquet => Some(Kind::Parquet),
        }
    }

    /// Returns the names of the fields, of which none may be one of the
    /// `results`, the fields that are to be written.
    ///
    /// Ends the program if one is.
    pub(crate) fn fields(&self, results: &[&str]) -> Fields {
        for (option, field) in [("--text-field", &self.text_field), ("--id-field", &self.id_field)]
        {
            if results.contains(&field.as_str()) {
                super::usage(&format!(
                    "'{option} {field}' cannot be used: the result is written to that field"
                ));
            }
        }
        if self.text_field == self.id_field {
            super::usage("'--text-field' and '--id-field' cannot be the same");
        }
        Fields { text: self.text_field.clone(), id: self.id_field.clone() }
    }
}

fn encoding(name: &str) -> Result<&'static Encoding, &'static str> {
    let found = Encoding::for_label(name.as_bytes());
    found.ok_or("no encoding of the web, such as utf-8, windows-1252, shift_jis")
}
