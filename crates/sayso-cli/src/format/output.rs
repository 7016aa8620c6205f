use std::{
    fs::File,
    io::{self, BufWriter, Write},
};

use super::{Encoder, Frame, JsonLines, Readable, Sink, Stream, page};
use crate::{args::OutputArgs, cmd::Layer};

/// Returns how documents are to be written.
pub(crate) fn encoder<L: Layer>(args: &OutputArgs) -> Box<dyn Encoder<L>> {
    if args.is_text() {
        Box::new(Readable { width: page::width() })
    } else {
        Box::new(JsonLines { unit: args.offsets })
    }
}

/// Returns what writes them, to `file` or else to standard output. `started`: some
/// have been written there already.
pub(crate) fn sink(args: &OutputArgs, file: Option<File>, started: bool) -> Box<dyn Sink> {
    let frame = if args.is_text() { Readable::FRAME } else { Frame::default() };
    Box::new(Stream::new(out(args, file), frame, started))
}

/// Opens `file`, or else standard output.
pub(crate) fn out(args: &OutputArgs, file: Option<File>) -> impl Write + use<> {
    let out: Box<dyn Write> = match (file, args.is_text()) {
        (Some(file), false) => Box::new(file),
        (None, false) => Box::new(io::stdout().lock()),
        // Styles are taken out again where nobody would see them.
        (Some(file), true) => Box::new(anstream::AutoStream::auto(file)),
        (None, true) => Box::new(anstream::stdout().lock()),
    };
    BufWriter::new(out)
}
