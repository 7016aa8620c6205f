//! Attributions inside the content of another.

use alloc::vec::Vec;

use sayso_span::Span;

use crate::{
    Attribution, AttributionKind, Input,
    interior::{Interior, Origin},
    lexicon::Word,
    outermost::{outermost, tokens_in},
    tables::{class, form, frame},
};

/// How deep attributions are looked for. In news, the third level is rare.
const DEEPEST: usize = 8;

/// What has fewer tokens tells of nobody's words.
const SHORTEST: usize = 4;

/// How much likelier than others one must be that quotes nothing.
const MARGIN: f32 = 0.07;

/// Adds to the attributions of a text those that lie in their contents.
///
/// A model and rules are made for what a writer reports, and leave alone what
/// stands between marks. But what somebody says reads like any text when it stands
/// alone: so the contents are [put together](Interior) and read, and then the
/// contents of what has been found in them.
///
/// # Complexity
///
/// Each level is read as the text was, and is no longer than the one before. There
/// are eight at most.
pub(crate) fn add(
    input: Input<'_>,
    attributions: &mut Vec<Attribution>,
    least: f32,
    read: impl Fn(Input<'_>) -> Vec<Attribution>,
) {
    let mut interior =
        Interior::new(input, &Origin::of_all(input.tokens), &contents(attributions, Vec::new()));
    for _ in 0..DEEPEST {
        let input = interior.input();
        if input.tokens.is_empty() {
            break;
        }
        let mut found = read(input);
        found.retain(|one| interior.holds(one));
        let contents = contents(&found, alone(input, &found));
        let next = Interior::new(input, interior.origins(), &contents);
        let found = found.into_iter().filter(|one| is_reported(&interior, one, least));
        attributions.extend(found.filter_map(|one| interior.restore(one)));
        interior = next;
    }
}

/// The contents of attributions, and others, in order of their first spans.
fn contents(attributions: &[Attribution], mut others: Vec<Vec<Span>>) -> Vec<Vec<Span>> {
    others.extend(attributions.iter().map(|one| one.content.clone()));
    others.sort_by_key(|content| content.first().map(|span| span.start()));
    others
}

/// Quotations that no attribution has. Inside a content they are words of the one
/// who says it: `He said the mayor “told us, ‘Go home’”.`
fn alone(input: Input<'_>, found: &[Attribution]) -> Vec<Vec<Span>> {
    let mut spans: Vec<Span> = found.iter().flat_map(|one| one.content.iter().copied()).collect();
    spans.sort_by_key(|span| span.start());
    let mut spans = spans.into_iter().peekable();
    let mut end = 0;
    let free = outermost(input.quotations).map(|quoted| quoted.span).filter(|quoted| {
        while let Some(span) = spans.next_if(|span| span.start() < quoted.end()) {
            end = end.max(span.end());
        }
        end <= quoted.start() && tokens_in(input.tokens, *quoted).len() >= SHORTEST
    });
    free.map(|quoted| alloc::vec![quoted]).collect()
}

/// Whether an attribution in a content reports what some party said or thought, and
/// not what the speaker thinks and says just now: `I hope so`, `I'd like to thank
/// you`, `you know how it is`, and `she hopes so` in what is not quoted.
fn is_reported(interior: &Interior, attribution: &Attribution, least: f32) -> bool {
    let Attribution { source, cue, content, kind, confidence, .. } = attribution;
    let input = interior.input();
    let indirect = *kind == AttributionKind::Indirect;
    // A quotation without a cue has been given to somebody who has been mentioned:
    // here, it may be the speaker's as well.
    let Some(cue) = cue.filter(|_| !indirect || *confidence >= least + MARGIN) else {
        return false;
    };
    let words = |span: Span| {
        input.tokens[tokens_in(input.tokens, span)].iter().map(|&token| &input.text[token])
    };
    let is_any = |word: &str, known: &[&str]| known.iter().any(|k| k.eq_ignore_ascii_case(word));
    let cues = |known: &[&str]| words(cue).any(|word| is_any(word, known));
    // `I asked my brother, and he said`: that is whom, and not what.
    let asks = |word| is_any(word, ASKED) || Word::look_up(word).is(class::QUESTION);
    if indirect && cues(ASKING) && !content.iter().flat_map(|&span| words(span)).any(asks) {
        return false;
    }
    let mut subject = source.iter().flat_map(|&source| words(source));
    let (Some(only), None) = (subject.next(), subject.next()) else { return true };
    if !is_any(only, &["I", "we", "you"]) {
        let own = is_any(only, &["he", "she", "they"]) && !interior.was_quoted(cue);
        return !(own && indirect && cues(THINKING));
    }
    let known = || words(cue).map(Word::look_up);
    let past =
        known().any(|word| word.has_form(form::PAST | form::PARTICIPLE) && !word.is(class::MODAL));
    let not = known().any(|word| word.is(class::NOT)) || cues(&["never", "neither"]);
    let speaks = known().any(|word| word.verb_frames() & frame::QUOTE != 0) && !cues(THINKING);
    *kind == AttributionKind::Direct || (past || not) && (speaks || !indirect)
}

/// Verbs after which somebody is named who is asked.
const ASKING: &[&str] = &["ask", "asks", "asked", "asking"];

/// Words that begin what he is asked, beside those of questions.
const ASKED: &[&str] = &["to", "for", "about", "if", "whether", "that"];

/// Verbs of opinion and hope.
const THINKING: &[&str] = &[
    "think",
    "thinks",
    "thinking",
    "thought",
    "believe",
    "believes",
    "believed",
    "hope",
    "hopes",
    "hoped",
    "hoping",
    "wish",
    "wishes",
    "wished",
    "want",
    "wants",
    "wanted",
    "feel",
    "feels",
    "felt",
    "know",
    "knows",
    "knew",
    "expect",
    "expects",
    "expected",
    "doubt",
    "doubts",
    "doubted",
    "fear",
    "fears",
    "feared",
    "suppose",
    "supposes",
    "supposed",
    "guess",
    "guesses",
    "guessed",
    "assume",
    "assumes",
    "assumed",
    "suspect",
    "suspects",
    "suspected",
    "wonder",
    "wonders",
    "wondered",
    "wondering",
];
