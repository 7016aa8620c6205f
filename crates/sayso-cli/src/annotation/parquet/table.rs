use std::{
    io::{self, Write},
    sync::Arc,
};

use parquet::{
    basic::{Compression, ZstdLevel},
    column::writer::ColumnWriter,
    errors::ParquetError,
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::{parser::parse_message_type, types::ColumnPath},
};

use super::{
    SCHEMA,
    shredder::{Shredder, Values},
};
use crate::format::{Sheet, Sink};

/// A Parquet file that is being written.
///
/// Rows are collected until they are many, and written as a group then: memory does
/// not depend on how many there are. What the file needs at its end is known only
/// then, so that a run that is interrupted has to start anew.
pub(crate) struct Table {
    writer: SerializedFileWriter<Box<dyn Write + Send>>,
    rows: Shredder,
    /// About how many bytes have been collected.
    collected: usize,
}

/// How much is collected for a group, in bytes.
const GROUP: usize = 32 * 1024 * 1024;

impl Table {
    /// Starts a file.
    pub(crate) fn new(out: Box<dyn Write + Send>) -> io::Result<Table> {
        let schema = Arc::new(parse_message_type(SCHEMA).map_err(io_error)?);
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_created_by(concat!("sayso version ", env!("CARGO_PKG_VERSION")).into());
        for unlike in ["text", "fields"] {
            properties = properties.set_column_dictionary_enabled(ColumnPath::from(unlike), false);
        }
        let properties = Arc::new(properties.build());
        let writer = SerializedFileWriter::new(out, schema, properties).map_err(io_error)?;
        let rows = Shredder::new(writer.schema_descr());
        Ok(Table { writer, rows, collected: 0 })
    }

    /// Writes what has been collected.
    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for column in &self.rows.columns {
            let mut writer = group.next_column()?.expect("there are as many columns");
            let definition = Some(&column.definition[..]);
            let repetition = Some(&column.repetition[..]);
            match (&column.values, writer.untyped()) {
                (Values::Flags(values), ColumnWriter::BoolColumnWriter(writer)) => {
                    writer.write_batch(values, definition, repetition)?
                }
                (Values::Numbers(values), ColumnWriter::Int64ColumnWriter(writer)) => {
                    writer.write_batch(values, definition, repetition)?
                }
                (Values::Fractions(values), ColumnWriter::DoubleColumnWriter(writer)) => {
                    writer.write_batch(values, definition, repetition)?
                }
                (Values::Strings(values), ColumnWriter::ByteArrayColumnWriter(writer)) => {
                    writer.write_batch(values, definition, repetition)?
                }
                _ => unreachable!("a column has the type that the schema gives it"),
            };
            writer.close()?;
        }
        group.close()?;
        self.rows.clear();
        self.collected = 0;
        Ok(())
    }
}

impl Sink for Table {
    fn document(&mut self, sheet: &Sheet) -> io::Result<()> {
        let row = serde_json::from_slice(&sheet.bytes)?;
        self.rows.add(self.writer.schema_descr().root_schema(), &row);
        self.collected += sheet.bytes.len();
        if self.collected >= GROUP { self.write_group().map_err(io_error) } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        if self.collected > 0 {
            self.write_group().map_err(io_error)?;
        }
        self.writer.finish().map_err(io_error)?;
        self.writer.inner_mut().flush()
    }

    fn is_resumable(&self) -> bool {
        false
    }
}

/// Returns what the operating system has said, if that is the reason.
fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}
