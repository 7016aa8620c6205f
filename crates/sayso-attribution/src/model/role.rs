use alloc::vec::Vec;
use core::ops::Range;

use super::{
    chain::{Chain, FORBIDDEN, Transitions},
    cue::{Cue, CueKind},
    features::Sink,
    lattice::Lattice,
    reading::Reading,
    scene::{Between, Scene},
    table::Table,
    view::Views,
};

/// Finds source and content of a cue in its sentence: a conditional random
/// field, given the cue.
///
/// Its labels are: none, source begins, source goes on, content begins, content
/// goes on.
#[derive(Clone, Debug)]
pub struct RoleFinder {
    /// The weights of all labels but the first, which has none.
    pub table: Table<4, { 4 << RoleFinder::BITS }>,
    /// The scores of the labels after one another.
    pub transitions: Transitions<5>,
}

/// The labels with which a source and a content begin.
const SOURCE: u8 = 1;
const CONTENT: u8 = 3;

/// How many words on either side of a cue are looked at.
///
/// A limit keeps the time linear in sentences of any length. It is far beyond
/// any sentence of news.
const REACH: usize = 160;

/// How many other candidates on either side of a cue are looked at with it.
///
/// The same for what is one cue after another. A sentence of news has three.
const CROWD: usize = 8;

/// How many labelings are looked at.
const LABELINGS: usize = 12;

/// How many different analyses of them are kept.
pub(crate) const ANALYSES: usize = 9;

/// How much less likely than the best a labeling may be, as a logarithm. What is
/// farther behind has never been chosen.
const BEHIND: f32 = 4.0;

/// Makes up for sources that annotators have left out.
const BONUS: [f32; 5] = [0.0, 0.3, 0.3, 0.0, 0.0];

/// Source and content of a cue, in words of its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// The source; empty if there is none.
    pub source: Range<usize>,
    /// The content, in order; empty if none of it is in the sentence.
    pub content: Vec<Range<usize>>,
    /// The logarithm of its probability.
    pub log_p: f32,
    /// Whether the source was taken from another cue.
    pub borrowed: bool,
}

impl Analysis {
    /// Returns how many words the content has.
    pub fn content_len(&self) -> usize {
        self.content.iter().map(ExactSizeIterator::len).sum()
    }
}

impl RoleFinder {
    /// Binary logarithm of the rows of the table.
    pub const BITS: u32 = 19;

    /// The scores of the first label.
    pub const START: [f32; 5] = [0.0, 0.0, FORBIDDEN, 0.0, FORBIDDEN];

    /// Returns whether label `to` can follow label `from`.
    pub fn allows(from: Option<usize>, to: usize) -> bool {
        match to {
            2 => matches!(from, Some(1 | 2)),
            4 => matches!(from, Some(3 | 4)),
            _ => true,
        }
    }

    /// Returns the words of a cue's sentence that are looked at, given the other
    /// candidates in order.
    pub fn window(reading: &Reading, cue: &Cue, others: &[Cue]) -> Range<usize> {
        let sentence = &reading.sentences[cue.sentence].words;
        let mut start = cue.words.start.saturating_sub(REACH).max(sentence.start);
        let mut end = (cue.words.end + REACH).min(sentence.end);
        let before = others.partition_point(|other| other.words.end <= cue.words.start);
        if let Some(far) = before.checked_sub(CROWD) {
            start = start.max(others[far].words.start);
        }
        let after = others.partition_point(|other| other.words.start < cue.words.end);
        if let Some(far) = others.get(after + CROWD - 1) {
            end = end.min(far.words.end);
        }
        start..end.max(cue.words.end.min(sentence.end))
    }

    /// Calls `each` with the number of each word in the window of a cue, but
    /// for the cue's own, and a copy of `sink` that has its features.
    ///
    /// `others` are candidates in order, among which those of the same sentence
    /// that are likely tell where other attributions are.
    pub fn features<S: Sink + Clone>(
        reading: &Reading,
        cue: &Cue,
        others: &[Cue],
        scratch: &mut RoleScratch,
        sink: S,
        mut each: impl FnMut(usize, S),
    ) {
        let window = RoleFinder::window(reading, cue, others);
        let sentence = &reading.sentences[cue.sentence].words;
        let words = &reading.words;
        let likely = |other: &Cue| other.mass > 0.35 && other.words != cue.words;
        let from = others.partition_point(|other| other.words.end <= window.start);
        let until = others.partition_point(|other| other.words.start < window.end);
        let RoleScratch { views, is_cue } = scratch;
        is_cue.clear();
        is_cue.resize(window.len(), false);
        for other in others[from..until].iter().filter(|other| likely(other)) {
            for at in other.words.clone() {
                if let Some(flag) = at.checked_sub(window.start).and_then(|at| is_cue.get_mut(at))
                {
                    *flag = true;
                }
            }
        }
        // The neighbors of the words in the window, which may lie outside of it.
        let first = window.start.saturating_sub(Views::REACH).max(sentence.start);
        let last = (window.end + Views::REACH).min(sentence.end);
        views.look_at(&words[first..last]);
        let (left, right) = (window.start..cue.words.start, cue.words.end..window.end);
        let scene = Scene::new(reading, cue, window, (&*views, first), &*is_cue);
        // The sides of a cue, each from the cue outwards.
        let mut between = Between::default();
        for at in left.rev() {
            each(at, scene.features::<0, S>(at, &between, sink.clone()));
            between.pass(&words[at], scene.is_cue(at));
        }
        let mut between = Between::default();
        for at in right {
            each(at, scene.features::<1, S>(at, &between, sink.clone()));
            between.pass(&words[at], scene.is_cue(at));
        }
    }

    /// Puts the scores of the labels in a cue's window into `scores`.
    fn scores(
        &self,
        reading: &Reading,
        cue: &Cue,
        others: &[Cue],
        scratch: &mut RoleScratch,
        scores: &mut Vec<[f32; 5]>,
    ) {
        let window = RoleFinder::window(reading, cue, others);
        // The words of the cue itself have no role: they keep these scores.
        let [none, other] = [0.0, FORBIDDEN];
        scores.clear();
        scores.resize(window.len(), [none, other, other, other, other]);
        RoleFinder::features(reading, cue, others, scratch, self.table.sums(), |at, sums| {
            let [a, b, c, d] = sums.scores();
            scores[at - window.start] = [none, a, b, c, d];
        });
    }

    /// Returns the likeliest different analyses of a cue, in order of their
    /// probabilities; at least one.
    pub fn analyses(
        &self,
        reading: &Reading,
        cue: &Cue,
        others: &[Cue],
        scratch: &mut Scratch,
    ) -> Vec<Analysis> {
        let Scratch { features, scores, factors, lattice, content } = scratch;
        self.scores(reading, cue, others, features, scores);
        let chain = Chain { scores, transitions: &self.transitions, start: RoleFinder::START };
        let first = RoleFinder::window(reading, cue, others).start;
        let log_sum = chain.log_sum(factors);
        let mut analyses: Vec<Analysis> = Vec::with_capacity(LABELINGS);
        lattice.best(&chain, LABELINGS, BEHIND, BONUS, |labels| {
            let log_p = (chain.score(labels) - log_sum).min(0.0);
            let source = read_labels(labels, first, cue, content);
            match analyses.iter_mut().find(|a| a.source == source && a.content == *content) {
                Some(known) => {
                    let sum = super::math::exp(known.log_p) + super::math::exp(log_p);
                    known.log_p = super::math::ln(sum).min(0.0).max(known.log_p);
                }
                None => {
                    let content = content.clone();
                    analyses.push(Analysis { source, content, log_p, borrowed: false });
                }
            }
        });
        analyses.sort_by(|a, b| b.log_p.total_cmp(&a.log_p));
        analyses.truncate(ANALYSES);
        analyses
    }
}

/// Memory that is used again for one cue after another.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    features: RoleScratch,
    scores: Vec<[f32; 5]>,
    factors: Vec<[f32; 5]>,
    lattice: Lattice<5>,
    content: Vec<Range<usize>>,
}

/// Memory that is used again for the features of one cue after another.
#[derive(Clone, Debug, Default)]
pub struct RoleScratch {
    views: Views,
    /// For each word of the window, whether it is in another cue.
    is_cue: Vec<bool>,
}

/// Reads the labels of a window that begins with the word `first`: puts the content
/// into `content` and returns the source, which is empty if there is none. Of several,
/// the one nearest the cue counts.
fn read_labels(
    labels: &[u8],
    first: usize,
    cue: &Cue,
    content: &mut Vec<Range<usize>>,
) -> Range<usize> {
    let mut source: Option<Range<usize>> = None;
    content.clear();
    let far = |range: &Range<usize>| {
        if range.end <= cue.words.start {
            cue.words.start - range.end
        } else {
            range.start.saturating_sub(cue.words.end)
        }
    };
    // The cue has no role, whatever a damaged model says.
    let left = ..labels.len().min(cue.words.start.saturating_sub(first));
    let right = labels.len().min(cue.words.end.saturating_sub(first))..;
    for (labels, first) in [(&labels[left], first), (&labels[right.clone()], first + right.start)]
    {
        let mut at = 0;
        while let Some(&label) = labels.get(at) {
            let start = at;
            at += 1;
            if label != SOURCE && label != CONTENT {
                continue;
            }
            // A label that goes on has the number after the one that begins.
            while labels.get(at) == Some(&(label + 1)) {
                at += 1;
            }
            let range = first + start..first + at;
            if label == SOURCE {
                if source.as_ref().is_none_or(|known| far(&range) < far(known)) {
                    source = Some(range);
                }
            } else {
                match content.last_mut().filter(|last| last.end == range.start) {
                    Some(last) => last.end = range.end,
                    None => content.push(range),
                }
            }
        }
    }
    source.unwrap_or(cue.words.start..cue.words.start)
}

impl CueKind {
    /// Returns whether a cue of this kind must have its subject before it, so
    /// that it is that of a cue farther left if it has none of its own.
    pub(crate) fn can_borrow(self) -> bool {
        matches!(self, CueKind::Finite | CueKind::Present)
    }
}
