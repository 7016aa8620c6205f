use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    document::Document,
    tables::{class, form, frame, list},
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

/// A cue that is no word of saying stands at most so many tokens behind a quotation.
const BESIDE: usize = 8;

/// Finds which of some tokens may signal an attribution, outside quotations, in order.
pub(crate) fn cues(document: &Document<'_>, tokens: Range<usize>) -> Vec<Cue> {
    let mut cues = Vec::new();
    // Where the last quotation that ends in a comma, `?` or `!` has ended.
    let mut spoken = None;
    for i in tokens.start.saturating_sub(BESIDE)..tokens.end {
        if let Some(quote) = document.quote(i) {
            let end = document.quotes[quote].tokens.end;
            let goes_on = i + 1 == end && i > 0 && ends_midway(document, i - 1);
            spoken = goes_on.then_some(end);
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
            Tag::Verb if word.verb_frames() != 0 => {
                spoken = None;
                cues.push(verb(document, i));
            }
            // `“Go,” May barked`: beside a quotation any verb will do.
            tag if spoken.is_some_and(|end| stands_beside(document, i, end))
                && is_past(document, i, tag) =>
            {
                spoken = None;
                let frames = frame::QUOTE;
                cues.push(Cue { tokens: i..i + 1, head: i, shape: Shape::Finite, frames });
            }
            Tag::Auxiliary | Tag::Relative | Tag::Conjunction => spoken = None,
            tag if tag.is_punctuation() => spoken = None,
            Tag::Noun if word.noun_frames() != 0 => {
                let frames = word.noun_frames();
                cues.push(Cue { tokens: i..i + 1, head: i, shape: Shape::Noun, frames });
            }
            _ => {}
        }
    }
    cues.retain(|cue| cue.head >= tokens.start);
    cues
}

/// Whether a quotation whose last word but the mark is this may be followed by
/// its cue.
pub(crate) fn ends_midway(document: &Document<'_>, i: usize) -> bool {
    document.tag(i) == Tag::Comma || document.is_any(i, &["?", "!"])
}

/// Whether nothing but a subject stands between a quotation and a verb, or
/// nothing at all.
fn stands_beside(document: &Document<'_>, i: usize, end: usize) -> bool {
    i == end
        || i < end + BESIDE && matches!(document.tag(i - 1), Tag::Name | Tag::Pronoun | Tag::Noun)
}

/// Whether a word is the past of a verb.
fn is_past(document: &Document<'_>, i: usize, tag: Tag) -> bool {
    tag == Tag::Verb && document.word(i).has_form(form::PAST)
}

/// Returns the end of `in the words of` and the like, if it starts here.
fn in_the_view_of(document: &Document<'_>, i: usize) -> Option<usize> {
    // The rarest first.
    let found = document.is(i + 3, "of")
        && document.is(i + 1, "the")
        && document.is_any(i, &["in", "by"])
        && document.is_listed(i + 2, list::VIEW);
    found.then_some(i + 4)
}

/// The verb group around its last verb: `did not say`, `has also been asked`.
fn verb(document: &Document<'_>, head: usize) -> Cue {
    let sentence = document.sentence_tokens(head);
    let floor = sentence.start.max(head.saturating_sub(8));
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
            _ if document.is(i, "since") => {}
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
    if frames & frame::OUT != 0 && document.is_any(end, &["out", "up"]) {
        frames = frame::THAT | frame::CLAUSE | frame::QUOTE | frame::WH | frame::OBJECT;
        end += 1;
    }
    if frames & frame::ON_QUOTE != 0 {
        frames = 0;
        if document.is(end, "on") {
            frames = frame::QUOTE;
            end += 1;
        }
    }
    let reduced = start == head
        && word.has_form(form::PARTICIPLE)
        && frames & (frame::RECIPIENT | frame::OBJECT) != 0
        && is_reduced(document, head, sentence.end);
    let shape = if infinitive {
        Shape::Infinitive
    } else if word.has_form(form::GERUND) {
        if start < head { Shape::Finite } else { Shape::Gerund }
    } else if be && word.has_form(form::PARTICIPLE) {
        Shape::Passive
    } else if reduced || start == head && !word.has_form(form::BASE | form::THIRD | form::PAST) {
        Shape::Participle
    } else {
        Shape::Finite
    };
    Cue { tokens: start..end, head: end - 1, shape, frames }
}

/// `officials briefed on the matter said`: a participle, though it could be a
/// past.
fn is_reduced(document: &Document<'_>, head: usize, ceiling: usize) -> bool {
    let noun = head > 0 && matches!(document.tag(head - 1), Tag::Noun | Tag::Name);
    if !noun || document.tag(head + 1) != Tag::Preposition {
        return false;
    }
    (head + 2..ceiling.min(head + 9))
        .take_while(|&i| {
            let tag = document.tag(i);
            !tag.is_punctuation()
                && !matches!(tag, Tag::Conjunction | Tag::Subordinator | Tag::Relative)
                && document.quote(i).is_none()
        })
        .any(|i| {
            document.tag(i) == Tag::Verb
                && document.word(i).has_form(form::PAST | form::THIRD)
                && document.word(i).verb_frames() & frame::QUOTE != 0
        })
}

impl Cue {
    /// The tokens of the sentence in which it stands.
    pub(crate) fn sentence(&self, document: &Document<'_>) -> Range<usize> {
        document.sentence_tokens(self.head).clone()
    }

    /// Whether it governs any of the frames.
    pub(crate) fn takes(&self, frames: u32) -> bool {
        self.frames & frames != 0
    }

    /// Whether it is a verb of saying, beside which a quotation may stand.
    pub(crate) fn is_speech(&self) -> bool {
        self.takes(frame::QUOTE)
    }
}
