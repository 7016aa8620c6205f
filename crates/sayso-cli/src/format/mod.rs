//! From what has been found to what is written.

mod attribution_row;
mod encoder;
mod entity_row;
mod explanation_row;
mod folder;
mod found;
mod json_lines;
mod offsets;
mod output;
mod page;
mod readable;
mod sheet;
mod sink;
mod speaker_name;
mod step_row;
mod wording;

#[cfg(feature = "parquet")]
pub(crate) use self::entity_row::EntityRow;
pub(crate) use self::{
    attribution_row::AttributionRow,
    encoder::Encoder,
    folder::Folder,
    found::{Beside, Found, write_list},
    json_lines::JsonLines,
    offsets::{Offsets, Pair, rounded},
    output::{encoder, out, sink},
    page::{Page, width},
    readable::Readable,
    sheet::Sheet,
    sink::{Frame, Sink, Stream},
    speaker_name::{capitalized, speaker_name, speaker_words},
};
