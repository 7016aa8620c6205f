use alloc::vec::Vec;
use core::ops::Range;

use crate::{candidate::Candidate, document::Document, phrase, tag::Tag};

/// Settles what neighboring cues of one source share: [gives](share) a second cue the
/// source of the first, [joins](join) what a reporting clause interrupts, and
/// [parts](part) what a second cue adds.
///
/// # Complexity
///
/// *n* log *n* in the number of candidates: sources are compared with those
/// next to them in order.
pub(crate) fn settle(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    share(document, candidates);
    // One source's candidates side by side, in order of their cues.
    candidates.sort_by_key(|candidate| {
        let source = candidate.source.as_ref().map(|source| (source.start, source.end));
        (source, candidate.cue.as_ref().map_or(0, |cue| cue.start))
    });
    join(document, candidates);
    part(document, candidates);
}

/// Gives a verb behind `and` that has no source that of the verb before it: `She said it
/// was late, and called for a vote.`
fn share(document: &Document<'_>, candidates: &mut [Candidate]) {
    candidates.sort_by_key(|candidate| candidate.cue.as_ref().map_or(0, |cue| cue.start));
    for at in 1..candidates.len() {
        let (before, after) = candidates.split_at_mut(at);
        let (first, second) = (&before[at - 1], &mut after[0]);
        let (Some(said), Some(cue)) = (&first.cue, &second.cue) else { continue };
        let joined = second.source.is_none()
            && document.tag(cue.start) == Tag::Verb
            && phrase::is_finite(document, cue.start)
            && cue.start > said.end
            && matches!(document.tag(cue.start - 1), Tag::Conjunction | Tag::Adverb)
            && document.sentence(said.start) == document.sentence(cue.start);
        if joined {
            second.source = first.source.clone().filter(|source| source.end <= said.start);
        }
    }
}

/// Gives a content that a reporting clause interrupts its second half back:
/// `The council, she said, had promised to mend it` is all hers, though `she had
/// promised` could be another attribution, were it not for the commas.
fn join(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    candidates.dedup_by(|inner, outer| {
        let (Some(source), Some(cue), Some(verb)) = (&outer.source, &outer.cue, &inner.cue) else {
            return false;
        };
        let (Some(before), Some(after)) = (outer.content.last(), inner.content.last()) else {
            return false;
        };
        let clause = source.start.min(cue.start)..source.end.max(cue.end);
        let between = clause.start > 0
            && before.end <= clause.start
            && document.tag(clause.start - 1) == Tag::Comma
            && verb.start == clause.end + 1
            && document.tag(clause.end) == Tag::Comma;
        let finite = matches!(document.tag(verb.start), Tag::Verb | Tag::Auxiliary)
            && !document.token(verb.start).ends_with("ing");
        if inner.source != outer.source || !between || !finite || after.end <= verb.end {
            return false;
        }
        outer.content.push(verb.start..after.end);
        true
    });
}

/// Ends each content before a second cue of the same source: in `She said it was
/// late, adding that she was tired`, what is added is not in what was said.
///
/// A second cue inside the content is the source's own, not reported, if the
/// attribution that it belongs to has the same source and goes on to the end of
/// that content.
fn part(document: &Document<'_>, candidates: &mut [Candidate]) {
    for at in 1..candidates.len() {
        let (before, after) = candidates.split_at_mut(at);
        let (outer, inner) = (&mut before[at - 1], &after[0]);
        let Some(cue) = inner.cue.clone().filter(|_| inner.source.is_some()) else { continue };
        if outer.source != inner.source {
            continue;
        }
        let end = inner.content.last().map_or(0, |range| range.end);
        let mut rest = outer.content.clone();
        rest.retain(|range| range.start < cue.end || range.end > end);
        let Some(last) = rest.last_mut() else { continue };
        if last.start >= cue.start || last.end > end {
            continue;
        }
        if cue.end <= last.end {
            last.end = without_joint(document, last.start..cue.start);
        }
        outer.content = rest;
    }
}

/// The end of what is left before a second cue, without the comma and the
/// conjunction that join it.
fn without_joint(document: &Document<'_>, range: Range<usize>) -> usize {
    let mut end = range.end;
    while end > range.start + 1
        && matches!(document.tag(end - 1), Tag::Comma | Tag::Conjunction | Tag::Adverb)
    {
        end -= 1;
    }
    end
}
