use crate::{
    letters::Letters,
    wide::{self, Wide},
};

/// A text and ways to look at places in it. Places past the end read as
/// [`NOTHING`](Source::NOTHING), so that looking ahead needs no check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'t> {
    pub(crate) text: &'t str,
}

impl<'t> Source<'t> {
    /// What stands before and after the text.
    pub(crate) const NOTHING: u8 = b'\n';

    /// The byte at `at`.
    #[inline]
    pub(crate) fn byte(self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(Source::NOTHING)
    }

    /// The byte before `at`.
    #[inline]
    pub(crate) fn byte_before(self, at: usize) -> u8 {
        self.byte(at.wrapping_sub(1))
    }

    /// The character that starts at `at`, which is on a boundary.
    #[inline]
    pub(crate) fn char(self, at: usize) -> char {
        let byte = self.byte(at);
        if byte < 0x80 { char::from(byte) } else { self.wide_char(at) }
    }

    #[inline(never)]
    fn wide_char(self, at: usize) -> char {
        self.text[at..].chars().next().unwrap_or(char::from(Source::NOTHING))
    }

    /// The character that ends at `at`, which is on a boundary.
    pub(crate) fn char_before(self, at: usize) -> char {
        let byte = self.byte_before(at);
        if byte < 0x80 {
            return char::from(byte);
        }
        self.text[..at].chars().next_back().unwrap_or(char::from(Source::NOTHING))
    }

    /// The bytes from `start` to `end`.
    #[inline]
    pub(crate) fn bytes(self, start: usize, end: usize) -> &'t [u8] {
        &self.text.as_bytes()[start..end]
    }

    /// Whether a letter or digit, of any script, stands at `at`.
    #[inline]
    pub(crate) fn is_word_at(self, at: usize) -> bool {
        let byte = self.byte(at);
        byte.is_ascii_alphanumeric() || byte >= 0x80 && Wide::of(self.wide_char(at)).is_word()
    }

    /// Whether a letter or digit, of any script, ends at `at`, with its marks if
    /// it has any.
    pub(crate) fn is_word_before(self, at: usize) -> bool {
        let byte = self.byte_before(at);
        byte.is_ascii_alphanumeric()
            || byte >= 0x80 && {
                let wide = Wide::of(self.char_before(at));
                wide.is_word() || wide == Wide::Extend
            }
    }

    /// The length in bytes of the apostrophe at `at`: straight, curly or the
    /// letter; 0 if there is none.
    #[inline]
    pub(crate) fn apostrophe(self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            0xE2 if self.byte(at + 1) == 0x80 && self.byte(at + 2) == 0x99 => 3,
            0xCA if self.byte(at + 1) == 0xBC => 2,
            _ => 0,
        }
    }

    /// The end of what belongs to the character that ends at `at`.
    #[inline]
    pub(crate) fn extended(self, at: usize) -> usize {
        if self.byte(at) < 0x80 { at } else { self.wide_extended(at) }
    }

    #[inline(never)]
    fn wide_extended(self, mut at: usize) -> usize {
        while self.byte(at) >= 0x80 {
            let c = self.wide_char(at);
            if Wide::of(c) != Wide::Extend {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    /// The end of the word from `at` on: letters, digits and low lines of any
    /// script, with their marks. There is none if no letter or digit is at `at`.
    pub(crate) fn word(self, start: usize) -> usize {
        let mut at = start + Letters::of(&self.text.as_bytes()[start..]).length;
        // The kind of letters that may follow; none yet.
        let mut open = (at > start).then_some(Wide::Letter);
        loop {
            let byte = self.byte(at);
            let (wide, length) = if byte < 0x80 {
                if byte == b'_' && open != Some(Wide::Alone) {
                    open = None;
                    at += 1;
                    continue;
                }
                if !byte.is_ascii_alphanumeric() {
                    return at;
                }
                (Wide::Letter, 1)
            } else {
                let c = self.wide_char(at);
                (Wide::of(c), c.len_utf8())
            };
            match wide {
                Wide::Extend if at > start => {}
                Wide::Letter | Wide::Kana if open.is_none_or(|open| open == wide) => {
                    open = Some(wide);
                }
                Wide::Alone if at == start => open = Some(wide),
                Wide::Mark if open == Some(Wide::Letter) => {
                    let between = wide::is_between_letters(self.wide_char(at));
                    if !between || !self.is_letter_at(at + length) {
                        return at;
                    }
                }
                _ => return at,
            }
            at += length;
        }
    }

    /// Whether a letter that makes words with others stands at `at`.
    fn is_letter_at(self, at: usize) -> bool {
        let byte = self.byte(at);
        byte.is_ascii_alphabetic() || byte >= 0x80 && Wide::of(self.wide_char(at)) == Wide::Letter
    }

    /// The end of the ASCII letters from `at` on.
    #[inline]
    pub(crate) fn letters(self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_alphabetic() {
            at += 1;
        }
        at
    }

    /// The end of at most `limit` ASCII letters from `at` on.
    pub(crate) fn letters_up_to(self, at: usize, limit: usize) -> usize {
        let mut end = at;
        while end < at + limit && self.byte(end).is_ascii_alphabetic() {
            end += 1;
        }
        end
    }

    /// The end of the ASCII digits from `at` on.
    #[inline]
    pub(crate) fn digits(self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    /// The end of the repetitions of an ASCII byte from `at` on.
    #[inline]
    pub(crate) fn run(self, mut at: usize, byte: u8) -> usize {
        while self.byte(at) == byte {
            at += 1;
        }
        at
    }

    /// Where white space before `at` begins.
    pub(crate) fn skip_spaces_back(self, at: usize) -> usize {
        self.text[..at].trim_end().len()
    }
}
