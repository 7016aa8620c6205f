/// What a file has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// One document.
    Text,
    /// An object a line.
    JsonLines,
}

impl Kind {
    /// Tells it from the start of the file, and from its name where the start
    /// says nothing.
    pub(crate) fn of(head: &[u8], name: &str) -> Kind {
        Kind::seen(head).or_else(|| Kind::named(name)).unwrap_or(Kind::Text)
    }

    /// Tells it from the start of the file, if that is unlike text.
    fn seen(head: &[u8]) -> Option<Kind> {
        let head = head.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(head).trim_ascii_start();
        // No article begins so.
        let object = head.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
        object.is_some_and(|object| object.starts_with(b"\"")).then_some(Kind::JsonLines)
    }

    /// Tells it from a name.
    pub(crate) fn named(name: &str) -> Option<Kind> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "jsonl" | "ndjson" | "json" => Some(Kind::JsonLines),
            "txt" | "text" => Some(Kind::Text),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn by_content_before_name() {
        assert_eq!(Kind::of(b"\xEF\xBB\xBF\n { \"id\"", "a.txt"), Kind::JsonLines);
        assert_eq!(Kind::of(b"{}", "a.txt"), Kind::Text);
        assert_eq!(Kind::of(b"{}", "a.NDJSON"), Kind::JsonLines);
        assert_eq!(Kind::of(b"{x}", "-"), Kind::Text);
        assert_eq!(Kind::of(b"", "a.jsonl"), Kind::JsonLines);
    }
}
