use std::{io::Read, str::Utf8Error};

use super::{Fields, Problem, Record, Source};

/// What some editors write at the start of a file to say that it is UTF-8. It
/// is no part of the text.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Reads a file that is one document, in UTF-8.
///
/// # Errors
///
/// If it cannot be read or is not UTF-8.
pub(crate) fn read_text(
    mut reader: impl Read,
    source: &Source,
    fields: &Fields,
) -> Result<Record, Problem> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|error| Problem::io(&source.label(), &error))?;
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    if mark > 0 {
        bytes.drain(..mark);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Record::from_text(&source.name(), text, fields)),
        Err(error) => {
            Err(not_utf8(&source.label(), error.as_bytes(), &error.utf8_error(), mark as u64))
        }
    }
}

/// Says where `bytes`, which start at `offset` in the file, are not UTF-8, and
/// what they may be instead.
pub(super) fn not_utf8(name: &str, bytes: &[u8], error: &Utf8Error, offset: u64) -> Problem {
    let at = error.valid_up_to();
    let reason = format!("not UTF-8: byte {} is 0x{:02X}", offset + at as u64, bytes[at]);
    let file = super::shell_name(name);
    let encoding = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] if offset == 0 => "UTF-16",
        _ => "WINDOWS-1252",
    };
    Problem::document(name, reason).hint(format!(
        "convert it first, for example (if it is {encoding}) with: \
         iconv -f {encoding} -t UTF-8 {file}"
    ))
}
