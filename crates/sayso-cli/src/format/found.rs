use std::io::{self, Write};

use serde::Serialize;

use super::Offsets;

/// What has been found in a document: what the layer is about, and more beside.
pub(crate) struct Found<I> {
    /// In order.
    pub(crate) items: I,
    /// For further fields, in the order in which they are written.
    pub(crate) beside: Vec<Box<dyn Beside>>,
}

impl<I> Found<I> {
    /// Nothing has been found beside.
    pub(crate) fn only(items: I) -> Found<I> {
        Found { items, beside: Vec::new() }
    }
}

/// A field of its own beside what a layer is about.
pub(crate) trait Beside {
    /// What the field is called.
    fn name(&self) -> &'static str;

    /// Writes its value as JSON.
    fn write(&self, offsets: &Offsets<'_>, out: &mut Vec<u8>) -> io::Result<()>;
}

/// Writes rows as a JSON list, as they come: a long text has millions of tokens.
pub(crate) fn write_list<R: Serialize>(
    rows: impl Iterator<Item = R>,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    out.write_all(b"[")?;
    for (position, row) in rows.enumerate() {
        if position > 0 {
            out.write_all(b",")?;
        }
        serde_json::to_writer(&mut *out, &row)?;
    }
    out.write_all(b"]")
}
