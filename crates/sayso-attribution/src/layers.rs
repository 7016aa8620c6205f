use alloc::vec::Vec;

use crate::{candidate::Candidate, document::Document};

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
