//! From what has been found to what is written.

mod encoder;
mod json_lines;
mod offsets;
mod output;
mod page;
mod readable;
mod sink;
mod wording;

pub(crate) use self::{
    encoder::Encoder,
    json_lines::JsonLines,
    offsets::{Offsets, Pair, rounded},
    output::{encoder, sink},
    page::Page,
    readable::Readable,
    sink::{Frame, Sink, Stream},
};
