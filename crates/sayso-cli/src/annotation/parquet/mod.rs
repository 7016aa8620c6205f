//! Apache Parquet.

mod shredder;
mod table;

use std::io;

use serde::Serialize;

pub(crate) use self::table::Table;
use super::{Annotate, Article};
use crate::{
    args::Unit,
    format::{AttributionRow, EntityRow, Offsets, Sheet},
};

/// A row for each document, with its attributions and entities nested in it.
///
/// Rows are handed to the [`Table`] as JSON: beside finding attributions, that
/// costs nothing, and it is the columns that have to be written by one thread.
pub(super) struct Parquet {
    /// What offsets count.
    pub(super) unit: Unit,
}

/// The columns.
const SCHEMA: &str = "
message sayso {
  required binary id (STRING);
  required binary text (STRING);
  required group attributions (LIST) { repeated group list { required group element {
    required group source (LIST) { repeated group list { required group element {
      required int64 start; required int64 end; } } }
    required group cue (LIST) { repeated group list { required group element {
      required int64 start; required int64 end; } } }
    required group content (LIST) { repeated group list { required group element {
      required int64 start; required int64 end; } } }
    required binary kind (STRING);
    required group speakers (LIST) { repeated group list { required binary element (STRING); } }
    required group entities (LIST) { repeated group list { required int64 element; } }
    required double confidence;
    optional boolean nested;
  } } }
  required group entities (LIST) { repeated group list { required group element {
    required int64 id;
    optional binary key (STRING);
    required binary name (STRING);
    required binary kind (STRING);
    required group mentions (LIST) { repeated group list { required group element {
      required int64 start; required int64 end; } } }
    optional binary gender (STRING);
    optional binary description (STRING);
  } } }
  required binary fields (STRING);
}";

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    text: &'a str,
    attributions: Vec<AttributionRow>,
    entities: Vec<EntityRow<'a>>,
    /// All other fields of the record, as a JSON object.
    fields: String,
}

impl Annotate for Parquet {
    fn write(&self, article: &Article<'_>, sheet: &mut Sheet) -> io::Result<()> {
        let offsets = Offsets::new(article.text(), self.unit);
        let attributions = article.attributions().iter();
        let entities = article.analysis.entities.iter();
        let row = Row {
            id: &article.record.name,
            text: article.text(),
            attributions: attributions.map(|one| AttributionRow::new(one, &offsets)).collect(),
            entities: entities.map(|one| EntityRow::new(one, &offsets)).collect(),
            fields: article.other_fields(),
        };
        serde_json::to_writer(&mut sheet.bytes, &row)?;
        Ok(())
    }
}
