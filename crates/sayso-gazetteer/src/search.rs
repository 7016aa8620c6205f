//! The search for names at word boundaries.
//!
//! Names are sequences of words, and a name can start at a word alone. So the
//! words of the text are looked up, a few hundred at a time and in passes:
//!
//! 1. find the words ([`Scanner`]);
//! 2. hash each, and ask the filter whether a name starts with it; most end here;
//! 3. look up those that are left in the table of first words;
//! 4. follow those with which longer names start, a word at a time;
//! 5. compare what has been found with the text, and report it.
//!
//! Each pass reads places in memory that do not depend on one another, so that
//! the processor waits for many of them at a time. Going on from each word to the
//! end of its names instead, before looking at the next word, took twice as long
//! with a million names.

use alloc::{string::String, vec::Vec};

use sayso_span::Span;

use crate::{
    Mention, Overlap,
    canon::{Canon, fold},
    class::{Class, class},
    hash::{self, Key, Shape},
    layout::{Link, Tables, follow_bit},
    scan::Scanner,
    verify::Verifier,
};

/// How many words are looked up together.
const BATCH: usize = 512;

#[derive(Clone, Debug)]
pub(crate) struct Search<'g, 't> {
    tables: Tables<'g>,
    text: &'t str,
    scanner: Scanner<'t>,
    /// Whether the scanner has more words.
    more: bool,
    /// Where the words of the batch are, and their hashes.
    words: Vec<[usize; 2]>,
    hashes: Vec<u64>,
    /// The hashes of what stands after each word, 0 where not known.
    gaps: Vec<u64>,
    /// Words that the filter lets pass.
    starts: Vec<u32>,
    /// Where the word before the batch ends.
    floor: usize,
    /// Where the last of the longest mentions ends.
    end: usize,
    paths: Vec<Path>,
    candidates: Vec<Candidate>,
    verifier: Verifier<'g, 't>,
    scratch: Scratch,
}

/// A sequence of words that names start with.
#[derive(Clone, Copy, Debug)]
struct Path {
    first: u32,
    last: u32,
    hash: u64,
}

/// A sequence of words that may be a name.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    first: u32,
    last: u32,
    group: u32,
}

/// Space for canonical forms.
#[derive(Clone, Debug, Default)]
struct Scratch {
    canon: Canon,
    seed: u64,
    exact: String,
    folded: String,
}

impl<'g, 't> Search<'g, 't> {
    pub(crate) fn new(tables: Tables<'g>, text: &'t str) -> Search<'g, 't> {
        let expected = (text.len() / 5 + 8).min(BATCH + 128);
        Search {
            tables,
            text,
            scanner: Scanner::new(text),
            more: true,
            words: Vec::with_capacity(expected),
            hashes: Vec::with_capacity(expected),
            gaps: Vec::new(),
            starts: Vec::with_capacity(expected),
            floor: 0,
            end: 0,
            paths: Vec::new(),
            candidates: Vec::new(),
            verifier: Verifier::new(tables, text),
            scratch: Scratch {
                canon: tables.canon(),
                seed: tables.header.seed,
                ..Scratch::default()
            },
        }
    }

    /// Appends the next mentions, in order, and returns whether there may be more.
    /// Those that `overlap` does not want need not be among them.
    pub(crate) fn next(&mut self, overlap: Overlap, found: &mut Vec<Mention>) -> bool {
        // Names that start with a word of the batch may go on behind it, and what
        // follows the last word matters too.
        let ahead = self.tables.header.words as usize;
        self.more = self.more && self.scanner.words(BATCH + ahead, &mut self.words);
        self.look_up_words();
        let batch = if self.more { self.words.len() - ahead } else { self.words.len() };
        let starts = self.starts.partition_point(|&at| (at as usize) < batch);
        self.gaps.clear();
        self.gaps.resize(self.words.len(), 0);
        self.candidates.clear();
        self.follow(starts);
        // The stable sort, because it makes use of the runs that each pass has left.
        self.candidates.sort_by_key(|c| (c.first, core::cmp::Reverse(c.last)));
        self.verify(overlap, found);
        self.starts.drain(..starts);
        self.starts.iter_mut().for_each(|at| *at -= batch as u32);
        if let Some(&[_, end]) = batch.checked_sub(1).and_then(|at| self.words.get(at)) {
            self.floor = end;
        }
        self.words.drain(..batch);
        self.hashes.drain(..batch);
        self.more
    }

    /// Hashes the words that are new and notes those that names may start with.
    fn look_up_words(&mut self) {
        let (tables, text) = (self.tables, self.text);
        let first = self.hashes.len();
        let mut count = self.starts.len();
        self.starts.resize(count + self.words.len() - first, 0);
        let starts = self.starts.as_mut_slice();
        for (at, word) in self.words.iter_mut().enumerate().skip(first) {
            let key = self.scratch.key(text, word);
            self.hashes.push(key.hash);
            // Without a branch, which could not be foreseen.
            starts[count] = at as u32;
            count += usize::from(tables.may_start(key));
        }
        self.starts.truncate(count);
    }

    /// Looks up the first so many starts, and what follows them.
    fn follow(&mut self, starts: usize) {
        let mut paths = core::mem::take(&mut self.paths);
        paths.clear();
        // Slots that a table has no reason to have near are read before they are
        // needed, all at once.
        let tables = self.tables;
        let mut near = 0;
        for &at in &self.starts[..starts] {
            near ^= tables.root_slot(self.hashes[at as usize])[1];
        }
        core::hint::black_box(near);
        for at in 0..starts {
            let first = self.starts[at];
            let Some((link, follow)) = tables.root(self.hashes[first as usize]) else {
                continue;
            };
            let path = Path { first, last: first, hash: self.hashes[first as usize] };
            if let Some(next) = self.arrive(path, link) {
                if follow & follow_bit(next.hash) != 0 {
                    paths.push(next);
                }
            }
        }
        let mut longer = Vec::new();
        while !paths.is_empty() {
            let mut near = 0;
            for path in &paths {
                near ^= tables.node_slot(path.hash);
            }
            core::hint::black_box(near);
            for &path in &paths {
                if let Some(link) = tables.node(path.hash) {
                    longer.extend(self.arrive(path, link));
                }
            }
            core::mem::swap(&mut paths, &mut longer);
            longer.clear();
        }
        self.paths = paths;
    }

    /// Notes the names that are a path, and returns the path with the next word
    /// if there are longer ones.
    #[inline]
    fn arrive(&mut self, path: Path, link: Link) -> Option<Path> {
        if let Some(group) = link.group() {
            self.candidates.push(Candidate { first: path.first, last: path.last, group });
        }
        let last = path.last + 1;
        if !link.goes_on() || last as usize >= self.words.len() {
            return None;
        }
        let gap = self.gap(path.last as usize)?;
        let hash = hash::path(path.hash, gap, self.hashes[last as usize]);
        Some(Path { last, hash, ..path })
    }

    /// Returns the hash of what stands between a word and the next, if a name can
    /// have it.
    #[inline]
    fn gap(&mut self, at: usize) -> Option<u64> {
        if self.gaps[at] == 0 {
            let gap = Span::new(self.words[at][1], self.words[at + 1][0]);
            // 1 stands for what no name has; no hash is likely to be one of the two.
            self.gaps[at] = self.scratch.gap(&self.text[gap], self.tables.header.gap).unwrap_or(1);
        }
        Some(self.gaps[at]).filter(|&gap| gap != 1)
    }

    /// Compares the candidates with the text.
    fn verify(&mut self, overlap: Overlap, found: &mut Vec<Mention>) {
        let longest = overlap == Overlap::Longest;
        let candidates = core::mem::take(&mut self.candidates);
        let mut left = candidates.as_slice();
        while let Some(&Candidate { first, .. }) = left.first() {
            let same = left.iter().take_while(|c| c.first == first).count();
            let (same, rest) = left.split_at(same);
            left = rest;
            let start = self.words[first as usize][0];
            if longest && start < self.end {
                continue;
            }
            let before = (first as usize).checked_sub(1).map(|at| self.words[at][1]);
            let from = found.len();
            for candidate in same {
                let core = Span::new(start, self.words[candidate.last as usize][1]);
                let after = self.words.get(candidate.last as usize + 1);
                let room = Span::new(
                    before.unwrap_or(self.floor),
                    after.map_or(self.text.len(), |&[start, _]| start),
                );
                self.verifier.words(candidate.group, core, room, found);
                if longest && found.len() > from && !self.tables.header.prefixes {
                    break;
                }
            }
            if found.len() - from > 1 || longest && found.len() > from {
                let order = |m: &Mention| (m.span.start(), core::cmp::Reverse(m.span.end()));
                found[from..].sort_unstable_by_key(order);
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
        self.candidates = candidates;
    }
}

impl Scratch {
    /// Returns the key of a word, and cuts from its end what is not seen.
    #[inline]
    fn key(&mut self, text: &str, word: &mut [usize; 2]) -> Key {
        let [start, end] = *word;
        let bytes = text.as_bytes();
        if let (Some(chunk), Some(masks)) =
            (bytes.get(start..).and_then(|rest| rest.first_chunk::<16>()), MASKS.get(end - start))
        {
            let chunk = u128::from_le_bytes(*chunk);
            let [low, high] = [chunk as u64 & masks[0], (chunk >> 64) as u64 & masks[1]];
            if (low | high) & 0x8080_8080_8080_8080 == 0 {
                return hash::short([low, high], self.seed);
            }
        }
        self.rare_key(text, word)
    }

    /// The same for words that are long, not ASCII or at the end of the text.
    #[cold]
    fn rare_key(&mut self, text: &str, word: &mut [usize; 2]) -> Key {
        let [start, end] = *word;
        let piece = text[start..end].trim_end_matches(|c| class(c) == Class::Ignorable);
        word[1] = start + piece.len();
        if piece.is_ascii() {
            return Key { hash: hash::string(piece, self.seed), shape: Shape::of(piece) };
        }
        self.exact.clear();
        self.canon.exact(piece, &mut self.exact);
        let shape = Shape::of(&self.exact);
        self.folded.clear();
        fold(&self.exact, &mut self.folded);
        Key { hash: hash::string(&self.folded, self.seed), shape }
    }

    /// Returns the hash of what stands between two words, unless it is longer than
    /// in any name.
    #[inline]
    fn gap(&mut self, gap: &str, max: u32) -> Option<u64> {
        let canonical = if gap == " " {
            gap
        } else {
            self.exact.clear();
            self.canon.exact(gap, &mut self.exact);
            &self.exact
        };
        (canonical.len() <= max as usize).then(|| hash::string(canonical, self.seed))
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
