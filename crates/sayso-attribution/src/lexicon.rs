use crate::tables::{NOUNS, VERBS, WORDS, form};

/// What the lexicon knows of one written form. The default knows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// Bits of [`class`](crate::tables::class).
    pub(crate) classes: u32,
    /// Bits of [`form`](crate::tables::form): which forms of a verb it can be.
    pub(crate) forms: u8,
    verb: u16,
    noun: u16,
}

impl Word {
    pub(crate) const fn new(classes: u32, forms: u8, verb: u16, noun: u16) -> Word {
        Word { classes, forms, verb, noun }
    }

    /// Looks a token up, whatever its case and with either apostrophe.
    ///
    /// # Complexity
    ///
    /// Logarithmic in the size of the lexicon. Nothing is allocated: the longest
    /// form has less than 24 bytes, and a longer token is unknown.
    pub(crate) fn look_up(token: &str) -> Word {
        let mut buffer = [0; 24];
        let mut length = 0;
        for c in token.chars() {
            let c = if c == '’' { '\'' } else { c.to_ascii_lowercase() };
            let Some(place) = buffer.get_mut(length..length + c.len_utf8()) else {
                return Word::default();
            };
            length += c.encode_utf8(place).len();
        }
        let Ok(spelling) = core::str::from_utf8(&buffer[..length]) else { return Word::default() };
        match WORDS.binary_search_by_key(&spelling, |(known, _)| known) {
            Ok(index) => WORDS[index].1,
            Err(_) => Word::guess(spelling),
        }
    }

    /// What the ending of an unknown word tells: `barked`, `beaming`.
    fn guess(spelling: &str) -> Word {
        let odd = ["eed", "thing", "hundred", "sacred", "naked", "wicked", "spring", "string"];
        let forms = if odd.iter().any(|ending| spelling.ends_with(ending)) {
            0
        } else if spelling.len() > 4 && spelling.ends_with("ed") {
            form::PAST | form::PARTICIPLE
        } else if spelling.len() > 5 && spelling.ends_with("ing") {
            form::GERUND
        } else {
            0
        };
        Word { forms, ..Word::default() }
    }

    /// Whether it is of one of the classes.
    pub(crate) fn is(self, classes: u32) -> bool {
        self.classes & classes != 0
    }

    /// Whether it can be one of the forms of a verb.
    pub(crate) fn has_form(self, forms: u8) -> bool {
        self.forms & forms != 0
    }

    /// What it governs as a reporting verb: bits of
    /// [`frame`](crate::tables::frame), none if it is not one.
    pub(crate) fn verb_frames(self) -> u32 {
        VERBS[usize::from(self.verb)]
    }

    /// What it governs as a reporting noun.
    pub(crate) fn noun_frames(self) -> u32 {
        NOUNS[usize::from(self.noun)]
    }
}
