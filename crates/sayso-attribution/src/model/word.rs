use sayso_span::Span;

use super::{
    features::{hash_bytes, hash_more, hash_word},
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

/// Words that are their own key.
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "after", "against", "all", "although", "am", "an", "and", "any", "are", "as",
    "at", "be", "because", "been", "before", "being", "both", "but", "by", "can", "could", "did",
    "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in",
    "into", "is", "it", "its", "may", "might", "must", "n't", "no", "not", "of", "on", "or",
    "our", "over", "said", "says", "she", "should", "so", "than", "that", "the", "their", "them",
    "they", "this", "to", "us", "was", "we", "were", "what", "when", "where", "whether", "which",
    "while", "who", "whose", "why", "will", "with", "would", "you", "'s",
];

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
        let known = KNOWN[find(&KNOWN, lower_hash)];
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

/// Returns the bytes of a token, with typographic apostrophes as straight ones.
fn straight(token: &str) -> impl Iterator<Item = u8> {
    let bytes = token.as_bytes();
    let mut at = 0;
    core::iter::from_fn(move || {
        let byte = *bytes.get(at)?;
        // U+2019 and U+2018 are e2 80 99 and e2 80 98.
        if byte == 0xe2
            && bytes.get(at + 1) == Some(&0x80)
            && matches!(bytes.get(at + 2), Some(0x98 | 0x99))
        {
            at += 3;
            return Some(b'\'');
        }
        at += 1;
        Some(byte)
    })
}

/// What is counted to tell the shape of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Letters {
    letters: u32,
    digits: u32,
    upper: u32,
}

impl Letters {
    /// Counts a character.
    fn of(c: char) -> Letters {
        Letters {
            letters: u32::from(c.is_alphabetic()),
            digits: u32::from(c.is_numeric()),
            upper: u32::from(c.is_uppercase()),
        }
    }

    #[inline]
    fn add(&mut self, other: Letters) {
        self.letters += other.letters;
        self.digits += other.digits;
        self.upper += other.upper;
    }

    /// Returns the shape of a word, given whether its first letter is a capital.
    fn shape(self, first: bool) -> Shape {
        match (self.letters, self.digits, self.upper) {
            (0, 0, _) => Shape::Mark,
            (_, 1.., _) => Shape::Digits,
            (1, _, 1) => Shape::Letter,
            (_, _, 0) => Shape::Lower,
            (_, _, 1) if first => Shape::Capitalized,
            _ if self.upper == self.letters => Shape::Upper,
            _ => Shape::Mixed,
        }
    }
}

/// The last bytes of a word in lower case: words are seldom longer, and then
/// tell by their ends.
#[derive(Clone, Copy, Debug)]
struct Lower {
    bytes: [u8; Lower::LENGTH],
    len: usize,
    /// The hashes of the first bytes: of none, of one, and so on.
    hashes: [u32; Lower::LENGTH + 1],
}

impl Default for Lower {
    fn default() -> Lower {
        let len = 0;
        Lower { bytes: [0; Lower::LENGTH], len, hashes: [hash_word(""); Lower::LENGTH + 1] }
    }
}

impl Lower {
    const LENGTH: usize = 24;

    #[inline]
    fn push(&mut self, byte: u8) {
        if self.len == Lower::LENGTH {
            self.bytes.rotate_left(1);
            self.len -= 1;
        }
        self.bytes[self.len] = byte;
        self.hashes[self.len + 1] = hash_more(self.hashes[self.len], byte);
        self.len += 1;
    }

    /// Takes all bytes of a short word in ASCII, and counts its letters.
    #[inline]
    fn fill(&mut self, token: &[u8]) -> Letters {
        let mut letters = Letters::default();
        let (mut len, mut hash) = (0, hash_word(""));
        let places = self.bytes.iter_mut().zip(&mut self.hashes[1..]);
        for ((place, known), byte) in places.zip(token) {
            let (low, counts) = LETTERS[usize::from(*byte)];
            letters.add(counts);
            hash = hash_more(hash, low);
            (*place, *known) = (low, hash);
            len += 1;
        }
        self.len = len;
        letters
    }

    /// Finds the hashes anew, when others have gone before the bytes.
    fn hash_last(&mut self) {
        for at in 0..self.len {
            self.hashes[at + 1] = hash_more(self.hashes[at], self.bytes[at]);
        }
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// Returns the hash of all.
    fn hash(&self) -> u32 {
        self.hash_of(self.len)
    }

    /// Returns the hash of the first bytes, or of all if there are no more.
    fn hash_of(&self, count: usize) -> u32 {
        self.hashes[count.min(self.len)]
    }

    /// Returns the hash of the last bytes.
    fn end(&self, count: usize) -> u32 {
        hash_bytes(self.bytes()[self.len.saturating_sub(count)..].iter().copied())
    }

    /// Returns a hash of a regular word without the endings of verbs and plurals.
    fn stem(&self) -> u32 {
        let lower = self.bytes();
        let cut = |n: usize| &lower[..lower.len() - n];
        let rest = match lower {
            [_, _, .., b'i', b'e', b's' | b'd'] => {
                return hash_more(self.hash_of(lower.len() - 3), b'y');
            }
            [_, _, .., b'i', b'n', b'g'] if lower.len() > 5 => undouble(cut(3)),
            [_, _, .., b'e', b'd'] if lower.len() > 4 => undouble(cut(2)),
            [.., b's' | b'h' | b'x' | b'z', b'e', b's'] if lower.len() > 4 => cut(2),
            [_, .., b's', b's'] => lower,
            [_, _, .., b's'] => cut(1),
            _ => lower,
        };
        let rest = match rest {
            [head @ .., b'e'] if head.len() > 1 => head,
            _ => rest,
        };
        self.hash_of(rest.len())
    }
}

/// Each byte in lower case, digits as `0`, and what it counts if it is a letter of its
/// own.
static LETTERS: [(u8, Letters); 256] = {
    let none = Letters { letters: 0, digits: 0, upper: 0 };
    let (mut all, mut byte) = ([(0, none); 256], 0_u8);
    loop {
        let lower = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
        let counts = Letters {
            letters: byte.is_ascii_alphabetic() as u32,
            digits: byte.is_ascii_digit() as u32,
            upper: byte.is_ascii_uppercase() as u32,
        };
        all[byte as usize] = (lower, counts);
        if byte == u8::MAX {
            break all;
        }
        byte += 1;
    }
};

/// Irregular verbs that report, and the auxiliaries.
const IRREGULAR: &[(&str, &str)] = &[
    ("said", "say"),
    ("told", "tell"),
    ("wrote", "writ"),
    ("written", "writ"),
    ("writing", "writ"),
    ("write", "writ"),
    ("writes", "writ"),
    ("thought", "think"),
    ("knew", "know"),
    ("known", "know"),
    ("saw", "see"),
    ("seen", "see"),
    ("found", "find"),
    ("felt", "feel"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("took", "tak"),
    ("taken", "tak"),
    ("take", "tak"),
    ("made", "mak"),
    ("make", "mak"),
    ("makes", "mak"),
    ("went", "go"),
    ("gone", "go"),
    ("gave", "giv"),
    ("given", "giv"),
    ("held", "hold"),
    ("meant", "mean"),
    ("heard", "hear"),
    ("sought", "seek"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("kept", "keep"),
    ("paid", "pay"),
    ("got", "get"),
    ("came", "com"),
    ("was", "be"),
    ("were", "be"),
    ("is", "be"),
    ("are", "be"),
    ("am", "be"),
    ("been", "be"),
    ("being", "be"),
    ("'re", "be"),
    ("'m", "be"),
    ("has", "hav"),
    ("had", "hav"),
    ("having", "hav"),
    ("have", "hav"),
    ("'ve", "hav"),
    ("did", "do"),
    ("does", "do"),
    ("doing", "do"),
    ("done", "do"),
    ("left", "leav"),
    ("sang", "sing"),
    ("began", "begin"),
    ("begun", "begin"),
    ("swears", "swear"),
    ("led", "lead"),
    ("fought", "fight"),
];

/// A word that is listed.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// The hash of the word; 0 for none.
    word: u32,
    /// The hash of its stem; 0 if that is regular.
    stem: u32,
    is_function_word: bool,
}

/// Binary logarithm of the places in the table of listed words: a fourth of them are
/// taken.
const KNOWN_BITS: u32 = 9;

/// Returns the place where the word of this hash is, or is before.
const fn place(word: u32) -> usize {
    (word.wrapping_mul(0x9e37_79b9) >> (32 - KNOWN_BITS)) as usize
}

/// Returns the place that the word of this hash has in the table, or an empty one.
#[inline]
const fn find(table: &[Known; 1 << KNOWN_BITS], word: u32) -> usize {
    let mut at = place(word);
    while table[at].word != word && table[at].word != 0 {
        at = (at + 1) % table.len();
    }
    at
}

/// The listed words by their hashes.
static KNOWN: [Known; 1 << KNOWN_BITS] = {
    let none = Known { word: 0, stem: 0, is_function_word: false };
    let (mut table, mut next) = ([none; 1 << KNOWN_BITS], 0);
    while next < FUNCTION_WORDS.len() {
        let word = hash_word(FUNCTION_WORDS[next]);
        table[find(&table, word)] = Known { word, stem: 0, is_function_word: true };
        next += 1;
    }
    next = 0;
    while next < IRREGULAR.len() {
        let (word, stem) = (hash_word(IRREGULAR[next].0), hash_word(IRREGULAR[next].1));
        let at = find(&table, word);
        (table[at].word, table[at].stem) = (word, stem);
        next += 1;
    }
    table
};

/// Takes away the second of two equal consonants at the end: `admitt`.
fn undouble(stem: &[u8]) -> &[u8] {
    match stem {
        [head @ .., a, b] if a == b && !matches!(a, b'l' | b's' | b'e' | b'o') => {
            &stem[..head.len() + 1]
        }
        _ => stem,
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
    fn listed_words_are_known() {
        for word in FUNCTION_WORDS {
            let known = Word::new(word, (0..word.len()).into());
            assert_eq!(known.key, hash_word(word), "{word}");
        }
        for (word, stem) in IRREGULAR {
            assert_eq!(stem_of(word), hash_word(stem), "{word}");
        }
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
