use std::fmt;

/// Words as XML has them, and HTML too: in elements and in attributes with double
/// quotation marks.
///
/// Characters that no XML document may have are shown as U+FFFD, one for each.
pub(crate) struct Escaped<'t>(pub(crate) &'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(needs_care) {
            let (before, from) = rest.split_at(at);
            f.write_str(before)?;
            let c = from.chars().next().expect("a character has been found");
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                // A reader would make a line feed of it.
                '\r' => f.write_str("&#13;")?,
                _ => f.write_str("\u{FFFD}")?,
            }
            rest = &from[c.len_utf8()..];
        }
        f.write_str(rest)
    }
}

fn needs_care(c: char) -> bool {
    match c {
        '&' | '<' | '>' | '"' | '\r' => true,
        '\t' | '\n' => false,
        '\u{FFFE}' | '\u{FFFF}' => true,
        c => c < ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn what_needs_care() {
        assert_eq!(Escaped("<a href=\"x\">&").to_string(), "&lt;a href=&quot;x&quot;&gt;&amp;");
        assert_eq!(Escaped("é\t\n\r\u{0}\u{1B}é").to_string(), "é\t\n&#13;\u{FFFD}\u{FFFD}é");
        assert_eq!(Escaped("").to_string(), "");
    }
}
