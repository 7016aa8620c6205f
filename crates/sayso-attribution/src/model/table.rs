use alloc::{borrow::Cow, boxed::Box, vec::Vec};

use super::features::Sink;

/// Weights of hashed features: rows of `L` weights, a byte each, `BYTES` in all.
///
/// Two features that fall into one row share its weights; with enough rows that
/// costs next to nothing (Ganchev and Dredze 2008).
///
/// The number of rows is a power of two, and known when compiling: so the row of
/// a hash is found by a shift alone.
#[derive(Clone, Debug)]
pub struct Table<const L: usize, const BYTES: usize> {
    rows: Rows<BYTES>,
    scale: f32,
}

/// The bytes of a table.
#[derive(Clone, Debug)]
enum Rows<const BYTES: usize> {
    Static(&'static [u8; BYTES]),
    Owned(Box<[u8; BYTES]>),
}

impl<const BYTES: usize> Rows<BYTES> {
    /// Returns these bytes as rows, `None` if their number is another.
    fn new(bytes: Cow<'static, [u8]>) -> Option<Rows<BYTES>> {
        match bytes {
            Cow::Borrowed(bytes) => bytes.try_into().ok().map(Rows::Static),
            Cow::Owned(bytes) => bytes.into_boxed_slice().try_into().ok().map(Rows::Owned),
        }
    }

    #[inline(always)]
    fn bytes(&self) -> &[u8; BYTES] {
        match self {
            Rows::Static(bytes) => bytes,
            Rows::Owned(bytes) => bytes,
        }
    }
}

impl<const L: usize, const BYTES: usize> Table<L, BYTES> {
    /// The binary logarithm of the number of rows.
    pub const BITS: u32 = {
        let rows = BYTES / L;
        assert!(rows * L == BYTES && rows.is_power_of_two() && rows > 1);
        rows.trailing_zeros()
    };

    /// Returns the table of these weights, which become multiples of the
    /// largest one's 127th part.
    ///
    /// # Panics
    ///
    /// If there are not `BYTES` weights.
    pub fn quantize(weights: &[f32]) -> Table<L, BYTES> {
        let largest = weights.iter().fold(1e-6_f32, |max, w| max.max(w.abs()));
        let scale = largest / 127.0;
        let byte = |w: &f32| {
            let steps = w / scale;
            (steps + if steps < 0.0 { -0.5 } else { 0.5 }) as i8 as u8
        };
        let bytes: Vec<u8> = weights.iter().map(byte).collect();
        match Table::from_rows(bytes.into(), scale) {
            Some(table) => table,
            None => panic!("{} weights are not {BYTES}", weights.len()),
        }
    }

    /// Returns a table of zeros.
    pub fn zero() -> Table<L, BYTES> {
        Table::quantize(&alloc::vec![0.0; BYTES])
    }

    /// Returns the table that these bytes are, or `None` if there are not
    /// `BYTES` of them.
    pub fn from_rows(rows: Cow<'static, [u8]>, scale: f32) -> Option<Table<L, BYTES>> {
        let rows = Rows::new(rows)?;
        scale.is_finite().then_some(Table { rows, scale })
    }

    /// Returns the bytes of the weights, row by row.
    pub fn rows(&self) -> &[u8] {
        self.rows.bytes()
    }

    /// Returns what one step of a weight is worth.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// Returns sums of no weights yet: a [`Sink`] of features.
    #[inline(always)]
    pub fn sums(&self) -> Sums<'_, L, BYTES> {
        Sums { rows: self.rows.bytes(), scale: self.scale, steps: [0; L], count: 0 }
    }
}

/// Sums of the weights of features.
#[derive(Clone, Copy, Debug)]
pub struct Sums<'t, const L: usize, const BYTES: usize> {
    rows: &'t [u8; BYTES],
    scale: f32,
    steps: [i16; L],
    /// How many features there are in them.
    count: u32,
}

/// How many weights wait to be added up, at most.
///
/// The compiler would rather look up the weights of all features first, and put
/// them aside on the stack for want of registers: that took a fifth longer. Rows that
/// are longer than a few weights it adds up as they come.
const WAITING: u32 = 8;

impl<const L: usize, const BYTES: usize> Sink for Sums<'_, L, BYTES> {
    #[inline(always)]
    fn take(&mut self, hash: u32) {
        let at = (hash >> (32 - Table::<L, BYTES>::BITS)) as usize * L;
        for (sum, weight) in self.steps.iter_mut().zip(&self.rows[at..at + L]) {
            *sum = sum.wrapping_add(i16::from(*weight as i8));
        }
        self.count += 1;
        if L == 2 && self.count % WAITING == 0 {
            self.steps = core::hint::black_box(self.steps);
        }
    }
}

impl<const L: usize, const BYTES: usize> Sums<'_, L, BYTES> {
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
