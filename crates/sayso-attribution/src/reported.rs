//! Which attributions inside a content report what some party said or thought.

use sayso_span::Span;

use crate::{
    Attribution, AttributionKind, Input,
    interior::Interior,
    lexicon::Word,
    outermost::tokens_in,
    tables::{class, form, frame, list},
};

/// How much likelier than others one must be that quotes nothing.
const MARGIN: f32 = 0.05;

/// One that is as likely is given even if its cue is no word of saying.
const LIKELY: f32 = 0.65;

/// Words that begin what is asked, beside those of questions.
const ASKED: &str = "to for about if whether that";

/// Whether an attribution in a content reports what some party said or thought, and
/// not what the speaker thinks and says just now: `I hope so`, `I'd like to thank
/// you`, `you know how it is`, and `she hopes so` in what is not quoted.
pub(crate) fn is_reported(interior: &Interior, attribution: &Attribution, least: f32) -> bool {
    let input = interior.input();
    // A quotation without a cue has been given to somebody who has been mentioned:
    // here, it may be the speaker's as well.
    let Some(cue) = attribution.cue.map(|span| Cue::new(input, span)) else { return false };
    let quoted = interior.was_quoted(cue.span);
    let indirect = attribution.kind == AttributionKind::Indirect;
    if indirect {
        let confidence = attribution.confidence;
        let doubtful = cue.frames == 0 || !quoted && !cue.reports();
        let likely = confidence >= least + MARGIN && (!doubtful || confidence >= LIKELY);
        if !likely
            || cue.is_listed(list::KNOWING)
            || cue.is_listed(list::INQUIRY) && !is_question(input, attribution)
        {
            return false;
        }
    }
    let mut source = attribution.source.iter().flat_map(|&source| words(input, source));
    let (Some(only), None) = (source.next(), source.next()) else { return true };
    if is_any(only, "I we you") {
        let elsewhere = cue.is_past_or_denied() && (cue.speaks() || !indirect);
        attribution.kind == AttributionKind::Direct || elsewhere
    } else {
        let own = !quoted && is_any(only, "he she they");
        !(own && indirect && cue.is_listed(list::THINKING))
    }
}

/// Whether the content is something that is asked: `I asked my brother, and he said`
/// tells whom, and not what.
fn is_question(input: Input<'_>, attribution: &Attribution) -> bool {
    let mut all = attribution.content.iter().flat_map(|&span| words(input, span));
    all.any(|word| is_any(word, ASKED) || Word::look_up(word).is(class::QUESTION))
}

/// A cue and what the lexicon knows of its words.
struct Cue<'a> {
    input: Input<'a>,
    span: Span,
    /// What its verbs and nouns govern.
    frames: u32,
}

impl<'a> Cue<'a> {
    fn new(input: Input<'a>, span: Span) -> Cue<'a> {
        let known = words(input, span).map(Word::look_up);
        let frames = known.fold(0, |all, word| all | word.verb_frames() | word.noun_frames());
        Cue { input, span, frames }
    }

    /// Whether one of its words is in one of the lists.
    fn is_listed(&self, lists: u16) -> bool {
        words(self.input, self.span).any(|word| Word::look_up(word).is_listed(lists))
    }

    /// Whether it tells of words.
    fn speaks(&self) -> bool {
        self.frames & frame::QUOTE != 0 && !self.is_listed(list::THINKING)
    }

    /// Whether it tells of words, or that something is so.
    fn reports(&self) -> bool {
        self.frames & (frame::THAT | frame::QUOTE) != 0 && !self.is_listed(list::THINKING)
    }

    /// Whether it tells of another time, or of what has not been said.
    fn is_past_or_denied(&self) -> bool {
        let past =
            |word: Word| word.has_form(form::PAST | form::PARTICIPLE) && !word.is(class::MODAL);
        let mut known = words(self.input, self.span).map(Word::look_up);
        known.any(|word| past(word) || word.is(class::NOT))
            || words(self.input, self.span).any(|word| is_any(word, "never neither"))
    }
}

/// The words in a span.
fn words<'a>(input: Input<'a>, span: Span) -> impl Iterator<Item = &'a str> {
    input.tokens[tokens_in(input.tokens, span)].iter().map(move |&token| &input.text[token])
}

/// Whether a word is in a list, in whatever case.
fn is_any(word: &str, known: &str) -> bool {
    known.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(word))
}
