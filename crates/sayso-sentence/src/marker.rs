use crate::chars;

/// What stands before an item of a list: `1.`, `2)`, `(3)`, `b.)`, `iv.`, with a
/// bullet or without. Its marks end no sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marker<'t> {
    /// After the marker.
    pub(crate) end: usize,
    /// The bullet or bracket before the number, and the marks after it.
    before: &'t str,
    after: &'t str,
    number: Number,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Number {
    Arabic(u32),
    Roman(usize),
    Letter(u8),
    /// `2.1`: there is no next one in the same line.
    Section,
}

/// Bullets that stand before an item.
const BULLETS: [char; 9] = ['•', '⁃', '‣', '◦', '▪', '*', '-', '–', '·'];

const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The next item of a list in one line is looked for in so many bytes.
const ITEM: usize = 400;

impl<'t> Marker<'t> {
    /// Reads the marker at the start of a sentence.
    #[inline]
    pub(crate) fn read(text: &'t str, start: usize) -> Option<Marker<'t>> {
        // Most sentences begin with a capital or a quotation mark, and no marker does.
        match text.as_bytes().get(start)? {
            b'A'..=b'Z' | b'"' | b'\'' => None,
            _ => Marker::item(text, start),
        }
    }

    fn item(text: &'t str, start: usize) -> Option<Marker<'t>> {
        let mut at = start;
        if let Some(bullet) = chars::at(text, at).filter(|c| BULLETS.contains(c)) {
            at += bullet.len_utf8();
            at += usize::from(text.as_bytes().get(at) == Some(&b' '));
        }
        at += usize::from(text.as_bytes().get(at) == Some(&b'('));
        let digits = text.as_bytes()[at..].iter().take(8);
        let word = digits.take_while(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase());
        let word = &text[at..at + word.count()];
        let number = Number::read(word)?;
        let marks = text.as_bytes()[at + word.len()..].iter().take(3);
        let marks = marks.take_while(|byte| matches!(byte, b'.' | b')')).count();
        let end = at + word.len() + marks;
        let bytes = text.as_bytes();
        if marks == 1 && bytes[end - 1] == b'.' && bytes.get(end).is_some_and(u8::is_ascii_digit) {
            return section(text, end);
        }
        // `No. 5.` needs a space, and so does `1.`; a `.com` needs none.
        let spaced = bytes.get(end).is_some_and(u8::is_ascii_whitespace);
        (marks > 0 && spaced).then_some(Marker {
            end,
            before: &text[start..at],
            after: &text[at + word.len()..end],
            number,
        })
    }

    /// Returns where the next item stands, or the first of another such list, if it
    /// stands in the same line.
    ///
    /// Looks at a bounded number of bytes, so that time stays linear in a text
    /// that is all markers.
    pub(crate) fn next_item(self, text: &str) -> Option<usize> {
        let mut buffer = [0_u8; 12];
        let next = self.number.next(&mut buffer)?;
        let first = self.number.first();
        let mut limit = text.len().min(self.end + ITEM);
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let rest = &text[self.end..limit];
        let line = &rest[..rest.find(chars::is_line_break).unwrap_or(rest.len())];
        let mut words = line.match_indices(' ').map(|(at, _)| at + 1);
        let begins = |at: &usize| {
            line[*at..].strip_prefix(self.before).is_some_and(|item| {
                [next, first].iter().any(|number| {
                    let after = item.strip_prefix(number);
                    let after = after.and_then(|after| after.strip_prefix(self.after));
                    after.is_some_and(|after| after.starts_with(' '))
                })
            })
        };
        Some(self.end + words.find(begins)?)
    }
}

/// The number of a section that ends with a period: `2.1.`
fn section<'t>(text: &'t str, start: usize) -> Option<Marker<'t>> {
    let number = text.as_bytes()[start..].iter().take(12);
    let length = number.take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    let end = start + length;
    let ends = text[start..end].ends_with('.') && text.as_bytes().get(end) == Some(&b' ');
    ends.then_some(Marker { end, before: "", after: "", number: Number::Section })
}

impl Number {
    fn read(word: &str) -> Option<Number> {
        match word.as_bytes() {
            [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] => word.parse().ok().map(Number::Arabic),
            // `i)` and `v)` are taken for Roman numbers: a list seldom gets as far as
            // the letters.
            [letter @ (b'a'..=b'h' | b'j'..=b'u' | b'w' | b'y' | b'z')] => {
                Some(Number::Letter(*letter))
            }
            _ => ROMAN.iter().position(|roman| *roman == word).map(Number::Roman),
        }
    }

    /// The number of the first item of such a list.
    fn first(self) -> &'static str {
        match self {
            Number::Arabic(_) => "1",
            Number::Letter(_) => "a",
            Number::Roman(_) | Number::Section => "i",
        }
    }

    /// Writes the number that comes next.
    fn next(self, buffer: &mut [u8; 12]) -> Option<&str> {
        match self {
            Number::Arabic(number) => {
                let (mut rest, mut at) = (number + 1, buffer.len());
                while rest > 0 {
                    at -= 1;
                    buffer[at] = b'0' + (rest % 10) as u8;
                    rest /= 10;
                }
                core::str::from_utf8(&buffer[at..]).ok()
            }
            Number::Letter(letter) => {
                buffer[0] = letter + 1;
                core::str::from_utf8(&buffer[..1]).ok()
            }
            Number::Roman(place) => ROMAN.get(place + 1).copied(),
            Number::Section => None,
        }
    }
}
