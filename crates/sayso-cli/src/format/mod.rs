//! From what has been found to what is written.

mod attribution_row;
mod encoder;
mod entity_row;
mod found;
mod json_lines;
mod offsets;
mod output;
mod page;
mod readable;
mod sink;
mod wording;

pub(crate) use self::{
    attribution_row::AttributionRow,
    encoder::Encoder,
    found::{Beside, Found},
    json_lines::JsonLines,
    offsets::{Offsets, Pair, rounded},
    output::{encoder, sink},
    page::Page,
    readable::Readable,
    sink::{Frame, Sink, Stream},
};
