//! From files to records.

mod fields;
mod json_error;
mod jsonl;
mod lines;
mod names;
mod record;
mod source;
mod text;

#[cfg(test)]
pub(crate) use self::source::SUBCOMMANDS;
pub(crate) use self::text::read_text;
pub use self::{
    fields::Fields,
    jsonl::JsonlRecords,
    names::{Name, Names},
    record::Record,
    source::Source,
};
pub use crate::problem::Problem;

/// Returns how a command that is hinted at can name what is called `label` in
/// messages.
fn shell_name(label: &str) -> &str {
    if label == "standard input" || label.contains(' ') { "FILE" } else { label }
}
