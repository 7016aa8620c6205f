//! The heads of messages, as they are in web archives.

use std::io::{self, BufRead, Read};

use super::web::Form;

/// The head of a response.
#[derive(Debug)]
pub(super) struct Head {
    status: u16,
    pub(super) headers: Headers,
}

/// The lines of a head.
#[derive(Clone, Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

impl Head {
    /// Reads a head of so many bytes at most; nothing if it is none.
    pub(super) fn read(reader: &mut impl BufRead, limit: u64) -> io::Result<Option<Head>> {
        let mut line = Vec::new();
        reader.take(limit).read_until(b'\n', &mut line)?;
        let line = String::from_utf8_lossy(&line);
        // HTTP/1.1 200 OK
        let status = line.split(' ').nth(1).and_then(|status| status.trim().parse().ok());
        let (true, Some(status)) = (line.starts_with("HTTP/"), status) else { return Ok(None) };
        Ok(Some(Head { status, headers: Headers::read(reader, limit)? }))
    }

    /// Returns what the body is, if it is the page that was asked for.
    pub(super) fn form(&self) -> Option<Form> {
        let found = (200..300).contains(&self.status);
        Form::of(self.headers.get("content-type").unwrap_or_default()).filter(|_| found)
    }
}

impl Headers {
    /// Reads lines up to an empty one, of so many bytes at most.
    pub(super) fn read(reader: &mut impl BufRead, limit: u64) -> io::Result<Headers> {
        let mut reader = reader.take(limit);
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = reader.read_until(b'\n', &mut line)?;
            if read == 0 || line.trim_ascii().is_empty() {
                return Ok(Headers(headers));
            }
            let text = String::from_utf8_lossy(&line);
            match (text.split_once(':'), headers.last_mut()) {
                // A line that goes on.
                (_, Some((_, value))) if text.starts_with([' ', '\t']) => {
                    *value = format!("{value} {}", text.trim());
                }
                (Some((name, value)), _) => {
                    headers.push((name.trim().to_ascii_lowercase(), value.trim().into()));
                }
                (None, _) => {}
            }
        }
    }

    /// Returns what stands behind a name, which is in small letters.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
