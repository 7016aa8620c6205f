//! The form in which a gazetteer is held and stored: one run of bytes.
//!
//! All numbers are little-endian.
//!
//! | part | holds |
//! |---|---|
//! | header | magic, version, configuration, sizes of the parts, a checksum |
//! | heads | a set of the [first letters](crate::heads) of first words |
//! | first | a [filter](crate::filter) of first words |
//! | longer | a filter of sequences of two words and more |
//! | buckets | where in the records each bucket of names starts, and where the last ends (4 bytes each) |
//! | records | groups of names, in order of their hashes, see [`record`](crate::record) |
//! | entries | where each entry starts in the part below, and where that ends |
//! | strings | entries: priority, key, type, name, properties |
//!
//! The high half of the hash of a name says in which *bucket* it is, of two names
//! on average, and a *mark*, a quarter of the hash, which of them it may be. No more
//! than [`MAX_BUCKET`] are looked at. The names of a bucket lie side by side, so that
//! one place in memory is waited for where a table of slots, which is too large for
//! a cache, wants two.
//!
//! There is no trie, because the filters know how names go on: what they say
//! falsely costs as much time as a node of a trie, and what they say rightly less.

use crate::{
    Boundary, Case, Config, Overlap,
    canon::Canon,
    error::{LoadError, LoadErrorKind},
    filter::{self, Filter},
    hash,
    heads::{self, Heads},
    record,
    simd::prefetch,
};

pub(crate) const MAGIC: [u8; 8] = *b"sayso-gz";
pub(crate) const VERSION: u32 = 3;
pub(crate) const HEADER: usize = 96;
pub(crate) const PLACE: usize = 4;

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
    /// Whether a text may have a name that starts with a small ASCII letter.
    pub(crate) small: bool,
    /// The bits of shapes that matter to some name.
    pub(crate) shapes: u8,
    /// How many bits the set of first letters has, as a power of two.
    pub(crate) heads: u8,
    /// How many blocks the filters have.
    pub(crate) first: u32,
    pub(crate) longer: u32,
    /// How many buckets of names there are.
    pub(crate) buckets: u32,
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
            first: u32_at(bytes, 44),
            longer: u32_at(bytes, 48),
            buckets: u32_at(bytes, 52),
            records: u32_at(bytes, 56),
            entries: u32_at(bytes, 60),
            strings: u32_at(bytes, 64),
            prefixes: bytes[12] & 1 == 1,
            small: bytes[12] & 2 == 2,
            shapes: bytes[13],
            heads: bytes[14],
        };
        let Some(config) = unpack(u32_at(bytes, 68)) else { return fail(LoadErrorKind::Corrupt) };
        let sane = bytes[12] <= 3
            && bytes[13] <= 3
            && (heads::MIN..=heads::MAX).contains(&header.heads)
            && bytes[15] == 0
            && header.words <= MAX_WORDS
            && header.gap <= MAX_NAME
            && header.first > 0
            && header.longer > 0
            && header.buckets > 0
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
        bytes[12] = u8::from(self.prefixes) | u8::from(self.small) << 1;
        bytes[13] = self.shapes;
        bytes[14] = self.heads;
        bytes[16..24].copy_from_slice(&self.checksum.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.seed.to_le_bytes());
        let numbers = [
            (8, VERSION),
            (36, self.words),
            (40, self.gap),
            (44, self.first),
            (48, self.longer),
            (52, self.buckets),
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
    pub(crate) fn parts(&self) -> [u64; 8] {
        let mut at = HEADER as u64;
        let sizes = [
            1 << self.heads >> 3,
            u64::from(self.first) * filter::SIZE as u64,
            u64::from(self.longer) * filter::SIZE as u64,
            (u64::from(self.buckets) + 1) * PLACE as u64,
            u64::from(self.records),
            (u64::from(self.entries) + 1) * 4,
            u64::from(self.strings),
        ];
        let mut parts = [at; 8];
        for (part, size) in parts[1..].iter_mut().zip(sizes) {
            at += size;
            *part = at;
        }
        parts
    }

    /// Returns the size of the whole.
    pub(crate) fn len(&self) -> u64 {
        self.parts()[7]
    }

    /// Returns the parts of the bytes that it has been read from.
    pub(crate) fn tables<'g>(&self, bytes: &'g [u8]) -> Tables<'g> {
        let parts = self.parts();
        // Only bytes that have changed since the header was read have too few.
        let part =
            |at: usize| bytes.get(parts[at] as usize..parts[at + 1] as usize).unwrap_or_default();
        Tables {
            header: *self,
            heads: Heads::new(part(0), self.heads, self.shapes),
            first: Filter::new(part(1)),
            longer: Filter::new(part(2)),
            buckets: part(3),
            records: part(4),
            entries: part(5),
            strings: part(6),
        }
    }
}

/// More names of a bucket are never looked at: what one word of a text can cost at
/// most.
pub(crate) const MAX_BUCKET: u32 = 256;
/// Names of more words are refused.
pub(crate) const MAX_WORDS: u32 = 64;
/// Names of more bytes are refused.
pub(crate) const MAX_NAME: u32 = 1024;

/// The parts of a gazetteer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tables<'g> {
    pub(crate) header: Header,
    pub(crate) heads: Heads<'g>,
    /// Of single words that may start a name.
    pub(crate) first: Filter<'g>,
    /// Of several words that may.
    pub(crate) longer: Filter<'g>,
    buckets: &'g [u8],
    pub(crate) records: &'g [u8],
    pub(crate) entries: &'g [u8],
    pub(crate) strings: &'g [u8],
}

impl Tables<'_> {
    /// How letters are made equal.
    pub(crate) fn canon(&self) -> Canon {
        Canon::new(self.header.config)
    }

    /// Asks for the place of the bucket of a sequence of words.
    #[inline]
    pub(crate) fn prefetch_bucket(&self, hash: u64) {
        prefetch(self.buckets, slot(hash, self.header.buckets) * PLACE);
    }

    /// Returns where the bucket of a sequence of words starts and ends in the records,
    /// and asks for it.
    #[inline]
    pub(crate) fn bucket(&self, hash: u64) -> [u32; 2] {
        let places = u64_at(self.buckets, slot(hash, self.header.buckets) * PLACE);
        let bucket = [places as u32, (places >> 32) as u32];
        prefetch(self.records, bucket[0] as usize);
        bucket
    }

    /// Returns the numbers of those groups of a bucket that may have a sequence of words.
    #[inline]
    pub(crate) fn groups(&self, [start, end]: [u32; 2], mark: u16) -> impl Iterator<Item = u32> {
        let records = self.records;
        let mut at = start;
        let mut left = MAX_BUCKET;
        core::iter::from_fn(move || {
            while at < end && left > 0 {
                let here = at;
                let (found, next) = record::step(records, at)?;
                at = next;
                left -= 1;
                if found == mark {
                    return Some(here);
                }
            }
            None
        })
    }

    /// Returns the hash of everything behind the header.
    pub(crate) fn checksum(&self) -> u64 {
        let [first, longer] = [self.first, self.longer].map(Filter::bytes);
        let heads = self.heads.bytes();
        let parts = [heads, first, longer, self.buckets, self.records, self.entries, self.strings];
        let words = parts.iter().flat_map(|part| part.chunks(16)).map(hash::padded);
        words.fold(self.header.seed, |sum, [low, high]| hash::path(sum, low, high))
    }
}

/// Returns the number of the part that a hash belongs to, of so many.
#[inline]
pub(crate) fn slot(hash: u64, slots: u32) -> usize {
    (((hash >> 32) * u64::from(slots)) >> 32) as usize
}

/// Returns the mark of a hash.
#[inline]
pub(crate) fn mark(hash: u64) -> u16 {
    (hash >> 16) as u16
}

#[inline]
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let found = bytes.get(at..).and_then(|bytes| bytes.first_chunk());
    found.map_or(0, |&bytes| u32::from_le_bytes(bytes))
}

#[inline]
pub(crate) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let found = bytes.get(at..at + 8).and_then(|bytes| bytes.first_chunk());
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
