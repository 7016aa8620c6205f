use std::borrow::Cow;

/// Returns words of a text as they are shown on one line: line breaks, tabs and
/// runs of spaces as one space, and control characters as pictures of them, so
/// that no document can send commands to the terminal.
///
/// Spaces that must not be broken at stay as they are.
pub(super) fn on_one_line(text: &str) -> Cow<'_, str> {
    let disturbs = |c: char| c.is_control() || is_hidden(c);
    if !text.contains(disturbs) && !text.contains("  ") && text == text.trim_matches(' ') {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' => {
                if !line.is_empty() && !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            '\0'..='\u{1F}' => line.extend(char::from_u32(u32::from(c) + 0x2400)),
            '\u{7F}' => line.push('\u{2421}'),
            c if disturbs(c) => line.push(char::REPLACEMENT_CHARACTER),
            c => line.push(c),
        }
    }
    line.truncate(line.trim_end_matches(' ').len());
    Cow::Owned(line)
}

/// Marks that turn the order of the letters on the rest of a line. In a text
/// they are right; cut out of it they may have lost their other half.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn one_space_for_any_break() {
        assert_eq!(on_one_line("  a \r\n\tb\u{A0}c  "), "a b\u{A0}c");
        assert_eq!(on_one_line("a b"), "a b");
        assert_eq!(on_one_line(""), "");
    }

    #[test]
    fn no_commands_to_the_terminal() {
        assert_eq!(on_one_line("a\x1B[31mb\x7F\u{9B}c"), "a␛[31mb␡\u{FFFD}c");
        assert_eq!(on_one_line("a\u{202E}b"), "a\u{FFFD}b");
    }
}
