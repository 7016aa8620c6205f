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
