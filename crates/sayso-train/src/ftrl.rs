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
    rate: f32,
    l1: f32,
}

/// Added to the root of the sum of squared gradients: a softer start.
const BETA: f32 = 1.0;

impl<const L: usize> Ftrl<L> {
    /// Returns weights of zero in `1 << bits` rows, which are learned at `rate`
    /// and stay zero while there is less than `l1` reason for more.
    pub(crate) fn new(bits: u32, rate: f32, l1: f32) -> Ftrl<L> {
        let count = L << bits;
        Ftrl { weights: vec![0.0; count], sums: vec![[0.0; 2]; count], bits, rate, l1 }
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
        for &hash in features {
            let row = self.row(hash);
            for (label, g) in gradient.iter().enumerate() {
                let (weight, [z, n]) =
                    (&mut self.weights[row + label], &mut self.sums[row + label]);
                let squares = *n + g * g;
                let root = squares.sqrt();
                *z += g - (root - n.sqrt()) / self.rate * *weight;
                *n = squares;
                *weight = if z.abs() <= self.l1 {
                    0.0
                } else {
                    (z.signum() * self.l1 - *z) * self.rate / (BETA + root)
                };
            }
        }
    }

    /// Returns the weights, row by row.
    pub(crate) fn weights(&self) -> &[f32] {
        &self.weights
    }

    pub(crate) fn bits(&self) -> u32 {
        self.bits
    }
}
