use std::sync::Arc;

use super::{Fields, Problem, Record, json_lines, text};

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
    /// The line, from 1, where the file has documents by the line.
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
    Text(Vec<u8>),
}

impl Draft {
    /// Makes a record of it.
    ///
    /// # Errors
    ///
    /// If it has no text.
    pub fn record(&self, fields: &Fields) -> Result<Record, Problem> {
        match &self.payload {
            Payload::Line(line) => json_lines::record(&self.place, line, fields),
            Payload::Text(bytes) => text::record(&self.place, bytes, fields),
        }
    }

    /// It is of no use.
    pub(crate) fn problem(&self, reason: impl Into<String>) -> Problem {
        self.place.problem(reason)
    }

    /// Returns what was read.
    pub(crate) fn raw(&self) -> &[u8] {
        match &self.payload {
            Payload::Line(bytes) | Payload::Text(bytes) => bytes,
        }
    }

    /// Returns about how many bytes of memory it takes.
    pub(crate) fn size(&self) -> usize {
        match &self.payload {
            Payload::Line(bytes) | Payload::Text(bytes) => bytes.len(),
        }
    }
}

impl Place {
    /// A document that cannot be read stands here.
    pub(super) fn problem(&self, reason: impl Into<String>) -> Problem {
        Problem { line: self.line, ..Problem::document(&self.file.label, reason) }
    }
}
