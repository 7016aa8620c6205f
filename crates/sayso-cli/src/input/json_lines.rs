use std::io::BufRead;

use super::{
    Draft, Fields, Problem, Record,
    draft::{Payload, Place},
    json_error,
    lines::Lines,
    record::RecordError,
    text,
};

/// The documents of a JSON Lines file, one at a time.
///
/// What a line has is seen when a record is made of it. Blank lines are passed
/// over, and a byte order mark, line ends with a carriage return and a last line
/// without an end are fine. Only after an error that is
/// [fatal](Problem::fatal) there is nothing more.
///
/// # Complexity
///
/// Linear time; memory for one line.
#[derive(Debug)]
pub struct JsonLines<R>(Lines<R>);

impl<R: BufRead> JsonLines<R> {
    /// Reads from `reader`, which is called `label` in problems.
    pub fn new(reader: R, label: String) -> JsonLines<R> {
        JsonLines(Lines::new(reader, label))
    }

    /// Keeps no line in memory that is longer than this, in bytes: it is an error.
    pub fn limit(self, longest: usize) -> JsonLines<R> {
        JsonLines(self.0.limit(longest))
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Draft, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.0.advance() {
            Ok(true) => {
                let (place, line) = (self.0.place(), self.0.bytes().to_vec());
                Some(Ok(Draft { place, payload: Payload::Line(line) }))
            }
            Ok(false) => None,
            Err(problem) => Some(Err(problem)),
        }
    }
}

/// Reads a line as a record.
pub(super) fn record(place: &Place, line: &[u8], fields: &Fields) -> Result<Record, Problem> {
    let line = text::utf8(place, line)?;
    Record::from_json(line, || place.to_string(), fields)
        .map_err(|error| explain(place, line, fields, error))
}

fn explain(place: &Place, line: &str, fields: &Fields, error: RecordError) -> Problem {
    let field = &fields.text;
    match error {
        RecordError::Json(error) => json_error::explain(
            place.problem(""),
            line,
            &error,
            "for plain text, say --input text",
        ),
        RecordError::NoText(fields) => {
            place.problem(format!("no field \"{field}\"")).hint(text_field_hint(&fields))
        }
        RecordError::NotString(kind) => {
            place.problem(format!("the field \"{field}\" is {kind}, not a string"))
        }
        RecordError::NotText(error) => {
            let reason = json_error::without_position(&error);
            place.problem(format!("the field \"{field}\" stands for no text: {reason}"))
        }
        RecordError::Twice(field) => {
            place.problem(format!("the field \"{field}\" is there twice"))
        }
    }
}

/// Says what to do where the text is not in one of these fields.
pub(super) fn text_field_hint(fields: &[String]) -> String {
    // As many as fit a line, mostly.
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
