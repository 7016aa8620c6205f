//! The search for names at word boundaries.
//!
//! Names are sequences of words, and a name can start at a word alone. So the
//! text is taken a few kilobytes at a time, and searched in passes:
//!
//! 1. find the words ([`Words`]), and of them those that can start a name by their
//!    first letter;
//! 2. hash each, and ask a filter whether it is a name or the beginning of one:
//!    most end here;
//! 3. for the beginnings, hash the next word as well, and ask another filter, a
//!    word at a time;
//! 4. look up what may be a name in the table of names;
//! 5. compare what has been found with the text, and report it.
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
    filter::Maybe,
    hash::{self, Key, Shape},
    layout::Tables,
    verify::Verifier,
    words::Words,
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
    paths: Vec<Path>,
    /// What may be names.
    whole: Vec<Path>,
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

/// A sequence of words that may be a name or start one.
#[derive(Clone, Copy, Debug, Default)]
struct Path {
    start: usize,
    end: usize,
    hash: u64,
    maybe: Maybe,
}

/// A sequence of words that may be a name of a group.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    start: usize,
    end: usize,
    group: u32,
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
            paths: Vec::new(),
            whole: Vec::new(),
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
            // What is the same for all words is decided once.
            match self.tables.header.shapes {
                0 => self.first_words(|key| key.of_shapes(0)),
                shapes => self.first_words(|key| key.of_shapes(shapes)),
            }
            for _ in 1..self.tables.header.words {
                self.look_up();
                self.next_words();
            }
            self.look_up();
            self.verify(overlap, found);
            self.words.forget(BATCH);
            if !found.is_empty() {
                return true;
            }
        }
        false
    }

    /// Asks the filter about each word of the batch.
    fn first_words(&mut self, key: impl Fn(Key) -> Key) {
        let Search { tables, words, scratch, .. } = self;
        let starts = words.starts(BATCH, &mut self.starts);
        self.paths.resize(starts, Path::default());
        let mut count = 0;
        let base = words.base();
        for &start in &self.starts[..starts] {
            let start = base + start as usize;
            let (end, word) = scratch.key(self.text, start, words.end(start));
            let maybe = tables.first.get(key(word));
            // Without a branch, which could not be foreseen.
            self.paths[count] = Path { start, end, hash: word.hash, maybe };
            count += usize::from(maybe.is_whole() | maybe.goes_on());
        }
        self.paths.truncate(count);
    }

    /// Takes those paths one word further with which longer names may start.
    fn next_words(&mut self) {
        let Search { tables, words, scratch, paths, .. } = self;
        keep(paths, |path| (path.maybe.goes_on(), path));
        let mut count = 0;
        for at in 0..paths.len() {
            let path = paths[at];
            let Some(next) = words.next(path.end) else { continue };
            let Some(gap) = scratch.gap(&self.text[path.end..next]) else { continue };
            let (end, key) = scratch.key(self.text, next, words.end(next));
            let hash = hash::path(path.hash, gap, key.hash);
            paths[count] = Path { end, hash, ..path };
            count += 1;
        }
        paths.truncate(count);
        // In a loop of its own, so that many places of the filter are read at a time.
        keep(paths, |path| {
            let maybe = tables.longer.get(Key { hash: path.hash, shape: Shape(0) });
            (maybe.is_whole() | maybe.goes_on(), Path { maybe, ..path })
        });
    }

    /// Looks up the paths that may be names.
    fn look_up(&mut self) {
        let Search { tables, paths, whole, longer, candidates, .. } = self;
        whole.clear();
        whole.extend_from_slice(paths);
        keep(whole, |path| (path.maybe.is_whole(), path));
        let near = whole.iter().fold(0, |near, path| near ^ tables.slot(path.hash));
        core::hint::black_box(near);
        longer.clear();
        longer.extend(whole.iter().filter_map(|path| {
            let group = tables.group(path.hash)?;
            Some(Candidate { start: path.start, end: path.end, group })
        }));
        merge(candidates, longer);
    }

    /// Compares the candidates with the text.
    fn verify(&mut self, overlap: Overlap, found: &mut Vec<Mention>) {
        let tables = self.tables;
        let near = |near, new: &Candidate| near ^ tables.record_start(new.group);
        core::hint::black_box(self.candidates.iter().fold(0, near));
        let longest = overlap == Overlap::Longest;
        let mut left = self.candidates.as_slice();
        while let Some(&Candidate { start, .. }) = left.first() {
            let same = left.iter().take_while(|other| other.start == start).count();
            let (same, rest) = left.split_at(same);
            left = rest;
            if longest && start < self.end {
                continue;
            }
            let from = found.len();
            for &Candidate { end, group, .. } in same {
                self.verifier.words(group, Span::new(start, end), found);
                if longest && found.len() > from && !self.tables.header.prefixes {
                    break;
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

/// Keeps some of the paths, changed, without a branch that could not be foreseen.
#[inline]
fn keep(paths: &mut Vec<Path>, test: impl Fn(Path) -> (bool, Path)) {
    let mut count = 0;
    for at in 0..paths.len() {
        let (is_kept, path) = test(paths[at]);
        paths[count] = path;
        count += usize::from(is_kept);
    }
    paths.truncate(count);
}

/// Adds longer candidates, in order of their starts.
fn merge(candidates: &mut Vec<Candidate>, longer: &[Candidate]) {
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

impl Scratch {
    /// Returns the key of a word, and its end without what is not seen.
    #[inline]
    fn key(&mut self, text: &str, start: usize, end: usize) -> (usize, Key) {
        let bytes = text.as_bytes();
        if let (Some(chunk), Some(masks)) =
            (bytes.get(start..).and_then(|rest| rest.first_chunk::<16>()), MASKS.get(end - start))
        {
            let chunk = u128::from_le_bytes(*chunk);
            let [low, high] = [chunk as u64 & masks[0], (chunk >> 64) as u64 & masks[1]];
            if (low | high) & 0x8080_8080_8080_8080 == 0 {
                return (end, hash::short([low, high], self.seed));
            }
        }
        self.rare_key(text, start, end)
    }

    /// The same for words that are long, not ASCII or at the end of the text.
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

/// What of sixteen bytes belongs to a word of so many.
const MASKS: [[u64; 2]; 17] = {
    let mut masks = [[0; 2]; 17];
    let mut len = 1;
    while len <= 16 {
        let low = if len < 8 { len } else { 8 };
        masks[len] = [u64::MAX >> (64 - 8 * low), 0];
        if len > 8 {
            masks[len][1] = u64::MAX >> (128 - 8 * len);
        }
        len += 1;
    }
    masks
};
