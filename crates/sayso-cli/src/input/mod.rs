//! From files to records.

mod fields;
mod jsonl;
mod record;
mod source;
mod text;

pub use self::{fields::Fields, jsonl::JsonlRecords, record::Record, source::Source};
pub(crate) use self::{record::RecordError, text::read_text};
pub use crate::problem::Problem;

/// Returns how a command that is hinted at can name what is called `label` in
/// messages.
fn shell_name(label: &str) -> &str {
    if label == "standard input" || label.contains(' ') { "FILE" } else { label }
}
