use alloc::{borrow::Cow, vec::Vec};

use super::features::Sink;

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

    /// Returns sums of no weights yet: a [`Sink`] of features.
    #[inline(always)]
    pub fn sums(&self) -> Sums<'_, L> {
        Sums { rows: &self.rows, shift: self.shift, scale: self.scale, steps: [0; L] }
    }
}

/// Sums of the weights of features.
#[derive(Clone, Copy, Debug)]
pub struct Sums<'t, const L: usize> {
    rows: &'t [u8],
    shift: u32,
    scale: f32,
    steps: [i16; L],
}

impl<const L: usize> Sink for Sums<'_, L> {
    #[inline(always)]
    fn take(&mut self, hash: u32) {
        let at = (hash >> self.shift) as usize * L;
        // The table has a row for every value of the upper bits.
        if let Some(row) = self.rows.get(at..at + L) {
            for (sum, weight) in self.steps.iter_mut().zip(row) {
                *sum = sum.wrapping_add(i16::from(*weight as i8));
            }
        }
    }
}

impl<const L: usize> Sums<'_, L> {
    /// Returns the sums in steps of the weights. Up to 256 features cannot
    /// overflow them.
    #[inline(always)]
    pub fn steps(&self) -> [i16; L] {
        self.steps
    }

    /// Returns the sums.
    #[inline(always)]
    pub fn scores(&self) -> [f32; L] {
        self.steps.map(|steps| f32::from(steps) * self.scale)
    }
}
