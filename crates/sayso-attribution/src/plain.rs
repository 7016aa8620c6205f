//! What rules find in a content where a model has found nothing.

use alloc::vec::Vec;

use sayso_span::Span;

use crate::{
    Attribution,
    candidate::Candidate,
    document::Document,
    phrase,
    tables::{class, frame},
    tag::Tag,
};

/// Keeps the candidates that report a clause or an infinitive by a word of saying: `told
/// him` *to wait*, `were told` *that it was late*, `the belief` *that it was*. What somebody
/// writes, shows or recalls beside that is an object more often than not.
pub(crate) fn keep_clauses(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    let says = frame::THAT | frame::QUOTE | frame::RECIPIENT;
    candidates.retain_mut(|candidate| {
        leave_told(document, candidate);
        // `let us show them`
        let object = candidate.source.as_ref().is_some_and(|source| {
            document.tag(source.start) == Tag::Pronoun
                && !document.is_class(source.start, class::SUBJECT)
        });
        let mut cue = candidate.cue.iter().flat_map(|cue| cue.clone());
        let tells = cue.any(|i| {
            let word = document.word(i);
            (word.verb_frames() | word.noun_frames()) & says != 0
        });
        let mut content = candidate.content.iter().flat_map(|part| part.clone());
        tells
            && !object
            && content.any(|i| {
                phrase::is_finite(document, i)
                    || document.tag(i) == Tag::To && document.tag(i + 1) == Tag::Verb
            })
    });
}

/// Leaves out who is told a clause: *We* `are told it is too late`.
fn leave_told(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(cue), [whom, clause]) = (&candidate.cue, &candidate.content[..]) else { return };
    let passive = whom.end == cue.start && clause.start == cue.end;
    let finite = clause.clone().any(|i| phrase::is_finite(document, i));
    if passive && finite && document.tag(clause.start) != Tag::To {
        candidate.content.remove(0);
    }
}

/// Adds to attributions those that lie apart from all of them.
///
/// # Complexity
///
/// *n* log *n* in the number of their spans.
pub(crate) fn add(attributions: &mut Vec<Attribution>, mut others: Vec<Attribution>) {
    let mut taken: Vec<Span> = attributions.iter().flat_map(spans).collect();
    taken.sort_by_key(|span| span.start());
    let mut end = 0;
    for span in &mut taken {
        end = end.max(span.end());
        *span = Span::new(span.start(), end);
    }
    let is_free = |span: Span| {
        let before = taken.partition_point(|other| other.start() < span.end());
        before == 0 || taken[before - 1].end() <= span.start()
    };
    others.retain(|one| spans(one).all(is_free));
    attributions.append(&mut others);
    attributions.sort_by_key(|one| spans(one).map(|span| span.start()).min());
}

/// All that an attribution has.
fn spans(one: &Attribution) -> impl Iterator<Item = Span> {
    one.content.iter().chain(&one.source).chain(&one.cue).copied()
}
