use std::io;

use super::{Encoder, Found, Frame, Page};
use crate::{cmd::Layer, input::Record};

/// For a reader: what a layer [shows](Layer::show), document by document.
pub(crate) struct Readable {
    /// In columns.
    pub(crate) width: usize,
}

impl Readable {
    /// What stands around documents.
    pub(crate) const FRAME: Frame = Frame { head: "", separator: "\n", tail: "" };
}

impl<L: Layer> Encoder<L> for Readable {
    fn encode(
        &self,
        layer: &L,
        record: &Record,
        titled: bool,
        found: Found<&mut dyn Iterator<Item = L::Item>>,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let mut page = Page::new(self.width);
        if titled {
            page.title(&record.name)?;
        }
        layer.show(&record.text, found.items, &mut page)?;
        out.append(&mut page.into_bytes());
        Ok(())
    }
}
