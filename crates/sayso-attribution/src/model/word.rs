use sayso_span::Span;

use super::{
    features::{hash_bytes, hash_more, hash_word},
    letters::{LETTERS, Letters, Lower, straight},
    listed::Known,
    tag::Tag,
};

/// A token, with all that the features of the model ask about it.
///
/// Strings are there as hashes: nothing but their equality matters. Where it
/// stands is not there: it has the number of its token.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The word as it stands, typographic apostrophes as straight ones.
    pub form: u32,
    /// In lower case, digits as `0`.
    pub lower: u32,
    /// Without the endings of verbs and plurals.
    pub stem: u32,
    /// How it is capitalized.
    pub shape: Shape,
    /// Part of speech.
    pub tag: Tag,
    /// The word itself if it is a function word or mark, else the tag.
    pub key: u32,
    /// Distributional classes, fine and coarse; 0 for a rare word.
    pub classes: [u32; 2],
    /// Where it stands to the quotations.
    pub quote: Quote,
    /// Whether it opens a paragraph and goes on with a quotation of the one
    /// before.
    pub resumes: bool,
}

/// The letters at the ends of a word: only the tagger asks for them, and then
/// they need not be kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ends {
    /// The last two and three letters.
    pub suffixes: [u32; 2],
    /// The first two letters.
    pub prefix: u32,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum Shape {
    /// In lower case.
    Lower,
    /// With an initial capital.
    Capitalized,
    /// In capitals, two or more.
    Upper,
    /// A single capital.
    Letter,
    /// With a capital inside.
    Mixed,
    /// With digits.
    Digits,
    /// Without letters and digits.
    Mark,
}

/// Where a word stands to the outermost quotations.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum Quote {
    /// In none.
    Outside,
    /// In one.
    Inside,
    /// It is the opening mark.
    Opening,
    /// It is the closing mark.
    Closing,
}

impl Quote {
    /// Returns whether it is a quotation mark.
    pub fn is_mark(self) -> bool {
        matches!(self, Quote::Opening | Quote::Closing)
    }
}

impl Word {
    /// Returns the word at `span`, without what must be learned from its
    /// surroundings: tag, key, classes, quotation.
    pub fn new(text: &str, span: Span) -> Word {
        Word::with_ends(text, span).0
    }

    /// Returns the word at `span` and the letters at its ends.
    pub fn with_ends(text: &str, span: Span) -> (Word, Ends) {
        let token = &text[span];
        let mut letters = Letters::default();
        let mut lower = Lower::default();
        // Lower-cases ASCII alone: other capitals are rare, and their small
        // letters can be longer than themselves.
        let (form, lower_hash);
        if token.len() <= Lower::LENGTH && token.is_ascii() {
            form = hash_bytes(token.bytes());
            letters = lower.fill(token.as_bytes());
            lower_hash = lower.hash();
        } else {
            (form, lower_hash) =
                straight(token).fold((hash_word(""), hash_word("")), |(form, all), byte| {
                    let (low, _) = LETTERS[usize::from(byte)];
                    lower.push(low);
                    (hash_more(form, byte), hash_more(all, low))
                });
            token.chars().for_each(|c| letters.add(Letters::of(c)));
            lower.hash_last();
        }
        let first = token.chars().next().is_some_and(char::is_uppercase);
        let shape = letters.shape(first);
        let known = Known::of(lower_hash);
        let own_key = shape == Shape::Mark || known.is_function_word;
        let ends = Ends { suffixes: [lower.end(2), lower.end(3)], prefix: lower.hash_of(2) };
        let word = Word {
            form,
            lower: lower_hash,
            stem: if known.stem == 0 { lower.stem() } else { known.stem },
            shape,
            tag: if shape == Shape::Mark { Tag::Mark } else { Tag::Noun },
            key: if own_key { lower_hash } else { 0 },
            classes: [0; 2],
            quote: Quote::Outside,
            resumes: false,
        };
        (word, ends)
    }

    /// Sets the tag, and the key if the word is not its own.
    pub fn set_tag(&mut self, tag: Tag) {
        self.tag = tag;
        if self.key <= Tag::COUNT as u32 {
            self.key = tag as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stem_of(word: &str) -> u32 {
        Word::new(word, (0..word.len()).into()).stem
    }

    #[test]
    fn forms_of_a_verb_have_one_stem() {
        for forms in [
            &["say", "says", "said", "saying"][..],
            &["admit", "admits", "admitted", "admitting", "Admitted"],
            &["deny", "denies", "denied", "denying"],
            &["argue", "argues", "argued", "arguing"],
            &["tell", "tells", "told", "telling"],
            &["write", "wrote", "writes", "written"],
            &["be", "is", "was", "are"],
        ] {
            for form in forms {
                assert_eq!(stem_of(form), stem_of(forms[0]), "{form}");
            }
        }
        assert_ne!(stem_of("said"), stem_of("told"));
    }

    #[test]
    fn function_words_are_their_own_keys() {
        assert_eq!(Word::new("Of", (0..2).into()).key, hash_word("of"));
        assert_eq!(Word::new("mayor", (0..5).into()).key, 0);
    }

    #[test]
    fn shapes() {
        for (word, shape) in [
            ("said", Shape::Lower),
            ("May", Shape::Capitalized),
            ("I", Shape::Letter),
            ("UK", Shape::Upper),
            ("McCain", Shape::Mixed),
            ("9th", Shape::Digits),
            ("—", Shape::Mark),
            ("Über", Shape::Capitalized),
        ] {
            assert_eq!(Word::new(word, (0..word.len()).into()).shape, shape, "{word}");
        }
    }

    #[test]
    fn apostrophes_are_alike() {
        assert_eq!(Word::new("’s", (0..4).into()).form, Word::new("'s", (0..2).into()).form);
        assert_eq!(Word::new("n’t", (0..5).into()).key, Word::new("n't", (0..3).into()).key);
    }
}
