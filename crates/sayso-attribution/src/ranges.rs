//! Sets of tokens as ranges.

use alloc::vec::Vec;
use core::ops::Range;

/// For each of so many tokens, whether it is in one of the ranges, which may be
/// many and long and lie in one another.
pub(crate) fn covered(len: usize, ranges: impl Iterator<Item = Range<usize>>) -> Vec<bool> {
    // Where ranges begin and end, and then how many go on.
    let mut counts = alloc::vec![0_i32; len + 1];
    for range in ranges.filter(|range| range.start < range.end) {
        counts[range.start] += 1;
        counts[range.end] -= 1;
    }
    let mut sum = 0;
    let goes_on = |count: &i32| {
        sum += count;
        sum > 0
    };
    counts[..len].iter().map(goes_on).collect()
}

/// Ranges without others that lie in them; both in order.
pub(crate) fn without(ranges: &[Range<usize>], others: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut rest = Vec::with_capacity(ranges.len());
    let mut others = others.iter().peekable();
    let mut end = 0;
    for range in ranges {
        // One of the others may be in several.
        let mut start = range.start.max(end);
        while let Some(other) = others.next_if(|other| other.start < range.end) {
            rest.push(start..other.start);
            end = other.end;
            start = start.max(end);
        }
        rest.push(start..range.end);
    }
    rest.retain(|range| range.start < range.end);
    rest
}
