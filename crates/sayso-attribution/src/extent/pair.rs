//! `May and Trump hoping to end strike`: the two of a headline.

use crate::{candidate::Candidate, document::Document, tag::Tag};

/// Gives the source of a headline the first of two: *May and* `Trump hoping to end strike`.
pub(super) fn take_first(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let sentence = &document.sentences[document.sentence(source.start)];
    let floor = sentence.tokens.start;
    let headline = sentence.paragraph == 0
        && document.tag(sentence.tokens.end - 1) != Tag::Stop
        && source.end <= cue.start
        && source.start > floor + 1
        && document.tag(source.start - 1) == Tag::Conjunction;
    // The first of them may look like a verb: `May`, `Will`.
    let named = !sentence.title_case && document.token(floor).starts_with(char::is_uppercase);
    let noun = |i: usize| matches!(document.tag(i), Tag::Name | Tag::Noun | Tag::Conjunction);
    if headline && (named || noun(floor)) && (floor + 1..source.end).all(noun) {
        source.start = floor;
    }
}
