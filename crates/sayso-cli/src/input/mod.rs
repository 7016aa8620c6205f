//! From files to records.
//!
//! `Documents` reads [`Source`]s on one thread, as [`Draft`]s. A draft becomes a
//! [`Record`] on any thread.

mod compression;
mod documents;
mod draft;
mod encoding;
mod fields;
mod html;
mod http;
mod json_error;
mod json_lines;
mod kind;
mod limit;
mod lines;
mod meter;
mod names;
mod paragraphs;
#[cfg(feature = "parquet")]
mod parquet;
mod position;
mod record;
mod source;
mod sources;
mod table;
mod text;
mod transcoded;
mod warc;
mod web;

#[cfg(test)]
pub(crate) use self::source::SUBCOMMANDS;
pub use self::{
    documents::drafts,
    draft::Draft,
    fields::Fields,
    json_lines::JsonLines,
    names::{Name, Names},
    record::Record,
    source::Source,
};
pub(crate) use self::{
    documents::{Documents, Selection, Step},
    kind::Kind,
    limit::LONGEST,
    meter::Meter,
    position::Position,
    sources::Sources,
};
pub use crate::problem::Problem;

/// Returns how a command that is hinted at can name what is called `label` in
/// messages.
fn shell_name(label: &str) -> &str {
    if label == "standard input" || label.contains(' ') { "FILE" } else { label }
}
