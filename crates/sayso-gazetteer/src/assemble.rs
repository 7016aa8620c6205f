//! From the entries of a builder to the bytes of a gazetteer.

use alloc::{borrow::Cow, string::String, vec, vec::Vec};
use core::{cmp::Reverse, ops::Range};

use crate::{
    BuildError, Builder, Case, EntryId, Gazetteer,
    ahead::Ahead,
    capitals,
    entry::put_number,
    error::BuildErrorKind,
    filter,
    hash::{self, Key, Shape},
    heads,
    layout::{HEADER, Header, MAX_BUCKET, PLACE, mark, put, slot},
    name::{Name, shapes},
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

/// Returns nothing where a search would have to look at too many names.
fn with_seed(builder: &Builder, seed: u64) -> Result<Option<Vec<u8>>, BuildError> {
    let plan = Plan::new(builder, seed)?;
    let mut header = plan.header;
    let size = HEADER as u64 + header.len();
    let mut bytes = Vec::with_capacity(size as usize + plan.records);
    bytes.resize(header.parts()[4] as usize, 0);
    plan.fill_filters(&mut bytes);
    let mut ends = plan.ends;
    drop((plan.paths, plan.beginnings));
    // The same names come together, and buckets and records in the same order.
    ends.sort_unstable();
    let records = bytes.len();
    let buckets = header.parts()[3] as usize;
    let (mut known, mut in_bucket) = (0, 0);
    let mut name = Name::default();
    let mut group = Group::default();
    let mut ahead = Ahead::default();
    for same in ends.chunk_by(|a, b| a.0 == b.0) {
        ahead.read(builder, &ends, same.len());
        group.set(builder, same.iter().map(|&(_, at)| at), &mut name)?;
        let Ok(place) = u32::try_from(bytes.len() - records) else {
            let name = &builder.names[same[0].1 as usize];
            return Err(builder.error(BuildErrorKind::TooLarge, name));
        };
        let hash = same[0].0;
        let bucket = slot(hash, header.buckets);
        while known <= bucket {
            put(&mut bytes, buckets + known * PLACE, place);
            (known, in_bucket) = (known + 1, 0);
        }
        in_bucket += 1;
        if in_bucket > MAX_BUCKET {
            return Ok(None);
        }
        group.write(hash, &mut bytes);
    }
    drop(ends);
    let records = bytes.len() - records;
    let strings = entries(builder, &mut bytes);
    let (Ok(records), Some(strings)) = (u32::try_from(records), strings) else {
        let last = builder.names.last().expect("without names, all parts are small");
        return Err(builder.error(BuildErrorKind::TooLarge, last));
    };
    for place in known..=header.buckets as usize {
        put(&mut bytes, buckets + place * PLACE, records);
    }
    header.records = records;
    header.strings = strings;
    header.write(&mut bytes);
    header.checksum = header.tables(&bytes).checksum();
    header.write(&mut bytes);
    Ok(Some(bytes))
}

/// What is known of the names before anything is written.
struct Plan {
    /// With the sizes of all parts but the records and the strings.
    header: Header,
    /// The set of first letters, in its largest size.
    heads: Vec<u8>,
    /// The hashes of all beginnings of all names, one name behind the other.
    paths: Vec<u64>,
    beginnings: Vec<Beginning>,
    /// The hash of each name, and which one it is.
    ends: Vec<(u64, u32)>,
    /// No more bytes than this will the records have.
    records: usize,
}

/// How a name begins.
#[derive(Clone, Copy)]
struct Beginning {
    /// How many words it has.
    words: u8,
    /// Which shapes the first of them may have, a bit for each.
    shapes: u8,
}

impl Plan {
    /// Hashes all names.
    fn new(builder: &Builder, seed: u64) -> Result<Plan, BuildError> {
        let names = builder.names.len();
        let mut header = Header {
            config: builder.config,
            seed,
            shapes: shapes(builder.names.iter().map(|new| new.case)),
            entries: builder.entries.len() as u32,
            ..Header::default()
        };
        let mut paths = Vec::with_capacity(names * 5 / 2);
        let mut beginnings = Vec::with_capacity(names);
        let mut ends = Vec::with_capacity(names);
        let mut firsts = Vec::with_capacity(names);
        let mut heads = vec![0; 1 << heads::MAX >> 3];
        let mut name = Name::default();
        let space = hash::string(" ", seed);
        let (mut keys, mut longer, mut records) = (0, 0, 0);
        for (at, new) in builder.names.iter().enumerate() {
            builder.take_apart(new, &mut name)?;
            let start = paths.len();
            name.paths(seed, space, &mut paths);
            let own = &paths[start..];
            let shapes = name.shapes(new.case, header.shapes);
            firsts.push(own[0]);
            ends.push((own[own.len() - 1], at as u32));
            beginnings.push(Beginning { words: own.len() as u8, shapes });
            keys += shapes.count_ones() as usize;
            longer += own.len() - 1;
            records += Record::room(name.exact.len());
            header.words = header.words.max(own.len() as u32);
            header.gap = header.gap.max(name.longest_gap() as u32);
            header.prefixes |= name.affixes()[0] > 0;
            header.small |= name.may_be_small(new.case);
            for head in name.heads(shapes) {
                heads::add(&mut heads, head, header.shapes);
            }
        }
        firsts.sort_unstable();
        firsts.dedup();
        let size = |len: usize| u32::try_from(len + 1).unwrap_or(u32::MAX);
        // Sixteen bits for each first word in each shape, and for each two of them
        // when they go on as well: one word in thirty passes that should not.
        let per_word = 1 << header.shapes.count_ones();
        header.first = size(keys.min(firsts.len() * per_word) / 4);
        // Eight bits: one in twenty passes, but few are asked for.
        header.longer = size(longer / 8);
        header.buckets = size(names / 2);
        // Sixteen bits for each first word, which has its first letters in common with
        // others.
        let log = firsts.len().saturating_mul(16).next_power_of_two().ilog2();
        header.heads = (log as u8).clamp(heads::MIN, heads::MAX);
        Ok(Plan { header, heads, paths, beginnings, ends, records })
    }

    fn fill_filters(&self, bytes: &mut [u8]) {
        let [heads, first, longer, end, ..] = self.header.parts().map(|at| at as usize);
        heads::shrink(&self.heads, self.header.heads, &mut bytes[heads..first]);
        let (head, longer) = bytes[..end].split_at_mut(longer);
        let first = &mut head[first..];
        let mut paths = &self.paths[..];
        for &Beginning { words, shapes } in &self.beginnings {
            let own;
            (own, paths) = paths.split_at(usize::from(words));
            let last = own.len() - 1;
            for shape in (0..Shape::COUNT).filter(|shape| shapes >> shape & 1 == 1).map(Shape) {
                filter::add(first, Key { hash: own[0], shape }, last == 0);
            }
            for (at, &hash) in own.iter().enumerate().skip(1) {
                filter::add(longer, Key { hash, shape: Shape(0) }, at == last);
            }
        }
    }
}

/// Names that have one hash.
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

    fn write(&self, hash: u64, out: &mut Vec<u8>) {
        let spelling = |written: &Written| {
            let name = &self.text[written.range.clone()];
            let [prefix, suffix] = written.affixes;
            let has_capital = capitals::has_capital(name);
            Spelling { case: written.case, has_capital, name: name.as_bytes(), prefix, suffix }
        };
        Record::write(mark(hash), &self.ids, self.spellings.iter().map(spelling), out);
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
    let mut kinds = Vec::new();
    for kind in &builder.kinds {
        kinds.push(u32::try_from(bytes.len() - strings).ok()?);
        put_number(kind.len() as u32, bytes);
        bytes.extend(kind.as_bytes());
    }
    for at in 0..builder.entries.len() {
        let start = u32::try_from(bytes.len() - strings).ok()?;
        put(bytes, starts + at * 4, start);
        let kind = kinds[builder.entries[at].kind as usize];
        builder.entry_of(EntryId(at as u32)).write(kind, bytes);
        while let Some((_, piece)) = properties.next_if(|(id, _)| id.index() == at) {
            bytes.extend(builder.str(*piece).as_bytes());
        }
    }
    let size = u32::try_from(bytes.len() - strings).ok()?;
    put(bytes, strings - 4, size);
    Some(size)
}
