//! The form in which a gazetteer is held and stored: one run of bytes.
//!
//! All numbers are little-endian.
//!
//! | part | holds |
//! |---|---|
//! | header | magic, version, configuration, sizes of the parts, a checksum |
//! | filter | a Bloom filter of first words: 64-bit blocks, two bits for a word |
//! | roots | a hash table of first words: mark, link, filter of what follows (16 bytes) |
//! | nodes | a hash table of longer beginnings of names: mark, link (8 bytes) |
//! | records | groups of names, see [`record`](crate::record) |
//! | entries | where each entry starts in the part below, and where that ends |
//! | strings | entries: priority, key, type, name, properties |
//!
//! A *mark* is the low half of a hash, whose high half says where in the table
//! to begin. A *link* is the number of a byte of the records, plus one, or 0 if
//! no name ends here; its highest bit says whether a name goes on. Tables are
//! searched from slot to slot up to an empty one, whose link is 0, and no further
//! than [`MAX_PROBES`].

use crate::{
    Boundary, Case, Config, Overlap,
    canon::Canon,
    error::{LoadError, LoadErrorKind},
    hash::{self, Key},
};

pub(crate) const MAGIC: [u8; 8] = *b"sayso-gz";
pub(crate) const VERSION: u32 = 1;
pub(crate) const HEADER: usize = 96;
pub(crate) const ROOT: usize = 16;
pub(crate) const NODE: usize = 8;
/// The bit of a link that says that a name goes on.
pub(crate) const MORE: u32 = 1 << 31;

/// What the header says.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Header {
    pub(crate) config: Config,
    pub(crate) checksum: u64,
    pub(crate) seed: u64,
    /// How many words the longest name has.
    pub(crate) words: u32,
    /// How many bytes the longest stretch between words has, in canonical form.
    pub(crate) gap: u32,
    /// Whether a name starts with punctuation.
    pub(crate) prefixes: bool,
    pub(crate) blocks: u32,
    pub(crate) roots: u32,
    pub(crate) nodes: u32,
    pub(crate) records: u32,
    pub(crate) entries: u32,
    pub(crate) strings: u32,
}

impl Header {
    /// Reads the header of what may be a gazetteer.
    pub(crate) fn read(bytes: &[u8]) -> Result<Header, LoadError> {
        let fail = |kind| Err(LoadError { kind });
        if !bytes.starts_with(&MAGIC) {
            return fail(LoadErrorKind::NotAGazetteer);
        }
        let version = u32_at(bytes, 8);
        if version != VERSION {
            return fail(LoadErrorKind::Version(version));
        }
        if bytes.len() < HEADER {
            return fail(LoadErrorKind::Truncated);
        }
        let header = Header {
            config: Config::new(),
            checksum: u64_at(bytes, 16),
            seed: u64_at(bytes, 24),
            words: u32_at(bytes, 36),
            gap: u32_at(bytes, 40),
            blocks: u32_at(bytes, 44),
            roots: u32_at(bytes, 48),
            nodes: u32_at(bytes, 52),
            records: u32_at(bytes, 56),
            entries: u32_at(bytes, 60),
            strings: u32_at(bytes, 64),
            prefixes: bytes[12] == 1,
        };
        let Some(config) = unpack(u32_at(bytes, 68)) else { return fail(LoadErrorKind::Corrupt) };
        let sane = bytes[12] <= 1
            && header.words <= MAX_WORDS
            && header.gap <= MAX_NAME
            && header.blocks > 0
            && header.roots > 0
            && header.nodes > 0
            && u32_at(bytes, 32) == 0
            && bytes[72..HEADER].iter().all(|&byte| byte == 0);
        if !sane {
            return fail(LoadErrorKind::Corrupt);
        }
        match header.len().cmp(&(bytes.len() as u64)) {
            core::cmp::Ordering::Equal => Ok(Header { config, ..header }),
            core::cmp::Ordering::Greater => fail(LoadErrorKind::Truncated),
            core::cmp::Ordering::Less => fail(LoadErrorKind::Corrupt),
        }
    }

    /// Writes the header.
    pub(crate) fn write(&self, bytes: &mut [u8]) {
        bytes[..HEADER].fill(0);
        bytes[..8].copy_from_slice(&MAGIC);
        bytes[12] = u8::from(self.prefixes);
        bytes[16..24].copy_from_slice(&self.checksum.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.seed.to_le_bytes());
        let numbers = [
            (8, VERSION),
            (36, self.words),
            (40, self.gap),
            (44, self.blocks),
            (48, self.roots),
            (52, self.nodes),
            (56, self.records),
            (60, self.entries),
            (64, self.strings),
            (68, pack(self.config)),
        ];
        for (at, number) in numbers {
            put(bytes, at, number);
        }
    }

    /// Returns where each part starts, and where the last one ends.
    fn parts(&self) -> [u64; 7] {
        let mut at = HEADER as u64;
        let sizes = [
            u64::from(self.blocks) * 8,
            u64::from(self.roots) * ROOT as u64,
            u64::from(self.nodes) * NODE as u64,
            u64::from(self.records),
            (u64::from(self.entries) + 1) * 4,
            u64::from(self.strings),
        ];
        let mut parts = [at; 7];
        for (part, size) in parts[1..].iter_mut().zip(sizes) {
            at += size;
            *part = at;
        }
        parts
    }

    /// Returns the size of the whole.
    pub(crate) fn len(&self) -> u64 {
        self.parts()[6]
    }

    /// Returns the parts of the bytes that it has been read from.
    pub(crate) fn tables<'g>(&self, bytes: &'g [u8]) -> Tables<'g> {
        let parts = self.parts();
        // Only bytes that have changed since the header was read have too few.
        let part =
            |at: usize| bytes.get(parts[at] as usize..parts[at + 1] as usize).unwrap_or_default();
        Tables {
            header: *self,
            filter: part(0),
            roots: part(1),
            nodes: part(2),
            records: part(3),
            entries: part(4),
            strings: part(5),
        }
    }
}

/// More slots are never looked at: what one word of a text can cost at most.
pub(crate) const MAX_PROBES: u32 = 256;
/// Names of more words are refused.
pub(crate) const MAX_WORDS: u32 = 64;
/// Names of more bytes are refused.
pub(crate) const MAX_NAME: u32 = 1024;

/// The parts of a gazetteer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tables<'g> {
    pub(crate) header: Header,
    filter: &'g [u8],
    roots: &'g [u8],
    nodes: &'g [u8],
    pub(crate) records: &'g [u8],
    pub(crate) entries: &'g [u8],
    pub(crate) strings: &'g [u8],
}

/// What a table holds for a word or a sequence of words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link(pub(crate) u32);

impl Link {
    /// Where the group of the names that end here has its record.
    pub(crate) fn group(self) -> Option<u32> {
        (self.0 & !MORE).checked_sub(1)
    }

    pub(crate) fn goes_on(self) -> bool {
        self.0 & MORE != 0
    }
}

impl Tables<'_> {
    /// How letters are made equal.
    pub(crate) fn canon(&self) -> Canon {
        Canon::new(self.header.config)
    }

    /// Returns whether a name may start with the word; it seldom does not if not.
    #[inline]
    pub(crate) fn may_start(&self, key: Key) -> bool {
        let block = u64_at(self.filter, slot(key.hash, self.header.blocks) * 8);
        let bits = filter_bits(key);
        block & bits == bits
    }

    /// Reads the first slot that a word may be in, so that it is near when
    /// [`root`](Tables::root) reads it.
    #[inline]
    pub(crate) fn root_slot(&self, hash: u64) -> [u32; 2] {
        let at = slot(hash, self.header.roots) * ROOT;
        [u32_at(self.roots, at), u32_at(self.roots, at + 4)]
    }

    /// Returns what names start with a word, and the filter of what may follow.
    #[inline]
    pub(crate) fn root(&self, hash: u64) -> Option<(Link, u64)> {
        let slots = self.header.roots;
        let mut at = slot(hash, slots);
        for _ in 0..MAX_PROBES {
            let link = u32_at(self.roots, at * ROOT + 4);
            if link == 0 {
                return None;
            }
            if u32_at(self.roots, at * ROOT) == hash as u32 {
                return Some((Link(link), u64_at(self.roots, at * ROOT + 8)));
            }
            at = if at + 1 == slots as usize { 0 } else { at + 1 };
        }
        None
    }

    /// Reads the first slot that a sequence of words may be in.
    #[inline]
    pub(crate) fn node_slot(&self, path: u64) -> u32 {
        u32_at(self.nodes, slot(path, self.header.nodes) * NODE)
    }

    /// Returns what names start with a sequence of words.
    #[inline]
    pub(crate) fn node(&self, path: u64) -> Option<Link> {
        let slots = self.header.nodes;
        let mut at = slot(path, slots);
        for _ in 0..MAX_PROBES {
            let link = u32_at(self.nodes, at * NODE + 4);
            if link == 0 {
                return None;
            }
            if u32_at(self.nodes, at * NODE) == path as u32 {
                return Some(Link(link));
            }
            at = if at + 1 == slots as usize { 0 } else { at + 1 };
        }
        None
    }

    /// Returns the hash of everything behind the header.
    pub(crate) fn checksum(&self) -> u64 {
        let parts =
            [self.filter, self.roots, self.nodes, self.records, self.entries, self.strings];
        let words = parts.iter().flat_map(|part| part.chunks(16)).map(hash::padded);
        words.fold(self.header.seed, |sum, [low, high]| hash::path(sum, low, high))
    }
}

/// Returns the bits of a filter's block that stand for a word in its case.
#[inline]
pub(crate) fn filter_bits(key: Key) -> u64 {
    // The two bits of a hash differ between shapes, and so do shapes' of a word.
    let turn = u32::from(key.shape.0) * 17;
    let bits = 1_u64 << (key.hash & 63) | 1 << (key.hash >> 6 & 63);
    bits.rotate_left(turn)
}

/// Returns the bit of a root's filter that stands for a sequence of two words.
#[inline]
pub(crate) fn follow_bit(path: u64) -> u64 {
    1 << (path >> 26 & 63)
}

/// Returns where in a table of so many slots a hash begins.
#[inline]
pub(crate) fn slot(hash: u64, slots: u32) -> usize {
    (((hash >> 32) * u64::from(slots)) >> 32) as usize
}

#[inline]
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let found = bytes.get(at..).and_then(|bytes| bytes.first_chunk());
    found.map_or(0, |&bytes| u32::from_le_bytes(bytes))
}

#[inline]
pub(crate) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let found = bytes.get(at..).and_then(|bytes| bytes.first_chunk());
    found.map_or(0, |&bytes| u64::from_le_bytes(bytes))
}

/// Writes a number.
pub(crate) fn put(bytes: &mut [u8], at: usize, number: u32) {
    bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
}

fn pack(config: Config) -> u32 {
    let case = case_number(config.case);
    let overlap = match config.overlap {
        Overlap::Longest => 0,
        Overlap::Nested => 1,
        Overlap::All => 2,
    };
    let boundary = match config.boundary {
        Boundary::Word => 0,
        Boundary::Unspaced => 1,
        Boundary::Anywhere => 2,
    };
    u32::from(case)
        | overlap << 8
        | boundary << 16
        | u32::from(config.diacritics) << 24
        | u32::from(config.hyphens) << 25
}

fn unpack(packed: u32) -> Option<Config> {
    let config = Config {
        case: case_from(packed as u8)?,
        overlap: match packed >> 8 & 0xFF {
            0 => Overlap::Longest,
            1 => Overlap::Nested,
            2 => Overlap::All,
            _ => return None,
        },
        boundary: match packed >> 16 & 0xFF {
            0 => Boundary::Word,
            1 => Boundary::Unspaced,
            2 => Boundary::Anywhere,
            _ => return None,
        },
        diacritics: packed >> 24 & 1 == 1,
        hyphens: packed >> 25 & 1 == 1,
    };
    (packed >> 26 == 0).then_some(config)
}

pub(crate) fn case_number(case: Case) -> u8 {
    match case {
        Case::Exact => 0,
        Case::Capitalized => 1,
        Case::Folded => 2,
    }
}

pub(crate) fn case_from(number: u8) -> Option<Case> {
    Some(match number {
        0 => Case::Exact,
        1 => Case::Capitalized,
        2 => Case::Folded,
        _ => return None,
    })
}
