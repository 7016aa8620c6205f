use alloc::vec::Vec;
use core::array::from_fn;

use super::math::{exp, exp_all, ln};

/// What a forbidden transition costs.
pub const FORBIDDEN: f32 = -1e4;

/// A linear-chain conditional random field over one sequence (Lafferty,
/// McCallum and Pereira 2001): the score of each label at each place, and of
/// each label after another.
#[derive(Clone, Debug)]
pub struct Chain<'t, const L: usize> {
    /// Scores of the labels at each place.
    pub scores: &'t [[f32; L]],
    /// Scores of a label after another.
    pub transitions: &'t Transitions<L>,
    /// Scores of the first label.
    pub start: [f32; L],
}

/// The scores of labels after one another, the same for all sequences.
#[derive(Clone, Debug)]
pub struct Transitions<const L: usize> {
    scores: [[f32; L]; L],
    /// Their exponentials.
    factors: [[f32; L]; L],
}

impl<const L: usize> Transitions<L> {
    /// Returns the scores of a label (second index) after another (first) as
    /// transitions.
    pub fn new(scores: [[f32; L]; L]) -> Transitions<L> {
        Transitions { scores, factors: scores.map(|row| row.map(exp)) }
    }

    /// Returns this score wherever a label is allowed after another.
    pub fn uniform(score: f32, allows: impl Fn(Option<usize>, usize) -> bool) -> Transitions<L> {
        let score = |from, to| if allows(Some(from), to) { score } else { FORBIDDEN };
        Transitions::new(from_fn(|from| from_fn(|to| score(from, to))))
    }

    /// Returns the scores of each label (second index) after each other (first).
    #[inline]
    pub fn scores(&self) -> &[[f32; L]; L] {
        &self.scores
    }
}

/// Probabilities of labels and of pairs of labels.
#[derive(Clone, Debug)]
pub struct Marginals<const L: usize> {
    /// Of the labels at each place.
    pub labels: Vec<[f32; L]>,
    /// Expected number of each pair of neighbors in the whole sequence.
    pub pairs: [[f32; L]; L],
    /// The logarithm of the sum over all labelings of the exponential of their
    /// scores.
    pub log_sum: f32,
}

impl<const L: usize> Chain<'_, L> {
    /// Returns the score of a labeling.
    pub fn score(&self, labels: &[u8]) -> f32 {
        let mut total = 0.0;
        let mut transitions = &self.start;
        for (scores, &label) in self.scores.iter().zip(labels) {
            let label = usize::from(label);
            total += scores[label];
            total += transitions[label];
            transitions = &self.transitions.scores[label];
        }
        total
    }

    /// Puts the factors of the labels at each place into `factors`: the exponentials
    /// of their scores, divided by the highest.
    fn emissions(&self, factors: &mut Vec<[f32; L]>) {
        factors.clear();
        factors.extend(self.scores.iter().map(|scores| {
            let highest = highest(scores);
            scores.map(|score| score - highest)
        }));
        exp_all(factors.as_flattened_mut());
    }

    /// Calls `each` at each place with the scaled sums over all beginnings, given the
    /// factors of the labels, and returns the logarithm of the sum of all labelings.
    #[inline]
    fn forward(&self, emissions: &[[f32; L]], mut each: impl FnMut([f32; L])) -> f32 {
        let factors = &self.transitions.factors;
        let mut log_sum = 0.0;
        // Factors whose logarithm has not been taken yet: it takes longer than many of
        // them.
        let mut product = 1.0_f32;
        let mut before: Option<[f32; L]> = None;
        for (scores, emission) in self.scores.iter().zip(emissions) {
            let mut alpha = match &before {
                None => self.start.map(exp),
                Some(before) => {
                    let mut sums = [0.0; L];
                    for (from, mass) in before.iter().enumerate() {
                        for (sum, factor) in sums.iter_mut().zip(&factors[from]) {
                            *sum += mass * factor;
                        }
                    }
                    sums
                }
            };
            for (a, e) in alpha.iter_mut().zip(emission) {
                *a *= e;
            }
            let total = alpha.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            log_sum += highest(scores);
            if !(1e-18..1e18).contains(&product) || total < 1e-18 {
                log_sum += ln(product);
                product = 1.0;
            }
            product *= total;
            let share = 1.0 / total;
            let alpha = alpha.map(|a| a * share);
            each(alpha);
            before = Some(alpha);
        }
        log_sum + ln(product)
    }

    /// Returns the logarithm of the sum over all labelings of the exponential
    /// of their scores. `scratch` is memory for it.
    pub fn log_sum(&self, scratch: &mut Vec<[f32; L]>) -> f32 {
        self.emissions(scratch);
        self.forward(scratch, |_| {})
    }

    /// Returns the probabilities of the labels.
    pub fn marginals(&self) -> Marginals<L> {
        let mut labels = Vec::new();
        let (pairs, log_sum) = self.backward::<true>(&mut Vec::new(), &mut labels);
        Marginals { labels, pairs, log_sum }
    }

    /// Puts the probabilities of the labels at each place into `labels`, and finds not
    /// those of pairs. `scratch` is memory for it.
    pub fn shares(&self, scratch: &mut Vec<[f32; L]>, labels: &mut Vec<[f32; L]>) {
        self.backward::<false>(scratch, labels);
    }

    /// Returns the probabilities of pairs, if they are asked for, and the logarithm of
    /// the sum of all labelings.
    fn backward<const PAIRS: bool>(
        &self,
        emissions: &mut Vec<[f32; L]>,
        labels: &mut Vec<[f32; L]>,
    ) -> ([[f32; L]; L], f32) {
        let factors = &self.transitions.factors;
        self.emissions(emissions);
        // The sums over beginnings, and the probabilities in their places when it has
        // been there.
        labels.clear();
        let log_sum = self.forward(emissions, |alpha| labels.push(alpha));
        let mut pairs = [[0.0; L]; L];
        let mut beta = [1.0_f32; L];
        for at in (0..labels.len()).rev() {
            let weighted: [f32; L] = core::array::from_fn(|l| labels[at][l] * beta[l]);
            let total = weighted.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            labels[at] = weighted.map(|w| w / total);
            if at == 0 {
                break;
            }
            let inner: [f32; L] = core::array::from_fn(|l| emissions[at][l] * beta[l]);
            let mut outer = [0.0; L];
            let mut mass = [[0.0; L]; L];
            let mut sum = 0.0;
            for from in 0..L {
                for to in 0..L {
                    let step = factors[from][to] * inner[to];
                    outer[from] += step;
                    if PAIRS {
                        mass[from][to] = labels[at - 1][from] * step;
                        sum += mass[from][to];
                    }
                }
            }
            if PAIRS {
                let sum = f32::max(sum, f32::MIN_POSITIVE);
                for (pair, mass) in pairs.iter_mut().flatten().zip(mass.iter().flatten()) {
                    *pair += mass / sum;
                }
            }
            let highest = outer.iter().fold(f32::MIN_POSITIVE, |max, o| max.max(*o));
            beta = outer.map(|o| o / highest);
        }
        (pairs, log_sum)
    }

    /// Puts the best labeling when `bonus` is added wherever a label is given into
    /// `labels`. `back` is memory for it.
    pub fn best(&self, bonus: [f32; L], back: &mut Vec<[u8; L]>, labels: &mut Vec<u8>) {
        back.clear();
        labels.clear();
        let Some((first, rest)) = self.scores.split_first() else { return };
        let mut totals: [f32; L] =
            core::array::from_fn(|to| self.start[to] + first[to] + bonus[to]);
        let transitions = &self.transitions.scores;
        for scores in rest {
            let mut next = [f32::MIN; L];
            let mut from = [0; L];
            for to in 0..L {
                let (mut most, mut arg) = (f32::MIN, 0);
                for label in 0..L {
                    let sum = totals[label] + transitions[label][to];
                    arg = if sum > most { label as u8 } else { arg };
                    most = if sum > most { sum } else { most };
                }
                (next[to], from[to]) = (most + scores[to] + bonus[to], arg);
            }
            totals = next;
            back.push(from);
        }
        labels.resize(self.scores.len(), 0);
        let mut label = largest(&totals) as u8;
        for (at, place) in labels.iter_mut().enumerate().rev() {
            *place = label;
            if let Some(from) = at.checked_sub(1).and_then(|before| back.get(before)) {
                label = from[usize::from(label)];
            }
        }
    }
}

/// Returns the highest of some scores.
#[inline]
fn highest<const L: usize>(scores: &[f32; L]) -> f32 {
    scores.iter().fold(f32::MIN, |max, score| if *score > max { *score } else { max })
}

/// Returns the position of the largest value, the first if there are several.
pub(super) fn largest<const L: usize>(values: &[f32; L]) -> usize {
    (1..L).fold(0, |best, at| if values[at] > values[best] { at } else { best })
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use super::*;

    fn transitions() -> Transitions<3> {
        Transitions::new([[0.2, -0.3, FORBIDDEN], [0.1, -1.0, 0.8], [0.0, 0.3, 0.5]])
    }

    const SCORES: [[f32; 3]; 4] =
        [[0.3, 1.0, -0.4], [0.0, -0.7, 0.9], [1.2, 0.1, 0.23], [-0.5, 0.6, 0.4]];

    fn chain(transitions: &Transitions<3>) -> Chain<'_, 3> {
        Chain { scores: &SCORES, transitions, start: [0.0, 0.2, FORBIDDEN] }
    }

    /// All labelings with their scores, best first.
    fn all(chain: &Chain<'_, 3>) -> Vec<(f32, Vec<u8>)> {
        let labelings = (0..81).map(|n| vec![n / 27, n / 9 % 3, n / 3 % 3, n % 3]);
        let mut all: Vec<_> = labelings.map(|l: Vec<u8>| (chain.score(&l), l)).collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        all
    }

    #[test]
    fn the_best_labeling_is_that_of_brute_force() {
        let transitions = transitions();
        let chain = chain(&transitions);
        let (mut back, mut labels) = (vec![], vec![]);
        chain.best([0.0; 3], &mut back, &mut labels);
        assert_eq!(labels, all(&chain)[0].1);
        assert_eq!(back.len(), 3);
    }

    #[test]
    fn marginals_are_those_of_brute_force() {
        let transitions = transitions();
        let chain = chain(&transitions);
        let found = chain.marginals();
        let sum: f32 = all(&chain).iter().map(|(score, _)| exp(*score)).sum();
        assert!((found.log_sum - ln(sum)).abs() < 1e-4);
        assert_eq!(found.log_sum, chain.log_sum(&mut Vec::new()));
        for at in 0..4 {
            for label in 0..3 {
                let share: f32 = all(&chain)
                    .iter()
                    .filter(|(_, labels)| labels[at] == label)
                    .map(|(score, _)| exp(*score) / sum)
                    .sum();
                assert!((share - found.labels[at][usize::from(label)]).abs() < 1e-4);
            }
        }
        let mut shares = vec![];
        chain.shares(&mut vec![], &mut shares);
        assert_eq!(shares, found.labels);
        assert!((found.pairs.iter().flatten().sum::<f32>() - 3.0).abs() < 1e-4);
    }
}
