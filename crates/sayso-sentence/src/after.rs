use crate::{chars, lexicon::Classes};

/// What stands after a mark and the white space that follows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct After {
    /// The first character that opens nothing.
    pub(crate) first: First,
    /// Whether a quotation mark or a bracket opens before it.
    pub(crate) opened: bool,
    /// Where it stands.
    pub(crate) at: usize,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum First {
    /// A capital, or a letter of a script without case.
    Upper,
    Lower,
    Digit,
    Dash,
    Other,
}

/// No more marks than this open before a sentence.
const OPENERS: usize = 4;

impl After {
    #[inline]
    pub(crate) fn read(text: &str, start: usize) -> After {
        let mut at = start;
        let mut opened = 0;
        let first = loop {
            let Some(c) = chars::at(text, at) else { break First::Other };
            match c {
                'A'..='Z' => break First::Upper,
                'a'..='z' => break First::Lower,
                '0'..='9' => break First::Digit,
                '"' | '\'' | '“' | '‘' | '«' | '‹' | '(' | '[' | '{' | '`' | '„' | '‚' | '’'
                | '¿' | '¡' | '「' | '*' | '_'
                    if opened < OPENERS =>
                {
                    opened += 1;
                    at += c.len_utf8();
                }
                '-' | '–' | '—' | '―' => break First::Dash,
                _ if c.is_lowercase() => break First::Lower,
                _ if c.is_alphabetic() => break First::Upper,
                _ if c.is_numeric() => break First::Digit,
                _ => break First::Other,
            }
        };
        After { first, opened: opened > 0, at }
    }

    /// The ASCII letters of the first word, with apostrophes.
    #[inline]
    pub(crate) fn word(self, text: &str) -> &[u8] {
        word(text, self.at)
    }

    /// What is known about the first word.
    #[inline]
    pub(crate) fn classes(self, text: &str) -> Classes {
        Classes::of(self.word(text))
    }

    /// Whether the words report what was said: a few words at the most, then a
    /// verb as `asked`.
    pub(crate) fn reports(self, text: &str) -> bool {
        let mut at = self.at;
        for place in 0..5 {
            let word = word(text, at);
            if word.is_empty() {
                return false;
            }
            let classes = Classes::of(word);
            if place > 0 && word[0].is_ascii_lowercase() && classes.has(Classes::REPORTING) {
                return true;
            }
            let name = word[0].is_ascii_uppercase()
                || place > 0 && matches!(word, b"the" | b"of" | b"also" | b"then");
            if !name {
                return false;
            }
            at += word.len();
            if text.as_bytes().get(at) == Some(&b'.') && classes.is_abbreviation() {
                at += 1;
            }
            match text.as_bytes().get(at) {
                Some(b' ' | b'-') => at += 1,
                _ => return false,
            }
        }
        false
    }
}

fn word(text: &str, at: usize) -> &[u8] {
    let rest = &text.as_bytes()[at..];
    let letters =
        rest.iter().take(24).take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'\'');
    &rest[..letters.count()]
}
