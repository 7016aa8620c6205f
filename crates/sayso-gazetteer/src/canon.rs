//! Canonical forms: two strings are equal to the matcher where these are equal.

use alloc::{string::String, vec::Vec};

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

use crate::{
    Config,
    class::{is_apostrophe, is_hyphen, is_ignorable},
};

/// Which differences of writing are no differences, beside those that never
/// are: NFC and NFD, kinds of apostrophe, of hyphen and of white space, and
/// characters that are not seen.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Canon {
    /// `São` is `Sao`.
    pub(crate) drop_diacritics: bool,
    /// `Al-Jazeera` is `Al Jazeera`.
    pub(crate) hyphen_is_space: bool,
}

impl Canon {
    pub(crate) fn new(config: Config) -> Canon {
        Canon { drop_diacritics: !config.diacritics, hyphen_is_space: !config.hyphens }
    }

    /// Returns whether a character is white space to the matcher.
    pub(crate) fn is_space(self, c: char) -> bool {
        c.is_whitespace() || self.hyphen_is_space && is_hyphen(c)
    }

    /// Returns whether a text is known at a glance to be its own canonical form.
    #[inline]
    pub(crate) fn is_plain(self, text: &str) -> bool {
        let mut before = 0;
        text.bytes().all(|byte| {
            let plain = self.is_plain_after(before, byte);
            before = byte;
            plain
        })
    }

    /// Returns whether a byte is ASCII and stays as it is after another one.
    #[inline]
    pub(crate) fn is_plain_after(self, before: u8, byte: u8) -> bool {
        match byte {
            b' ' => before != b' ',
            b'-' => !self.hyphen_is_space,
            b'`' => false,
            _ => byte.is_ascii_graphic(),
        }
    }

    /// Appends the canonical form of a text that nothing precedes.
    ///
    /// Case stays. Where a canonical form is cut between two characters of which
    /// the second is no combining mark and not both are white space, the parts
    /// are the canonical forms of the parts of the text.
    pub(crate) fn exact(self, text: &str, out: &mut String) {
        if self.is_plain(text) {
            out.push_str(text);
            return;
        }
        let mut marks: Vec<(u8, char)> = Vec::new();
        let mut after_space = false;
        for c in text.chars() {
            if c.is_ascii_alphanumeric() {
                flush(&mut marks, out);
                out.push(c);
                after_space = false;
                continue;
            }
            if is_ignorable(c) {
                continue;
            }
            decompose_canonical(c, |c| {
                let class = canonical_combining_class(c);
                if class != 0 {
                    if !(self.drop_diacritics && is_diacritic(class)) {
                        marks.push((class, c));
                        after_space = false;
                    }
                    return;
                }
                flush(&mut marks, out);
                if self.is_space(c) {
                    if !after_space {
                        out.push(' ');
                    }
                    after_space = true;
                    return;
                }
                after_space = false;
                match c {
                    c if is_apostrophe(c) => out.push('\''),
                    c if is_hyphen(c) => out.push('-'),
                    c if self.drop_diacritics => match plain(c) {
                        Some(plain) => out.push_str(plain),
                        None => out.push(c),
                    },
                    c => out.push(c),
                }
            });
        }
        flush(&mut marks, out);
    }
}

/// Appends the case folding of a canonical form, which is in NFD again.
///
/// Full case folding in the sense of Unicode is what lower case, upper case and
/// lower case again make of a character, but for the dotless `ı`.
pub(crate) fn fold(exact: &str, out: &mut String) {
    for c in exact.chars() {
        fold_char(c, |c| out.push(c));
    }
}

#[inline]
fn fold_char(c: char, mut emit: impl FnMut(char)) {
    if c.is_ascii() {
        return emit(c.to_ascii_lowercase());
    }
    if c == 'ı' {
        return emit(c);
    }
    let up = c.to_lowercase().flat_map(char::to_uppercase);
    up.flat_map(char::to_lowercase).for_each(emit);
}

/// Combining marks in canonical order.
fn flush(marks: &mut Vec<(u8, char)>, out: &mut String) {
    if !marks.is_empty() {
        marks.sort_by_key(|&(class, _)| class);
        out.extend(marks.drain(..).map(|(_, c)| c));
    }
}

/// Accents of the alphabets, points of Hebrew, Arabic and Syriac; not the vowel
/// signs of other scripts, without which a word is another.
fn is_diacritic(class: u8) -> bool {
    matches!(class, 10..=36 | 200..)
}

/// Letters with a stroke, and ligatures, have no canonical decomposition, but
/// are written without it where diacritics are.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'Æ' => "AE",
        'æ' => "ae",
        'Ð' | 'Đ' => "D",
        'ð' | 'đ' => "d",
        'Ħ' => "H",
        'ħ' => "h",
        'ı' => "i",
        'Ł' => "L",
        'ł' => "l",
        'Ø' => "O",
        'ø' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'Þ' => "Th",
        'þ' => "th",
        'Ŧ' => "T",
        'ŧ' => "t",
        _ => return None,
    })
}
