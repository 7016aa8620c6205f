use alloc::vec::Vec;
use core::ops::Range;

use crate::{candidate::Candidate, document::Document};

/// Attributions that lie in no other, and those that do.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    pub(crate) outer: Vec<Candidate>,
    pub(crate) inner: Vec<Candidate>,
}

/// Parts attributions into those that lie in no other and those that do.
///
/// The settled ones lie in no other. Then come those with the longest contents,
/// each of which lies in no other if its cue and source are free and most of its
/// content is. It lies in others if all of it does; what is neither is dropped.
///
/// # Complexity
///
/// Linear in the number of tokens, and n log n in that of candidates: what a
/// candidate covers is looked at only where at least half of it is new.
pub(crate) fn layers(
    document: &Document<'_>,
    settled: Vec<Candidate>,
    mut candidates: Vec<Candidate>,
) -> Layers {
    candidates.sort_by_key(|candidate| core::cmp::Reverse(candidate.size()));
    let mut covered = alloc::vec![false; document.len()];
    let mut layers = Layers::default();
    for candidate in settled.into_iter().chain(candidates) {
        if is_free(&candidate, &covered) {
            for range in &candidate.content {
                covered[range.clone()].fill(true);
            }
            layers.outer.push(candidate);
        } else {
            layers.inner.push(candidate);
        }
    }
    // Only now is known what all of them cover.
    let within = |range: &Range<usize>| covered[range.start] && covered[range.end - 1];
    layers.inner.retain(|candidate| {
        let roles = candidate.source.iter().chain(&candidate.cue).chain(&candidate.content);
        roles.filter(|range| !range.is_empty()).all(within)
    });
    layers.outer.sort_by_key(Candidate::start);
    layers
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
