use alloc::{borrow::Cow, vec::Vec};

/// Weights of hashed features: rows of `L` weights, a byte each.
///
/// Two features that fall into one row share its weights; with enough rows that
/// costs next to nothing (Ganchev and Dredze 2008).
#[derive(Clone, Debug)]
pub struct Table<const L: usize> {
    rows: Cow<'static, [u8]>,
    /// 32 less the binary logarithm of the number of rows.
    shift: u32,
    scale: f32,
}

impl<const L: usize> Table<L> {
    /// Returns the table of these weights, which become multiples of the
    /// largest one's 127th part.
    ///
    /// # Panics
    ///
    /// If there are not `L << bits` weights.
    pub fn quantize(weights: &[f32], bits: u32) -> Table<L> {
        assert_eq!(weights.len(), L << bits, "rows of {L} weights");
        let largest = weights.iter().fold(1e-6_f32, |max, w| max.max(w.abs()));
        let scale = largest / 127.0;
        let byte = |w: &f32| {
            let steps = w / scale;
            (steps + if steps < 0.0 { -0.5 } else { 0.5 }) as i8 as u8
        };
        Table {
            rows: weights.iter().map(byte).collect::<Vec<_>>().into(),
            shift: 32 - bits,
            scale,
        }
    }

    /// Returns the table that these bytes are, or `None` if there are not
    /// `L << bits` of them.
    pub fn from_rows(rows: Cow<'static, [u8]>, bits: u32, scale: f32) -> Option<Table<L>> {
        let fits = (1..=24).contains(&bits) && rows.len() == L << bits && scale.is_finite();
        fits.then_some(Table { rows, shift: 32 - bits, scale })
    }

    /// Returns the bytes of the weights, row by row.
    pub fn rows(&self) -> &[u8] {
        &self.rows
    }

    /// Returns the binary logarithm of the number of rows.
    pub fn bits(&self) -> u32 {
        32 - self.shift
    }

    /// Returns what one step of a weight is worth.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// Returns the sums of the features' weights in steps.
    #[inline]
    pub fn steps(&self, features: &[u32]) -> [i32; L] {
        let mut sums = [0; L];
        for hash in features {
            let row = (hash >> self.shift) as usize * L;
            // The table has a row for every value of the upper bits.
            let Some(row) = self.rows.get(row..row + L) else { continue };
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(*weight as i8);
            }
        }
        sums
    }

    /// Returns the sums of the features' weights.
    #[inline]
    pub fn sums(&self, features: &[u32]) -> [f32; L] {
        self.steps(features).map(|steps| steps as f32 * self.scale)
    }
}
