use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

/// A reader that makes UTF-8 of another encoding, for files that are read piece by
/// piece.
pub(super) struct Transcoded<R> {
    reader: R,
    decoder: Decoder,
    encoding: &'static Encoding,
    /// How many bytes have been read.
    offset: u64,
    /// What has been decoded, and how much of it has been taken.
    text: String,
    taken: usize,
    ended: bool,
}

/// How much is decoded at once, in bytes of UTF-8.
const PIECE: usize = 16 * 1024;

impl<R: BufRead> Transcoded<R> {
    /// Reads from `reader`. A byte order mark is no part of the text.
    pub(super) fn new(reader: R, encoding: &'static Encoding) -> Transcoded<R> {
        let decoder = encoding.new_decoder_with_bom_removal();
        let text = String::with_capacity(PIECE);
        Transcoded { reader, decoder, encoding, offset: 0, text, taken: 0, ended: false }
    }

    /// Decodes the next piece.
    fn decode(&mut self) -> io::Result<()> {
        self.text.clear();
        self.taken = 0;
        while self.text.is_empty() && !self.ended {
            let bytes = self.reader.fill_buf()?;
            let last = bytes.is_empty();
            let (result, read) =
                self.decoder.decode_to_string_without_replacement(bytes, &mut self.text, last);
            self.reader.consume(read);
            self.offset += read as u64;
            match result {
                DecoderResult::InputEmpty => self.ended = last,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(_, _) => {
                    self.ended = true;
                    let (name, before) = (self.encoding.name(), self.offset);
                    let reason = format!("not {name} before byte {before}");
                    return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
                }
            }
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Transcoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.text.len() {
            self.decode()?;
        }
        let rest = &self.text.as_bytes()[self.taken..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.taken += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read};

    use encoding_rs::{Encoding, SHIFT_JIS, UTF_16LE, WINDOWS_1252};

    use super::Transcoded;

    fn read(bytes: &[u8], encoding: &'static Encoding) -> Result<String, String> {
        // Pieces that cut characters.
        let reader = BufReader::with_capacity(3, bytes);
        let mut text = String::new();
        let result = Transcoded::new(reader, encoding).read_to_string(&mut text);
        result.map(|_| text).map_err(|error| error.to_string())
    }

    #[test]
    fn piece_by_piece() {
        let text = "Zoë said “no”, 🙂.\n".repeat(5000);
        let utf16: Vec<u8> = "\u{FEFF}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(read(&utf16, UTF_16LE), Ok(text));
        assert_eq!(read(b"caf\xE9 \x93no\x94", WINDOWS_1252), Ok("café “no”".into()));
        assert_eq!(read(b"", WINDOWS_1252), Ok(String::new()));
        assert_eq!(read(b"a\x81", SHIFT_JIS), Err("not Shift_JIS before byte 2".into()));
    }
}
