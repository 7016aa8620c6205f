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
        let found = read(input);
        let contents = contents(&found, alone(input, &found));
        let next = Interior::new(input, interior.origins(), &contents);
        let found = found.into_iter().filter(|one| is_reported(input, one, least));
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

/// Whether an attribution in a content reports what some party said or thought at
/// another time, and is not what the speaker says and thinks just now: `I hope
/// so`, `I'd like to thank you`, `you know how it is`.
fn is_reported(input: Input<'_>, attribution: &Attribution, least: f32) -> bool {
    let Attribution { source, cue, kind, confidence, .. } = attribution;
    let indirect = *kind == AttributionKind::Indirect;
    // A quotation without a cue has been given to somebody who has been mentioned:
    // here, it may be the speaker's as well.
    let Some(cue) = cue.filter(|_| !indirect || *confidence >= least + MARGIN) else {
        return false;
    };
    let words = |span: Span| input.tokens[tokens_in(input.tokens, span)].iter();
    let is_any = |token: &Span, known: &[&str]| {
        known.iter().any(|word| word.eq_ignore_ascii_case(&input.text[*token]))
    };
    let here = source.is_some_and(|source| match words(source).as_slice() {
        [only] => is_any(only, &["I", "we", "you"]),
        _ => false,
    });
    if !here || *kind == AttributionKind::Direct {
        return true;
    }
    let known = || words(cue).map(|token| Word::look_up(&input.text[*token]));
    let elsewhere = known().any(|word| {
        word.has_form(form::PAST | form::PARTICIPLE) && !word.is(class::MODAL)
            || word.is(class::NOT)
    }) || words(cue).any(|token| is_any(token, &["never", "neither"]));
    let speaks = known().any(|word| word.verb_frames() & frame::QUOTE != 0)
        && !words(cue).any(|token| is_any(token, THINKING));
    elsewhere && (speaks || !indirect)
}

/// Verbs that introduce quotations, but of thoughts.
const THINKING: &[&str] = &["think", "thinking", "thought", "wonder", "wondered", "wondering"];
