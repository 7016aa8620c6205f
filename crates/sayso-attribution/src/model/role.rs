use alloc::vec::Vec;
use core::ops::Range;

use super::{
    chain::{Chain, FORBIDDEN, Transitions},
    cue::{Cue, CueKind},
    features::{Features, Sink, bucket, hash_word},
    lattice::Lattice,
    reading::Reading,
    table::Table,
    tag::Tag,
    view::Views,
    word::{Quote, Word},
};

/// Finds source and content of a cue in its sentence: a conditional random
/// field, given the cue.
///
/// Its labels are: none, source begins, source goes on, content begins, content
/// goes on.
#[derive(Clone, Debug)]
pub struct RoleFinder {
    /// The weights of all labels but the first, which has none.
    pub table: Table<4, { 4 << RoleFinder::BITS }>,
    /// The scores of the labels after one another.
    pub transitions: Transitions<5>,
}

/// The labels with which a source and a content begin.
const SOURCE: u8 = 1;
const CONTENT: u8 = 3;

/// How many words on either side of a cue are looked at.
///
/// A limit keeps the time linear in sentences of any length. It is far beyond
/// any sentence of news.
const REACH: usize = 160;

/// How many other candidates on either side of a cue are looked at with it.
///
/// The same for what is one cue after another. A sentence of news has three.
const CROWD: usize = 8;

/// How many labelings are looked at.
const LABELINGS: usize = 12;

/// How many different analyses of them are kept.
pub(crate) const ANALYSES: usize = 9;

/// How much less likely than the best a labeling may be, as a logarithm. What is
/// farther behind has never been chosen.
const BEHIND: f32 = 4.0;

/// Makes up for sources that annotators have left out.
const BONUS: [f32; 5] = [0.0, 0.3, 0.3, 0.0, 0.0];

/// Source and content of a cue, in words of its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// The source; empty if there is none.
    pub source: Range<usize>,
    /// The content, in order; empty if none of it is in the sentence.
    pub content: Vec<Range<usize>>,
    /// The logarithm of its probability.
    pub log_p: f32,
    /// Whether the source was taken from another cue.
    pub borrowed: bool,
}

impl Analysis {
    /// Returns how many words the content has.
    pub fn content_len(&self) -> usize {
        self.content.iter().map(ExactSizeIterator::len).sum()
    }
}

/// A symbol of a path from a cue to a word, 1 to 31; 0 is left out of it.
fn symbol(word: &Word) -> u64 {
    match word.tag {
        Tag::Mark => match word.quote {
            Quote::Opening | Quote::Closing => 10,
            _ => 11 + u64::from(word.lower % 20),
        },
        Tag::Noun | Tag::Name | Tag::Pronoun | Tag::There => 1,
        Tag::Past | Tag::Plural | Tag::Singular | Tag::Modal => 2,
        Tag::Base | Tag::Present | Tag::Participle => 3,
        Tag::Preposition => match word.lower {
            lower if lower == THAT => 9,
            lower if lower == BY => 6,
            lower if lower == OF => 7,
            _ => 4,
        },
        Tag::To => 5,
        Tag::Question => 8,
        Tag::Conjunction => 31,
        _ => 0,
    }
}

const THAT: u32 = hash_word("that");
const BY: u32 = hash_word("by");
const OF: u32 = hash_word("of");
const COMMA: u32 = hash_word(",");

/// What lies between a cue and a word.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    commas: u32,
    quotes: u32,
    verbs: u32,
    cues: u32,
    /// The symbols nearest the word, five bits each, the last eight.
    near: u64,
    /// The symbols nearest the cue, the first six.
    far: u64,
    length: u32,
    last: u64,
}

impl Between {
    /// Walks over a word.
    fn pass(&mut self, word: &Word, is_cue: bool) {
        self.commas += u32::from(word.lower == COMMA);
        self.quotes += u32::from(word.quote.is_mark());
        self.verbs += u32::from(word.tag.is_finite());
        self.cues += u32::from(is_cue);
        let symbol = symbol(word);
        if symbol != 0 && symbol != self.last {
            self.last = symbol;
            self.near = (self.near << 5 | symbol) & ((1 << 40) - 1);
            if self.length < 6 {
                self.far = self.far << 5 | symbol;
            }
            self.length += 1;
        }
    }
}

/// Two halves of a number as one value.
fn fold(path: u64) -> u32 {
    (path ^ (path >> 32).wrapping_mul(0x9e37_79b1)) as u32
}

impl RoleFinder {
    /// Binary logarithm of the rows of the table.
    pub const BITS: u32 = 19;

    /// The scores of the first label.
    pub const START: [f32; 5] = [0.0, 0.0, FORBIDDEN, 0.0, FORBIDDEN];

    /// Returns whether label `to` can follow label `from`.
    pub fn allows(from: Option<usize>, to: usize) -> bool {
        match to {
            2 => matches!(from, Some(1 | 2)),
            4 => matches!(from, Some(3 | 4)),
            _ => true,
        }
    }

    /// Returns the words of a cue's sentence that are looked at, given the other
    /// candidates in order.
    pub fn window(reading: &Reading, cue: &Cue, others: &[Cue]) -> Range<usize> {
        let sentence = &reading.sentences[cue.sentence].words;
        let mut start = cue.words.start.saturating_sub(REACH).max(sentence.start);
        let mut end = (cue.words.end + REACH).min(sentence.end);
        let before = others.partition_point(|other| other.words.end <= cue.words.start);
        if let Some(far) = before.checked_sub(CROWD) {
            start = start.max(others[far].words.start);
        }
        let after = others.partition_point(|other| other.words.start < cue.words.end);
        if let Some(far) = others.get(after + CROWD - 1) {
            end = end.min(far.words.end);
        }
        start..end.max(cue.words.end.min(sentence.end))
    }

    /// Calls `each` with the number of each word in the window of a cue, but
    /// for the cue's own, and a copy of `sink` that has its features.
    ///
    /// `others` are candidates in order, among which those of the same sentence
    /// that are likely tell where other attributions are.
    pub fn features<S: Sink + Clone>(
        reading: &Reading,
        cue: &Cue,
        others: &[Cue],
        scratch: &mut RoleScratch,
        sink: S,
        mut each: impl FnMut(usize, S),
    ) {
        let window = RoleFinder::window(reading, cue, others);
        let sentence = &reading.sentences[cue.sentence].words;
        let words = &reading.words;
        let likely = |other: &Cue| other.mass > 0.35 && other.words != cue.words;
        let from = others.partition_point(|other| other.words.end <= window.start);
        let until = others.partition_point(|other| other.words.start < window.end);
        let RoleScratch { views, is_cue } = scratch;
        is_cue.clear();
        is_cue.resize(window.len(), false);
        for other in others[from..until].iter().filter(|other| likely(other)) {
            for at in other.words.clone() {
                if let Some(flag) = at.checked_sub(window.start).and_then(|at| is_cue.get_mut(at))
                {
                    *flag = true;
                }
            }
        }
        let is_cue = |at: usize| is_cue[at - window.start];

        // What the sentence is like, seen from the cue.
        let (left, right) = (window.start..cue.words.start, cue.words.end..window.end);
        let count = |range: &Range<usize>, test: fn(&Word) -> bool| {
            words[range.clone()].iter().filter(|word| test(word)).count().min(2) as u32
        };
        let finite: fn(&Word) -> bool = |word| word.tag.is_finite();
        let mark: fn(&Word) -> bool = |word| word.quote.is_mark();
        let quoted: fn(&Word) -> bool = |word| word.quote == Quote::Inside;
        let (verbs_left, verbs_right) = (count(&left, finite), count(&right, finite));
        let (marks_left, marks_right) = (count(&left, mark).min(1), count(&right, mark).min(1));
        let kind = cue.kind as u32;
        let q_cue = words[cue.words.start].quote as u32;
        let at_end = right.len() <= 1;
        let quotes_seen = q_cue * 4 + marks_left * 2 + marks_right;
        let place =
            u32::from(at_end) * 18 + u32::from(left.is_empty()) * 9 + verbs_left * 3 + verbs_right;
        let shape = ((left.len().min(6) as u32 * 2 + u32::from(at_end)) * 3 + verbs_left) * 4
            + marks_left * 2
            + count(&left, quoted).min(1);

        // The neighbors of the words in the window, which may lie outside of it.
        let first = window.start.saturating_sub(Views::REACH).max(sentence.start);
        let last = (window.end + Views::REACH).min(sentence.end);
        views.look_at(&words[first..last]);

        let mut visit = |at: usize, side: u32, between: &Between| {
            let near = views.near(at - first);
            let tag = |offset| near.at(offset).tag;
            let key = |offset| near.at(offset).key;
            let quote = |offset| near.at(offset).quote;
            let word = &words[at];
            let (t0, k0, q0) = (tag(0), key(0), quote(0));
            let (k1, k2, k_1) = (key(1), key(2), key(-1));
            let distance = match side {
                0 => bucket(cue.words.start - at),
                _ => bucket(at - cue.words.end + 1),
            };
            let (commas, quotes, verbs) =
                (between.commas.min(3), between.quotes.min(3), between.verbs.min(3));
            let cues = between.cues.min(2);
            let own = u32::from(is_cue(at));
            let general = quotes_seen * 16 + q0 * 4 + quotes;
            let (path, start) =
                (fold(between.near), fold(between.far ^ u64::from(between.length.min(7)) << 40));
            let mut features = Features::new(8 + side, sink.clone());
            features.add([]);
            // The word and its neighbors.
            features.add([word.lower]);
            features.add([t0]);
            features.add([tag(-1), t0]);
            features.add([t0, tag(1)]);
            features.add([tag(-1), t0, tag(1)]);
            features.add([t0, tag(1), tag(2)]);
            features.add([tag(-2), tag(-1), t0]);
            features.add([word.stem, t0]);
            features.add([word.stem, tag(-1)]);
            features.add([k_1, k0, k1]);
            features.add([key(-2), k_1, k0]);
            features.add([k1, k2, key(3)]);
            features.add([q0, tag(-1), t0]);
            features.add([quote(-1), q0, quote(1)]);
            features.add([near.at(-1).lower, word.lower]);
            features.add([word.classes[0]]);
            features.add([word.classes[1], k_1]);
            features.add([word.classes[1], k1]);
            // Where it stands to the cue.
            features.add([distance]);
            features.add([distance, t0]);
            features.add([distance, kind]);
            features.add([commas, verbs, t0]);
            features.add([quotes, q0]);
            features.add([quotes, q0, kind]);
            features.add([verbs, commas, cues, kind]);
            features.add([cues, own, t0]);
            features.add([cues, own, k0]);
            features.add([quotes, commas, verbs, k0]);
            features.add([commas, verbs, k_1, k0]);
            features.add([verbs, k0, k1]);
            features.add([quotes, q0, k0, kind]);
            features.add([general]);
            features.add([general, k0]);
            features.add([general, k_1]);
            features.add([place, quotes, q0, commas]);
            features.add([shape, kind, k1, q0]);
            // The path between.
            features.add([path]);
            features.add([path, t0]);
            features.add([path, k0]);
            features.add([path, k_1, k0]);
            features.add([path, kind]);
            features.add([path, kind, t0]);
            features.add([path, cue.stem]);
            features.add([path, general]);
            features.add([start]);
            features.add([start, t0]);
            // The cue.
            features.add([kind, t0]);
            features.add([kind, k0]);
            features.add([kind, k_1, k0]);
            features.add([kind, k0, k1]);
            features.add([kind, k_1, k1]);
            features.add([cue.stem, verbs, t0]);
            features.add([cue.string, distance]);
            features.add([cue.classes[0], k_1, k0]);
            features.add([cue.classes[0], path]);
            each(at, features.finish());
        };
        // The sides of a cue, each from the cue outwards.
        let mut between = Between::default();
        for at in left.clone().rev() {
            visit(at, 0, &between);
            between.pass(&words[at], is_cue(at));
        }
        let mut between = Between::default();
        for at in right {
            visit(at, 1, &between);
            between.pass(&words[at], is_cue(at));
        }
    }

    /// Puts the scores of the labels in a cue's window into `scores`.
    fn scores(
        &self,
        reading: &Reading,
        cue: &Cue,
        others: &[Cue],
        scratch: &mut RoleScratch,
        scores: &mut Vec<[f32; 5]>,
    ) {
        let window = RoleFinder::window(reading, cue, others);
        // The words of the cue itself have no role: they keep these scores.
        let [none, other] = [0.0, FORBIDDEN];
        scores.clear();
        scores.resize(window.len(), [none, other, other, other, other]);
        RoleFinder::features(reading, cue, others, scratch, self.table.sums(), |at, sums| {
            let [a, b, c, d] = sums.scores();
            scores[at - window.start] = [none, a, b, c, d];
        });
    }

    /// Returns the likeliest different analyses of a cue, in order of their
    /// probabilities; at least one.
    pub fn analyses(
        &self,
        reading: &Reading,
        cue: &Cue,
        others: &[Cue],
        scratch: &mut Scratch,
    ) -> Vec<Analysis> {
        let Scratch { features, scores, factors, lattice, content } = scratch;
        self.scores(reading, cue, others, features, scores);
        let chain = Chain { scores, transitions: &self.transitions, start: RoleFinder::START };
        let first = RoleFinder::window(reading, cue, others).start;
        let log_sum = chain.log_sum(factors);
        let mut analyses: Vec<Analysis> = Vec::with_capacity(LABELINGS);
        lattice.best(&chain, LABELINGS, BEHIND, BONUS, |labels| {
            let log_p = (chain.score(labels) - log_sum).min(0.0);
            let source = read_labels(labels, first, cue, content);
            match analyses.iter_mut().find(|a| a.source == source && a.content == *content) {
                Some(known) => {
                    let sum = super::math::exp(known.log_p) + super::math::exp(log_p);
                    known.log_p = super::math::ln(sum).min(0.0).max(known.log_p);
                }
                None => {
                    let content = content.clone();
                    analyses.push(Analysis { source, content, log_p, borrowed: false });
                }
            }
        });
        analyses.sort_by(|a, b| b.log_p.total_cmp(&a.log_p));
        analyses.truncate(ANALYSES);
        analyses
    }
}

/// Memory that is used again for one cue after another.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    features: RoleScratch,
    scores: Vec<[f32; 5]>,
    factors: Vec<[f32; 5]>,
    lattice: Lattice<5>,
    content: Vec<Range<usize>>,
}

/// Memory that is used again for the features of one cue after another.
#[derive(Clone, Debug, Default)]
pub struct RoleScratch {
    views: Views,
    /// For each word of the window, whether it is in another cue.
    is_cue: Vec<bool>,
}

/// Reads the labels of a window that begins with the word `first`: puts the content
/// into `content` and returns the source, which is empty if there is none. Of several,
/// the one nearest the cue counts.
fn read_labels(
    labels: &[u8],
    first: usize,
    cue: &Cue,
    content: &mut Vec<Range<usize>>,
) -> Range<usize> {
    let mut source: Option<Range<usize>> = None;
    content.clear();
    let far = |range: &Range<usize>| {
        if range.end <= cue.words.start {
            cue.words.start - range.end
        } else {
            range.start.saturating_sub(cue.words.end)
        }
    };
    // The cue has no role, whatever a damaged model says.
    let left = ..labels.len().min(cue.words.start.saturating_sub(first));
    let right = labels.len().min(cue.words.end.saturating_sub(first))..;
    for (labels, first) in [(&labels[left], first), (&labels[right.clone()], first + right.start)] {
        let mut at = 0;
        while let Some(&label) = labels.get(at) {
            let start = at;
            at += 1;
            if label != SOURCE && label != CONTENT {
                continue;
            }
            // A label that goes on has the number after the one that begins.
            while labels.get(at) == Some(&(label + 1)) {
                at += 1;
            }
            let range = first + start..first + at;
            if label == SOURCE {
                if source.as_ref().is_none_or(|known| far(&range) < far(known)) {
                    source = Some(range);
                }
            } else {
                match content.last_mut().filter(|last| last.end == range.start) {
                    Some(last) => last.end = range.end,
                    None => content.push(range),
                }
            }
        }
    }
    source.unwrap_or(cue.words.start..cue.words.start)
}

impl CueKind {
    /// Returns whether a cue of this kind must have its subject before it, so
    /// that it is that of a cue farther left if it has none of its own.
    pub(crate) fn can_borrow(self) -> bool {
        matches!(self, CueKind::Finite | CueKind::Present)
    }
}
