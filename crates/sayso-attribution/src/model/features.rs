use alloc::vec::Vec;

/// The features of one decision, which go to a [`Sink`] as hashes.
///
/// A template is known by its turn: the first [`add`](Features::add) is template
/// 0, and so on. Every decision of one sort must therefore make the same calls
/// in the same order.
#[derive(Clone, Copy, Debug)]
pub struct Features<S> {
    sink: S,
    /// What the hash of the last template started with.
    start: u64,
}

/// Where features go: training collects them, and all others add up their
/// weights, without ever having a list of them.
pub trait Sink {
    /// Takes the hash of a feature.
    fn take(&mut self, hash: u32);
}

/// The golden ratio as a fraction of two to the 64.
const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

impl<S: Sink> Features<S> {
    /// Returns no features yet. Those that follow are told apart by `seed` from
    /// features of the same template and values under another seed.
    #[inline(always)]
    pub fn new(seed: u32, sink: S) -> Features<S> {
        Features { sink, start: (u64::from(seed) << 16).wrapping_mul(MULTIPLIER) }
    }

    /// Adds the feature of the next template that has these values.
    #[inline(always)]
    pub fn add<const N: usize>(&mut self, values: [u32; N]) {
        self.start = self.start.wrapping_add(MULTIPLIER);
        let mut hash = self.start;
        for value in values {
            hash = (hash.rotate_left(29) ^ u64::from(value)).wrapping_mul(MULTIPLIER);
        }
        self.sink.take((hash >> 32) as u32);
    }

    /// Returns the sink.
    #[inline(always)]
    pub fn finish(self) -> S {
        self.sink
    }
}

/// The hashes of the features of a decision.
impl Sink for Vec<u32> {
    #[inline]
    fn take(&mut self, hash: u32) {
        self.push(hash);
    }
}

/// Returns a hash of some bytes (FNV-1a).
#[inline]
pub(crate) fn hash_bytes(bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes.into_iter().fold(hash_word(""), hash_more)
}

/// Returns the hash of some bytes and one more.
#[inline]
pub(crate) const fn hash_more(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// Returns the hash of a word that is known when compiling.
pub(crate) const fn hash_word(word: &str) -> u32 {
    let (bytes, mut hash, mut at) = (word.as_bytes(), 0x811c_9dc5_u32, 0);
    while at < bytes.len() {
        hash = hash_more(hash, bytes[at]);
        at += 1;
    }
    hash
}

/// Returns the number of the bucket that a count falls into: 0 to 6 each for
/// itself, then wider ones, 11 in all.
#[inline]
pub(crate) fn bucket(count: usize) -> u32 {
    match count {
        0..=6 => count as u32,
        7..=9 => 7,
        10..=14 => 8,
        15..=22 => 9,
        23..=40 => 10,
        _ => 11,
    }
}

/// Returns the tenth that a share between 0 and 1 falls into, from 0 to 10.
#[inline]
pub(crate) fn tenth(share: f32) -> u32 {
    (share.clamp(0.0, 1.0) * 10.0 + 0.5) as u32
}

/// Returns the number of the half that a log-odds or logarithm falls into.
#[inline]
pub(crate) fn half(x: f32) -> u32 {
    (x.clamp(-12.0, 12.0) * 2.0 + 64.5) as u32
}
