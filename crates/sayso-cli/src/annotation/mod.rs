//! The formats of attributions: a page, a table, and what other tools read.
//!
//! They are specified in `FORMATS.md`.

mod annotations;
mod article;
mod brat;
mod cast;
mod conllu;
mod csv;
mod html;
mod mark;
mod paragraphs;
#[cfg(feature = "parquet")]
pub(crate) mod parquet;
mod pieces;
mod tei;
mod webanno;
mod xml;

use std::io;

use self::article::Article;
pub(crate) use self::{annotations::Annotations, xml::Escaped};
use crate::{
    args::{FormatArg, OutputArgs, OutputFormat},
    format::{Frame, Sheet},
};

/// How the attributions of an article are written.
pub(crate) trait Annotate: Send + Sync {
    /// Writes them, and what the format has beside.
    ///
    /// # Errors
    ///
    /// None, in truth: memory can be written to. It lets formats write with
    /// `write!` and `?`.
    fn write(&self, article: &Article<'_>, sheet: &mut Sheet) -> io::Result<()>;
}

/// Returns the format that is asked for, if it is one of these.
pub(crate) fn format<F: FormatArg>(args: &OutputArgs<F>) -> Option<Box<dyn Annotate>> {
    let unit = args.offsets;
    Some(match args.format() {
        OutputFormat::Brat => Box::new(brat::Brat),
        OutputFormat::Csv => Box::new(csv::Csv { unit }),
        OutputFormat::Conllu => Box::new(conllu::Conllu { unit }),
        OutputFormat::Html => Box::new(html::Html),
        #[cfg(feature = "parquet")]
        OutputFormat::Parquet => Box::new(parquet::Parquet { unit }),
        OutputFormat::Tei => Box::new(tei::Tei),
        OutputFormat::Webanno => Box::new(webanno::Webanno),
        _ => return None,
    })
}

/// Returns what stands around documents that follow one another.
pub(crate) fn frame(format: OutputFormat) -> Frame {
    match format {
        OutputFormat::Csv => csv::FRAME,
        OutputFormat::Html => html::FRAME,
        OutputFormat::Tei => tei::CORPUS,
        _ => Frame::default(),
    }
}

/// Returns what stands around a document that has a file of its own.
pub(crate) fn file_frame(format: OutputFormat) -> Frame {
    match format {
        OutputFormat::Tei => tei::FILE,
        format => frame(format),
    }
}

/// Returns the file that a folder of such files needs, and its name.
pub(crate) fn companion(format: OutputFormat) -> Option<(&'static str, &'static str)> {
    match format {
        OutputFormat::Brat => Some(("annotation.conf", brat::CONFIGURATION)),
        _ => None,
    }
}
