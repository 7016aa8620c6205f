use alloc::{string::String, vec::Vec};
use core::marker::PhantomData;

use crate::{Builder, Entry, EntryId, Mention};

/// A dictionary of names that finds their mentions in text.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    pub(crate) entries: Vec<[String; 3]>,
}

impl Gazetteer {
    /// Returns a builder without entries.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Returns what is known of an entry.
    ///
    /// # Panics
    ///
    /// If the entry is of another gazetteer.
    pub fn entry(&self, id: EntryId) -> Entry<'_> {
        let [key, kind, name] = &self.entries[id.0 as usize];
        Entry { key, kind, name }
    }

    /// Returns the mentions in the text, in order.
    pub fn mentions<'g, 't>(&'g self, _text: &'t str) -> Mentions<'g, 't> {
        Mentions { _gazetteer: self, _text: PhantomData }
    }
}

/// The mentions in a text, in order.
#[derive(Clone, Debug)]
pub struct Mentions<'g, 't> {
    _gazetteer: &'g Gazetteer,
    _text: PhantomData<&'t str>,
}

impl Iterator for Mentions<'_, '_> {
    type Item = Mention;

    fn next(&mut self) -> Option<Mention> {
        None
    }
}
