use std::{
    collections::HashMap,
    io::{self, Write},
};

use serde::{Deserialize, Serialize};

use super::{
    Speakers,
    share::{Count, Share},
};
use crate::{
    format::{Encoder, Found, Page, Sheet, Sink, speaker_name},
    input::Record,
};

/// What somebody has said in a document or in several, as JSON.
#[derive(Debug, Deserialize, Serialize)]
struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    name: Option<String>,
    kind: Option<String>,
    documents: usize,
    #[serde(flatten)]
    count: Count,
    /// The first document in which they speak.
    first: String,
    /// The last.
    last: String,
}

impl Row {
    fn new(share: Share, document: &str) -> Row {
        let Share { entity, count, .. } = share;
        let (key, name, kind) = match entity {
            Some(entity) => {
                (entity.key, Some(entity.name.to_string()), Some(entity.kind.as_str().into()))
            }
            None => (None, None, None),
        };
        let (first, last) = (document.into(), document.into());
        Row { key, name, kind, documents: 1, count, first, last }
    }

    /// What is the same for the same person in two documents: the dictionary's
    /// key, or else the name but for case.
    fn identity(&self) -> (bool, Option<String>) {
        match &self.key {
            Some(key) => (true, Some(key.clone())),
            None => (false, self.name.as_ref().map(|name| name.to_lowercase())),
        }
    }
}

/// From a worker to [`Merged`]: the rows of a document.
pub(super) struct Rows;

impl Encoder<Speakers> for Rows {
    fn encode(
        &self,
        _layer: &Speakers,
        record: &Record,
        _titled: bool,
        found: Found<&mut dyn Iterator<Item = Share>>,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let rows: Vec<Row> = found.items.map(|share| Row::new(share, &record.name)).collect();
        serde_json::to_writer(out, &rows)?;
        Ok(())
    }
}

/// Adds up what everybody has said in all documents, and writes it at the end.
pub(super) struct Merged<W> {
    out: W,
    /// In columns, for a reader; JSON Lines if it is for none.
    width: Option<usize>,
    places: HashMap<(bool, Option<String>), usize>,
    rows: Vec<Row>,
}

impl<W: Write> Merged<W> {
    pub(super) fn new(out: W, width: Option<usize>) -> Merged<W> {
        Merged { out, width, places: HashMap::new(), rows: Vec::new() }
    }

    fn add(&mut self, row: Row) {
        match self.places.get(&row.identity()) {
            Some(&place) => {
                let known = &mut self.rows[place];
                known.documents += row.documents;
                known.count.add(row.count);
                known.last = row.last;
            }
            None => {
                self.places.insert(row.identity(), self.rows.len());
                self.rows.push(row);
            }
        }
    }
}

impl<W: Write> Sink for Merged<W> {
    fn document(&mut self, sheet: &Sheet) -> io::Result<()> {
        let rows: Vec<Row> = serde_json::from_slice(&sheet.bytes)?;
        rows.into_iter().for_each(|row| self.add(row));
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.rows.sort_by_key(|row| std::cmp::Reverse(row.count.rank()));
        if let Some(width) = self.width {
            let mut page = Page::new(width);
            show(&self.rows, &mut page)?;
            self.out.write_all(&page.into_bytes())?;
        } else {
            for row in &self.rows {
                serde_json::to_writer(&mut self.out, row)?;
                self.out.write_all(b"\n")?;
            }
        }
        self.out.flush()
    }
}

fn show(rows: &[Row], page: &mut Page) -> io::Result<()> {
    if rows.is_empty() {
        return page.remark("no speakers");
    }
    let cells = |row: &Row| {
        let name = row.name.as_deref().map_or("Unknown speaker".into(), speaker_name).into_owned();
        let numbers = [row.documents].into_iter().chain(row.count.columns());
        [name].into_iter().chain(numbers.map(|number| number.to_string())).collect()
    };
    let head: Vec<&str> = ["Speaker", "Documents"].into_iter().chain(Count::HEAD).collect();
    page.table(&head, &rows.iter().map(cells).collect::<Vec<Vec<String>>>())
}
