use std::fmt;

use clap::ValueEnum;

/// A choice of formats that a subcommand can write.
pub(crate) trait FormatArg:
    ValueEnum + Into<OutputFormat> + Copy + Default + fmt::Debug + Send + Sync + 'static
{
}

/// How attributions can be written: these are all formats.
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
    /// A page for the browser: the article, each speaker in a color
    Html,
    /// A table with a row for each attribution
    Csv,
    /// Apache Parquet: a row for each document
    #[cfg(feature = "parquet")]
    Parquet,
    /// Standoff files for the annotation tool brat, in a folder: needs --output
    Brat,
    /// CoNLL-U: sentences and tokens, with the attributions in MISC
    Conllu,
    /// TEI P5: the text with <said>, and a list of the speakers
    Tei,
    /// W3C Web Annotation: JSON-LD, the annotations of a document a line
    Webanno,
}

impl FormatArg for OutputFormat {}

/// How tokens, sentences, quotations and mentions can be written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub(crate) enum LayerFormat {
    /// Text on a terminal, JSON Lines elsewhere
    #[default]
    Auto,
    /// For a reader
    Text,
    /// JSON Lines: an object a line, the record that was read with the result
    /// added
    Jsonl,
}

impl FormatArg for LayerFormat {}

impl From<LayerFormat> for OutputFormat {
    fn from(format: LayerFormat) -> OutputFormat {
        match format {
            LayerFormat::Auto => OutputFormat::Auto,
            LayerFormat::Text => OutputFormat::Text,
            LayerFormat::Jsonl => OutputFormat::Jsonl,
        }
    }
}
