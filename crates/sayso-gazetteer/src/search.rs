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
const BATCH: usize = 64;

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
    candidates: Vec<Candidate>,
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
            self.first_words();
            for _ in 0..self.tables.header.words {
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
    fn first_words(&mut self) {
        let Search { tables, words, scratch, .. } = self;
        let starts = words.starts(BATCH, &mut self.starts);
        let shapes = tables.header.shapes;
        self.paths.resize(starts, Path::default());
        let mut count = 0;
        let base = words.base();
        for &start in &self.starts[..starts] {
            let start = base + start as usize;
            let (end, key) = scratch.key(self.text, start, words.end(start));
            let maybe = tables.first.get(key.of_shapes(shapes));
            // Without a branch, which could not be foreseen.
            self.paths[count] = Path { start, end, hash: key.hash, maybe };
            count += usize::from(maybe.is_whole() | maybe.goes_on());
        }
        self.paths.truncate(count);
    }

    /// Notes which paths may be names, and takes the others one word further.
    fn next_words(&mut self) {
        let Search { tables, words, scratch, .. } = self;
        let text = self.text;
        let mut count = 0;
        for at in 0..self.paths.len() {
            let path = self.paths[at];
            if path.maybe.is_whole() {
                self.whole.push(path);
            }
            if !path.maybe.goes_on() {
                continue;
            }
            let Some(next) = words.next(path.end) else { continue };
            let Some(gap) = scratch.gap(&text[path.end..next]) else { continue };
            let (end, key) = scratch.key(text, next, words.end(next));
            let hash = hash::path(path.hash, gap, key.hash);
            self.paths[count] = Path { end, hash, ..path };
            count += 1;
        }
        self.paths.truncate(count);
        // In a loop of its own, so that many places of the filter are read at a time.
        let mut count = 0;
        for at in 0..self.paths.len() {
            let path = self.paths[at];
            let maybe = tables.longer.get(Key { hash: path.hash, shape: Shape(0) });
            self.paths[count] = Path { maybe, ..path };
            count += usize::from(maybe.is_whole() | maybe.goes_on());
        }
        self.paths.truncate(count);
    }

    /// Looks up what may be names.
    fn look_up(&mut self) {
        self.candidates.clear();
        for &Path { start, end, hash, .. } in &self.whole {
            if let Some(group) = self.tables.group(hash) {
                self.candidates.push(Candidate { start, end, group });
            }
        }
        self.whole.clear();
        // The stable sort, because it makes use of the runs that each pass has left.
        self.candidates.sort_by_key(|c| (c.start, Reverse(c.end)));
    }

    /// Compares the candidates with the text.
    fn verify(&mut self, overlap: Overlap, found: &mut Vec<Mention>) {
        let longest = overlap == Overlap::Longest;
        for same in self.candidates.chunk_by(|a, b| a.start == b.start) {
            let start = same[0].start;
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
