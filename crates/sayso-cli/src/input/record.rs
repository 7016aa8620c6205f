use std::{fmt, io};

use encoding_rs::{Encoding, UTF_8};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::{RawValue, to_raw_value};

use super::Fields;

/// A document: its text, and everything else that came with it.
///
/// # Guarantees
///
/// The fields are in the order of the input and their values are the characters
/// of the input: a number keeps its digits, a string its escapes.
#[derive(Clone, Debug)]
pub struct Record {
    /// What a reader is told that the document is: its id, or where it stands.
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) fields: Vec<(String, Box<RawValue>)>,
    /// The encoding that it was in, if that had to be guessed.
    pub(crate) guessed: Option<&'static str>,
}

/// Why a line is no [`Record`].
#[derive(Debug)]
pub(super) enum RecordError {
    /// It is no JSON object.
    Json(serde_json::Error),
    /// It has no field for the text; these are its fields.
    NoText(Vec<String>),
    /// The field for the text is not a string but this.
    NotString(&'static str),
    /// The text is a string that stands for no text.
    NotText(serde_json::Error),
    /// This field is there twice.
    Twice(String),
}

impl Record {
    /// Makes a record of a text that had no fields.
    pub(super) fn from_text(name: &str, text: String, fields: &Fields) -> Record {
        let found = vec![(fields.id.as_str(), name), (fields.text.as_str(), &text)];
        let Record { fields, .. } = Record::from_strings(String::new(), String::new(), found);
        Record { name: name.into(), text, fields, guessed: None }
    }

    /// Makes a record of fields that are strings, one of them the text.
    pub(super) fn from_strings(name: String, text: String, fields: Vec<(&str, &str)>) -> Record {
        let raw = |(field, value): (&str, &str)| {
            let value = to_raw_value(value).expect("a string can be written as JSON");
            (field.into(), value)
        };
        Record { name, text, fields: fields.into_iter().map(raw).collect(), guessed: None }
    }

    /// Adds a field, if there is a value and no field of that name.
    pub(super) fn add(&mut self, field: &str, value: Option<&String>) {
        if let Some(value) = value.filter(|_| !self.has(field)) {
            let value = to_raw_value(value).expect("a string can be written as JSON");
            self.fields.push((field.into(), value));
        }
    }

    /// Says in which encoding the text was, if it was not UTF-8.
    pub(super) fn decoded(&mut self, encoding: &'static Encoding, guessed: bool) {
        if encoding != UTF_8 {
            self.add("encoding", Some(&encoding.name().into()));
        }
        self.guessed = guessed.then_some(encoding.name());
    }

    /// Reads a JSON object. `place` names it where it has no id.
    pub(super) fn from_json(
        line: &str,
        place: impl FnOnce() -> String,
        fields: &Fields,
    ) -> Result<Record, RecordError> {
        let Object(found) = serde_json::from_str(line).map_err(RecordError::Json)?;
        let text = only(&found, &fields.text)?.ok_or_else(|| {
            RecordError::NoText(found.iter().map(|(field, _)| field.clone()).collect())
        })?;
        if let Some(kind) = not_a_string(text) {
            return Err(RecordError::NotString(kind));
        }
        let text = serde_json::from_str(text.get()).map_err(RecordError::NotText)?;
        let name = match only(&found, &fields.id)? {
            // An id is mostly a string; a number or whatever it is names as well.
            Some(id) => serde_json::from_str(id.get()).unwrap_or_else(|_| id.get().into()),
            None => place(),
        };
        Ok(Record { name, text, fields: found, guessed: None })
    }

    /// Whether there is a field of that name.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|(name, _)| name == field)
    }

    /// Returns the field of that name, as it was read.
    pub(crate) fn field(&self, field: &str) -> Option<&RawValue> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, value)| &**value)
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the record as a JSON object, on one line.
    pub fn to_json(&self) -> String {
        let mut json = Vec::new();
        json.push(b'{');
        self.write_fields(&mut json, |_| true).expect("memory can be written to");
        if !self.fields.is_empty() {
            json.pop();
        }
        json.push(b'}');
        String::from_utf8(json).expect("JSON is UTF-8")
    }

    /// Writes those fields that are `wanted` in their order, and a comma after
    /// each.
    pub(crate) fn write_fields(
        &self,
        mut out: impl io::Write,
        wanted: impl Fn(&str) -> bool,
    ) -> io::Result<()> {
        for (field, value) in &self.fields {
            if wanted(field) {
                serde_json::to_writer(&mut out, field)?;
                write!(out, ":{},", value.get())?;
            }
        }
        Ok(())
    }
}

/// Returns the value of the field, if it is there once.
fn only<'f>(
    fields: &'f [(String, Box<RawValue>)],
    name: &str,
) -> Result<Option<&'f RawValue>, RecordError> {
    let mut values = fields.iter().filter(|(field, _)| field == name).map(|(_, value)| &**value);
    let first = values.next();
    // Readers of JSON differ in which of the two they take: so this one takes
    // neither.
    if values.next().is_some() { Err(RecordError::Twice(name.into())) } else { Ok(first) }
}

/// Says what a value is, unless it is a string.
fn not_a_string(value: &RawValue) -> Option<&'static str> {
    match value.get().as_bytes().first() {
        Some(b'"') => None,
        Some(b'{') => Some("an object"),
        Some(b'[') => Some("a list"),
        Some(b't' | b'f') => Some("true or false"),
        Some(b'n') => Some("null"),
        _ => Some("a number"),
    }
}

/// The fields of a JSON object in their order, with raw values.
///
/// `serde_json::Value` would lose fields that are there twice, and the digits of
/// numbers beyond 64 bits.
struct Object(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Object;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Object, M::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Object(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}
