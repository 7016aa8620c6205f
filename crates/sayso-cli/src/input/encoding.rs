//! From bytes to text.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use super::{Problem, draft::Place, text};

/// A text, and what it was written in.
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    pub(super) encoding: &'static Encoding,
    /// Whether only the letters tell of it.
    pub(super) guessed: bool,
}

/// What says in which encoding something is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Stated {
    /// Nothing does.
    #[default]
    Nowhere,
    /// The document itself, or what came with it: often wrong.
    There(&'static Encoding),
    /// The user.
    ByUser(&'static Encoding),
}

/// Reads a text of one piece.
///
/// What is UTF-8 is that, whatever is stated: nothing else looks like it. Without
/// a statement that fits, the encoding is guessed from the letters.
///
/// # Errors
///
/// If it is no text, or not in the encoding that the user states.
pub(super) fn decode<'b>(
    place: &Place,
    bytes: &'b [u8],
    stated: Stated,
) -> Result<Decoded<'b>, Problem> {
    if let Stated::ByUser(encoding) = stated {
        return decode_as(bytes, encoding).ok_or_else(|| {
            if encoding == UTF_8 {
                if let Err(problem) = text::utf8(place, bytes) {
                    return problem;
                }
            }
            place.problem(format!("not {}", encoding.name()))
        });
    }
    let told = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).unwrap_or(UTF_8);
    if let Some(decoded) = decode_as(bytes, told) {
        return Ok(decoded);
    }
    if let Some(problem) = no_text(place, bytes) {
        return Err(problem);
    }
    if let Stated::There(encoding) = stated {
        if let Some(decoded) = decode_as(bytes, encoding) {
            return Ok(decoded);
        }
    }
    let guessed =
        decode_as(bytes, guess(bytes)).map(|decoded| Decoded { guessed: true, ..decoded });
    guessed.ok_or_else(|| match text::utf8(place, bytes) {
        Err(problem) => problem,
        Ok(_) => place.problem("no text"),
    })
}

/// Guesses the encoding of a file that starts so, if that is not UTF-8.
pub(super) fn foreign(head: &[u8]) -> Option<&'static Encoding> {
    match std::str::from_utf8(head) {
        Ok(_) => None,
        // Its last character may be cut.
        Err(error) if error.error_len().is_none() => None,
        Err(_) => Some(guess(head)),
    }
}

/// Guesses the encoding of what is not UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Says what something is, if it is no text and not UTF-8.
fn no_text(place: &Place, bytes: &[u8]) -> Option<Problem> {
    let zero = || bytes.iter().position(|&byte| byte == 0);
    let reason = match bytes {
        [b'%', b'P', b'D', b'F', ..] => "a PDF".into(),
        [b'P', b'K', 3, 4, ..] => "an archive or office document".into(),
        _ => format!("no text: byte {} is 0", place.offset + zero()? as u64),
    };
    let file = super::shell_name(&place.file.label);
    let problem = place.problem(reason);
    Some(match bytes {
        [b'%', ..] => problem.hint(format!("pdftotext {file} - | sayso …")),
        [b'P', ..] => problem.hint("save what is in it as text"),
        _ => problem,
    })
}

/// Reads it in an encoding, if it is that; a byte order mark is no part of the
/// text.
fn decode_as<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Option<Decoded<'b>> {
    let (text, malformed) = encoding.decode_with_bom_removal(bytes);
    (!malformed).then_some(Decoded { text, encoding, guessed: false })
}
