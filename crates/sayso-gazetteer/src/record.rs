//! Groups of names that are equal but for case and punctuation at their ends.
//!
//! A record is
//!
//! | bytes | holds |
//! |---|---|
//! | 2 | a part of the hash: see [`layout`](crate::layout) |
//! | 1 | how many bytes the record has, or 0 if that is too many to say |
//! | 1 | how many spellings, and whether an entry has one of them once in all |
//! | 3 | how many times an entry has one of them, if not once |
//! | 4 each | those entries, by priority |
//! | 1 each | which spelling the entry has; missing if there is one alone |
//! | | the spellings: case and whether there is an affix (1), length (2), lengths of prefix and suffix (2, 2; missing without an affix), the canonical form |

use alloc::vec::Vec;

use crate::{
    Case, EntryId,
    layout::{case_from, case_number, u32_at},
};

/// A group of more spellings is refused, so that a set of them is a `u64`.
pub(crate) const MAX_SPELLINGS: usize = 64;
/// An entry list of more than this is refused.
pub(crate) const MAX_IDS: usize = (1 << 24) - 1;

/// A group of names in the records.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'g> {
    ids: &'g [u8],
    /// One for each id, or empty.
    which: &'g [u8],
    spellings: &'g [u8],
    count: u8,
}

/// One of the names of a group.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Spelling<'g> {
    pub(crate) case: Case,
    /// Whether the name has a letter that is a capital at the start of a word.
    pub(crate) has_capital: bool,
    /// The canonical form. It is UTF-8 unless the bytes are damaged.
    pub(crate) name: &'g [u8],
    /// How many bytes of it stand before its first word.
    pub(crate) prefix: usize,
    /// How many stand after its last.
    pub(crate) suffix: usize,
}

/// The bit of the number of spellings that says that there is one entry.
const ONE: u8 = 0x80;
/// How many bytes stand before the number of spellings.
const START: usize = 3;
const AFFIX: u8 = 4;
const CAPITAL: u8 = 8;

impl<'g> Record<'g> {
    /// Reads the record at a byte; nothing is read from damaged bytes.
    #[inline]
    pub(crate) fn read(records: &'g [u8], at: u32) -> Option<Record<'g>> {
        let (&[_, _, _, head], rest) = records.get(at as usize..)?.split_first_chunk()?;
        let (ids, rest) = if head & ONE == 0 {
            let (&[low, middle, high], rest) = rest.split_first_chunk()?;
            (u32::from_le_bytes([low, middle, high, 0]) as usize, rest)
        } else {
            (1, rest)
        };
        let count = head & !ONE;
        let (ids, rest) = rest.split_at_checked(ids * 4)?;
        let marks = if count > 1 { ids.len() / 4 } else { 0 };
        let (which, spellings) = rest.split_at_checked(marks)?;
        Some(Record { ids, which, spellings, count })
    }

    /// Returns the entries that have one of a set of spellings, by priority.
    /// An entry that has several of them comes once.
    #[inline]
    pub(crate) fn ids(self, set: u64, entries: u32) -> impl Iterator<Item = EntryId> + use<'g> {
        let mut last = None;
        let ids = self.ids.chunks_exact(4).enumerate().filter_map(move |(at, id)| {
            let spelling = self.which.get(at).copied().unwrap_or(0);
            (set.checked_shr(u32::from(spelling))? & 1 == 1).then(|| EntryId(u32_at(id, 0)))
        });
        // The entries that share a name are in order, so that those are neighbors.
        ids.filter(move |&id| id.0 < entries && last.replace(id) != Some(id))
    }

    /// Returns the spellings.
    pub(crate) fn spellings(self) -> Spellings<'g> {
        Spellings { rest: self.spellings, left: self.count }
    }

    /// Returns how many bytes a name of so many takes at most.
    pub(crate) fn room(name: usize) -> usize {
        START + 4 + 4 + 1 + 7 + name
    }

    /// Appends a record.
    pub(crate) fn write<'a>(
        mark: u16,
        ids: &[(EntryId, u8)],
        spellings: impl ExactSizeIterator<Item = Spelling<'a>>,
        out: &mut Vec<u8>,
    ) {
        let start = out.len();
        out.extend(mark.to_le_bytes());
        out.push(0);
        let count = spellings.len() as u8;
        if ids.len() == 1 {
            out.push(count | ONE);
        } else {
            out.push(count);
            out.extend(&(ids.len() as u32).to_le_bytes()[..3]);
        }
        out.extend(ids.iter().flat_map(|(id, _)| id.0.to_le_bytes()));
        if spellings.len() > 1 {
            out.extend(ids.iter().map(|&(_, spelling)| spelling));
        }
        for spelling in spellings {
            let affix = spelling.prefix + spelling.suffix > 0;
            let case = case_number(spelling.case);
            out.push(
                case | if affix { AFFIX } else { 0 }
                    | if spelling.has_capital { CAPITAL } else { 0 },
            );
            out.extend((spelling.name.len() as u16).to_le_bytes());
            if affix {
                out.extend((spelling.prefix as u16).to_le_bytes());
                out.extend((spelling.suffix as u16).to_le_bytes());
            }
            out.extend(spelling.name);
        }
        out[start + 2] = u8::try_from(out.len() - start).unwrap_or(0);
    }
}

/// The record of one name of one entry, without affixes: most are of this kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain {
    pub(crate) id: EntryId,
    pub(crate) case: Case,
    pub(crate) has_capital: bool,
    /// Where the name starts in the records, and how long it is.
    pub(crate) name: usize,
    pub(crate) len: usize,
}

impl Plain {
    /// Reads the record at a byte, if it is of this kind.
    #[inline]
    pub(crate) fn read(records: &[u8], at: u32) -> Option<Plain> {
        let &[_, _, _, head, a, b, c, d, flags, low, high] =
            records.get(at as usize..)?.first_chunk()?;
        if head != ONE | 1 || flags & AFFIX != 0 {
            return None;
        }
        Some(Plain {
            id: EntryId(u32::from_le_bytes([a, b, c, d])),
            case: case_from(flags & 3)?,
            has_capital: flags & CAPITAL != 0,
            name: at as usize + START + 8,
            len: usize::from(u16::from_le_bytes([low, high])),
        })
    }
}

/// Returns the mark of the record at a byte, and where the next one starts.
#[inline]
pub(crate) fn step(records: &[u8], at: u32) -> Option<(u16, u32)> {
    let &[low, high, size] = records.get(at as usize..)?.first_chunk()?;
    let next = if size > 0 { at.saturating_add(u32::from(size)) } else { long_step(records, at)? };
    Some((u16::from_le_bytes([low, high]), next))
}

#[cold]
fn long_step(records: &[u8], at: u32) -> Option<u32> {
    let mut spellings = Record::read(records, at)?.spellings();
    spellings.by_ref().for_each(drop);
    Some((records.len() - spellings.rest().len()) as u32)
}

/// The spellings of a group, in order.
#[derive(Clone, Debug)]
pub(crate) struct Spellings<'g> {
    rest: &'g [u8],
    left: u8,
}

impl<'g> Spellings<'g> {
    /// What stands behind the record, when all spellings have been read.
    pub(crate) fn rest(&self) -> &'g [u8] {
        self.rest
    }
}

impl<'g> Iterator for Spellings<'g> {
    type Item = Spelling<'g>;

    #[inline]
    fn next(&mut self) -> Option<Spelling<'g>> {
        self.left = self.left.checked_sub(1)?;
        let &[flags, low, high, ref rest @ ..] = self.rest else { return None };
        let len = usize::from(u16::from_le_bytes([low, high]));
        let (affixes, rest) = match rest {
            &[a, b, c, d, ref rest @ ..] if flags & AFFIX != 0 => {
                ([u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])], rest)
            }
            _ => ([0, 0], rest),
        };
        let (name, rest) = rest.split_at_checked(len)?;
        self.rest = rest;
        let [prefix, suffix] = affixes.map(usize::from);
        let case = case_from(flags & 3)?;
        let fits = prefix + suffix < len;
        fits.then_some(Spelling { case, has_capital: flags & CAPITAL != 0, name, prefix, suffix })
    }
}

impl<'g> Spelling<'g> {
    /// Returns the canonical form; what is damaged is empty.
    pub(crate) fn text(&self) -> &'g str {
        core::str::from_utf8(self.name).unwrap_or_default()
    }

    /// Returns what stands before the first word, and after the last.
    pub(crate) fn affixes(&self) -> [&'g str; 2] {
        let text = self.text();
        let suffix = text.len().checked_sub(self.suffix).and_then(|at| text.get(at..));
        [text.get(..self.prefix), suffix].map(Option::unwrap_or_default)
    }
}
