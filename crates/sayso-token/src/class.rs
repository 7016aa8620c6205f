/// What a byte can be the first of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Class {
    /// White space.
    Space,
    /// `A` to `Z`, `a` to `z`.
    Letter,
    /// `0` to `9`.
    Digit,
    /// A mark that is always a token alone, and never inside a word.
    Lone,
    /// Any other ASCII character.
    Mark,
    /// A part of a character outside ASCII.
    Wide,
}

impl Class {
    /// Returns the class of a byte.
    #[inline]
    pub(crate) const fn of(byte: u8) -> Class {
        CLASSES[byte as usize]
    }

    /// Whether a word that consists of letters ends before the byte, whatever
    /// the letters and whatever follows.
    #[inline]
    pub(crate) const fn ends_word(byte: u8) -> bool {
        ENDS_WORD[byte as usize]
    }
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'\t'..=b'\r' | b' ' => Class::Space,
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b',' | b'"' | b')' | b'[' | b']' | b'{' | b'}' => Class::Lone,
            0x80.. => Class::Wide,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

static ENDS_WORD: [bool; 256] = {
    let mut ends = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let mark = matches!(byte as u8, b';' | b'!' | b'?' | b'(');
        ends[byte] = mark || matches!(CLASSES[byte], Class::Space | Class::Lone);
        byte += 1;
    }
    ends
};
