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
    steps: Vec<[Step; L]>,
    /// Turns that may be taken, the best first.
    turns: Vec<Turn>,
    /// The labelings that were found, one after another.
    labels: Vec<u8>,
}

/// The best way to a place and label.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    total: f32,
    /// What the second best way loses.
    second: f32,
    /// The label before.
    from: u8,
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
        let totals = last.map(|step| step.total);
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
        let transitions = chain.transitions.scores();
        let mut before = [0.0; L];
        for scores in &chain.scores {
            let first = self.steps.is_empty();
            let steps: [Step; L] = core::array::from_fn(|to| {
                let own = scores[to] + bonus[to];
                if first {
                    return Step { total: chain.start[to] + own, second: f32::MAX, from: 0 };
                }
                let (mut most, mut second, mut from) = (f32::MIN, f32::MIN, 0);
                for (label, total) in before.iter().enumerate() {
                    let head = total + transitions[label][to];
                    if head > most {
                        (second, most, from) = (most, head, label as u8);
                    } else {
                        second = second.max(head);
                    }
                }
                Step { total: most + own, second: most - second, from }
            });
            before = steps.map(|step| step.total);
            self.steps.push(steps);
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
        for at in (0..turn.at).rev() {
            label = self.steps[at + 1][usize::from(label)].from;
            self.labels[start + at] = label;
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
        let labels = &self.labels[number * self.steps.len()..][..=own.at];
        let mut limit = limit_of(&self.turns, count, behind);
        for at in (1..labels.len()).rev() {
            let to = usize::from(labels[at]);
            if own.loss + self.steps[at][to].second > limit {
                continue;
            }
            let before = self.steps[at - 1];
            let head = |label: usize| before[label].total + transitions[label][to];
            let most = head(usize::from(labels[at - 1]));
            for label in (0..L).filter(|label| *label != usize::from(labels[at - 1])) {
                let head = head(label);
                let loss = own.loss + (most - head);
                if head > NONE && loss <= limit {
                    let turn = Turn { loss, other: number, at: at - 1, label: label as u8 };
                    insert(&mut self.turns, turn, count);
                    limit = limit_of(&self.turns, count, behind);
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

    /// All labelings of three labels that are allowed, best first.
    fn all(chain: &Chain<'_, 3>) -> Vec<Vec<u8>> {
        let count = 3_usize.pow(chain.scores.len() as u32);
        let labeling = |n: usize| -> Vec<u8> {
            (0..chain.scores.len()).map(|at| (n / 3_usize.pow(at as u32) % 3) as u8).collect()
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
        for round in 0..200 {
            let mut random = || {
                state = state.wrapping_mul(0x0019_660d).wrapping_add(0x3c6e_f35f);
                (state >> 8) as f32 / (1 << 22) as f32 - 2.0
            };
            let scores = (0..round % 7).map(|_| core::array::from_fn(|_| random())).collect();
            let mut transitions: [[f32; 3]; 3] =
                core::array::from_fn(|_| core::array::from_fn(|_| random()));
            transitions[0][2] = FORBIDDEN;
            let transitions = Transitions::new(transitions);
            let start = [0.0, 0.2, FORBIDDEN];
            let mut chain = Chain { scores, transitions: &transitions, start };
            if let Some(scores) = chain.scores.get_mut(3) {
                scores[1..].fill(FORBIDDEN);
            }
            let expected = if chain.scores.is_empty() { vec![] } else { all(&chain) };
            for behind in [f32::MAX, 1.5] {
                let mut found: Vec<Vec<u8>> = Vec::new();
                lattice.best(&chain, 40, behind, [0.0; 3], |labels| found.push(labels.to_vec()));
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
            scores: vec![[0.0, -1.0, -9.0]; 3],
            transitions: &Transitions::new([[0.0; 3]; 3]),
            start: [0.0; 3],
        };
        let mut best = Vec::new();
        Lattice::new()
            .best(&chain, 1, 0.0, [0.0, 1.5, 0.0], |labels| best.extend_from_slice(labels));
        assert_eq!(best, [1, 1, 1]);
    }
}
