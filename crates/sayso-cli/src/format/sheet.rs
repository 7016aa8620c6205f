/// What is written of a document.
///
/// It is made by a thread that works, and handed to a [`Sink`](super::Sink).
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// What the document is called.
    pub(crate) name: String,
    /// Everything that is written of it.
    pub(crate) bytes: Vec<u8>,
    /// For formats that write files: the extension of each, and where it ends in
    /// `bytes`.
    files: Vec<(&'static str, usize)>,
}

impl Sheet {
    /// Starts a sheet for the document of that name.
    pub(crate) fn new(name: &str) -> Sheet {
        Sheet { name: name.into(), ..Sheet::default() }
    }

    /// Ends a file: what has been written since the last one has this extension.
    pub(crate) fn end_file(&mut self, extension: &'static str) {
        self.files.push((extension, self.bytes.len()));
    }

    /// Returns the extension and what is in it of each file.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&'static str, &[u8])> {
        let mut start = 0;
        self.files.iter().map(move |&(extension, end)| {
            let bytes = &self.bytes[start..end];
            start = end;
            (extension, bytes)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn files_follow_one_another() {
        let mut sheet = Sheet::new("a");
        sheet.bytes.extend(b"one");
        sheet.end_file("txt");
        sheet.end_file("ann");
        sheet.bytes.extend(b"two");
        sheet.end_file("log");
        let files: Vec<_> = sheet.files().collect();
        assert_eq!(files, [("txt", &b"one"[..]), ("ann", b""), ("log", b"two")]);
    }
}
