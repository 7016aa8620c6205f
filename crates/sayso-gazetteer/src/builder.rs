use alloc::{string::String, vec::Vec};

use crate::{BuildError, EntryId, Gazetteer};

/// Collects entries for a [`Gazetteer`].
#[derive(Clone, Debug, Default)]
pub struct Builder {
    entries: Vec<[String; 3]>,
}

impl Builder {
    /// Returns a builder without entries.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Adds an entry and its name, and returns its number.
    pub fn entry(&mut self, key: &str, kind: &str, name: &str) -> EntryId {
        let id = EntryId(self.entries.len() as u32);
        self.entries.push([key.into(), kind.into(), name.into()]);
        id
    }

    /// Builds the gazetteer.
    pub fn build(self) -> Result<Gazetteer, BuildError> {
        Ok(Gazetteer { entries: self.entries })
    }
}
