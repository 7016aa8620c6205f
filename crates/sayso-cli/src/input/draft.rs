use std::{borrow::Cow, fmt, sync::Arc};

use super::{
    Fields, Problem, Record,
    encoding::Stated,
    html, json_lines, table, text,
    web::{self, Page},
};

/// A document as it was read, before anything is made of it.
///
/// Reading is for one thread, since files are; what is to be made of it, for
/// many.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) place: Place,
    pub(super) payload: Payload,
}

/// Where a document stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// What its file is called.
    pub(super) file: Arc<FileName>,
    /// What documents of a file are counted in: lines, rows, records.
    pub(super) unit: &'static str,
    /// Its number, from 1, if the file has several.
    pub(super) line: Option<u64>,
    /// Where its first byte is in the file.
    pub(super) offset: u64,
}

/// What a file is called.
#[derive(Clone, Debug)]
pub(super) struct FileName {
    /// In messages.
    pub(super) label: String,
    /// As the id of what is in it.
    pub(super) name: String,
}

/// What has been read.
#[derive(Clone, Debug)]
pub(super) enum Payload {
    /// A line of JSON Lines.
    Line(Vec<u8>),
    /// A file of plain text.
    Text(Vec<u8>, Stated),
    /// A file with a page.
    Html(Vec<u8>, Stated),
    /// A row of a table.
    Row(table::Row),
    /// A page of a web archive.
    Page(Box<Page>),
}

impl Draft {
    /// Makes a record of it.
    ///
    /// # Errors
    ///
    /// If it has no text.
    pub fn record(&self, fields: &Fields) -> Result<Record, Problem> {
        let place = &self.place;
        match &self.payload {
            Payload::Line(line) => json_lines::record(place, line, fields),
            Payload::Text(bytes, stated) => text::record(place, bytes, *stated, fields),
            Payload::Html(bytes, stated) => html::record(place, bytes, *stated, fields),
            Payload::Row(row) => table::record(place, row, fields),
            Payload::Page(page) => web::record(place, page, fields),
        }
    }

    /// It is of no use.
    pub(crate) fn problem(&self, reason: impl Into<String>) -> Problem {
        self.place.problem(reason)
    }

    /// Returns what was read.
    pub(crate) fn raw(&self) -> Cow<'_, [u8]> {
        match &self.payload {
            Payload::Line(bytes) | Payload::Text(bytes, _) | Payload::Html(bytes, _) => {
                bytes.into()
            }
            Payload::Row(row) => row.raw().into(),
            Payload::Page(page) => Cow::Borrowed(&page.body),
        }
    }

    /// Returns about how many bytes of memory it takes.
    pub(crate) fn size(&self) -> usize {
        match &self.payload {
            Payload::Line(bytes) | Payload::Text(bytes, _) | Payload::Html(bytes, _) => {
                bytes.len()
            }
            Payload::Row(row) => row.size(),
            Payload::Page(page) => page.body.len(),
        }
    }
}

impl Place {
    /// A document that cannot be read stands here.
    pub(super) fn problem(&self, reason: impl Into<String>) -> Problem {
        let Place { unit, line, .. } = *self;
        Problem { unit, line, ..Problem::document(&self.file.label, reason) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file.label)?;
        match self.line {
            Some(number) => write!(f, ", {} {number}", self.unit),
            None => Ok(()),
        }
    }
}
