//! Names read before they are needed.

use core::hint;

use crate::Builder;

/// Reads names before they are needed.
///
/// The order of hashes is no order of the memory, and there is more of it than a
/// cache holds. A processor waits for many reads at once when none depends on
/// another, as here; otherwise, waiting is half of the time of building.
#[derive(Debug, Default)]
pub(crate) struct Ahead {
    /// How many of the names have been read.
    read: usize,
    /// How many of them have been used.
    used: usize,
}

impl Ahead {
    const BATCH: usize = 64;

    /// Says that so many more names will be used.
    pub(crate) fn read(&mut self, builder: &Builder, ends: &[(u64, u32)], used: usize) {
        self.used += used;
        if self.used <= self.read {
            return;
        }
        self.read = ends.len().min(self.used + Ahead::BATCH);
        let batch = &ends[self.used - used..self.read];
        let text = builder.text.as_bytes();
        let seen = batch.iter().fold(0_u8, |seen, &(_, at)| {
            let name = builder.names[at as usize].text.range();
            let [first, last] = [name.start, name.end - 1].map(|at| text.get(at).copied());
            seen ^ first.unwrap_or(0) ^ last.unwrap_or(0)
        });
        hint::black_box(seen);
    }
}
