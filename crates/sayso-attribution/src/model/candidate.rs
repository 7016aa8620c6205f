use alloc::vec::Vec;
use core::ops::Range;

use super::{
    cue::Cue,
    reading::Reading,
    role::{Analysis, RoleFinder, Scratch},
};

/// A cue with what it may mean.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The cue.
    pub cue: Cue,
    /// Its analyses, the likeliest first, then those with a borrowed source.
    pub analyses: Vec<Analysis>,
    /// How it stands to the other candidates of its sentence: whether it lies
    /// in the content of one (1), which is likelier (2).
    pub nested: u32,
}

/// How near two candidates must be, in their order, to be told about another.
const NEIGHBORS: usize = 8;

impl Candidate {
    /// Returns the candidates of cues, with their analyses.
    pub fn all(reading: &Reading, cues: &[Cue], finder: &RoleFinder) -> Vec<Candidate> {
        let mut candidates = Candidate::without_analyses(cues);
        let mut scratch = Scratch::default();
        for candidate in &mut candidates {
            candidate.analyze(reading, cues, finder, &mut scratch);
        }
        Candidate::relate(&mut candidates);
        candidates
    }

    /// Returns the candidates of cues, without their analyses.
    pub(crate) fn without_analyses(cues: &[Cue]) -> Vec<Candidate> {
        let new = |cue: &Cue| Candidate { cue: cue.clone(), analyses: Vec::new(), nested: 0 };
        cues.iter().map(new).collect()
    }

    /// Adds the analyses.
    pub(crate) fn analyze(
        &mut self,
        reading: &Reading,
        cues: &[Cue],
        finder: &RoleFinder,
        scratch: &mut Scratch,
    ) {
        self.analyses = finder.analyses(reading, &self.cue, cues, scratch);
    }

    /// Compares candidates that have their analyses: tells which of them are
    /// nested, and lets them borrow sources from one another.
    pub(crate) fn relate(candidates: &mut [Candidate]) {
        for at in 0..candidates.len() {
            let (mut nested, mut lender) = (0, None);
            for other in Candidate::neighbors(candidates, at) {
                let own = &candidates[at].cue;
                let holds = |r: &Range<usize>| r.contains(&own.words.start);
                let Some(first) = other.analyses.first() else { continue };
                if first.content.iter().any(holds) {
                    nested = nested.max(1 + u32::from(other.cue.mass > own.mass));
                }
                if other.cue.words.end <= own.words.start
                    && other.cue.mass > 0.3
                    && !first.source.is_empty()
                {
                    lender = Some(first.source.clone());
                }
            }
            let candidate = &mut candidates[at];
            candidate.nested = nested;
            if let Some(source) = lender.filter(|_| candidate.cue.kind.can_borrow()) {
                candidate.borrow(source);
            }
        }
    }

    /// Returns the candidates of the same sentence that are near.
    pub(super) fn neighbors(all: &[Candidate], at: usize) -> impl Iterator<Item = &Candidate> {
        let sentence = all[at].cue.sentence;
        (at.saturating_sub(NEIGHBORS)..(at + NEIGHBORS + 1).min(all.len()))
            .filter(move |other| *other != at)
            .map(|other| &all[other])
            .filter(move |other| other.cue.sentence == sentence)
    }

    /// Adds copies of the best analyses without a source that have this one.
    fn borrow(&mut self, source: Range<usize>) {
        if !disjoint(&source, &self.cue.words) {
            return;
        }
        let fits =
            |a: &&Analysis| a.source.is_empty() && a.content.iter().all(|c| disjoint(c, &source));
        let copies: Vec<Analysis> = self
            .analyses
            .iter()
            .filter(fits)
            .take(2)
            .map(|a| Analysis { source: source.clone(), borrowed: true, ..a.clone() })
            .collect();
        self.analyses.extend(copies);
    }
}

/// Returns whether two ranges have nothing in common.
pub(super) fn disjoint(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end <= b.start || b.end <= a.start
}
