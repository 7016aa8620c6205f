use std::{
    io::{self, BufRead, Read},
    sync::Arc,
};

use super::{
    Problem,
    draft::{FileName, Place},
    limit,
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
    /// The length of the line in the file, its end included. The buffer has nothing
    /// of a line that is too long.
    length: u64,
    /// How long a line may be, in bytes.
    longest: usize,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// Reads from `reader`, which is called `label` in problems.
    pub(crate) fn new(reader: R, label: String) -> Lines<R> {
        let file = Arc::new(FileName { name: label.clone(), label });
        let longest = usize::MAX;
        let buffer = Vec::new();
        Lines { reader, file, buffer, number: 0, offset: 0, length: 0, longest, ended: false }
    }

    /// Keeps no line in memory that is longer than this, in bytes: it is an error.
    pub(crate) fn limit(self, longest: usize) -> Lines<R> {
        Lines { longest, ..self }
    }

    /// Returns the number of the line that was read last, from 1.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Goes to the next line that is not blank, and returns whether there is one.
    ///
    /// # Errors
    ///
    /// If the line is too long, or, and then there is no next line, if the file
    /// cannot be read.
    pub(crate) fn advance(&mut self) -> Result<bool, Problem> {
        while !self.ended {
            self.offset += self.length;
            match self.read() {
                Ok(()) => {}
                Err(error) => {
                    self.ended = true;
                    return Err(Problem::io(&self.file.label, &error).line(self.number + 1));
                }
            }
            if self.length > self.buffer.len() as u64 {
                let problem = self.problem(limit::reason(self.longest));
                return Err(problem.hint(limit::HINT));
            }
            if !self.bytes().trim_ascii().is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads a line into the buffer, unless it is too long.
    fn read(&mut self) -> io::Result<()> {
        self.buffer.clear();
        // One more than it may have, for its end.
        let limit = (self.longest as u64).saturating_add(1);
        let read = self.reader.by_ref().take(limit).read_until(b'\n', &mut self.buffer)?;
        self.length = read as u64;
        if self.length == limit && !self.buffer.ends_with(b"\n") {
            self.length += self.reader.skip_until(b'\n')? as u64;
            self.buffer.clear();
        }
        self.ended = read == 0;
        self.number += u64::from(read > 0);
        Ok(())
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
        Place { file: Arc::clone(&self.file), unit: "line", line: Some(self.number), offset }
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
