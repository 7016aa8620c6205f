use core::ops::Range;

use super::{
    cue::Cue,
    features::{Features, Sink, bucket, hash_word},
    reading::Reading,
    tag::Tag,
    view::Views,
    word::{Quote, Word},
};

/// A cue among the words that are looked at for its source and its content.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'s> {
    words: &'s [Word],
    cue: &'s Cue,
    /// Views of words from the one of this number on.
    views: (&'s Views, usize),
    /// For each word from the one of this number on, whether it is in another cue.
    is_cue: (&'s [bool], usize),
    kind: u32,
    /// What the sentence is like, seen from the cue.
    quotes_seen: u32,
    place: u32,
    shape: u32,
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
pub(super) struct Between {
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
    pub(super) fn pass(&mut self, word: &Word, is_cue: bool) {
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

impl<'s> Scene<'s> {
    /// Returns the scene of a cue: the words of a window, of which is known which are in
    /// other cues, and views of them from the word of this number on.
    pub(super) fn new(
        reading: &'s Reading,
        cue: &'s Cue,
        window: Range<usize>,
        views: (&'s Views, usize),
        is_cue: &'s [bool],
    ) -> Scene<'s> {
        let words = &reading.words[..];
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
        let is_cue = (is_cue, window.start);
        Scene { words, cue, views, is_cue, kind, quotes_seen, place, shape }
    }

    /// Whether a word of the window is in another cue.
    pub(super) fn is_cue(&self, at: usize) -> bool {
        let (is_cue, first) = self.is_cue;
        is_cue[at - first]
    }

    /// Collects the features of a word, given what lies between the cue and it, which
    /// is on the left side (0) or the right one (1).
    ///
    /// It is not mixed with the code around it, or else the weights of the labels are
    /// not added up side by side.
    #[inline(never)]
    pub(super) fn features<const SIDE: u32, S: Sink>(
        &self,
        at: usize,
        between: &Between,
        sink: S,
    ) -> S {
        let Scene { words, cue, kind, quotes_seen, place, shape, .. } = *self;
        let (views, first) = self.views;
        let near = views.near(at - first);
        let tag = |offset| near.at(offset).tag;
        let key = |offset| near.at(offset).key;
        let quote = |offset| near.at(offset).quote;
        let word = &words[at];
        let (t0, k0, q0) = (tag(0), key(0), quote(0));
        let (k1, k2, k_1) = (key(1), key(2), key(-1));
        let distance = match SIDE {
            0 => bucket(cue.words.start - at),
            _ => bucket(at - cue.words.end + 1),
        };
        let (commas, quotes, verbs) =
            (between.commas.min(3), between.quotes.min(3), between.verbs.min(3));
        let cues = between.cues.min(2);
        let own = u32::from(self.is_cue(at));
        let general = quotes_seen * 16 + q0 * 4 + quotes;
        let (path, start) =
            (fold(between.near), fold(between.far ^ u64::from(between.length.min(7)) << 40));
        let mut features = Features::new(8 + SIDE, sink);
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
        features.finish()
    }
}
