use alloc::vec::Vec;

use super::chain::{Chain, FORBIDDEN, largest};

/// The best labelings of a [`Chain`], and the memory to find them in.
///
/// The best labeling up to each place and label is found as Viterbi does. Every
/// other labeling turns off from a better one at its last place where they
/// differ, and goes back from there on the best way, so that the loss of a turn
/// is known beforehand and the best turns are taken in order (tree-trellis
/// search, Soong and Huang 1991). With lists of the best labelings for each place
/// and label (Seshadri and Sundberg 1994), even if they are only made where they
/// are asked for, five times as much is computed.
///
/// Keep one and use it again: it does not give its memory back.
#[derive(Clone, Debug, Default)]
pub struct Lattice<const L: usize> {
    steps: Vec<Step<L>>,
    /// Turns that may be taken, the best first.
    turns: Vec<Turn>,
    /// The labelings that were found, one after another.
    labels: Vec<u8>,
}

/// The best ways to the labels of a place.
#[derive(Clone, Copy, Debug)]
struct Step<const L: usize> {
    totals: [f32; L],
    /// What the second best way loses.
    seconds: [f32; L],
    /// The labels before.
    from: [u32; L],
}

/// How many labels are looked at side by side.
const SIDE: usize = 4;

impl<const L: usize> Step<L> {
    /// Returns the best ways to the labels of the next place.
    ///
    /// Nothing but sums and choices for four labels side by side, then for the last
    /// four: so those of four are computed at a time, however many there are.
    #[inline(always)]
    fn next(&self, transitions: &[[f32; L]; L], scores: &[f32; L], bonus: &[f32; L]) -> Step<L> {
        const { assert!(L >= SIDE) };
        let mut next = Step { totals: [0.0; L], seconds: [0.0; L], from: [0; L] };
        for first in [0, L - SIDE] {
            let (most, seconds, from) = self.ways(transitions, first);
            for (side, to) in (first..first + SIDE).enumerate() {
                next.totals[to] = most[side] + (scores[to] + bonus[to]);
                next.seconds[to] = most[side] - seconds[side];
                next.from[to] = from[side];
            }
        }
        next
    }

    /// Returns the totals of the best and the second best ways to labels from `first`
    /// on, and where the best ones come from.
    #[expect(clippy::needless_range_loop, reason = "iterators are not taken side by side")]
    #[inline(always)]
    fn ways(
        &self,
        transitions: &[[f32; L]; L],
        first: usize,
    ) -> ([f32; SIDE], [f32; SIDE], [u32; SIDE]) {
        let (mut most, mut seconds, mut from) = ([f32::MIN; SIDE], [f32::MIN; SIDE], [0; SIDE]);
        for label in 0..L {
            for side in 0..SIDE {
                let head = self.totals[label] + transitions[label][first + side];
                let less = if head < most[side] { head } else { most[side] };
                seconds[side] = if seconds[side] > less { seconds[side] } else { less };
                from[side] = if head > most[side] { label as u32 } else { from[side] };
                most[side] = if head > most[side] { head } else { most[side] };
            }
        }
        (most, seconds, from)
    }
}

/// Where a labeling turns off from another.
#[derive(Clone, Copy, Debug)]
struct Turn {
    /// What the labeling loses in all, against the best one.
    loss: f32,
    /// Number of the other labeling.
    other: usize,
    /// The last place where they differ, and the label there.
    at: usize,
    label: u8,
}

/// A total that no labeling has which is allowed.
const NONE: f32 = FORBIDDEN / 2.0;

impl<const L: usize> Lattice<L> {
    /// Returns a lattice without memory.
    pub fn new() -> Lattice<L> {
        Lattice::default()
    }

    /// Calls `each` with the `count` best labelings, the best first, when
    /// `bonus` is added wherever a label is given; with fewer if no more are
    /// allowed or the others are `behind` the best by more than that.
    ///
    /// # Complexity
    ///
    /// Linear in the length of the chain, and in `count` if that is small.
    pub fn best(
        &mut self,
        chain: &Chain<'_, L>,
        count: usize,
        behind: f32,
        bonus: [f32; L],
        mut each: impl FnMut(&[u8]),
    ) {
        let len = chain.scores.len();
        self.forward(chain, bonus);
        self.turns.clear();
        self.labels.clear();
        let Some(last) = self.steps.last() else { return };
        let totals = last.totals;
        let best = totals[largest(&totals)];
        for (label, total) in totals.iter().enumerate().filter(|(_, total)| **total > NONE) {
            let turn = Turn { loss: best - total, other: 0, at: len - 1, label: label as u8 };
            if turn.loss <= behind {
                insert(&mut self.turns, turn, count);
            }
        }
        for number in 0..count {
            let Some(&turn) = self.turns.first() else { break };
            self.turns.remove(0);
            self.take(turn);
            each(&self.labels[number * len..]);
            if number + 1 < count {
                self.look_for_turns(chain, turn, number, count - number - 1, behind);
            }
        }
    }

    /// Finds the best way to each place and label.
    fn forward(&mut self, chain: &Chain<'_, L>, bonus: [f32; L]) {
        self.steps.clear();
        let Some((first, rest)) = chain.scores.split_first() else { return };
        let totals = core::array::from_fn(|to| chain.start[to] + (first[to] + bonus[to]));
        let mut before = Step { totals, seconds: [f32::MAX; L], from: [0; L] };
        self.steps.resize(chain.scores.len(), before);
        for (step, scores) in self.steps[1..].iter_mut().zip(rest) {
            before = before.next(chain.transitions.scores(), scores, &bonus);
            *step = before;
        }
    }

    /// Adds the labeling of a turn.
    fn take(&mut self, turn: Turn) {
        let len = self.steps.len();
        let start = self.labels.len();
        self.labels.resize(start + len, turn.label);
        self.labels.copy_within(
            turn.other * len + turn.at + 1..(turn.other + 1) * len,
            start + turn.at + 1,
        );
        let mut label = turn.label;
        let before = self.labels[start..][..turn.at].iter_mut();
        for (step, place) in self.steps[1..=turn.at].iter().zip(before).rev() {
            label = step.from[usize::from(label)] as u8;
            *place = label;
        }
    }

    /// Adds the turns off from a labeling before its own, if they are among the
    /// best `count` and not farther behind than that.
    fn look_for_turns(
        &mut self,
        chain: &Chain<'_, L>,
        own: Turn,
        number: usize,
        count: usize,
        behind: f32,
    ) {
        let transitions = chain.transitions.scores();
        let Lattice { steps, turns, labels } = self;
        let labels = &labels[number * steps.len()..][..=own.at];
        let mut limit = limit_of(turns, count, behind);
        for (at, (label, step)) in labels.iter().zip(&*steps).enumerate().skip(1).rev() {
            let to = usize::from(*label);
            if own.loss + step.seconds[to] > limit {
                continue;
            }
            let totals = steps[at - 1].totals;
            let head = |label: usize| totals[label] + transitions[label][to];
            let most = head(usize::from(labels[at - 1]));
            for label in (0..L).filter(|label| *label != usize::from(labels[at - 1])) {
                let head = head(label);
                let loss = own.loss + (most - head);
                if head > NONE && loss <= limit {
                    let turn = Turn { loss, other: number, at: at - 1, label: label as u8 };
                    insert(turns, turn, count);
                    limit = limit_of(turns, count, behind);
                }
            }
        }
    }
}

/// Returns what a turn may lose at most to be among the best `count`.
fn limit_of(turns: &[Turn], count: usize, behind: f32) -> f32 {
    turns.get(count - 1).map_or(behind, |turn| turn.loss)
}

/// Puts a turn in its place among the best, of which `count` are kept.
fn insert(turns: &mut Vec<Turn>, turn: Turn, count: usize) {
    turns.truncate(count);
    let place = turns.partition_point(|other| other.loss <= turn.loss);
    if place < count {
        turns.truncate(count - 1);
        turns.insert(place, turn);
    }
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use super::*;
    use crate::model::chain::Transitions;

    /// All labelings of five labels that are allowed, best first.
    fn all(chain: &Chain<'_, 5>) -> Vec<Vec<u8>> {
        let count = 5_usize.pow(chain.scores.len() as u32);
        let labeling = |n: usize| -> Vec<u8> {
            (0..chain.scores.len()).map(|at| (n / 5_usize.pow(at as u32) % 5) as u8).collect()
        };
        let mut all: Vec<_> = (0..count).map(labeling).collect();
        all.retain(|labels| chain.score(labels) > NONE);
        all.sort_by(|a, b| chain.score(b).total_cmp(&chain.score(a)));
        all
    }

    #[test]
    fn the_best_labelings_are_those_of_brute_force() {
        let mut lattice = Lattice::new();
        let mut state = 1_u32;
        for round in 0..120 {
            let mut random = || {
                state = state.wrapping_mul(0x0019_660d).wrapping_add(0x3c6e_f35f);
                (state >> 8) as f32 / (1 << 22) as f32 - 2.0
            };
            let mut scores: Vec<[f32; 5]> =
                (0..round % 6).map(|_| core::array::from_fn(|_| random())).collect();
            let mut transitions: [[f32; 5]; 5] =
                core::array::from_fn(|_| core::array::from_fn(|_| random()));
            (transitions[0][2], transitions[1][4]) = (FORBIDDEN, FORBIDDEN);
            let transitions = Transitions::new(transitions);
            let start = [0.0, 0.2, FORBIDDEN, 0.1, 0.0];
            if let Some(scores) = scores.get_mut(3) {
                scores[1..].fill(FORBIDDEN);
            }
            let chain = Chain { scores: &scores, transitions: &transitions, start };
            let expected = if chain.scores.is_empty() { vec![] } else { all(&chain) };
            for behind in [f32::MAX, 1.5] {
                let mut found: Vec<Vec<u8>> = Vec::new();
                lattice.best(&chain, 40, behind, [0.0; 5], |labels| found.push(labels.to_vec()));
                let near =
                    |labels: &&Vec<u8>| chain.score(&expected[0]) - chain.score(labels) <= behind;
                let near: Vec<_> = expected.iter().filter(near).take(40).cloned().collect();
                assert_eq!(found, near, "{chain:?}");
            }
        }
    }

    #[test]
    fn a_bonus_is_for_each_label() {
        let chain = Chain {
            scores: &[[0.0, -1.0, -9.0, -9.0, -9.0]; 3],
            transitions: &Transitions::new([[0.0; 5]; 5]),
            start: [0.0; 5],
        };
        let mut best = Vec::new();
        Lattice::new().best(&chain, 1, 0.0, [0.0, 1.5, 0.0, 0.0, 0.0], |labels| {
            best.extend_from_slice(labels)
        });
        assert_eq!(best, [1, 1, 1]);
    }
}
