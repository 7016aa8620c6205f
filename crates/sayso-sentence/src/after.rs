use crate::{
    chars,
    lexicon::{Abbreviation, Classes},
};

/// What stands after a mark and the white space that follows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct After {
    /// The first character that opens nothing.
    pub(crate) first: First,
    /// What opens before it.
    pub(crate) opener: Opener,
    /// Where it stands.
    pub(crate) at: usize,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum First {
    /// A capital, or a letter of a script without case.
    Upper,
    Lower,
    Digit,
    /// A dash, and a lower case letter after it or not.
    Dash {
        lower: bool,
    },
    /// Something that a sentence can begin with: an amount, a hashtag, a bullet.
    Symbol,
    /// Something that a sentence cannot begin with, or the end of the text.
    Other,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Opener {
    Nothing,
    Quotation,
    Bracket,
}

/// No more marks than this open before a sentence.
const OPENERS: usize = 4;

impl After {
    #[inline]
    pub(crate) fn read(text: &str, start: usize) -> After {
        let bytes = text.as_bytes();
        match bytes.get(start) {
            Some(b'A'..=b'Z') => After { first: First::Upper, opener: Opener::Nothing, at: start },
            Some(b'a'..=b'z') => After { first: First::Lower, opener: Opener::Nothing, at: start },
            _ => After::read_all(text, start),
        }
    }

    fn read_all(text: &str, start: usize) -> After {
        let mut at = start;
        let mut opener = Opener::Nothing;
        let mut opened = 0;
        let first = loop {
            let Some(c) = chars::at(text, at) else { break First::Other };
            let next = at + c.len_utf8();
            match c {
                'A'..='Z' => break First::Upper,
                'a'..='z' => break First::Lower,
                '0'..='9' => break First::Digit,
                '"' | '\'' | '“' | '‘' | '«' | '‹' | '`' | '„' | '‚' | '’' | '»' | '”' | '「'
                    if opened < OPENERS =>
                {
                    if opener == Opener::Nothing {
                        opener = Opener::Quotation;
                    }
                    opened += 1;
                    at = next;
                }
                '(' | '[' | '{' | '¿' | '¡' | '_' if opened < OPENERS => {
                    if opener == Opener::Nothing && matches!(c, '(' | '[' | '{') {
                        opener = Opener::Bracket;
                    }
                    opened += 1;
                    at = next;
                }
                // `" We left . "`
                ' ' if opener == Opener::Quotation && opened < OPENERS => {
                    opened += 1;
                    at = next;
                }
                '-' | '–' | '—' | '―' => {
                    let rest = text[at..].trim_start_matches(['-', '–', '—', '―', ' ']);
                    break First::Dash { lower: rest.starts_with(char::is_lowercase) };
                }
                '$' | '£' | '€' | '¥' | '#' | '@' | '<' | '*' | '.' | '…' | '>' => {
                    break First::Symbol;
                }
                _ if c.is_lowercase() => break First::Lower,
                _ if c.is_alphabetic() => break First::Upper,
                _ if c.is_numeric() => break First::Digit,
                _ if !c.is_ascii() => break First::Symbol,
                _ => break First::Other,
            }
        };
        After { first, opener, at }
    }

    /// What is known about the first word.
    #[inline]
    pub(crate) fn classes(self, text: &str) -> Classes {
        Classes::of(self.word(text))
    }

    /// Whether the first word can only be the first of a sentence, going by what
    /// it is: `The`, `Mr.`, or a word after an opening mark.
    pub(crate) fn starts(self, text: &str) -> bool {
        if self.first != First::Upper {
            return false;
        }
        let word = word(text, self.at);
        let title = || {
            text.as_bytes().get(self.at + word.len()) == Some(&b'.')
                && Abbreviation::of(word) == Some(Abbreviation::Title)
        };
        // In a text that is all capitals a capital says nothing.
        Classes::of(word).has(Classes::START) && !is_shouted(word)
            || self.opener == Opener::Quotation
            || self.opener == Opener::Nothing && title()
    }

    /// The ASCII letters of the first word, with apostrophes.
    pub(crate) fn word(self, text: &str) -> &[u8] {
        word(text, self.at)
    }

    /// Whether the first word is a small word in a text that is all capitals.
    pub(crate) fn is_shouted(self, text: &str) -> bool {
        let word = word(text, self.at);
        is_shouted(word) && Classes::of(word).has(Classes::START)
    }

    /// Whether the words report what was said: a few words at the most, and among
    /// them a verb as `asked`.
    pub(crate) fn reports(self, text: &str) -> bool {
        let mut at = self.at;
        for place in 0..7 {
            let word = word(text, at);
            let Some(&first) = word.first() else { return false };
            if place > 0 && first.is_ascii_lowercase() && Classes::of(word).has(Classes::REPORTING)
            {
                return true;
            }
            // `He answered` with a capital begins a sentence; `he answered` does not.
            if place == 0
                && first.is_ascii_uppercase()
                && word != b"I"
                && Classes::of(word).has(Classes::START)
            {
                return false;
            }
            let subject = first.is_ascii_uppercase()
                || matches!(
                    word,
                    b"he" | b"she" | b"they" | b"it" | b"we" | b"the" | b"a" | b"of" | b"also"
                );
            if !subject {
                return false;
            }
            at += word.len();
            if text.as_bytes().get(at) == Some(&b'.') && word.len() <= 8 {
                at += 1;
            }
            match text.as_bytes().get(at) {
                Some(b' ' | b'-') => at += 1,
                _ => return false,
            }
        }
        false
    }

    /// Whether no more than a name follows in the line: `— Ann Lee`.
    pub(crate) fn signs(self, text: &str) -> bool {
        let rest = &text.as_bytes()[self.at..];
        let line = rest.iter().take(SIGNATURE).position(|byte| matches!(byte, b'\n' | b'\r'));
        let line = match line {
            Some(end) => &rest[..end],
            None if rest.len() < SIGNATURE => rest,
            None => return false,
        };
        !line.iter().any(|byte| matches!(byte, b'.' | b'!' | b'?' | b':'))
    }
}

/// Whether a word is all capitals, the pronoun and the article aside.
fn is_shouted(word: &[u8]) -> bool {
    word.len() > 1 && word.iter().all(u8::is_ascii_uppercase)
}

/// The longest signature, in bytes.
const SIGNATURE: usize = 60;

/// The ASCII letters of a word, with apostrophes.
fn word(text: &str, at: usize) -> &[u8] {
    let rest = &text.as_bytes()[at..];
    let letters = rest.iter().take(24);
    let letters = letters.take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'\'');
    &rest[..letters.count()]
}
