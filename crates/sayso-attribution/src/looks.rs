use crate::{
    lexicon::Word,
    tag::{self, Tag},
};

/// What the letters of a token tell of its part of speech wherever it stands, so
/// that they are read once for all places that spell it so.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Looks {
    /// Bits of [`look`].
    bits: u16,
    /// The tag that it has whatever stands around it, unless that matters. An
    /// apostrophe and a hyphen may have another.
    pub(crate) always: Option<Tag>,
    /// The tag that its ending suggests.
    pub(crate) ending: Option<Tag>,
}

/// The bits of [`Looks`].
pub(crate) mod look {
    /// Its first character is a letter.
    pub(crate) const LETTER: u16 = 1;
    /// It starts with a capital.
    pub(crate) const CAPITAL: u16 = 1 << 1;
    /// It joins words if it stands between them without white space.
    pub(crate) const HYPHEN: u16 = 1 << 2;
    /// An apostrophe, which may be a quotation mark.
    pub(crate) const APOSTROPHE: u16 = 1 << 3;
    /// `'s`
    pub(crate) const APOSTROPHE_S: u16 = 1 << 4;
    /// Behind it, an apostrophe is a genitive: `Jones’`
    pub(crate) const SIBILANT: u16 = 1 << 5;
    /// It may be a plural.
    pub(crate) const PLURAL: u16 = 1 << 6;
    /// It may begin what a verb before it governs.
    pub(crate) const COMPLEMENT: u16 = 1 << 7;
    /// `of`, `from` or `by`
    pub(crate) const OF: u16 = 1 << 8;
    pub(crate) const I: u16 = 1 << 9;
    pub(crate) const TO: u16 = 1 << 10;
    pub(crate) const THERE: u16 = 1 << 11;
    pub(crate) const THAT: u16 = 1 << 12;
    pub(crate) const HER: u16 = 1 << 13;
}

impl Looks {
    /// Reads a token of which the lexicon knows this.
    pub(crate) fn new(text: &str, word: Word) -> Looks {
        let Some(first) = text.chars().next() else {
            return Looks { always: Some(Tag::Other), ..Looks::default() };
        };
        let capital = first.is_uppercase();
        let sibilant = text.ends_with(['s', 'S', 'z', 'x']);
        let quotes = matches!(first, '"' | '“' | '‘' | ':');
        let of = |bit: u16, yes: bool| if yes { bit } else { 0 };
        let mark = if first.is_ascii_alphabetic() { None } else { mark(text, first) };
        let letter = mark != Some(Tag::Mark) && first.is_alphabetic();
        let bits = of(look::LETTER, letter)
            | of(look::CAPITAL, capital)
            | of(look::SIBILANT, sibilant)
            | of(look::PLURAL, sibilant && text.ends_with('s') || text.ends_with("ople"))
            | of(look::COMPLEMENT, capital || quotes || text == "to");
        let ending = if word.forms == 0 { ending(text) } else { None };
        let looks = Looks { bits: bits | small(text), always: mark, ending };
        Looks { always: mark.or_else(|| tag::alone(word, looks)), ..looks }
    }

    /// Whether one of the bits is set.
    #[inline]
    pub(crate) fn is(self, bits: u16) -> bool {
        self.bits & bits != 0
    }
}

/// The bits of small words and marks that mean something of their own.
fn small(text: &str) -> u16 {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    match text.len() {
        1 if text == "I" => look::I,
        1 if text == "'" => look::APOSTROPHE,
        1 if text == "-" => look::HYPHEN,
        2 if matches!(text, "of" | "by") => look::OF,
        2 if is("to") => look::TO,
        2 if matches!(text, "'s" | "'S") => look::APOSTROPHE_S,
        3 if text == "’" => look::APOSTROPHE,
        3 if matches!(text, "‐" | "‑" | "–") => look::HYPHEN,
        3 if is("her") => look::HER,
        4 if text == "from" => look::OF,
        4 if is("that") => look::THAT,
        4 if matches!(text, "’s" | "’S") => look::APOSTROPHE_S,
        5 if is("there") => look::THERE,
        _ => 0,
    }
}

/// The tag of a mark or a number.
fn mark(text: &str, first: char) -> Option<Tag> {
    Some(match text {
        "," => Tag::Comma,
        "." | "!" | "?" | "..." | "…" | "?!" | "!?" => Tag::Stop,
        ":" => Tag::Colon,
        ";" => Tag::Semicolon,
        "--" | "---" | "-" => Tag::Dash,
        "(" | "[" | "{" => Tag::Open,
        ")" | "]" | "}" => Tag::Close,
        "''" | "``" => Tag::Mark,
        _ => match first {
            '–' | '—' | '―' => Tag::Dash,
            '"' | '“' | '”' | '„' | '‟' | '‘' | '’' | '\'' | '«' | '»' | '‹' | '›' | '「'
            | '」' | '『' | '』'
                if text.chars().count() == 1 =>
            {
                Tag::Mark
            }
            '$' | '£' | '€' => Tag::Number,
            c if c.is_numeric() => Tag::Number,
            c if !c.is_alphanumeric() && !"'’@#".contains(c) && text.chars().count() == 1 => {
                Tag::Other
            }
            _ => return None,
        },
    })
}

fn ending(text: &str) -> Option<Tag> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| text.ends_with(ending));
    let adjective = match text.as_bytes() {
        [.., b'l', b'y'] if text.len() > 4 && !ends(&["mily"]) => return Some(Tag::Adverb),
        [_, _, _, _, _, .., b's'] => ends(&["ous", "less"]),
        [_, _, _, _, _, .., b'l'] => ends(&["ful", "ical", "ial"]),
        [_, _, _, _, _, .., b'e'] => ends(&["ive", "able", "ible"]),
        [_, _, _, _, _, .., b'h'] => ends(&["ish"]),
        _ => false,
    };
    adjective.then_some(Tag::Adjective)
}
