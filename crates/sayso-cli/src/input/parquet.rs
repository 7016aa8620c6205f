use std::{
    fs::File,
    io::{self, Read},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use parquet::{
    errors::ParquetError,
    file::{reader::FileReader, serialized_reader::SerializedFileReader},
    record::reader::RowIter,
};

use super::{
    Draft, Fields, Problem, Source,
    draft::{FileName, Payload, Place},
    source::Reader,
};

/// The documents of a Parquet file, one a row.
///
/// A row is read as a JSON object with all columns as its fields: what JSON has no
/// type for, such as times, becomes a string.
pub(super) struct Rows {
    rows: RowIter<'static>,
    file: Arc<FileName>,
    /// The number of the row that was read last, from 1.
    number: u64,
    ended: bool,
}

impl Rows {
    /// Reads a source, whose start has been read by `reader`.
    ///
    /// # Errors
    ///
    /// If it is not as Parquet files are, or has no column for the text.
    pub(super) fn new(source: &Source, reader: Reader, fields: &Fields) -> Result<Rows, Problem> {
        let label = source.label();
        let explain = |error: ParquetError| {
            let problem = Problem::document(&label, reason(&error));
            Problem { fatal: true, ..problem }
        };
        let file = seekable(source, reader).map_err(|error| Problem::io(&label, &error))?;
        let file = caught(|| SerializedFileReader::new(file)).map_err(explain)?;
        let schema = file.metadata().file_metadata().schema();
        let columns: Vec<String> =
            schema.get_fields().iter().map(|field| field.name().to_owned()).collect();
        if !columns.contains(&fields.text) {
            let problem = Problem::document(&label, format!("no column \"{}\"", fields.text));
            let problem = Problem { fatal: true, ..problem };
            return Err(problem.hint(super::json_lines::text_field_hint(&columns)));
        }
        let rows = RowIter::from_file_into(Box::new(file));
        let file = FileName { label, name: source.name() }.into();
        Ok(Rows { rows, file, number: 0, ended: false })
    }

    fn place(&self) -> Place {
        Place { file: Arc::clone(&self.file), unit: "row", line: Some(self.number), offset: 0 }
    }
}

impl Iterator for Rows {
    type Item = Result<Draft, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        self.number += 1;
        let line = caught(|| {
            let row = self.rows.next().transpose()?;
            Ok(row.map(|row| row.to_json_value().to_string().into_bytes()))
        });
        match line.transpose()? {
            Ok(line) => Some(Ok(Draft { place: self.place(), payload: Payload::Line(line) })),
            Err(error) => {
                self.ended = true;
                let problem = self.place().problem(reason(&error));
                Some(Err(Problem { fatal: true, ..problem }))
            }
        }
    }
}

/// Reads something, and makes an error of a panic: the library trusts some numbers
/// in files.
fn caught<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, ParquetError> {
    let damaged = |_| Err(ParquetError::General("it is damaged".into()));
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(damaged)
}

/// Returns the file, or if it is none of the disk, a copy: a Parquet file is read
/// from its end.
fn seekable(source: &Source, mut reader: Reader) -> io::Result<File> {
    if let Source::File(path) = source {
        let mut file = File::open(path)?;
        let mut start = [0; 4];
        // A compressed one starts otherwise.
        if file.metadata()?.is_file() && file.read_exact(&mut start).is_ok() && &start == b"PAR1" {
            return Ok(file);
        }
    }
    let mut copy = tempfile::tempfile()?;
    io::copy(&mut reader, &mut copy)?;
    Ok(copy)
}

/// Says what is wrong, without the name of the library's error.
fn reason(error: &ParquetError) -> String {
    let message = error.to_string();
    let message = message.split_once(": ").map_or(message.as_str(), |(_, message)| message);
    format!("the Parquet file cannot be read: {message}")
}
