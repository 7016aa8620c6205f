use std::str::Utf8Error;

use super::{
    Fields, Problem, Record,
    draft::Place,
    encoding::{self, Stated},
};

/// What some editors write at the start of a file to say that it is UTF-8. It
/// is no part of the text.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Reads a file that is one document.
pub(super) fn record(
    place: &Place,
    bytes: &[u8],
    stated: Stated,
    fields: &Fields,
) -> Result<Record, Problem> {
    let decoded = encoding::decode(place, bytes, stated)?;
    let mut record = Record::from_text(&place.file.name, decoded.text.into_owned(), fields);
    record.decoded(decoded.encoding, decoded.guessed);
    Ok(record)
}

/// Reads what stands at `place` as UTF-8.
pub(super) fn utf8<'b>(place: &Place, bytes: &'b [u8]) -> Result<&'b str, Problem> {
    std::str::from_utf8(bytes).map_err(|error| {
        let problem = not_utf8(&place.file.label, bytes, &error, place.offset);
        Problem { unit: place.unit, line: place.line, ..problem }
    })
}

/// Says where `bytes`, which start at `offset` in the file, are not UTF-8, and
/// what to do about it.
fn not_utf8(name: &str, bytes: &[u8], error: &Utf8Error, offset: u64) -> Problem {
    let at = error.valid_up_to();
    let reason = format!("not UTF-8: byte {} is 0x{:02X}", offset + at as u64, bytes[at]);
    let hint = "say in which encoding it is, for example --encoding windows-1252";
    Problem::document(name, reason).hint(hint)
}
