use std::str::Utf8Error;

use super::{Fields, Problem, Record, draft::Place};

/// What some editors write at the start of a file to say that it is UTF-8. It
/// is no part of the text.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Reads a file that is one document, in UTF-8.
pub(super) fn record(place: &Place, bytes: &[u8], fields: &Fields) -> Result<Record, Problem> {
    let (place, bytes) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (&Place { offset: BYTE_ORDER_MARK.len() as u64, ..place.clone() }, rest),
        None => (place, bytes),
    };
    Ok(Record::from_text(&place.file.name, utf8(place, bytes)?.into(), fields))
}

/// Reads what stands at `place` as UTF-8.
pub(super) fn utf8<'b>(place: &Place, bytes: &'b [u8]) -> Result<&'b str, Problem> {
    std::str::from_utf8(bytes).map_err(|error| {
        let problem = not_utf8(&place.file.label, bytes, &error, place.offset);
        Problem { line: place.line, ..problem }
    })
}

/// Says where `bytes`, which start at `offset` in the file, are not UTF-8, and
/// what they may be instead.
pub(super) fn not_utf8(name: &str, bytes: &[u8], error: &Utf8Error, offset: u64) -> Problem {
    let at = error.valid_up_to();
    let reason = format!("not UTF-8: byte {} is 0x{:02X}", offset + at as u64, bytes[at]);
    Problem::document(name, reason).hint(remedy(super::shell_name(name), bytes, offset))
}

/// Says what to do about a file that has `bytes` at `offset` and is not UTF-8.
fn remedy(file: &str, bytes: &[u8], offset: u64) -> String {
    let start = if offset == 0 { bytes } else { &[] };
    let convert = |from: &str| {
        format!("convert it first, for example from {from}: iconv -f {from} -t UTF-8 {file}")
    };
    match start {
        [0x1F, 0x8B, ..] => format!("it is compressed: gzip -dc {file} | sayso …"),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => format!("it is compressed: zstd -dc {file} | sayso …"),
        [b'P', b'K', 3, 4, ..] => "it is an archive or office document: save it as text".into(),
        [b'%', b'P', b'D', b'F', ..] => format!("it is a PDF: pdftotext {file} - | sayso …"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => convert("UTF-16"),
        _ => convert("WINDOWS-1252"),
    }
}
