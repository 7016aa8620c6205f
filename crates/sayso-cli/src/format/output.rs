use std::{
    fs::File,
    io::{self, BufWriter, Write},
};

use super::{Encoder, Folder, Frame, JsonLines, Readable, Sink, Stream, page};
use crate::{
    annotation,
    args::{FormatArg, OutputArgs, OutputFormat},
    cmd::Layer,
};

/// Returns how documents are to be written, as text or as JSON Lines.
pub(crate) fn encoder<L: Layer, F: FormatArg>(args: &OutputArgs<F>) -> Box<dyn Encoder<L>> {
    match args.format() {
        OutputFormat::Text => Box::new(Readable { width: page::width() }),
        _ => Box::new(JsonLines { unit: args.offsets }),
    }
}

/// Returns what writes them, to a folder, to `file` or else to standard output.
/// `started`: some have been written there already.
///
/// # Errors
///
/// If the folder cannot be made.
pub(crate) fn sink<F: FormatArg>(
    args: &OutputArgs<F>,
    file: Option<File>,
    started: bool,
) -> io::Result<Box<dyn Sink>> {
    let format = args.format();
    if let Some(folder) = args.folder() {
        let companion = annotation::companion(format);
        return Ok(Box::new(Folder::create(folder, annotation::file_frame(format), companion)?));
    }
    #[cfg(feature = "parquet")]
    if format == OutputFormat::Parquet {
        let out: Box<dyn Write + Send> = match file {
            Some(file) => Box::new(BufWriter::new(file)),
            None => Box::new(BufWriter::new(io::stdout())),
        };
        return Ok(Box::new(annotation::parquet::Table::new(out)?));
    }
    let frame = match format {
        OutputFormat::Text => Readable::FRAME,
        OutputFormat::Auto | OutputFormat::Jsonl => Frame::default(),
        format => annotation::frame(format),
    };
    Ok(Box::new(Stream::new(out(args, file), frame, started)))
}

/// Opens `file`, or else standard output.
pub(crate) fn out<F: FormatArg>(args: &OutputArgs<F>, file: Option<File>) -> impl Write + use<F> {
    let out: Box<dyn Write> = match (file, args.is_text()) {
        (Some(file), false) => Box::new(file),
        (None, false) => Box::new(io::stdout().lock()),
        // Styles are taken out again where nobody would see them.
        (Some(file), true) => Box::new(anstream::AutoStream::auto(file)),
        (None, true) => Box::new(anstream::stdout().lock()),
    };
    BufWriter::new(out)
}
