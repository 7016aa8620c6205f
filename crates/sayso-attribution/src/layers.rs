use alloc::vec::Vec;
use core::ops::Range;

use crate::{candidate::Candidate, document::Document};

/// What is less likely does not hide what is [sure](SURE).
const DOUBTFUL: f32 = 0.45;

/// What is at least as likely is not hidden by what is doubtful.
const SURE: f32 = 0.75;

/// Chooses attributions that lie in no other.
///
/// The settled ones do. Then come those with the longest contents, each of which
/// lies in no other if its cue and source are free and most of its content is. What
/// is in others, or partly, is dropped: if it is [asked
/// for](crate::Config::nested), what lies in a content is found by reading that.
///
/// # Complexity
///
/// Linear in the number of tokens, and n log n in that of candidates: what a
/// candidate covers is looked at only where at least half of it is new.
pub(crate) fn outer(
    document: &Document<'_>,
    settled: Vec<Candidate>,
    mut candidates: Vec<Candidate>,
) -> Vec<Candidate> {
    leave_doubtful(document, &mut candidates);
    candidates.sort_by_cached_key(|candidate| core::cmp::Reverse(candidate.size()));
    let mut covered = alloc::vec![false; document.len()];
    let mut outer = Vec::new();
    for candidate in settled.into_iter().chain(candidates) {
        if is_free(&candidate, &covered) {
            for range in &candidate.content {
                covered[range.clone()].fill(true);
            }
            outer.push(candidate);
        }
    }
    outer.sort_by_cached_key(Candidate::start);
    outer
}

/// Leaves out what is doubtful if something sure with a quotation of its own lies in its
/// content: `Engineers found what` *the mayor called “serious”* `cracks`.
fn leave_doubtful(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    let quotes =
        |one: &Candidate| one.content.iter().any(|part| !document.quotes_in(part).is_empty());
    let sure = candidates.iter().filter(|one| one.confidence >= SURE && quotes(one));
    let mut sure: Vec<(usize, usize)> = sure.map(|one| (one.start(), one.end())).collect();
    sure.sort_unstable();
    // Where the first of those ends that begin there or later.
    let mut first = usize::MAX;
    for (_, end) in sure.iter_mut().rev() {
        first = first.min(*end);
        *end = first;
    }
    let holds_sure = |part: &Range<usize>| {
        let next = sure.partition_point(|&(start, _)| start < part.start);
        sure.get(next).is_some_and(|&(_, end)| end <= part.end)
    };
    candidates.retain(|one| one.confidence >= DOUBTFUL || !one.content.iter().any(holds_sure));
}

/// Whether the cue and the source of a candidate, and most of its content, are
/// not covered.
fn is_free(candidate: &Candidate, covered: &[bool]) -> bool {
    let cue = candidate.cue.as_ref().or(candidate.source.as_ref());
    if cue.is_some_and(|range| range.clone().any(|i| covered[i])) {
        return false;
    }
    if candidate.source.as_ref().is_some_and(|s| covered[s.start] && covered[s.end - 1]) {
        return false;
    }
    let size = candidate.size();
    let taken = candidate.content.iter().flat_map(|r| r.clone()).filter(|&i| covered[i]);
    taken.take(size / 2 + 1).count() * 2 <= size
}
