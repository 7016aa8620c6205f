use std::{
    io::{self, Read},
    sync::Arc,
};

use csv::{ByteRecord, ReaderBuilder};

use super::{
    Draft, Fields, Problem, Record,
    draft::{FileName, Payload, Place},
    limit,
};

/// The documents of a table, CSV or TSV, one a row.
///
/// Each has the columns as its fields, in their order, all of them strings.
pub(super) struct Table<R> {
    rows: csv::Reader<Limited<R>>,
    file: Arc<FileName>,
    columns: Arc<Vec<String>>,
    guessed: Option<&'static str>,
    longest: usize,
    ended: bool,
}

/// What the csv crate reads ahead, twice: it is not known where in its buffer a row
/// starts.
const SLACK: usize = 2 * 8 * 1024;

/// A row, and what its columns are called.
#[derive(Clone, Debug)]
pub(super) struct Row {
    cells: ByteRecord,
    columns: Arc<Vec<String>>,
    guessed: Option<&'static str>,
}

impl Row {
    /// Returns it as a line of CSV.
    pub(super) fn raw(&self) -> Vec<u8> {
        let mut line = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        line.write_byte_record(&self.cells).expect("memory can be written to");
        line.into_inner().expect("memory can be written to")
    }

    /// Returns about how many bytes of memory it takes.
    pub(super) fn size(&self) -> usize {
        self.cells.as_slice().len()
    }
}

impl<R: Read> Table<R> {
    /// Reads a table from `reader`.
    ///
    /// # Errors
    ///
    /// If it has no column for the text.
    pub(super) fn new(
        reader: R,
        file: FileName,
        delimiter: u8,
        fields: &Fields,
        longest: usize,
    ) -> Result<Table<R>, Problem> {
        let limited = Limited { reader, left: longest.saturating_add(SLACK), longest };
        // A row with too few cells is to be told of with its content.
        let mut rows =
            ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(limited);
        let head = rows.byte_headers().map_err(|error| explain(&file, error, 1))?;
        let columns: Vec<String> =
            head.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        let fatal = |reason| Problem { fatal: true, ..Problem::document(&file.label, reason) };
        let found = columns.iter().filter(|column| **column == fields.text).count();
        if found != 1 {
            let problem = fatal(match found {
                0 => format!("no column \"{}\"", fields.text),
                _ => format!("the column \"{}\" is there twice", fields.text),
            });
            return Err(problem.hint(super::json_lines::text_field_hint(&columns)));
        }
        let (file, columns) = (file.into(), columns.into());
        Ok(Table { rows, file, columns, guessed: None, longest, ended: false })
    }

    /// Says that it was in this encoding, by its letters.
    pub(super) fn guessed(self, encoding: Option<&'static str>) -> Table<R> {
        Table { guessed: encoding, ..self }
    }
}

impl<R: Read> Iterator for Table<R> {
    type Item = Result<Draft, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        self.rows.get_mut().left = self.longest.saturating_add(SLACK);
        let mut cells = ByteRecord::new();
        let line = self.rows.position().line();
        match self.rows.read_byte_record(&mut cells) {
            Ok(true) => {
                let at = cells.position().expect("a row that was read has a position").clone();
                let (file, line) = (Arc::clone(&self.file), Some(at.line()));
                let place = Place { file, unit: "line", line, offset: at.byte() };
                let columns = Arc::clone(&self.columns);
                let row = Row { cells, columns, guessed: self.guessed };
                Some(Ok(Draft { place, payload: Payload::Row(row) }))
            }
            Ok(false) => None,
            Err(error) => {
                self.ended = true;
                Some(Err(explain(&self.file, error, line)))
            }
        }
    }
}

/// Makes a record of a row.
pub(super) fn record(place: &Place, row: &Row, fields: &Fields) -> Result<Record, Problem> {
    let Row { cells, columns, guessed } = row;
    if cells.len() != columns.len() {
        let reason = format!("{} cells in a table of {} columns", cells.len(), columns.len());
        return Err(place.problem(reason).hint("a cell with a delimiter in it stands in quotes"));
    }
    let mut text = None;
    let mut name = None;
    let mut found = Vec::new();
    for (column, cell) in columns.iter().zip(cells) {
        let cell = super::text::utf8(place, cell)?;
        text = text.or((*column == fields.text).then_some(cell));
        name = name.or((*column == fields.id).then_some(cell));
        found.push((column.as_str(), cell));
    }
    let name = name.map_or_else(|| place.to_string(), Into::into);
    let record = Record::from_strings(name, text.unwrap_or_default().into(), found);
    Ok(Record { guessed: *guessed, ..record })
}

/// Returns what stands between the cells of a table that starts so, if it has a
/// column for the text.
pub(super) fn delimiter(head: &str, fields: &Fields) -> Option<u8> {
    let line = head.lines().next()?;
    let has_text = |delimiter: &u8| {
        let mut rows = ReaderBuilder::new()
            .has_headers(false)
            .delimiter(*delimiter)
            .from_reader(line.as_bytes());
        let head = rows.records().next();
        head.is_some_and(|head| {
            head.is_ok_and(|head| head.len() > 1 && head.iter().any(|name| name == fields.text))
        })
    };
    b",\t;|".iter().copied().find(has_text)
}

fn explain(file: &FileName, error: csv::Error, line: u64) -> Problem {
    let problem = match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            let problem = Problem::document(&file.label, error.to_string());
            problem.hint("is there a quotation mark that is not closed? If not, raise --longest")
        }
        csv::ErrorKind::Io(error) => Problem::io(&file.label, &error),
        other => Problem::document(&file.label, format!("{other:?}")),
    };
    Problem { fatal: true, ..problem }.line(line)
}

/// A reader that does not go on for ever in search of the end of a row.
struct Limited<R> {
    reader: R,
    left: usize,
    longest: usize,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            let reason = limit::reason(self.longest);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, reason));
        }
        let count = buffer.len().min(self.left);
        let count = self.reader.read(&mut buffer[..count])?;
        self.left -= count;
        Ok(count)
    }
}
