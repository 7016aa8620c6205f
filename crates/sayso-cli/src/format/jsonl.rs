use std::io::{self, Write};

use serde::Serialize;

use crate::input::Record;

/// Writes a record as a line, with the field `name` added, a list of `rows`.
///
/// A field that has that name already is left out. Rows are written as they
/// come: a long text has millions of tokens.
pub(super) fn write_record<W: Write, Row: Serialize>(
    out: &mut W,
    record: &Record,
    name: &str,
    rows: impl Iterator<Item = Row>,
) -> io::Result<()> {
    out.write_all(b"{")?;
    record.write_fields(&mut *out, Some(name))?;
    serde_json::to_writer(&mut *out, name)?;
    out.write_all(b":[")?;
    for (position, row) in rows.enumerate() {
        if position > 0 {
            out.write_all(b",")?;
        }
        serde_json::to_writer(&mut *out, &row)?;
    }
    out.write_all(b"]}\n")
}
