//! Attributions inside the content of another.

use alloc::vec::Vec;

use sayso_span::Span;

use crate::{
    Attribution, Input,
    interior::{Interior, Origin},
    outermost::{outermost, tokens_in},
    reported::is_reported,
};

/// How deep attributions are looked for. In news, the third level is rare.
const DEEPEST: usize = 8;

/// What has fewer tokens tells of nobody's words.
const SHORTEST: usize = 4;

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
