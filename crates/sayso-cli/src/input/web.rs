use std::{
    borrow::Cow,
    io::{self, Read},
};

use encoding_rs::Encoding;

use super::{
    Fields, Problem, Record,
    draft::Place,
    encoding::{self, Stated},
    html,
    http::Headers,
    limit,
};

/// A page as a server has sent it.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub(super) uri: String,
    /// When it was sent.
    pub(super) date: Option<String>,
    pub(super) form: Form,
    pub(super) headers: Headers,
    pub(super) body: Vec<u8>,
    /// How long it may be when it is unpacked, in bytes.
    pub(super) longest: usize,
}

/// What a page is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Form {
    Html,
    Text,
}

impl Form {
    /// Tells it from what a server says of it, if it is one that has a text.
    pub(super) fn of(content_type: &str) -> Option<Form> {
        let kind = content_type.split(';').next().unwrap_or_default().trim();
        match kind.to_ascii_lowercase().as_str() {
            "text/html" | "application/xhtml+xml" => Some(Form::Html),
            "text/plain" => Some(Form::Text),
            _ => None,
        }
    }
}

/// Makes a record of a page. It has the fields `date` and what else a page tells.
pub(super) fn record(place: &Place, page: &Page, fields: &Fields) -> Result<Record, Problem> {
    let body = page.unpacked().map_err(|error| {
        let reason = Problem::io(&place.file.label, &error).reason;
        place.problem(format!("the page cannot be unpacked: {reason}"))
    })?;
    let file = super::draft::FileName { name: page.uri.clone(), ..(*place.file).clone() };
    let place = Place { file: file.into(), ..place.clone() };
    let mut record = match page.form {
        Form::Html => html::record(&place, &body, page.encoding(), fields)?,
        Form::Text => {
            let decoded = encoding::decode(&place, &body, page.encoding())?;
            let mut record = Record::from_text(&page.uri, decoded.text.into_owned(), fields);
            record.decoded(decoded.encoding, decoded.guessed);
            record
        }
    };
    record.add("date", page.date.as_ref());
    Ok(record)
}

impl Page {
    /// Returns the encoding that the server states.
    fn encoding(&self) -> Stated {
        let kind = self.headers.get("content-type").unwrap_or_default().to_ascii_lowercase();
        let label = kind.split_once("charset=").map(|(_, label)| label.trim_matches(['"', '\'']));
        let label = label.and_then(|label| label.split([';', ' ']).next());
        match label.and_then(|label| Encoding::for_label(label.as_bytes())) {
            Some(encoding) => Stated::There(encoding),
            None => Stated::Nowhere,
        }
    }

    /// Undoes what was done to the body to send it. Most archives have done so, and
    /// left the headers as they were.
    fn unpacked(&self) -> io::Result<Cow<'_, [u8]>> {
        let header = |name| self.headers.get(name).unwrap_or_default().to_ascii_lowercase();
        let mut body = Cow::Borrowed(&self.body[..]);
        if header("transfer-encoding").contains("chunked") {
            if let Some(joined) = joined(&body) {
                body = Cow::Owned(joined);
            }
        }
        let is_gzip = body.starts_with(&[0x1F, 0x8B]);
        let unpacked = match header("content-encoding").trim() {
            "gzip" | "x-gzip" if is_gzip => {
                Some(self.limited(flate2::read::MultiGzDecoder::new(&body[..]))?)
            }
            // Some send it with a head and some without.
            "deflate" => {
                let with = self.limited(flate2::read::ZlibDecoder::new(&body[..]));
                with.or_else(|_| self.limited(flate2::read::DeflateDecoder::new(&body[..]))).ok()
            }
            "zstd" if body.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]) => {
                Some(self.limited(zstd::Decoder::with_buffer(&body[..])?)?)
            }
            _ => None,
        };
        Ok(unpacked.map_or(body, Cow::Owned))
    }

    /// Reads all, unless it is too long.
    fn limited(&self, reader: impl Read) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        reader.take((self.longest as u64).saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() > self.longest {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, limit::reason(self.longest)));
        }
        Ok(bytes)
    }
}

/// Joins the pieces of a body that was sent piece by piece; nothing if it is not in
/// pieces.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::new();
    loop {
        let end = body.iter().position(|&byte| byte == b'\n')?;
        let size = std::str::from_utf8(&body[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        body = &body[end + 1..];
        if size == 0 {
            return Some(joined);
        }
        joined.extend_from_slice(body.get(..size)?);
        body = body[size..].strip_prefix(b"\r\n").or(body[size..].strip_prefix(b"\n"))?;
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, joined};

    #[test]
    fn pieces() {
        assert_eq!(joined(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"), Some(b"abcde".to_vec()));
        assert_eq!(joined(b"<p>no pieces\n"), None);
        assert_eq!(joined(b"ff\r\nabc"), None);
        assert_eq!(joined(b"ffffffffffffffff\r\nabc"), None);
        assert_eq!(joined(b""), None);
    }

    #[test]
    fn what_has_a_text() {
        assert_eq!(Form::of("Text/HTML; charset=utf-8"), Some(Form::Html));
        assert_eq!(Form::of("text/plain"), Some(Form::Text));
        assert_eq!(Form::of("image/png"), None);
    }
}
