use std::io::{self, Write};

use super::{Encoder, Offsets};
use crate::{args::Unit, cmd::Layer, input::Record};

/// JSON Lines: the record that was read, with a field added, a list of what has
/// been found.
///
/// A field that has that name already is left out. Rows are written as they
/// come: a long text has millions of tokens.
pub(crate) struct JsonLines {
    /// What offsets count.
    pub(crate) unit: Unit,
}

impl<L: Layer> Encoder<L> for JsonLines {
    fn encode(
        &self,
        layer: &L,
        record: &Record,
        _titled: bool,
        found: &mut dyn Iterator<Item = L::Item>,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let offsets = Offsets::new(&record.text, self.unit);
        out.write_all(b"{")?;
        record.write_fields(&mut *out, Some(L::NAME))?;
        serde_json::to_writer(&mut *out, L::NAME)?;
        out.write_all(b":[")?;
        for (position, item) in found.enumerate() {
            if position > 0 {
                out.write_all(b",")?;
            }
            serde_json::to_writer(&mut *out, &layer.row(&item, &offsets))?;
        }
        out.write_all(b"]}\n")
    }
}
