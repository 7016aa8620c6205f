use std::{
    fs::{File, OpenOptions},
    io::{self, BufWriter, Seek, SeekFrom, Write},
    path::Path,
};

use serde::Serialize;

use crate::input::{Draft, Problem};

/// The file with the documents that could not be read: JSON Lines.
pub(super) struct Quarantine {
    out: BufWriter<File>,
    name: String,
}

/// A document that could not be read.
#[derive(Serialize)]
struct Row<'d> {
    file: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    /// The same, for files that have rows or records.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u64>,
    reason: &'d str,
    /// The document as it was, if that is UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'d str>,
    /// Otherwise its bytes, each as the character of that number.
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<String>,
}

impl Quarantine {
    /// Opens the file and keeps so much of it.
    pub(super) fn open(path: &Path, keep: u64) -> Result<Quarantine, Problem> {
        let name = path.display().to_string();
        let open = || {
            let mut file =
                OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
            // What is no file of the disk, such as /dev/null, cannot be cut.
            if file.metadata()?.is_file() {
                file.set_len(file.metadata()?.len().min(keep))?;
                file.seek(SeekFrom::End(0))?;
            }
            Ok(file)
        };
        match open() {
            Ok(file) => Ok(Quarantine { out: BufWriter::new(file), name }),
            Err(error) => Err(Problem::io(&name, &error)),
        }
    }

    /// Adds a document.
    pub(super) fn add(&mut self, problem: &Problem, draft: Option<&Draft>) -> Result<(), Problem> {
        let raw = draft.map(Draft::raw);
        let document = raw.as_deref().map(std::str::from_utf8);
        let has_lines = problem.unit == "line";
        let row = Row {
            file: &problem.file,
            line: problem.line.filter(|_| has_lines),
            number: problem.line.filter(|_| !has_lines),
            reason: &problem.reason,
            document: document.and_then(Result::ok),
            bytes: match document {
                Some(Err(_)) => {
                    raw.as_deref().map(|raw| raw.iter().copied().map(char::from).collect())
                }
                _ => None,
            },
        };
        let written = serde_json::to_writer(&mut self.out, &row).map_err(io::Error::from);
        let written = written.and_then(|()| self.out.write_all(b"\n"));
        written.map_err(|error| Problem::io(&self.name, &error))
    }

    /// Writes what it has held back, to the disk, and returns its length.
    pub(super) fn sync(&mut self) -> Result<u64, Problem> {
        let sync = |out: &mut BufWriter<File>| {
            out.flush()?;
            let file = out.get_ref();
            // What is no file of the disk needs no care.
            let length = file.metadata()?.len();
            if file.metadata()?.is_file() {
                file.sync_data()?;
            }
            Ok(length)
        };
        sync(&mut self.out).map_err(|error: io::Error| Problem::io(&self.name, &error))
    }

    /// Returns the name of the file.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}
