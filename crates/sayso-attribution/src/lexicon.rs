use crate::{
    tables::{NOUNS, VERBS, WORDS, form},
    word_index::WordIndex,
};

/// Where the words of the lexicon stand.
static INDEX: WordIndex<16384> = {
    let mut index = WordIndex::new();
    let mut number = 0;
    while number < WORDS.len() {
        index.add(WORDS[number].0.as_bytes(), number);
        number += 1;
    }
    index
};

/// What the lexicon knows of one written form. The default knows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// Bits of [`class`](crate::tables::class).
    pub(crate) classes: u32,
    /// Bits of [`list`](crate::tables::list).
    lists: u16,
    /// Bits of [`form`](crate::tables::form): which forms of a verb it can be.
    pub(crate) forms: u8,
    verb: u16,
    noun: u16,
}

impl Word {
    pub(crate) const fn new(classes: u32, forms: u8, verb: u16, noun: u16) -> Word {
        Word { classes, lists: 0, forms, verb, noun }
    }

    /// Returns the word as one of the lists.
    pub(crate) const fn listed(self, lists: u16) -> Word {
        Word { lists, ..self }
    }

    /// Looks a token up, whatever its case and with either apostrophe.
    ///
    /// # Complexity
    ///
    /// One place of a table is looked at, or few. Nothing is allocated: the longest
    /// form has less than 24 bytes, and a longer token is unknown.
    pub(crate) fn look_up(token: &str) -> Word {
        let mut buffer = [0; LONGEST];
        let Some(spelling) = fold(token, &mut buffer) else { return Word::default() };
        let number = INDEX.find(spelling, |number| WORDS[number].0.as_bytes() == spelling);
        let word = number.map_or(Word::default(), |number| WORDS[number].1);
        // That a word is listed tells nothing else.
        if word.classes == 0 && word.forms == 0 && word.verb == 0 && word.noun == 0 {
            return Word { forms: Word::guess(spelling), ..word };
        }
        word
    }

    /// What the ending of an unknown word tells: `barked`, `beaming`.
    fn guess(spelling: &[u8]) -> u8 {
        let odd = ["eed", "thing", "hundred", "sacred", "naked", "wicked", "spring", "string"];
        let forms = if spelling.len() > 4 && spelling.ends_with(b"ed") {
            form::PAST | form::PARTICIPLE
        } else if spelling.len() > 5 && spelling.ends_with(b"ing") {
            form::GERUND
        } else {
            0
        };
        let is_odd = || odd.iter().any(|ending| spelling.ends_with(ending.as_bytes()));
        if forms != 0 && is_odd() { 0 } else { forms }
    }

    /// Whether it is of one of the classes.
    pub(crate) fn is(self, classes: u32) -> bool {
        self.classes & classes != 0
    }

    /// Whether it is in one of the lists.
    pub(crate) fn is_listed(self, lists: u16) -> bool {
        self.lists & lists != 0
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

/// A token of more bytes is unknown.
const LONGEST: usize = 24;

/// Returns a token in lower case with a straight apostrophe, for which there is
/// room if it is needed, unless it is too long.
fn fold<'w>(token: &'w str, buffer: &'w mut [u8; LONGEST]) -> Option<&'w [u8]> {
    if token.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Some(token.as_bytes()).filter(|bytes| bytes.len() <= LONGEST);
    }
    let mut length = 0;
    let mut put = |part: &str| {
        buffer.get_mut(length..length + part.len())?.copy_from_slice(part.as_bytes());
        length += part.len();
        Some(())
    };
    if token.is_ascii() {
        put(token)?;
    } else {
        for (number, piece) in token.split('’').enumerate() {
            put(if number == 0 { "" } else { "'" })?;
            put(piece)?;
        }
    }
    let folded = &mut buffer[..length];
    folded.make_ascii_lowercase();
    Some(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_whatever_its_case() {
        for (word, known) in &WORDS {
            let found = Word::look_up(&word.replace('\'', "’").to_ascii_uppercase());
            assert_eq!((found.classes, found.lists), (known.classes, known.lists), "{word}");
            assert_eq!((found.verb, found.noun), (known.verb, known.noun), "{word}");
            assert_eq!(found.forms & known.forms, known.forms, "{word}");
        }
    }

    #[test]
    fn a_word_that_is_too_long_is_unknown() {
        for word in ["unstatedlyoverlongwhenjoined", "’’’’’’’’’’’’’’’’’’’’’’’’’", "", "zzzz"]
        {
            assert_eq!(Word::look_up(word).classes, 0, "{word}");
        }
    }
}
