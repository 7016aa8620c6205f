//! A filter that says whether a sequence of words may be a name or the beginning
//! of one.

use crate::{
    hash::{Key, Shape},
    layout::{slot, u64_at},
    simd::prefetch,
};

/// A Bloom filter (Bloom 1970) of blocks of 64 bits, of which a sequence of words
/// has one: so that one look at the memory tells both whether it may be a name
/// and whether it may be the beginning of a longer one. Each is two of the bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filter<'g> {
    bytes: &'g [u8],
    blocks: u32,
}

/// What a filter says of a sequence of words: that may be wrong, but what it does
/// not say is not so.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Maybe(u64);

impl Maybe {
    /// It is a name.
    #[inline]
    pub(crate) fn is_whole(self) -> bool {
        self.0 & 1 == 1
    }

    /// A name goes on after it.
    #[inline]
    pub(crate) fn goes_on(self) -> bool {
        self.0 >> 32 & 1 == 1
    }
}

/// How many bytes a block has.
pub(crate) const SIZE: usize = 8;

impl<'g> Filter<'g> {
    pub(crate) fn new(bytes: &'g [u8]) -> Filter<'g> {
        Filter { bytes, blocks: (bytes.len() / SIZE) as u32 }
    }

    pub(crate) fn bytes(self) -> &'g [u8] {
        self.bytes
    }

    /// Asks for the block of a sequence of words.
    #[inline]
    pub(crate) fn prefetch(self, hash: u64) {
        prefetch(self.bytes, slot(hash, self.blocks) * SIZE);
    }

    #[inline]
    pub(crate) fn get(self, key: Key) -> Maybe {
        let block = u64_at(self.bytes, slot(key.hash, self.blocks) * SIZE);
        let [a, b] = bits(key).map(|bit| block.rotate_right(bit));
        Maybe(a & b)
    }
}

/// Adds a sequence of words to a filter.
pub(crate) fn add(bytes: &mut [u8], key: Key, is_whole: bool) {
    let at = slot(key.hash, (bytes.len() / SIZE) as u32) * SIZE;
    let kind: u64 = if is_whole { 1 } else { 1 << 32 };
    let [a, b] = bits(key).map(|bit| kind.rotate_left(bit));
    let block = u64_at(bytes, at) | a | b;
    bytes[at..at + SIZE].copy_from_slice(&block.to_le_bytes());
}

/// Returns the numbers of the two bits that stand for a name. Those that stand for
/// the beginning of one are 32 bits on.
#[inline]
fn bits(key: Key) -> [u32; 2] {
    // The shapes of a word have bits of their own.
    let Shape(shape) = key.shape;
    let hash = key.hash as u32;
    [hash, hash >> 6].map(|bit| bit.wrapping_add(u32::from(shape) * 17) & 63)
}
