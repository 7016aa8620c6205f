//! `At the market, Ann Lowe last night said`: when and where a source speaks is none of it.

use crate::{candidate::Candidate, document::Document, phrase, source, tables::list, tag::Tag};

/// Leaves out the words before the cue that say when: `Walter` *last night* `vowed`. They
/// may belong to a noun further inside: `voters polled last week`.
pub(super) fn leave_behind(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    if source.end != cue.start || source.len() < 2 {
        return;
    }
    let last = source.end - 1;
    let says_when = document.is_time(last)
        || document.tag(last) == Tag::Adverb
        || document.tag(last) == Tag::Number && document.token(last).len() == 4;
    let end = source::before_adverbs(document, source.end, source.start);
    // `Mr. Jun`, `USA TODAY`
    let first = document.token(end);
    let named = first.starts_with(char::is_uppercase) && !first.ends_with("day");
    let plain = (source.start..end).all(|i| match document.tag(i) {
        Tag::Preposition => document.is(i, "of"),
        tag => tag != Tag::Verb,
    });
    if end > source.start && source::may_end(document, end - 1) && says_when && !named && plain {
        source.end = end;
    }
}

/// Leaves out what stands before a source: *at the market*`, Ann Lowe said`, *afterwards*
/// `a neighbor said`.
pub(super) fn leave_before(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let floor = document.sentence_tokens(source.start).start;
    if cue.start < source.end {
        return;
    }
    if source.start == floor + 1 && document.tag(floor) == Tag::Preposition {
        let is_name = |i: usize| document.tag(i) == Tag::Name;
        let comma = document.first(source.start + 1..source.end, Tag::Comma);
        // `Freddy, a pilot,` is one.
        let comma = comma.filter(|&comma| !is_name(comma - 1));
        let begins = |comma: usize| {
            !document.is(floor, "as")
                && !document.is(comma + 1, "including")
                && (comma..source.end).any(is_name)
        };
        if let Some(comma) = comma.filter(|&comma| begins(comma)) {
            source.start = comma + 1;
        }
    }
    if source.len() > 2 && document.is_listed(source.start, list::WHEN) {
        source.start += 1;
    }
}

/// Gives a source that is only where somebody is the noun before it: `people at the gate`
/// and not `at the gate`.
pub(super) fn take_noun(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let floor = document.sentence_tokens(source.start).start;
    let placed = source.end <= cue.start
        && source.start > floor
        && document.tag(source.start) == Tag::Preposition
        && !document.is_any(source.start, &["like", "as"])
        && phrase::is_finite(document, cue.start);
    if !placed {
        return;
    }
    let whole = phrase::before(document, source.end, floor);
    let whole = whole.filter(|whole| {
        let free = candidate
            .content
            .iter()
            .all(|part| part.end <= whole.start || part.start >= whole.end);
        free && whole.start < source.start && document.quotes_in(whole).is_empty()
    });
    if let Some(whole) = whole {
        source.start = whole.start;
    }
}
