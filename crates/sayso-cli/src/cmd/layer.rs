use std::io;

use sayso::attribution::Speaker;
use serde::Serialize;

use crate::{
    format::{Found, Offsets, Page},
    input::Record,
};

/// What a subcommand finds in a text, and how it is written.
///
/// Finding is apart from writing, and neither changes the layer: documents are
/// independent of one another.
pub(crate) trait Layer: Send + Sync + 'static {
    /// The field that it adds to a record.
    const NAME: &'static str;

    /// Further fields that it may add.
    const BESIDE: &'static [&'static str] = &[];

    /// One of what is found.
    type Item;

    /// How one is written as JSON: this type is the format.
    type Row: Serialize;

    /// All fields that it may add.
    fn fields() -> impl Iterator<Item = &'static str> {
        [Self::NAME].into_iter().chain(Self::BESIDE.iter().copied())
    }

    /// Whether it reads a field of the record before it replaces it.
    fn takes(&self, _field: &str) -> bool {
        false
    }

    /// Finds all in the text, in order.
    ///
    /// # Errors
    ///
    /// Why it cannot be looked for in this record.
    fn find<'t>(
        &'t self,
        record: &'t Record,
    ) -> Result<Found<impl Iterator<Item = Self::Item> + 't>, String>;

    /// Returns who speaks in one.
    fn speakers<'i>(&self, _item: &'i Self::Item) -> &'i [Speaker] {
        &[]
    }

    /// Converts one for JSON.
    fn row(&self, item: &Self::Item, offsets: &Offsets<'_>) -> Self::Row;

    /// Shows all to a reader.
    fn show(
        &self,
        text: &str,
        items: impl Iterator<Item = Self::Item>,
        page: &mut Page,
    ) -> io::Result<()>;
}
