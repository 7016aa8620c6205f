use std::io::BufRead;

use super::{Fields, Problem, Record, RecordError, text};

/// The records of a JSON Lines file, one at a time.
///
/// A line that is no record is an error, and the next line is read all the
/// same; only after an error that is [fatal](Problem::fatal) there is nothing
/// more. Empty lines are passed over, and a byte order mark, line ends with a
/// carriage return and a last line without an end are fine.
///
/// # Complexity
///
/// Linear time; memory for one line.
#[derive(Debug)]
pub struct JsonlRecords<R> {
    reader: R,
    name: String,
    fields: Fields,
    buffer: Vec<u8>,
    /// The number of the line in the buffer, from 1.
    line: u64,
    /// Where the line in the buffer starts, in bytes.
    offset: u64,
    ended: bool,
}

impl<R: BufRead> JsonlRecords<R> {
    /// Reads from `reader`, which is called `name` in problems.
    pub fn new(reader: R, name: String, fields: Fields) -> JsonlRecords<R> {
        let buffer = Vec::new();
        JsonlRecords { reader, name, fields, buffer, line: 0, offset: 0, ended: false }
    }

    /// Returns what it reads from.
    pub fn reader(&self) -> &R {
        &self.reader
    }

    /// Reads the next line that is not blank, and returns whether there is one.
    fn advance(&mut self) -> Result<bool, Problem> {
        loop {
            self.offset += self.buffer.len() as u64;
            self.buffer.clear();
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => return Ok(false),
                Ok(_) => self.line += 1,
                Err(error) => return Err(Problem::io(&self.name, &error).line(self.line + 1)),
            }
            if !self.content().is_empty() {
                return Ok(true);
            }
        }
    }

    /// Returns the line without a byte order mark and without white space at its
    /// end.
    fn content(&self) -> &[u8] {
        self.buffer[self.mark()..].trim_ascii_end()
    }

    /// Returns the length of the byte order mark that the line starts with.
    fn mark(&self) -> usize {
        let marked = self.line == 1 && self.buffer.starts_with(text::BYTE_ORDER_MARK);
        if marked { text::BYTE_ORDER_MARK.len() } else { 0 }
    }

    fn record(&self) -> Result<Record, Problem> {
        let line = std::str::from_utf8(self.content()).map_err(|error| {
            let offset = self.offset + self.mark() as u64;
            text::not_utf8(&self.name, self.content(), &error, offset)
        })?;
        let place = || format!("{}, line {}", self.name, self.line);
        Record::from_json(line, place, &self.fields).map_err(|error| self.explain(line, error))
    }

    fn explain(&self, line: &str, error: RecordError) -> Problem {
        let field = &self.fields.text;
        let problem = |reason| Problem::document(&self.name, reason);
        match error {
            RecordError::Json(error) => {
                problem(malformed(line, &error)).hint(json_hint(line, &self.name))
            }
            RecordError::NoText(fields) => {
                problem(format!("no field \"{field}\"")).hint(text_field_hint(&fields))
            }
            RecordError::NotString(kind) => {
                problem(format!("the field \"{field}\" is {kind}, not a string"))
            }
            RecordError::NotText(error) => problem(format!(
                "the field \"{field}\" stands for no text: {}",
                without_position(&error)
            )),
            RecordError::Twice(field) => problem(format!("the field \"{field}\" is there twice")),
        }
    }
}

impl<R: BufRead> Iterator for JsonlRecords<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.advance() {
            Ok(true) => Some(self.record().map_err(|problem| problem.line(self.line))),
            Ok(false) => {
                self.ended = true;
                None
            }
            Err(problem) => {
                self.ended = true;
                Some(Err(problem))
            }
        }
    }
}

/// Says what is wrong with a line that is no JSON object, and in which column,
/// counted in characters as editors do.
fn malformed(line: &str, error: &serde_json::Error) -> String {
    let reason = without_position(error);
    if error.is_data() {
        return format!("no JSON object: {reason}");
    }
    let before = line.as_bytes().get(..error.column()).unwrap_or(line.as_bytes());
    let column = before.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    format!("malformed JSON in column {column}: {reason}")
}

/// Returns the message without `at line 1 column 7`: every line is line 1 to
/// the parser.
fn without_position(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((reason, _)) => reason.into(),
        None => message,
    }
}

fn json_hint(line: &str, name: &str) -> String {
    let file = super::shell_name(name);
    match line.trim_ascii_start().as_bytes() {
        [b'[', ..] => format!("make a line of each element: jq -c '.[]' {file}"),
        [b'{', ..] => format!("a record must be a JSON object on one line: jq -c . {file}"),
        _ => "for plain text, say --input text".into(),
    }
}

fn text_field_hint(fields: &[String]) -> String {
    /// As many as fit a line, mostly.
    const SHOWN: usize = 8;
    let mut hint = "say which field has the text with --text-field".to_string();
    for (position, field) in fields.iter().take(SHOWN).enumerate() {
        hint += if position == 0 { "; there are " } else { ", " };
        hint += field;
    }
    if fields.len() > SHOWN {
        hint += ", …";
    }
    hint
}
