/// Weights of hashed features in training, learned one by one with a step size
/// for each (FTRL-Proximal, McMahan and others 2013).
///
/// Rows and features are those of the table that the weights are written to, so
/// that features that will share a row there share it already here.
#[derive(Clone, Debug)]
pub(crate) struct Ftrl<const L: usize> {
    weights: Vec<f32>,
    /// For each weight the sum of its gradients, corrected, and of their
    /// squares.
    sums: Vec<[f32; 2]>,
    bits: u32,
    learning: Learning,
}

/// How weights are learned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Learning {
    /// The size of the first steps.
    pub(crate) rate: f32,
    /// A weight stays zero while there is less reason than this for more.
    pub(crate) l1: f32,
    /// What pulls a weight back to zero, in proportion to it. It lets the rate
    /// be high, so that frequent features are settled in a few epochs, while a
    /// feature that was seen a few times keeps a small weight.
    pub(crate) l2: f32,
}

/// Added to the root of the sum of squared gradients: a softer start.
const BETA: f32 = 1.0;

impl<const L: usize> Ftrl<L> {
    /// Returns weights of zero in `1 << bits` rows.
    pub(crate) fn new(bits: u32, learning: Learning) -> Ftrl<L> {
        let count = L << bits;
        Ftrl { weights: vec![0.0; count], sums: vec![[0.0; 2]; count], bits, learning }
    }

    fn row(&self, hash: u32) -> usize {
        (hash >> (32 - self.bits)) as usize * L
    }

    /// Returns the sums of the features' weights.
    pub(crate) fn score(&self, features: &[u32]) -> [f32; L] {
        let mut sums = [0.0; L];
        for &hash in features {
            let row = self.row(hash);
            for (sum, weight) in sums.iter_mut().zip(&self.weights[row..row + L]) {
                *sum += weight;
            }
        }
        sums
    }

    /// Learns from the gradient of the loss by the sums.
    pub(crate) fn learn(&mut self, features: &[u32], gradient: [f32; L]) {
        let Learning { rate, l1, l2 } = self.learning;
        for &hash in features {
            let row = self.row(hash);
            for (label, g) in gradient.iter().enumerate() {
                let (weight, [z, n]) =
                    (&mut self.weights[row + label], &mut self.sums[row + label]);
                let squares = *n + g * g;
                let root = squares.sqrt();
                *z += g - (root - n.sqrt()) / rate * *weight;
                *n = squares;
                *weight = if z.abs() <= l1 {
                    0.0
                } else {
                    (z.signum() * l1 - *z) / ((BETA + root) / rate + l2)
                };
            }
        }
    }

    /// Returns the weights, row by row.
    pub(crate) fn weights(&self) -> &[f32] {
        &self.weights
    }
}
