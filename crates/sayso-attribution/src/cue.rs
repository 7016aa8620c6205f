use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    document::Document,
    tables::{class, form, frame},
    tag::Tag,
};

/// Words that may signal an attribution.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    /// The verb with its auxiliaries, or the noun.
    pub(crate) tokens: Range<usize>,
    /// The verb itself, or the noun.
    pub(crate) head: usize,
    pub(crate) shape: Shape,
    /// Bits of [`frame`].
    pub(crate) frames: u32,
}

/// How a cue is built.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Shape {
    /// `said`, `has denied`
    Finite,
    /// `saying`
    Gerund,
    /// `to say`
    Infinitive,
    /// `was asked`
    Passive,
    /// `accused` of a phrase like `the man accused of`
    Participle,
    /// `claim`
    Noun,
    /// `according to`
    According,
}

/// Finds what may signal an attribution, outside quotations, in order.
pub(crate) fn cues(document: &Document<'_>) -> Vec<Cue> {
    let mut cues = Vec::new();
    for i in 0..document.len() {
        if document.quote(i).is_some() {
            continue;
        }
        if document.is(i, "according") && document.is(i + 1, "to") {
            cues.push(Cue { tokens: i..i + 2, head: i, shape: Shape::According, frames: 0 });
            continue;
        }
        if let Some(end) = in_the_view_of(document, i) {
            cues.push(Cue { tokens: i..end, head: i, shape: Shape::According, frames: 0 });
            continue;
        }
        let word = document.word(i);
        match document.tag(i) {
            Tag::Verb if word.verb_frames() != 0 => cues.push(verb(document, i)),
            Tag::Noun if word.noun_frames() != 0 => {
                let frames = word.noun_frames();
                cues.push(Cue { tokens: i..i + 1, head: i, shape: Shape::Noun, frames });
            }
            _ => {}
        }
    }
    cues
}

/// Returns the end of `in the words of` and the like, if it starts here.
fn in_the_view_of(document: &Document<'_>, i: usize) -> Option<usize> {
    let nouns = &["view", "words", "opinion", "eyes", "judgment", "judgement", "telling"];
    let found = document.is_any(i, &["in", "by"])
        && document.is(i + 1, "the")
        && document.is_any(i + 2, nouns)
        && document.is(i + 3, "of");
    found.then_some(i + 4)
}

/// The verb group around its last verb: `did not say`, `has also been asked`.
fn verb(document: &Document<'_>, head: usize) -> Cue {
    let sentence = &document.sentences[document.sentence(head)];
    let floor = sentence.tokens.start.max(head.saturating_sub(8));
    let (mut start, mut be, mut have) = (head, false, false);
    let mut infinitive = false;
    for i in (floor..head).rev() {
        match document.tag(i) {
            Tag::Auxiliary => {
                let word = document.word(i);
                // The one next to the verb makes the voice.
                be |= word.is(class::BE) && !have;
                have |= word.is(class::HAVE);
                start = i;
            }
            Tag::Not | Tag::Adverb => {}
            Tag::To if start == head && i + 1 == head => {
                infinitive = true;
                break;
            }
            _ => break,
        }
    }
    let word = document.word(head);
    let mut frames = word.verb_frames();
    let mut end = head + 1;
    if frames & frame::ON_QUOTE != 0 {
        frames = 0;
        if document.is(end, "on") {
            frames = frame::QUOTE;
            end += 1;
        }
    }
    let shape = if infinitive {
        Shape::Infinitive
    } else if word.has_form(form::GERUND) {
        if start < head { Shape::Finite } else { Shape::Gerund }
    } else if be && word.has_form(form::PARTICIPLE) {
        Shape::Passive
    } else if start == head && !word.has_form(form::BASE | form::THIRD | form::PAST) {
        Shape::Participle
    } else {
        Shape::Finite
    };
    Cue { tokens: start..end, head: end - 1, shape, frames }
}

impl Cue {
    /// Whether it governs any of the frames.
    pub(crate) fn takes(&self, frames: u32) -> bool {
        self.frames & frames != 0
    }

    /// Whether it is a verb of saying, beside which a quotation may stand.
    pub(crate) fn is_speech(&self) -> bool {
        self.takes(frame::QUOTE)
    }
}
