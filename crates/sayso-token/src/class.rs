/// What a byte can be the first of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Class {
    /// White space.
    Space,
    /// `A` to `Z`, `a` to `z`.
    Letter,
    /// `0` to `9`.
    Digit,
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
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'\t'..=b'\r' | b' ' => Class::Space,
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            0x80.. => Class::Wide,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};
