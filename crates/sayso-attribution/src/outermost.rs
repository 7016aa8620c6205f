use alloc::vec::Vec;

use crate::{candidate::Candidate, document::Document};

/// Keeps the attributions that lie in no other: the settled ones, then those with
/// the longest contents first, each of the others if its cue and source are free and most of its
/// content is.
///
/// # Complexity
///
/// Linear in the number of tokens, and n log n in that of candidates: what a
/// candidate covers is looked at only where at least half of it is new.
pub(crate) fn outermost(
    document: &Document<'_>,
    settled: Vec<Candidate>,
    mut candidates: Vec<Candidate>,
) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| core::cmp::Reverse(candidate.size()));
    let mut covered = alloc::vec![false; document.len()];
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in settled.into_iter().chain(candidates) {
        let cue = candidate.cue.as_ref().or(candidate.source.as_ref());
        if cue.is_some_and(|range| range.clone().any(|i| covered[i])) {
            continue;
        }
        if candidate.source.as_ref().is_some_and(|s| covered[s.start] && covered[s.end - 1]) {
            continue;
        }
        let size = candidate.size();
        let taken = candidate.content.iter().flat_map(|r| r.clone()).filter(|&i| covered[i]);
        if taken.take(size / 2 + 1).count() * 2 > size {
            continue;
        }
        for range in &candidate.content {
            covered[range.clone()].fill(true);
        }
        kept.push(candidate);
    }
    kept.sort_by_key(Candidate::start);
    kept
}
