use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

use super::{Frame, Sheet, Sink};

/// A sink that writes files of their own for every document, into a folder.
///
/// Files are named after documents. A file that is there already is replaced, and
/// under its name there is never half of it.
pub(crate) struct Folder {
    path: PathBuf,
    /// What stands around the document in each file.
    frame: Frame,
    /// The names that have been given, so that no document takes the place of
    /// another.
    used: HashSet<String>,
}

impl Folder {
    /// Makes the folder, if there is none, with a file that all others need.
    pub(crate) fn create(
        path: &Path,
        frame: Frame,
        companion: Option<(&str, &str)>,
    ) -> io::Result<Folder> {
        fs::create_dir_all(path)?;
        let folder = Folder { path: path.into(), frame, used: HashSet::new() };
        if let Some((name, contents)) = companion {
            folder.write(name, &[contents.as_bytes()])?;
        }
        Ok(folder)
    }

    /// Writes a file at once.
    fn write(&self, name: &str, parts: &[&[u8]]) -> io::Result<()> {
        let part = self.path.join(format!(".{name}.part"));
        fs::write(&part, parts.concat())?;
        fs::rename(part, self.path.join(name))
    }

    /// Returns a name that no other document has been given.
    fn name(&mut self, document: &str) -> String {
        let name = file_name(document);
        // On some systems letters are the same whatever their case.
        let mut unique = name.clone();
        let mut count = 1;
        while !self.used.insert(unique.to_lowercase()) {
            count += 1;
            unique = format!("{name}-{count}");
        }
        unique
    }
}

impl Sink for Folder {
    fn document(&mut self, sheet: &Sheet) -> io::Result<()> {
        let name = self.name(&sheet.name);
        let Frame { head, tail, .. } = self.frame;
        for (extension, bytes) in sheet.files() {
            self.write(
                &format!("{name}.{extension}"),
                &[head.as_bytes(), bytes, tail.as_bytes()],
            )?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn is_resumable(&self) -> bool {
        false
    }
}

/// Makes the name of a document one that a file can have: letters and digits stay,
/// and so do hyphens and periods; `.txt` at its end goes.
fn file_name(document: &str) -> String {
    /// In bytes. Systems allow 255, and what is added needs some.
    const LONGEST: usize = 120;
    let document = document.trim_start_matches(['.', '/']);
    let document = document.strip_suffix(".txt").unwrap_or(document);
    let mut name = String::new();
    for c in document.chars() {
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        name.push(if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' });
    }
    if name.trim_matches(['.', '_', '-']).is_empty() { "document".into() } else { name }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_of_files() {
        assert_eq!(file_name("../news/a b.txt"), "news_a_b");
        assert_eq!(file_name("https://example.org/é?x=1"), "https___example.org_é_x_1");
        for nothing in ["", "-", "..", "/"] {
            assert_eq!(file_name(nothing), "document");
        }
        assert_eq!(file_name(&"é".repeat(100)).len(), 120);
    }
}
