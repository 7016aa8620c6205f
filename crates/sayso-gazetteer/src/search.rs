//! The search for names at word boundaries.
//!
//! Names are sequences of words, and a name can start at a word alone. So the
//! text is taken a few kilobytes at a time, and searched in passes:
//!
//! 1. find the words ([`Words`]);
//! 2. ask a sieve whether names begin with their [first letters](crate::heads): most
//!    words end here;
//! 3. hash the others, and ask a filter whether each is a name or the beginning of
//!    one;
//! 4. for the beginnings, hash the next word as well, and ask another filter, a
//!    word at a time;
//! 5. look up where in the records what may be a name is;
//! 6. compare what is there with the text, and report it.
//!
//! Each pass reads places in memory that do not depend on one another, so that
//! the processor waits for many of them at a time. Tables of the beginnings of
//! names with links to the names (a trie) instead of the second filter took half
//! as long again, as they do not fit in a cache.

use alloc::{string::String, vec::Vec};
use core::cmp::Reverse;

use sayso_span::Span;

use crate::{
    Mention, Overlap,
    canon::{Canon, fold},
    class::{Class, class},
    hash::{self, Key, MASKS, Shape},
    layout::{Tables, mark},
    verify::Verifier,
    words::{Words, bits_at},
};

/// How many blocks of text are searched together.
const BATCH: usize = 128;

#[derive(Clone, Debug)]
pub(crate) struct Search<'g, 't> {
    tables: Tables<'g>,
    text: &'t str,
    words: Words<'t>,
    /// Where words start in the batch.
    starts: Vec<u32>,
    /// What may be names.
    whole: List<Path>,
    /// That with which longer names may start.
    onward: List<Path>,
    /// The same with another word.
    further: List<Path>,
    /// What are names unless a hash deceives, in order of their starts, the longer of
    /// those that start together first; and those that have as many words as are
    /// looked at.
    candidates: Vec<Candidate>,
    longer: Vec<Candidate>,
    /// Where the last of the longest mentions ends.
    end: usize,
    verifier: Verifier<'g, 't>,
    scratch: Scratch,
}

/// A sequence of words that may be a name or start one. Places are counted from
/// the start of the batch.
#[derive(Clone, Copy, Debug, Default)]
struct Path {
    hash: u64,
    start: u32,
    end: u32,
}

/// A sequence of words that may be a name of a bucket.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    start: u32,
    end: u32,
    bucket: [u32; 2],
    mark: u16,
}

/// Space for canonical forms.
#[derive(Clone, Debug, Default)]
struct Scratch {
    canon: Canon,
    seed: u64,
    /// The hash of a space.
    space: u64,
    /// How many bytes the longest stretch between words of a name has.
    gap: u32,
    exact: String,
    folded: String,
}

impl<'g, 't> Search<'g, 't> {
    pub(crate) fn new(tables: Tables<'g>, text: &'t str) -> Search<'g, 't> {
        let seed = tables.header.seed;
        Search {
            tables,
            text,
            words: Words::new(text, tables.header.small),
            starts: Vec::new(),
            whole: List::default(),
            onward: List::default(),
            further: List::default(),
            candidates: Vec::new(),
            longer: Vec::new(),
            end: 0,
            verifier: Verifier::new(tables, text),
            scratch: Scratch {
                canon: tables.canon(),
                seed,
                space: hash::string(" ", seed),
                gap: tables.header.gap,
                ..Scratch::default()
            },
        }
    }

    /// Appends the next mentions, in order, and returns whether there may be more.
    /// Those that `overlap` does not want need not be among them.
    pub(crate) fn next(&mut self, overlap: Overlap, found: &mut Vec<Mention>) -> bool {
        while self.words.base() < self.text.len() {
            self.candidates.clear();
            let count = self.sieve();
            // What is the same for all words is decided once.
            match self.tables.header.shapes {
                0 => self.first_words(count, |key| key.of_shapes(0)),
                shapes => self.first_words(count, |key| key.of_shapes(shapes)),
            }
            for _ in 0..self.tables.header.words {
                // What is asked for is on its way while words are hashed.
                self.ask();
                self.next_words();
                self.look_up();
                self.test();
                if self.whole.len + self.onward.len == 0 {
                    break;
                }
            }
            self.verify(overlap, found);
            self.words.forget(BATCH);
            if !found.is_empty() {
                return true;
            }
        }
        false
    }

    /// Finds the words of the batch with which names may begin by their first letters,
    /// and returns how many there are.
    fn sieve(&mut self) -> usize {
        let Search { tables, text, words, starts, .. } = self;
        let count = words.starts(BATCH, starts);
        let starts = &mut starts[..count];
        let bytes = &text.as_bytes()[words.base()..];
        let (heads, bits) = (tables.heads, words.bits());
        let mut kept = 0;
        for at in 0..starts.len() {
            let start = starts[at];
            let head = bytes.get(start as usize..start as usize + 4);
            let head = head.and_then(|head| head.first_chunk());
            let head = head.map_or(u32::MAX, |&head| u32::from_le_bytes(head));
            starts[kept] = start;
            kept += usize::from(heads.has(head, bits_at(bits, start as usize)));
        }
        kept
    }

    /// Asks the filter about so many words of the batch.
    fn first_words(&mut self, count: usize, key: impl Fn(Key) -> Key) {
        let Search { tables, text, words, starts, whole, onward, scratch, .. } = self;
        let (base, first, seed) = (words.base(), tables.first, scratch.seed);
        let bytes = &text.as_bytes()[base..];
        let (mut whole, mut onward) = (whole.fill(count), onward.fill(count));
        let mut add = |start: usize, end: u32, word: Key| {
            let maybe = first.get(key(word));
            let path = Path { hash: word.hash, start: start as u32, end };
            whole.add(path, maybe.is_whole());
            onward.add(path, maybe.goes_on());
        };
        let mut starts = starts[..count].iter().map(|&start| start as usize);
        loop {
            let bits = words.bits();
            let rare = starts.by_ref().find(|&start| {
                let len = bits_at(bits, start).trailing_ones() as usize;
                let Some(word) = short_key(bytes, start, len, seed) else { return true };
                add(start, (start + len) as u32, word);
                false
            });
            let Some(start) = rare else { break };
            let (end, word) = scratch.rare_key(text, base + start, words.end(base + start));
            // A word of four gigabytes is no name.
            if let Ok(end) = u32::try_from(end - base) {
                add(start, end, word);
            }
        }
    }

    /// Asks for the buckets of what may be names.
    fn ask(&mut self) {
        for path in self.whole.iter() {
            self.tables.prefetch_bucket(path.hash);
        }
    }

    /// Takes those paths one word further with which longer names may start.
    fn next_words(&mut self) {
        let Search { tables, text, words, scratch, onward, further, .. } = self;
        let mut further = further.fill(onward.len);
        let base = words.base();
        for path in onward.iter() {
            let end = base + path.end as usize;
            let Some(next) = words.next(end) else { continue };
            let Some(gap) = scratch.gap(&text[end..next]) else { continue };
            let end = words.end(next);
            let (end, key) = match short_key(text.as_bytes(), next, end - next, scratch.seed) {
                Some(word) => (end, word),
                None => scratch.rare_key(text, next, end),
            };
            let Ok(end) = u32::try_from(end - base) else { continue };
            let hash = hash::path(path.hash, gap, key.hash);
            tables.longer.prefetch(hash);
            further.add(Path { hash, start: path.start, end }, true);
        }
    }

    /// Asks the other filter about what has become longer.
    fn test(&mut self) {
        let Search { tables, whole, onward, further, .. } = self;
        let (mut whole, mut onward) = (whole.fill(further.len), onward.fill(further.len));
        for &path in further.iter() {
            let maybe = tables.longer.get(Key { hash: path.hash, shape: Shape(0) });
            whole.add(path, maybe.is_whole());
            onward.add(path, maybe.goes_on());
        }
    }

    /// Looks up what may be names.
    fn look_up(&mut self) {
        let Search { tables, whole, longer, candidates, .. } = self;
        longer.clear();
        for path in whole.iter() {
            let &Path { hash, start, end } = path;
            longer.push(Candidate { start, end, bucket: tables.bucket(hash), mark: mark(hash) });
        }
        merge(candidates, longer);
    }

    /// Compares the candidates with the text.
    fn verify(&mut self, overlap: Overlap, found: &mut Vec<Mention>) {
        let base = self.words.base();
        let longest = overlap == Overlap::Longest;
        if longest && !self.tables.header.prefixes {
            // The longest comes first, and all of them start where they seem to.
            for at in 0..self.candidates.len() {
                let Candidate { start, end, bucket, mark } = self.candidates[at];
                let span = Span::new(base + start as usize, base + end as usize);
                if span.start() < self.end {
                    continue;
                }
                let from = found.len();
                for group in self.tables.groups(bucket, mark) {
                    self.verifier.words(group, span, found);
                    // No other has the same words.
                    if found.len() > from {
                        break;
                    }
                }
                if found.len() > from {
                    let best = found[from..].iter().copied().max_by_key(|m| m.span.end());
                    found.truncate(from);
                    found.extend(best);
                    self.end = found[from].span.end();
                }
            }
            return;
        }
        let mut left = self.candidates.as_slice();
        while let Some(&Candidate { start, .. }) = left.first() {
            let same = left.iter().take_while(|other| other.start == start).count();
            let (same, rest) = left.split_at(same);
            left = rest;
            if longest && base + (start as usize) < self.end {
                continue;
            }
            let from = found.len();
            for &Candidate { end, bucket, mark, .. } in same {
                let span = Span::new(base + start as usize, base + end as usize);
                for group in self.tables.groups(bucket, mark) {
                    self.verifier.words(group, span, found);
                }
            }
            if found.len() - from > 1 {
                found[from..].sort_unstable_by_key(|m| (m.span.start(), Reverse(m.span.end())));
            }
            if longest {
                let at = found[from..].iter().position(|m| m.span.start() >= self.end);
                let best = at.map(|at| found[from + at]);
                found.truncate(from);
                if let Some(best) = best {
                    self.end = best.span.end();
                    found.push(best);
                }
            }
        }
    }
}

/// A list that is filled without branches that could not be foreseen.
#[derive(Clone, Debug, Default)]
struct List<T> {
    /// What has been added, and something behind it.
    items: Vec<T>,
    len: usize,
}

impl<T: Clone + Default> List<T> {
    /// Starts the list anew, with room for so many items.
    fn fill(&mut self, room: usize) -> Fill<'_, T> {
        if self.items.len() <= room {
            self.items.resize(room + 1, T::default());
        }
        Fill { items: &mut self.items, len: 0, end: &mut self.len }
    }

    fn iter(&self) -> core::slice::Iter<'_, T> {
        self.items[..self.len].iter()
    }
}

/// A list that is being filled. Its length is here so that it is in a register.
struct Fill<'l, T> {
    items: &'l mut [T],
    len: usize,
    end: &'l mut usize,
}

impl<T> Fill<'_, T> {
    /// Adds an item, or not.
    #[inline]
    fn add(&mut self, item: T, is_kept: bool) {
        self.items[self.len] = item;
        self.len += usize::from(is_kept);
    }
}

impl<T> Drop for Fill<'_, T> {
    fn drop(&mut self) {
        *self.end = self.len;
    }
}

/// Adds longer candidates, in order of their starts.
fn merge(candidates: &mut Vec<Candidate>, longer: &mut Vec<Candidate>) {
    if candidates.is_empty() {
        core::mem::swap(candidates, longer);
        return;
    }
    let mut left = candidates.len();
    candidates.extend_from_slice(longer);
    let mut at = candidates.len();
    for &new in longer.iter().rev() {
        while left > 0 && candidates[left - 1].start >= new.start {
            (at, left) = (at - 1, left - 1);
            candidates[at] = candidates[left];
        }
        at -= 1;
        candidates[at] = new;
    }
}

/// Returns the key of a word at a place of the bytes, unless it is long, not ASCII
/// or at their end.
#[inline]
fn short_key(bytes: &[u8], start: usize, len: usize, seed: u64) -> Option<Key> {
    let [low, high] = hash::sixteen(bytes, start)?;
    let masks = MASKS.get(len)?;
    let [low, high] = [low & masks[0], high & masks[1]];
    ((low | high) & 0x8080_8080_8080_8080 == 0).then(|| hash::short([low, high], seed))
}

impl Scratch {
    /// Returns the key of any word, and its end without what is not seen.
    #[cold]
    fn rare_key(&mut self, text: &str, start: usize, end: usize) -> (usize, Key) {
        let piece = text[start..end].trim_end_matches(|c| class(c) == Class::Ignorable);
        let end = start + piece.len();
        if piece.is_ascii() {
            return (end, Key { hash: hash::string(piece, self.seed), shape: Shape::of(piece) });
        }
        self.exact.clear();
        self.canon.exact(piece, &mut self.exact);
        let shape = Shape::of(&self.exact);
        self.folded.clear();
        fold(&self.exact, &mut self.folded);
        (end, Key { hash: hash::string(&self.folded, self.seed), shape })
    }

    /// Returns the hash of what stands between two words, unless it is longer than
    /// in any name.
    #[inline]
    fn gap(&mut self, gap: &str) -> Option<u64> {
        if gap == " " {
            return Some(self.space);
        }
        let canonical = if self.canon.is_plain(gap) {
            gap
        } else {
            self.exact.clear();
            self.canon.exact(gap, &mut self.exact);
            &self.exact
        };
        (canonical.len() <= self.gap as usize).then(|| hash::string(canonical, self.seed))
    }
}
