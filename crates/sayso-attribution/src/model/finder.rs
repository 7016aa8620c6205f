use alloc::vec::Vec;
use core::ops::Range;

use super::{
    chain::{Chain, FORBIDDEN, Transitions},
    cue::Cue,
    features::{Features, Sink, bucket},
    reading::Reading,
    surroundings::{Surroundings, edge},
    table::{Sums, Table},
    view::Views,
};

/// Finds the words that may signal attributions: a conditional random field
/// over each sentence.
///
/// Of most words a few features tell that they are in no cue. The others are not
/// asked for then, and the field is one over the rest.
#[derive(Clone, Debug)]
pub struct CueFinder {
    /// The weights of the labels `begin` and `inside`; `outside` has none.
    pub table: Table<2, { 2 << CueFinder::BITS }>,
    /// The scores of the labels after one another.
    pub transitions: Transitions<3>,
    /// What the first features must come to, at least, for a word to begin a cue, and
    /// for the word after one that may be in a cue to go on with it.
    pub least: [f32; 2],
}

/// Memory that is used again for one sentence after another.
#[derive(Clone, Debug, Default)]
pub struct CueScratch {
    views: Views,
    around: Vec<Surroundings>,
}

/// A label of the sequence model.
const OUTSIDE: u8 = 0;
const BEGIN: u8 = 1;

/// Tells the features of cues from others.
const SEED: u32 = 2;

/// How many features are the first ones.
const FIRST: u32 = 12;

/// How much likelier than the model says cues are taken to be.
///
/// Nearly all of the extra ones are rejected later, but only what is a
/// candidate here can be found: on the corpus the second has more than nine of
/// ten gold cues among twice as many candidates.
const BONUSES: [f32; 2] = [0.5, 3.0];

/// How likely a word must be in a cue for the rest to care.
const LEAST_MASS: f32 = 0.12;

impl CueFinder {
    /// Binary logarithm of the rows of the table.
    pub const BITS: u32 = 19;

    /// The scores of the first label of a sentence.
    pub const START: [f32; 3] = [0.0, 0.0, FORBIDDEN];

    /// Returns whether label `to` can follow label `from`.
    pub fn allows(from: Option<usize>, to: usize) -> bool {
        to != 2 || matches!(from, Some(1 | 2))
    }

    /// Calls `each` with the number of each word of a sentence and a copy of
    /// `sink` that has its features, but for words whose first features are enough:
    /// `may_be`, which is asked about all words in order, tells which are not.
    pub fn features<S: Sink + Clone>(
        reading: &Reading,
        sentence: usize,
        scratch: &mut CueScratch,
        sink: S,
        mut may_be: impl FnMut(usize, &S) -> bool,
        mut each: impl FnMut(usize, S),
    ) {
        let info = &reading.sentences[sentence];
        let words = reading.words_of(sentence);
        let quotes = u32::from(info.quotes);
        let CueScratch { views, around } = scratch;
        views.look_at(words);
        let ends = edge(words, false) * 25 + edge(words, true);
        around.clear();
        for at in 0..words.len() {
            let near = views.near(at);
            let own = near.at(0);
            let (s0, t0, c0, q0) = (own.stem, own.tag, own.fine, own.quote);
            let tag = |offset| near.at(offset).tag;
            let key = |offset| near.at(offset).key;
            let stem = |offset| near.at(offset).stem;
            let coarse = |offset| near.at(offset).coarse;
            let mut features = Features::new(SEED, sink.clone());
            features.add([tag(-1), t0]);
            features.add([c0]);
            features.add([s0]);
            features.add([s0, tag(1)]);
            features.add([c0, q0, quotes]);
            features.add([q0, t0]);
            features.add([quotes, s0]);
            features.add([stem(-1), stem(1)]);
            features.add([coarse(-1), coarse(0), coarse(1)]);
            features.add([t0, tag(1)]);
            features.add([own.lower]);
            features.add([key(-1), key(0), key(1)]);
            let sink = features.finish();
            if !may_be(at, &sink) {
                continue;
            }
            // Many sentences have no word that gets here.
            if around.is_empty() {
                Surroundings::of(words, around);
            }
            let (word, around) = (&words[at], &around[at]);
            let l0 = own.lower;
            let lower = |offset| near.at(offset).lower;
            let quote = |offset| near.at(offset).quote;
            let fine = |offset| near.at(offset).fine;
            let mut features = Features::after(FIRST, SEED, sink);
            // Words.
            features.add([word.form]);
            features.add([lower(-3)]);
            features.add([lower(-2)]);
            features.add([lower(-1)]);
            features.add([lower(1)]);
            features.add([lower(2)]);
            features.add([lower(3)]);
            features.add([stem(-1), s0]);
            features.add([s0, lower(1)]);
            features.add([lower(-1), l0]);
            // Parts of speech.
            features.add([t0]);
            features.add([tag(-2)]);
            features.add([tag(-3), tag(-2), tag(-1)]);
            features.add([tag(1), tag(2), tag(3)]);
            features.add([tag(-1), t0, tag(1)]);
            features.add([key(-2), key(-1), key(0)]);
            // Quotations.
            features.add([q0, s0]);
            features.add([quote(-1), q0, quote(1)]);
            features.add([quote(-1), t0, quote(1), u32::from(word.resumes)]);
            features.add([quotes, q0, t0]);
            features.add([ends, s0]);
            features.add([ends, q0, t0]);
            // What lies around.
            let [nominal, nominal_far] = around.nominal_before;
            features.add([nominal, nominal_far]);
            features.add([nominal, nominal_far, t0]);
            features.add([around.nominal_after, s0]);
            features.add([around.nominal_after, t0]);
            features.add([around.verb_before, s0]);
            features.add([around.verb_before, t0]);
            features.add([around.mark_before[0], around.mark_before[1], t0]);
            features.add([around.mark_after[0], around.mark_after[1], t0]);
            features.add([around.that, s0]);
            // Classes.
            features.add([fine(-1)]);
            features.add([fine(1)]);
            features.add([c0, t0]);
            features.add([c0, key(-1)]);
            features.add([c0, nominal]);
            features.add([c0, around.mark_after[0]]);
            features.add([bucket(at), t0, u32::from(info.leads)]);
            features.add([bucket(words.len() - at), t0]);
            each(at, features.finish());
        }
    }

    /// Returns whether a word may be in a cue by the sums of its first features,
    /// after one that may be, or that may not.
    #[inline]
    fn may_be(&self, first: &Sums<'_, 2, { 2 << CueFinder::BITS }>, follows: bool) -> bool {
        let [begin, inside] = first.scores();
        begin >= self.least[0] || follows && inside >= self.least[1]
    }

    /// Returns the candidates of a text, in order.
    pub fn candidates(&self, reading: &Reading) -> Vec<Cue> {
        let mut cues: Vec<Cue> = Vec::new();
        let mut scratch = CueScratch::default();
        let mut scores: Vec<(u32, [f32; 2])> = Vec::new();
        let mut field: Vec<[f32; 3]> = Vec::new();
        let mut fields = Fields::default();
        for (number, sentence) in reading.sentences.iter().enumerate() {
            let mut next = 0;
            let may_be = |at: usize, first: &Sums<'_, 2, _>| {
                let may_be = self.may_be(first, at > 0 && next == at);
                if may_be {
                    next = at + 1;
                }
                may_be
            };
            scores.clear();
            let sums = self.table.sums();
            CueFinder::features(reading, number, &mut scratch, sums, may_be, |at, sums| {
                scores.push((at as u32, sums.scores()));
            });
            for stretch in scores.chunk_by(|(a, _), (b, _)| a + 1 == *b) {
                let first = sentence.words.start + stretch[0].0 as usize;
                let start = self.field(stretch, sentence.words.len(), &mut field);
                let chain = Chain { scores: &field, transitions: &self.transitions, start };
                CueFinder::candidates_of(reading, &chain, first, &mut fields, &mut cues);
            }
        }
        cues
    }

    /// Puts the scores of neighboring words of a sentence of so many words into `field`,
    /// the others being in no cue. Returns the scores of the first label.
    fn field(&self, words: &[(u32, [f32; 2])], len: usize, field: &mut Vec<[f32; 3]>) -> [f32; 3] {
        field.clear();
        field.extend(words.iter().map(|&(_, [begin, inside])| [0.0, begin, inside]));
        let outside = usize::from(OUTSIDE);
        if let (Some((at, _)), Some(last)) = (words.last(), field.last_mut()) {
            if *at as usize + 1 < len {
                for (score, transitions) in last.iter_mut().zip(self.transitions.scores()) {
                    *score += transitions[outside];
                }
            }
        }
        match words.first() {
            Some((0, _)) | None => CueFinder::START,
            Some(_) => self.transitions.scores()[outside],
        }
    }

    /// Adds the candidates in a field whose words begin at `first`.
    fn candidates_of(
        reading: &Reading,
        chain: &Chain<'_, 3>,
        first: usize,
        fields: &mut Fields,
        cues: &mut Vec<Cue>,
    ) {
        let Fields { back, labels, low, high, factors, shares } = fields;
        let mut find = |bonus: f32, found: &mut Vec<Range<usize>>| {
            chain.best([0.0, bonus, 0.0], back, labels);
            runs(labels, found);
        };
        // Where the higher bonus makes no cue, the lower one does not.
        find(BONUSES[1], high);
        if high.is_empty() {
            return;
        }
        find(BONUSES[0], low);
        chain.shares(factors, shares);
        merge(low, high, |run| {
            let own = &shares[run.clone()];
            let mass = own.iter().map(|l| 1.0 - l[0]).sum::<f32>() / run.len() as f32;
            if mass > LEAST_MASS {
                let mut cue = Cue::new(reading, first + run.start..first + run.end);
                (cue.begins, cue.mass) = (own[0][1], mass);
                cues.push(cue);
            }
        });
    }
}

/// Memory that is used again for one field after another.
#[derive(Debug, Default)]
struct Fields {
    back: Vec<[u8; 3]>,
    labels: Vec<u8>,
    low: Vec<Range<usize>>,
    high: Vec<Range<usize>>,
    factors: Vec<[f32; 3]>,
    shares: Vec<[f32; 3]>,
}

/// Puts the stretches that are in cues into `runs`.
fn runs(labels: &[u8], runs: &mut Vec<Range<usize>>) {
    runs.clear();
    for (at, &label) in labels.iter().enumerate() {
        match label {
            OUTSIDE => {}
            BEGIN => runs.push(at..at + 1),
            _ => {
                if let Some(run) = runs.last_mut() {
                    run.end = at + 1;
                }
            }
        }
    }
}

/// Calls `each` with all of the first runs, and those of the others that lie apart
/// from them, in order.
fn merge(first: &[Range<usize>], others: &[Range<usize>], mut each: impl FnMut(&Range<usize>)) {
    let mut first = first.iter().peekable();
    for other in others {
        while let Some(run) = first.next_if(|run| run.end <= other.start) {
            each(run);
        }
        if first.peek().is_none_or(|run| other.end <= run.start) {
            each(other);
        }
    }
    first.for_each(each);
}
