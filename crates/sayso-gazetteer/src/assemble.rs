//! From the entries of a builder to the bytes of a gazetteer.

use alloc::{borrow::Cow, collections::BTreeMap, string::String, vec, vec::Vec};
use core::{cmp::Reverse, ops::Range};

use crate::{
    BuildError, Builder, Case, EntryId, Gazetteer, capitals,
    error::BuildErrorKind,
    hash,
    layout::{
        HEADER, Header, MAX_PROBES, MORE, NODE, ROOT, filter_bits, follow_bit, put, slot, u32_at,
        u64_at,
    },
    name::Name,
    record::{MAX_IDS, MAX_SPELLINGS, Record, Spelling},
};

const SEED: u64 = 0x5A45_0C0D_E5EE_D001;

/// Builds the gazetteer.
pub(crate) fn gazetteer(builder: &Builder) -> Result<Gazetteer, BuildError> {
    let mut seed = SEED;
    loop {
        if let Some(bytes) = with_seed(builder, seed)? {
            return Gazetteer::from_bytes(Cow::Owned(bytes)).map_err(|_| {
                // What has just been written can be read, but for an automaton that
                // has grown too large.
                let last = builder.names.last().expect("without names, there is no automaton");
                builder.error(BuildErrorKind::TooLarge, last)
            });
        }
        // Names that were chosen to meet in the tables need not meet under another
        // seed, which they cannot choose because it depends on all of them.
        seed = hash::string(&builder.text, seed);
    }
}

/// Returns nothing where a search would have to look at too many slots.
fn with_seed(builder: &Builder, seed: u64) -> Result<Option<Vec<u8>>, BuildError> {
    let mut tables = Tables::new(builder, seed)?;
    let mut ends = Vec::with_capacity(builder.names.len());
    let mut paths = &tables.paths[..];
    let mut name = Name::default();
    let mut bytes = core::mem::take(&mut tables.bytes);
    for (at, new) in builder.names.iter().enumerate() {
        let own;
        (own, paths) = paths.split_at(usize::from(tables.counts[at]));
        let Some(end) = insert(&tables.header, &mut bytes, own) else { return Ok(None) };
        name.set(builder.str(new.text), crate::canon::Canon::new(builder.config));
        for key in name.keys(new.case, own[0]) {
            let at = HEADER + slot(key.hash, tables.header.blocks) * 8;
            let block = u64_at(&bytes, at) | filter_bits(key);
            bytes[at..at + 8].copy_from_slice(&block.to_le_bytes());
        }
        ends.push((end as u64, at as u32));
    }
    let header = tables.header;
    drop(tables);
    // The names of one slot are a group.
    ends.sort_unstable();
    let records = bytes.len();
    let mut group = Group::default();
    for same in ends.chunk_by(|a, b| a.0 == b.0) {
        group.set(builder, same.iter().map(|&(_, at)| at), &mut name)?;
        let at = bytes.len() - records;
        let new = &builder.names[same[0].1 as usize];
        if at >= (MORE - 1) as usize {
            return Err(builder.error(BuildErrorKind::TooLarge, new));
        }
        let link = same[0].0 as usize + 4;
        let more = u32_at(&bytes, link) & MORE;
        put(&mut bytes, link, more | (at as u32 + 1));
        group.write(&mut bytes);
    }
    let records = bytes.len() - records;
    let strings = entries(builder, &mut bytes);
    let (Ok(records), Some(strings)) = (u32::try_from(records), strings) else {
        let last = builder.names.last().expect("without names, all parts are small");
        return Err(builder.error(BuildErrorKind::TooLarge, last));
    };
    let entries = builder.entries.len() as u32;
    let header = Header { records, strings, entries, ..header };
    header.write(&mut bytes);
    let checksum = header.tables(&bytes).checksum();
    Header { checksum, ..header }.write(&mut bytes);
    Ok(Some(bytes))
}

/// The hash tables before they are filled.
struct Tables {
    header: Header,
    /// Header, filter and tables, of their final size.
    bytes: Vec<u8>,
    /// The hashes of all beginnings of all names, one name behind the other.
    paths: Vec<u64>,
    /// How many of them each name has.
    counts: Vec<u8>,
}

impl Tables {
    /// Hashes all names and makes tables of the right size.
    fn new(builder: &Builder, seed: u64) -> Result<Tables, BuildError> {
        let mut paths = Vec::with_capacity(builder.names.len() * 2);
        let mut counts = Vec::with_capacity(builder.names.len());
        let mut header = Header { config: builder.config, seed, ..Header::default() };
        let mut name = Name::default();
        let (mut first, mut longer) = (Vec::new(), Vec::new());
        let mut keys = 0;
        for new in &builder.names {
            builder.take_apart(new, &mut name)?;
            let start = paths.len();
            name.paths(seed, &mut paths);
            first.push(paths[start]);
            longer.extend_from_slice(&paths[start + 1..]);
            let count = paths.len() - start;
            counts.push(count as u8);
            keys += name.keys(new.case, 0).count();
            header.words = header.words.max(count as u32);
            header.gap = header.gap.max(name.longest_gap() as u32);
            header.prefixes |= name.affixes()[0] > 0;
        }
        let distinct = |hashes: &mut Vec<u64>| {
            hashes.sort_unstable();
            hashes.dedup();
            hashes.len()
        };
        let keys = keys.min(distinct(&mut first) * 4);
        // At three fifths full, a search that finds nothing looks at four slots.
        let slots = |len: usize| u32::try_from(len * 5 / 3 + 2).unwrap_or(u32::MAX);
        header.roots = slots(first.len());
        header.nodes = slots(distinct(&mut longer));
        // Sixteen bits for each: one word in thirty passes that should not.
        header.blocks = u32::try_from(keys / 4 + 1).unwrap_or(u32::MAX).next_power_of_two();
        let size = HEADER
            + header.blocks as usize * 8
            + header.roots as usize * ROOT
            + header.nodes as usize * NODE;
        Ok(Tables { header, bytes: vec![0; size], paths, counts })
    }
}

/// Puts the beginnings of a name into the tables, and returns where in the bytes
/// the slot of the whole is, or nothing if a search would not find it.
fn insert(header: &Header, bytes: &mut [u8], paths: &[u64]) -> Option<usize> {
    let roots = HEADER + header.blocks as usize * 8;
    let nodes = roots + header.roots as usize * ROOT;
    let mut at = 0;
    for (depth, &path) in paths.iter().enumerate() {
        at = if depth == 0 {
            find(bytes, roots, ROOT, header.roots, path)?
        } else {
            find(bytes, nodes, NODE, header.nodes, path)?
        };
        let mut link = u32_at(bytes, at + 4);
        if let Some(&next) = paths.get(depth + 1) {
            link |= MORE;
            if depth == 0 {
                let follow = u64_at(bytes, at + 8) | follow_bit(next);
                bytes[at + 8..at + 16].copy_from_slice(&follow.to_le_bytes());
            }
        } else {
            // The number of the group is not known yet, but the slot is taken.
            link |= 1;
        }
        put(bytes, at, path as u32);
        put(bytes, at + 4, link);
    }
    Some(at)
}

/// Returns where the slot of a hash is, whether taken or free.
fn find(bytes: &[u8], table: usize, size: usize, slots: u32, hash: u64) -> Option<usize> {
    let mut at = slot(hash, slots);
    for _ in 0..MAX_PROBES {
        let here = table + at * size;
        if u32_at(bytes, here + 4) == 0 || u32_at(bytes, here) == hash as u32 {
            return Some(here);
        }
        at = if at + 1 == slots as usize { 0 } else { at + 1 };
    }
    None
}

/// Names that end in one slot.
#[derive(Debug, Default)]
struct Group {
    /// The canonical forms, one behind the other.
    text: String,
    spellings: Vec<Written>,
    /// Which entry has which spelling.
    ids: Vec<(EntryId, u8)>,
}

#[derive(Debug)]
struct Written {
    case: Case,
    range: Range<usize>,
    affixes: [usize; 2],
}

impl Group {
    /// Fills the group with names, given by their numbers.
    fn set(
        &mut self,
        builder: &Builder,
        names: impl Iterator<Item = u32>,
        name: &mut Name,
    ) -> Result<(), BuildError> {
        self.text.clear();
        self.spellings.clear();
        self.ids.clear();
        for at in names {
            let new = &builder.names[at as usize];
            builder.take_apart(new, name)?;
            let mut known = self.spellings.iter();
            let known =
                known.position(|s| s.case == new.case && self.text[s.range.clone()] == name.exact);
            let at = known.unwrap_or_else(|| {
                let start = self.text.len();
                self.text.push_str(&name.exact);
                let range = start..self.text.len();
                self.spellings.push(Written { case: new.case, range, affixes: name.affixes() });
                self.spellings.len() - 1
            });
            if at == MAX_SPELLINGS {
                let max = MAX_SPELLINGS;
                return Err(builder.error(BuildErrorKind::TooManySpellings { max }, new));
            }
            if self.ids.len() == MAX_IDS {
                return Err(builder.error(BuildErrorKind::TooLarge, new));
            }
            self.ids.push((new.id, at as u8));
        }
        let priority = |id: EntryId| builder.entries[id.index()].priority;
        self.ids.sort_unstable_by_key(|&(id, at)| (Reverse(priority(id)), id, at));
        self.ids.dedup();
        Ok(())
    }

    fn write(&self, out: &mut Vec<u8>) {
        let spelling = |written: &Written| {
            let name = &self.text[written.range.clone()];
            let [prefix, suffix] = written.affixes;
            let has_capital = capitals::has_capital(name);
            Spelling { case: written.case, has_capital, name, prefix, suffix }
        };
        let spellings: Vec<_> = self.spellings.iter().map(spelling).collect();
        Record::write(&self.ids, &spellings, out);
    }
}

/// Appends the entries, and returns the size of their strings if it is not too
/// large.
fn entries(builder: &Builder, bytes: &mut Vec<u8>) -> Option<u32> {
    let mut properties: Vec<_> = builder.properties.iter().collect();
    properties.sort_by_key(|(id, _)| *id);
    let mut properties = properties.into_iter().peekable();
    let starts = bytes.len();
    bytes.resize(starts + (builder.entries.len() + 1) * 4, 0);
    let strings = bytes.len();
    // Types repeat, so that each is stored once.
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    for entry in &builder.entries {
        let kind = builder.str(entry.kind);
        if !kinds.contains_key(kind) {
            kinds.insert(kind, u32::try_from(bytes.len() - strings).ok()?);
            bytes.push(kind.len() as u8);
            bytes.extend(kind.as_bytes());
        }
    }
    for (at, entry) in builder.entries.iter().enumerate() {
        let start = u32::try_from(bytes.len() - strings).ok()?;
        put(bytes, starts + at * 4, start);
        let [key, kind, name] =
            [entry.key, entry.kind, entry.name].map(|piece| builder.str(piece));
        bytes.extend(entry.priority.to_le_bytes());
        for number in [kinds[kind], key.len() as u32, name.len() as u32] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(key.as_bytes());
        bytes.extend(name.as_bytes());
        while let Some((_, piece)) = properties.next_if(|(id, _)| id.index() == at) {
            bytes.extend(builder.str(*piece).as_bytes());
        }
    }
    let size = u32::try_from(bytes.len() - strings).ok()?;
    put(bytes, strings - 4, size);
    Some(size)
}
