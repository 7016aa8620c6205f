use std::{io::BufRead, sync::Arc};

use super::{
    Problem,
    draft::{FileName, Place},
    text::{self, BYTE_ORDER_MARK},
};

/// The lines of a file that are not blank, one at a time, with their numbers.
///
/// A byte order mark, line ends with a carriage return and a last line without
/// an end are fine, and no part of a line.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    reader: R,
    file: Arc<FileName>,
    buffer: Vec<u8>,
    number: u64,
    /// Where the line in the buffer starts, in bytes.
    offset: u64,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// Reads from `reader`, which is called `label` in problems.
    pub(crate) fn new(reader: R, label: String) -> Lines<R> {
        let file = Arc::new(FileName { name: label.clone(), label });
        Lines { reader, file, buffer: Vec::new(), number: 0, offset: 0, ended: false }
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
                    return Err(Problem::io(&self.file.label, &error).line(self.number + 1));
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
        text::utf8(&self.place(), self.bytes())
    }

    /// Makes a problem of this line.
    pub(crate) fn problem(&self, reason: impl Into<String>) -> Problem {
        self.place().problem(reason)
    }

    /// Returns where the line stands.
    pub(super) fn place(&self) -> Place {
        let offset = self.offset + self.mark() as u64;
        Place { file: Arc::clone(&self.file), line: Some(self.number), offset }
    }

    /// Returns the line, whatever it is.
    pub(super) fn bytes(&self) -> &[u8] {
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
