use super::{Fields, table};

/// What a file has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// One document.
    Text,
    /// An object a line.
    JsonLines,
    /// A table, with this between its cells.
    Table(u8),
    /// A page.
    Html,
    /// A web archive.
    Warc,
    /// A Parquet file.
    Parquet,
}

impl Kind {
    /// Tells it from the start of the file, and from its name where the start
    /// says nothing.
    pub(crate) fn of(head: &[u8], name: &str, fields: &Fields) -> Kind {
        Kind::seen(head, fields).or_else(|| Kind::named(name)).unwrap_or(Kind::Text)
    }

    /// Tells it from the start of the file, if that is unlike text.
    fn seen(head: &[u8], fields: &Fields) -> Option<Kind> {
        let start = head.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(head).trim_ascii_start();
        // No article begins so.
        let object = start.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
        if object.is_some_and(|object| object.starts_with(b"\"")) {
            return Some(Kind::JsonLines);
        }
        if head.starts_with(b"PAR1") {
            return Some(Kind::Parquet);
        }
        if head.starts_with(b"WARC/") {
            return Some(Kind::Warc);
        }
        if is_html(start) {
            return Some(Kind::Html);
        }
        let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
        table::delimiter(&String::from_utf8_lossy(line), fields).map(Kind::Table)
    }

    /// Tells it from a name.
    pub(crate) fn named(name: &str) -> Option<Kind> {
        let mut parts = name.rsplit('.').map(str::to_ascii_lowercase);
        let mut extension = parts.next()?;
        if matches!(extension.as_str(), "gz" | "zst") {
            extension = parts.next()?;
        }
        match extension.as_str() {
            "jsonl" | "ndjson" | "json" => Some(Kind::JsonLines),
            "txt" | "text" => Some(Kind::Text),
            "csv" => Some(Kind::Table(b',')),
            "tsv" | "tab" => Some(Kind::Table(b'\t')),
            "html" | "htm" | "xhtml" => Some(Kind::Html),
            "warc" | "wet" => Some(Kind::Warc),
            "parquet" => Some(Kind::Parquet),
            _ => None,
        }
    }
}

/// Whether a page starts so, perhaps behind remarks.
fn is_html(mut start: &[u8]) -> bool {
    while let Some(rest) = start.strip_prefix(b"<!--") {
        let Some(end) = rest.windows(3).position(|window| window == b"-->") else { return false };
        start = rest[end + 3..].trim_ascii_start();
    }
    let starts = |with: &str| {
        let found = start.get(..with.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(with.as_bytes()))
    };
    ["<!doctype html", "<html", "<head", "<body", "<title"].into_iter().any(starts)
        // XHTML.
        || starts("<?xml") && start.windows(5).take(1024).any(|window| window == b"<html")
}

#[cfg(test)]
mod tests {
    use super::{Fields, Kind};

    #[test]
    fn by_content_before_name() {
        let of = |head: &[u8], name| Kind::of(head, name, &Fields::default());
        assert_eq!(of(b"\xEF\xBB\xBF\n { \"id\"", "a.txt"), Kind::JsonLines);
        assert_eq!(of(b"{}", "a.txt"), Kind::Text);
        assert_eq!(of(b"{}", "a.NDJSON"), Kind::JsonLines);
        assert_eq!(of(b"{x}", "-"), Kind::Text);
        assert_eq!(of(b"", "a.jsonl.gz"), Kind::JsonLines);
        assert_eq!(of(b"id\ttext\n", "a"), Kind::Table(b'\t'));
        assert_eq!(of(b"id;\"text\"\r\n1", "a.csv"), Kind::Table(b';'));
        assert_eq!(of(b"Some text, he said, is none.\n", "a"), Kind::Text);
        assert_eq!(of(b"id,body\n", "a.csv"), Kind::Table(b','));
        assert_eq!(of(b"<!-- no --> <!DOCTYPE HTML><p>", "a"), Kind::Html);
        assert_eq!(of(b"<!-- no", "a.txt"), Kind::Text);
        assert_eq!(of(b"<?xml version='1.0'?>\n<html>", "a"), Kind::Html);
        assert_eq!(of(b"<?xml version='1.0'?>\n<feed>", "a"), Kind::Text);
        assert_eq!(of(b"WARC/1.0\r\n", "a"), Kind::Warc);
        assert_eq!(of(b"PAR1", "a"), Kind::Parquet);
    }
}
