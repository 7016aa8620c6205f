use core::ops::Range;

use super::{
    features::{hash_bytes, hash_word},
    reading::Reading,
    tag::Tag,
    word::{Shape, Word},
};

/// Words that may signal an attribution.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Which they are, by their numbers.
    pub words: Range<usize>,
    /// The sentence that they are in, by its number.
    pub sentence: usize,
    /// How likely a cue begins at the first of them.
    pub begins: f32,
    /// How likely they are in a cue, on average.
    pub mass: f32,
    /// What they are, grammatically.
    pub kind: CueKind,
    /// The stem of the last verb, else of the last word.
    pub stem: u32,
    /// All of them, in lower case.
    pub string: u32,
    /// The classes of the word that gave the stem.
    pub classes: [u32; 2],
}

/// What a [`Cue`] is, grammatically.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum CueKind {
    /// `according to`, `per`.
    According,
    /// A colon or dash alone.
    Mark,
    /// With a finite verb.
    Finite,
    /// A participle after a form of `be`.
    Passive,
    /// With a present participle.
    Present,
    /// With a base form.
    Base,
    /// With a past participle.
    Participle,
    /// A noun.
    Noun,
    /// A preposition.
    Preposition,
    /// Anything else.
    Other,
}

impl Cue {
    /// Returns the cue that these words are; it is certain.
    pub fn new(reading: &Reading, words: Range<usize>) -> Cue {
        let sentence = reading.sentence_of(words.start);
        let all = &reading.words[words.clone()];
        let verb = all.iter().rposition(|word| word.tag.is_verb());
        let head = all.get(verb.unwrap_or(all.len().saturating_sub(1)));
        let string = hash_bytes(all.iter().flat_map(|word| word.lower.to_le_bytes()));
        let first = reading.sentences[sentence].words.start;
        let before = reading.words[first..words.start].last();
        Cue {
            sentence,
            begins: 1.0,
            mass: 1.0,
            kind: CueKind::of(all, before),
            stem: head.map_or(0, |word| word.stem),
            string,
            classes: head.map_or([0; 2], |word| word.classes),
            words,
        }
    }
}

impl CueKind {
    /// Returns the kind of a cue after the word `before`.
    fn of(words: &[Word], before: Option<&Word>) -> CueKind {
        let be = hash_word("be");
        let has = |test: fn(Tag) -> bool| words.iter().any(|word| test(word.tag));
        let first = words.first().map_or(0, |word| word.lower);
        if first == hash_word("according") || first == hash_word("per") {
            CueKind::According
        } else if words.iter().all(|word| word.shape == Shape::Mark) {
            CueKind::Mark
        } else if has(|t| t == Tag::Participle)
            && words.iter().chain(before).any(|word| word.stem == be)
        {
            CueKind::Passive
        } else if has(Tag::is_finite) {
            CueKind::Finite
        } else if has(|t| t == Tag::Present) {
            CueKind::Present
        } else if has(|t| t == Tag::Base) {
            CueKind::Base
        } else if has(|t| t == Tag::Participle) {
            CueKind::Participle
        } else if has(|t| matches!(t, Tag::Noun | Tag::Name)) {
            CueKind::Noun
        } else if has(|t| matches!(t, Tag::Preposition | Tag::To)) {
            CueKind::Preposition
        } else {
            CueKind::Other
        }
    }
}
