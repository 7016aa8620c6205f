use std::io::{self, BufRead, BufReader, Read};

use super::source::{BUFFER, Reader};

/// How a file is compressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Compression {
    Gzip,
    Zstd,
    Bzip2,
    Xz,
}

impl Compression {
    /// Tells it from the start of a file.
    pub(super) fn of(head: &[u8]) -> Option<Compression> {
        match head {
            [0x1F, 0x8B, 8, ..] => Some(Compression::Gzip),
            [0x28, 0xB5, 0x2F, 0xFD, ..] => Some(Compression::Zstd),
            [b'B', b'Z', b'h', b'1'..=b'9', b'1', b'A', b'Y', ..] => Some(Compression::Bzip2),
            [0xFD, b'7', b'z', b'X', b'Z', 0, ..] => Some(Compression::Xz),
            _ => None,
        }
    }

    /// Returns what reads the files that it makes.
    pub(super) fn program(self) -> &'static str {
        match self {
            Compression::Gzip => "gzip -dc",
            Compression::Zstd => "zstd -dc",
            Compression::Bzip2 => "bzip2 -dc",
            Compression::Xz => "xz -dc",
        }
    }

    /// Undoes it, if this program can.
    pub(super) fn undo(self, reader: Reader) -> io::Result<Option<Reader>> {
        let plain: Box<dyn Read + Send> = match self {
            // A file may be several that were joined, as WARC files always are.
            Compression::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(reader)),
            Compression::Zstd => Box::new(zstd::Decoder::with_buffer(reader)?),
            Compression::Bzip2 | Compression::Xz => return Ok(None),
        };
        let plain = Explained { reader: plain, compression: self };
        let mut plain: Reader = BufReader::with_capacity(BUFFER, Box::new(plain));
        plain.fill_buf()?;
        Ok(Some(plain))
    }
}

/// A reader whose errors say that they are those of a compressed file.
struct Explained<R> {
    reader: R,
    compression: Compression,
}

impl<R: Read> Read for Explained<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buffer).map_err(|error| {
            let kind = match self.compression {
                Compression::Zstd => "Zstandard",
                _ => "gzip",
            };
            match error.kind() {
                io::ErrorKind::Interrupted => error,
                io::ErrorKind::UnexpectedEof => {
                    io::Error::new(error.kind(), format!("the {kind} file is cut off"))
                }
                // What the libraries say of wrong bytes, and not what the system does.
                _ if error.raw_os_error().is_none() => {
                    io::Error::new(error.kind(), format!("the {kind} file is damaged: {error}"))
                }
                _ => error,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Compression;

    #[test]
    fn told_from_text() {
        assert_eq!(Compression::of(b"\x1F\x8B\x08\x00"), Some(Compression::Gzip));
        assert_eq!(Compression::of(b"BZh91AY&SY"), Some(Compression::Bzip2));
        assert_eq!(Compression::of(b"BZhou"), None);
        assert_eq!(Compression::of(b""), None);
    }
}
