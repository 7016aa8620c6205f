use std::io::BufRead;

use super::{Fields, Problem, Record, json_error, lines::Lines, record::RecordError};

/// The records of a JSON Lines file, one at a time.
///
/// A line that is no record is an error, and the next line is read all the
/// same; only after an error that is [fatal](Problem::fatal) there is nothing
/// more. Blank lines are passed over, and a byte order mark, line ends with a
/// carriage return and a last line without an end are fine.
///
/// # Complexity
///
/// Linear time; memory for one line.
#[derive(Debug)]
pub struct JsonlRecords<R> {
    lines: Lines<R>,
    fields: Fields,
}

impl<R: BufRead> JsonlRecords<R> {
    /// Reads from `reader`, which is called `label` in problems.
    pub fn new(reader: R, label: String, fields: Fields) -> JsonlRecords<R> {
        JsonlRecords { lines: Lines::new(reader, label), fields }
    }

    /// Returns what it reads from.
    pub fn reader(&self) -> &R {
        self.lines.reader()
    }

    fn record(&self) -> Result<Record, Problem> {
        let line = self.lines.text()?;
        let place = || format!("{}, line {}", self.lines.label(), self.lines.number());
        Record::from_json(line, place, &self.fields).map_err(|error| self.explain(line, error))
    }

    fn explain(&self, line: &str, error: RecordError) -> Problem {
        let field = &self.fields.text;
        match error {
            RecordError::Json(error) => json_error::explain(
                self.lines.problem(""),
                line,
                &error,
                "for plain text, say --input text",
            ),
            RecordError::NoText(fields) => {
                let problem = self.lines.problem(format!("no field \"{field}\""));
                problem.hint(text_field_hint(&fields))
            }
            RecordError::NotString(kind) => {
                self.lines.problem(format!("the field \"{field}\" is {kind}, not a string"))
            }
            RecordError::NotText(error) => {
                let reason = json_error::without_position(&error);
                self.lines.problem(format!("the field \"{field}\" stands for no text: {reason}"))
            }
            RecordError::Twice(field) => {
                self.lines.problem(format!("the field \"{field}\" is there twice"))
            }
        }
    }
}

impl<R: BufRead> Iterator for JsonlRecords<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.lines.advance() {
            Ok(true) => Some(self.record()),
            Ok(false) => None,
            Err(problem) => Some(Err(problem)),
        }
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
