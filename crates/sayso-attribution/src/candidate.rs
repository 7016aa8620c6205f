use alloc::vec::Vec;
use core::ops::Range;

use crate::document::Document;

/// An attribution in the making, in numbers of tokens.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) source: Option<Range<usize>>,
    pub(crate) cue: Option<Range<usize>>,
    /// In order and disjoint.
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) confidence: f32,
    /// Whether the content is given word for word, though without marks: a turn
    /// of a transcript.
    pub(crate) verbatim: bool,
}

impl Candidate {
    /// Number of tokens of the content.
    pub(crate) fn size(&self) -> usize {
        self.content.iter().map(|range| range.len()).sum()
    }

    /// Makes the roles disjoint and puts the content in order: a token of the
    /// source is not in the cue, and one of either is not in the content.
    pub(crate) fn separate(&mut self) {
        self.source = self.source.take().filter(|range| !range.is_empty());
        if let (Some(source), Some(cue)) = (&self.source, &self.cue) {
            if source.start < cue.end && cue.start < source.end {
                self.source = None;
            }
        }
        for other in self.source.iter().chain(&self.cue) {
            let apart =
                |range: &Range<usize>| range.end <= other.start || other.end <= range.start;
            if self.content.iter().all(apart) {
                continue;
            }
            let pieces = self.content.iter().flat_map(|range| {
                let before = range.start..range.end.min(other.start);
                let after = range.start.max(other.end)..range.end;
                [before, after]
            });
            self.content = pieces.filter(|range| range.start < range.end).collect();
        }
        self.content.sort_by_key(|range| range.start);
        let mut end = 0;
        for range in &mut self.content {
            range.start = range.start.max(end);
            end = end.max(range.end);
        }
        self.content.retain(|range| range.start < range.end);
    }

    /// All that it has: the parts of the content, the source, the cue.
    pub(crate) fn ranges(&self) -> impl Iterator<Item = &Range<usize>> {
        self.content.iter().chain(&self.source).chain(&self.cue)
    }

    /// Whether a word of the cue is in one of the lists.
    pub(crate) fn cue_has(&self, document: &Document<'_>, lists: u16) -> bool {
        self.cue.iter().flat_map(|cue| cue.clone()).any(|i| document.is_listed(i, lists))
    }

    /// The first token of all.
    pub(crate) fn start(&self) -> usize {
        self.ranges().map(|range| range.start).min().unwrap_or(0)
    }

    /// The last token of all.
    pub(crate) fn end(&self) -> usize {
        self.ranges().map(|range| range.end).max().unwrap_or(0)
    }
}
