use std::collections::BTreeSet;

use super::Tally;
use crate::{
    cmd::Layer,
    format::{Encoder, Found, Sheet},
    input::Record,
};

/// What becomes of a document: something is found in it, and that is written.
pub(crate) trait Process: Send + Sync + 'static {
    /// What is found, as the user is told.
    fn name(&self) -> &'static str;

    /// Returns the fields that are added to records.
    fn fields(&self) -> Vec<&'static str>;

    /// Returns a field of the record that is lost, if one is: another takes its
    /// place.
    fn replaces(&self, record: &Record) -> Option<&'static str>;

    /// Writes to `sheet` what is found in a document.
    ///
    /// # Errors
    ///
    /// Why nothing can be looked for in this record.
    fn process(&self, record: &Record, place: Place, sheet: &mut Sheet) -> Result<Tally, String>;
}

/// Where a document stands among others.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Place {
    /// Whether a reader must be told which document it is.
    pub(crate) titled: bool,
    /// Its number among all that have been read, from 1.
    pub(crate) number: u64,
}

/// A layer, and how it is written.
pub(crate) struct Encoded<L> {
    pub(crate) layer: L,
    pub(crate) encoder: Box<dyn Encoder<L>>,
}

impl<L: Layer> Process for Encoded<L> {
    fn name(&self) -> &'static str {
        L::NAME
    }

    fn fields(&self) -> Vec<&'static str> {
        L::fields().collect()
    }

    fn replaces(&self, record: &Record) -> Option<&'static str> {
        L::fields().find(|field| record.has(field) && !self.layer.takes(field))
    }

    fn process(&self, record: &Record, place: Place, sheet: &mut Sheet) -> Result<Tally, String> {
        let Found { items, beside } = self.layer.find(record)?;
        let mut tally = Tally { written: 1, bytes: record.text.len() as u64, ..Tally::default() };
        let mut speakers = BTreeSet::new();
        let mut items = items.inspect(|item| {
            tally.found += 1;
            speakers.extend(self.layer.speakers(item).iter().map(ToString::to_string));
        });
        let found = Found { items: &mut items as &mut dyn Iterator<Item = _>, beside };
        self.encoder
            .encode(&self.layer, record, place.titled, found, &mut sheet.bytes)
            .expect("memory can be written to");
        drop(items);
        tally.speakers = speakers.len() as u64;
        Ok(tally)
    }
}
