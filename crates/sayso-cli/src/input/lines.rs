use std::io::BufRead;

use super::{
    Problem,
    text::{BYTE_ORDER_MARK, not_utf8},
};

/// The lines of a file that are not blank, one at a time, with their numbers.
///
/// A byte order mark, line ends with a carriage return and a last line without
/// an end are fine, and no part of a line.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    reader: R,
    /// What the file is called in problems.
    label: String,
    buffer: Vec<u8>,
    number: u64,
    /// Where the line in the buffer starts, in bytes.
    offset: u64,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// Reads from `reader`, which is called `label` in problems.
    pub(crate) fn new(reader: R, label: String) -> Lines<R> {
        Lines { reader, label, buffer: Vec::new(), number: 0, offset: 0, ended: false }
    }

    /// Returns what it reads from.
    pub(crate) fn reader(&self) -> &R {
        &self.reader
    }

    /// Returns what the file is called in problems.
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// Returns the number of the line that was read last, from 1.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Goes to the next line that is not blank, and returns whether there is one.
    ///
    /// # Errors
    ///
    /// If the file cannot be read; after that there is no next line.
    pub(crate) fn advance(&mut self) -> Result<bool, Problem> {
        while !self.ended {
            self.offset += self.buffer.len() as u64;
            self.buffer.clear();
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => self.ended = true,
                Ok(_) => self.number += 1,
                Err(error) => {
                    self.ended = true;
                    return Err(Problem::io(&self.label, &error).line(self.number + 1));
                }
            }
            if !self.bytes().trim_ascii().is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns the line.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8.
    pub(crate) fn text(&self) -> Result<&str, Problem> {
        std::str::from_utf8(self.bytes()).map_err(|error| {
            let offset = self.offset + self.mark() as u64;
            not_utf8(&self.label, self.bytes(), &error, offset).line(self.number)
        })
    }

    /// Makes a problem of this line.
    pub(crate) fn problem(&self, reason: impl Into<String>) -> Problem {
        Problem::document(&self.label, reason).line(self.number)
    }

    fn bytes(&self) -> &[u8] {
        let line = &self.buffer[self.mark()..];
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// Returns the length of the byte order mark that the line starts with.
    fn mark(&self) -> usize {
        let marked = self.number == 1 && self.buffer.starts_with(BYTE_ORDER_MARK);
        if marked { BYTE_ORDER_MARK.len() } else { 0 }
    }
}
