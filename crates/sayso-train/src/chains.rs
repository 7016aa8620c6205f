use sayso::attribution::model::{Chain, FORBIDDEN, Table, Transitions};

use crate::ftrl::Ftrl;

/// A conditional random field in training: `W` is one less than the number of
/// labels `L`, the first of which has no weights.
#[derive(Clone, Debug)]
pub(crate) struct ChainTrainer<const L: usize, const W: usize> {
    weights: Ftrl<W>,
    transitions: [[f32; L]; L],
    /// Sums of the squared gradients of the transitions.
    squares: [[f32; L]; L],
    start: [f32; L],
}

/// A sequence to learn: features of each place, one after another, and the
/// right labels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Example {
    hashes: Vec<u32>,
    ends: Vec<usize>,
    pub(crate) labels: Vec<u8>,
}

/// A place whose gradients are all smaller is not learned from: it saves more
/// than half of the time, and changes nothing that could be measured.
const NEGLIGIBLE: f32 = 2e-3;

impl Example {
    pub(crate) fn clear(&mut self) {
        self.hashes.clear();
        self.ends.clear();
        self.labels.clear();
    }

    pub(crate) fn push(&mut self, hashes: &[u32], label: u8) {
        self.hashes.extend_from_slice(hashes);
        self.ends.push(self.hashes.len());
        self.labels.push(label);
    }

    fn features(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.hashes[start..self.ends[at]]
    }
}

impl<const L: usize, const W: usize> ChainTrainer<L, W> {
    /// Returns a field that has learned nothing, but that what `allows` denies
    /// cannot be.
    pub(crate) fn new(
        weights: Ftrl<W>,
        allows: fn(Option<usize>, usize) -> bool,
    ) -> ChainTrainer<L, W> {
        let score = |from, to| if allows(from, to) { 0.0 } else { FORBIDDEN };
        ChainTrainer {
            weights,
            transitions: std::array::from_fn(|from| {
                std::array::from_fn(|to| score(Some(from), to))
            }),
            squares: [[1.0; L]; L],
            start: std::array::from_fn(|to| score(None, to)),
        }
    }

    /// Learns a sequence and returns its loss, the negative logarithm of its
    /// probability.
    pub(crate) fn learn(&mut self, example: &Example) -> f32 {
        if example.labels.is_empty() {
            return 0.0;
        }
        let scores = (0..example.labels.len()).map(|at| {
            let mut all = [0.0; L];
            // A place without features can have no label but the first.
            if example.features(at).is_empty() {
                all[1..].fill(FORBIDDEN);
            } else {
                all[1..].copy_from_slice(&self.weights.score(example.features(at)));
            }
            all
        });
        let scores: Vec<[f32; L]> = scores.collect();
        let transitions = Transitions::new(self.transitions);
        let chain = Chain { scores: &scores, transitions: &transitions, start: self.start };
        let marginals = chain.marginals();
        for (at, &label) in example.labels.iter().enumerate() {
            let gradient: [f32; W] = std::array::from_fn(|l| {
                marginals.labels[at][l + 1] - f32::from(usize::from(label) == l + 1)
            });
            if gradient.iter().any(|g| g.abs() > NEGLIGIBLE) {
                self.weights.learn(example.features(at), gradient);
            }
        }
        let mut pairs = marginals.pairs;
        for pair in example.labels.windows(2) {
            pairs[usize::from(pair[0])][usize::from(pair[1])] -= 1.0;
        }
        let scores = self.transitions.iter_mut().flatten();
        for ((score, squares), g) in
            scores.zip(self.squares.iter_mut().flatten()).zip(pairs.iter().flatten())
        {
            if *score > FORBIDDEN / 2.0 {
                *squares += g * g;
                *score -= 0.1 * g / squares.sqrt();
            }
        }
        marginals.log_sum - chain.score(&example.labels)
    }

    /// Returns what was learned.
    pub(crate) fn finish<const BYTES: usize>(&self) -> (Table<W, BYTES>, Transitions<L>) {
        (Table::quantize(self.weights.weights()), Transitions::new(self.transitions))
    }
}
