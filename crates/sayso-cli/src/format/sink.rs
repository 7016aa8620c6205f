use std::io::{self, Write};

use super::Sheet;

/// Where encoded documents go, one after the other.
pub(crate) trait Sink {
    /// Writes a document.
    fn document(&mut self, sheet: &Sheet) -> io::Result<()>;

    /// Writes what it has held back.
    fn flush(&mut self) -> io::Result<()>;

    /// Writes what stands after the last document, and all that it has held back.
    fn finish(&mut self) -> io::Result<()>;

    /// Whether what has been written up to a document is the start of what will be
    /// in the end, so that a run can go on behind it.
    fn is_resumable(&self) -> bool {
        true
    }
}

/// What stands around documents.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Frame {
    /// Before the first.
    pub(crate) head: &'static str,
    /// Between two.
    pub(crate) separator: &'static str,
    /// After the last.
    pub(crate) tail: &'static str,
}

/// A sink for formats in which documents follow one another as they are.
pub(crate) struct Stream<W> {
    out: W,
    frame: Frame,
    /// Whether a document has been written.
    started: bool,
}

impl<W: Write> Stream<W> {
    /// Writes to `out`, where documents stand already if it is `started`.
    pub(crate) fn new(out: W, frame: Frame, started: bool) -> Stream<W> {
        Stream { out, frame, started }
    }
}

impl<W: Write> Sink for Stream<W> {
    fn document(&mut self, sheet: &Sheet) -> io::Result<()> {
        let before = if self.started { self.frame.separator } else { self.frame.head };
        self.started = true;
        self.out.write_all(before.as_bytes())?;
        self.out.write_all(&sheet.bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn finish(&mut self) -> io::Result<()> {
        if !self.started {
            self.out.write_all(self.frame.head.as_bytes())?;
        }
        self.out.write_all(self.frame.tail.as_bytes())?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Sheet, Sink, Stream};

    fn written(documents: &[&str], started: bool) -> String {
        let mut out = Vec::new();
        let frame = Frame { head: "(", separator: ",", tail: ")" };
        let mut stream = Stream::new(&mut out, frame, started);
        for document in documents {
            let mut sheet = Sheet::new("");
            sheet.bytes.extend(document.as_bytes());
            stream.document(&sheet).expect("memory can be written to");
        }
        stream.finish().expect("memory can be written to");
        String::from_utf8(out).expect("it is text")
    }

    #[test]
    fn a_frame() {
        assert_eq!(written(&["a", "b", "c"], false), "(a,b,c)");
        assert_eq!(written(&[], false), "()");
        assert_eq!(written(&["a"], true), ",a)");
        assert_eq!(written(&[], true), ")");
    }
}
