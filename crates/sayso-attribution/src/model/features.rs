use alloc::vec::Vec;

/// The features of one decision, which go to a [`Sink`] as hashes.
///
/// A template is known by its turn: the first [`add`](Features::add) is template
/// 0, and so on. Every decision of one sort must therefore make the same calls
/// in the same order.
///
/// The hash of a feature is a sum: a number of its template, and each value
/// times a number of its place (multilinear hashing, Lemire and Kaser 2014). The
/// upper bits of such a sum are as good as any as long as the numbers are random, and
/// a product that several templates have in common is computed once.
#[derive(Clone, Copy, Debug)]
pub struct Features<S> {
    sink: S,
    /// What the seed adds to every hash.
    base: u32,
    /// The number of the next template.
    turn: u32,
}

/// Where features go: training collects them, and all others add up their
/// weights, without ever having a list of them.
pub trait Sink {
    /// Takes the hash of a feature.
    fn take(&mut self, hash: u32);
}

/// What the values of a feature are multiplied by, each by its place.
const MULTIPLIERS: [u32; 4] = [random(1) | 1, random(2) | 1, random(3) | 1, random(4) | 1];

/// What seeds are multiplied by.
const SEEDS: u32 = random(5) | 1;

/// Returns the upper half of a number of the sequence `SplitMix64` (Steele, Lea
/// and Flood 2014).
#[inline(always)]
const fn random(turn: u32) -> u32 {
    let mut x = (turn as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((x ^ (x >> 31)) >> 32) as u32
}

impl<S: Sink> Features<S> {
    /// Returns no features yet. Those that follow are told apart by `seed` from
    /// features of the same template and values under another seed.
    #[inline(always)]
    pub fn new(seed: u32, sink: S) -> Features<S> {
        Features::after(0, seed, sink)
    }

    /// Returns the features of a decision that has had those of so many templates,
    /// which went to `sink`.
    #[inline(always)]
    pub fn after(turn: u32, seed: u32, sink: S) -> Features<S> {
        Features { sink, base: seed.wrapping_mul(SEEDS), turn }
    }

    /// Adds the feature of the next template that has these values, four at
    /// most.
    #[inline(always)]
    pub fn add<const N: usize>(&mut self, values: [u32; N]) {
        const { assert!(N <= MULTIPLIERS.len()) };
        // The first numbers of the sequence are those of places and seeds.
        self.turn += 1;
        let mut hash = self.base.wrapping_add(random(8 + self.turn));
        for (value, multiplier) in values.into_iter().zip(MULTIPLIERS) {
            hash = hash.wrapping_add(value.wrapping_mul(multiplier));
        }
        self.sink.take(hash);
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
    u32::from(BUCKETS[count.min(BUCKETS.len() - 1)])
}

/// The buckets of counts, the last one of all that are greater.
const BUCKETS: [u8; 42] = {
    let (mut buckets, mut count) = ([0; 42], 0);
    while count < buckets.len() {
        buckets[count] = match count {
            0..=6 => count as u8,
            7..=9 => 7,
            10..=14 => 8,
            15..=22 => 9,
            23..=40 => 10,
            _ => 11,
        };
        count += 1;
    }
    buckets
};

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
