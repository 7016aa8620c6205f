use std::io::{self, Write};

use super::{Encoder, Found, Offsets, found::write_list};
use crate::{args::Unit, cmd::Layer, input::Record};

/// JSON Lines: the record that was read, with a field added, a list of what has
/// been found, and more of them for what has been found beside.
///
/// Fields that have these names already are left out.
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
        found: Found<&mut dyn Iterator<Item = L::Item>>,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let offsets = Offsets::new(&record.text, self.unit);
        out.write_all(b"{")?;
        record.write_fields(&mut *out, |field| !L::fields().any(|own| own == field))?;
        serde_json::to_writer(&mut *out, L::NAME)?;
        out.write_all(b":")?;
        write_list(found.items.map(|item| layer.row(&item, &offsets)), out)?;
        for beside in found.beside {
            out.write_all(b",")?;
            serde_json::to_writer(&mut *out, beside.name())?;
            out.write_all(b":")?;
            beside.write(&offsets, out)?;
        }
        out.write_all(b"}\n")
    }
}
