use std::io::{self, BufWriter};

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

/// Opens what they are to be written to.
pub(crate) fn sink(args: &OutputArgs) -> Box<dyn Sink> {
    if args.is_text() {
        // It takes styles out again where nobody would see them.
        Box::new(Stream::new(BufWriter::new(anstream::stdout().lock()), Readable::FRAME))
    } else {
        Box::new(Stream::new(BufWriter::new(io::stdout().lock()), Frame::default()))
    }
}
