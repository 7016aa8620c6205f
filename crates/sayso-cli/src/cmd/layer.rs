use std::io;

use sayso::attribution::Speaker;
use serde::Serialize;

use crate::format::{Offsets, Page};

/// What a subcommand finds in a text, and how it is written.
///
/// Finding is apart from writing, and neither changes the layer: documents are
/// independent of one another.
pub(crate) trait Layer: Send + Sync + 'static {
    /// The field that it adds to a record.
    const NAME: &'static str;

    /// One of what is found.
    type Item;

    /// How one is written as JSON: this type is the format.
    type Row: Serialize;

    /// Finds all in the text, in order.
    fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Self::Item> + 't;

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
