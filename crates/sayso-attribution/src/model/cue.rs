use alloc::vec::Vec;
use core::ops::Range;

use super::{
    chain::{Chain, FORBIDDEN},
    features::{Features, Sink, bucket, hash_bytes, hash_word},
    reading::Reading,
    surroundings::{Surroundings, edge},
    table::Table,
    tag::Tag,
    word::{Shape, Word},
};

/// Words that may signal an attribution.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Which they are, by their numbers.
    pub words: Range<usize>,
    /// The sentence that they are in, by its number.
    pub sentence: usize,
    /// How likely a cue begins at the first of them.
    pub begins: f32,
    /// How likely they are in a cue, on average.
    pub mass: f32,
    /// What they are, grammatically.
    pub kind: CueKind,
    /// The stem of the last verb, else of the last word.
    pub stem: u32,
    /// All of them, in lower case.
    pub string: u32,
    /// The classes of the word that gave the stem.
    pub classes: [u32; 2],
}

/// What a [`Cue`] is, grammatically.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum CueKind {
    /// `according to`, `per`.
    According,
    /// A colon or dash alone.
    Mark,
    /// With a finite verb.
    Finite,
    /// A participle after a form of `be`.
    Passive,
    /// With a present participle.
    Present,
    /// With a base form.
    Base,
    /// With a past participle.
    Participle,
    /// A noun.
    Noun,
    /// A preposition.
    Preposition,
    /// Anything else.
    Other,
}

/// A label of the sequence model.
const OUTSIDE: u8 = 0;
const BEGIN: u8 = 1;

/// Finds the words that may signal attributions: a conditional random field
/// over each sentence.
#[derive(Clone, Debug)]
pub struct CueFinder {
    /// The weights of the labels `begin` and `inside`; `outside` has none.
    pub table: Table<2>,
    /// The scores of the labels after one another.
    pub transitions: [[f32; 3]; 3],
}

/// How much likelier than the model says cues are taken to be.
///
/// Nearly all of the extra ones are rejected later, but only what is a
/// candidate here can be found: on the corpus the second has more than nine of
/// ten gold cues among twice as many candidates.
const BONUSES: [f32; 2] = [0.5, 3.0];

/// How likely a word must be in a cue for the rest to care.
const LEAST_MASS: f32 = 0.12;

impl CueFinder {
    /// Returns whether label `to` can follow label `from`.
    pub fn allows(from: Option<usize>, to: usize) -> bool {
        to != 2 || matches!(from, Some(1 | 2))
    }

    /// Calls `each` with a copy of `sink` that has the features of a word, for each
    /// word of a sentence.
    pub fn features<S: Sink + Clone>(
        reading: &Reading,
        sentence: usize,
        around: &mut Vec<Surroundings>,
        sink: S,
        mut each: impl FnMut(usize, S),
    ) {
        let info = &reading.sentences[sentence];
        let words = reading.words_of(sentence);
        Surroundings::of(words, around);
        let (quotes, ends) = (u32::from(info.quotes), edge(words, false) * 25 + edge(words, true));
        for (at, word) in words.iter().enumerate() {
            let near = |offset: isize| at.checked_add_signed(offset).and_then(|n| words.get(n));
            let lower = |offset| near(offset).map_or(1, |w: &Word| w.lower);
            let stem = |offset| near(offset).map_or(1, |w: &Word| w.stem);
            let tag = |offset| near(offset).map_or(77, |w: &Word| w.tag as u32);
            let key = |offset| near(offset).map_or(77, |w: &Word| w.key);
            let quote = |offset| near(offset).map_or(77, |w: &Word| w.quote as u32);
            let fine = |offset| near(offset).map_or(2000, |w: &Word| w.classes[0]);
            let coarse = |offset| near(offset).map_or(2000, |w: &Word| w.classes[1]);
            let (l0, s0, t0, q0, c0) =
                (word.lower, word.stem, tag(0), word.quote as u32, word.classes[0]);
            let around = &around[at];
            let mut features = Features::new(2, sink.clone());
            // Words.
            features.add([word.form]);
            features.add([l0]);
            features.add([s0]);
            features.add([lower(-3)]);
            features.add([lower(-2)]);
            features.add([lower(-1)]);
            features.add([lower(1)]);
            features.add([lower(2)]);
            features.add([lower(3)]);
            features.add([stem(-1), s0]);
            features.add([s0, lower(1)]);
            features.add([lower(-1), l0]);
            features.add([stem(-1), stem(1)]);
            features.add([l0, lower(1), lower(2)]);
            features.add([lower(-2), lower(-1), l0]);
            // Parts of speech.
            features.add([t0]);
            features.add([tag(-2)]);
            features.add([tag(2)]);
            features.add([tag(-3), tag(-2), tag(-1)]);
            features.add([tag(1), tag(2), tag(3)]);
            features.add([tag(-1), t0]);
            features.add([t0, tag(1)]);
            features.add([tag(-1), t0, tag(1)]);
            features.add([s0, t0]);
            features.add([s0, tag(-1)]);
            features.add([s0, tag(1)]);
            features.add([s0, tag(1), tag(2)]);
            features.add([s0, tag(-1), t0]);
            features.add([key(-1), key(0), key(1)]);
            features.add([key(0), key(1), key(2)]);
            features.add([key(-2), key(-1), key(0)]);
            features.add([key(1), key(2), key(3)]);
            features.add([key(-3), key(-2), key(-1), key(0)]);
            // Quotations.
            features.add([q0, t0]);
            features.add([q0, s0]);
            features.add([quote(-1), q0, quote(1)]);
            features.add([quote(-1), t0, quote(1), u32::from(word.resumes)]);
            features.add([quotes, s0]);
            features.add([quotes, q0, t0]);
            features.add([ends]);
            features.add([ends, s0]);
            features.add([ends, q0, t0]);
            // What lies around.
            let [nominal, nominal_far] = around.nominal_before;
            features.add([nominal, nominal_far]);
            features.add([nominal, nominal_far, t0]);
            features.add([nominal, s0]);
            features.add([around.nominal_after, s0]);
            features.add([around.nominal_after, t0]);
            features.add([around.verb_before, s0]);
            features.add([around.verb_before, t0]);
            features.add([around.verb_after, s0]);
            features.add([around.verb_after, t0]);
            features.add([around.mark_before[0], around.mark_before[1], t0]);
            features.add([around.mark_before[0], s0]);
            features.add([around.mark_after[0], around.mark_after[1], t0]);
            features.add([around.mark_after[0], s0]);
            features.add([around.that, t0]);
            features.add([around.that, s0]);
            // Classes.
            features.add([c0]);
            features.add([coarse(-1), coarse(0), coarse(1)]);
            features.add([fine(-1)]);
            features.add([fine(1)]);
            features.add([c0, t0]);
            features.add([c0, key(1)]);
            features.add([c0, key(-1)]);
            features.add([c0, key(1), key(2)]);
            features.add([c0, nominal]);
            features.add([c0, around.nominal_class]);
            features.add([c0, around.that]);
            features.add([c0, around.mark_after[0]]);
            features.add([c0, q0, quotes]);
            features.add([bucket(at), t0, u32::from(info.leads)]);
            features.add([bucket(words.len() - at), t0]);
            each(at, features.finish());
        }
    }

    /// Returns the field over a sentence.
    pub fn chain(
        &self,
        reading: &Reading,
        sentence: usize,
        around: &mut Vec<Surroundings>,
    ) -> Chain<3> {
        let mut scores = Vec::with_capacity(reading.sentences[sentence].words.len());
        CueFinder::features(reading, sentence, around, self.table.sums(), |_, sums| {
            let [begin, inside] = sums.scores();
            scores.push([0.0, begin, inside]);
        });
        Chain { scores, transitions: self.transitions, start: [0.0, 0.0, FORBIDDEN] }
    }

    /// Returns the candidates of a text, in order.
    pub fn candidates(&self, reading: &Reading) -> Vec<Cue> {
        let mut cues: Vec<Cue> = Vec::new();
        let mut around = Vec::new();
        for number in 0..reading.sentences.len() {
            let chain = self.chain(reading, number, &mut around);
            let [low, high] = BONUSES.map(|bonus| [0.0, bonus, 0.0]);
            // Where the higher bonus makes no cue, the lower one does not.
            let high = runs(&chain.best(high));
            if high.is_empty() {
                continue;
            }
            let marginals = chain.marginals();
            let first = reading.sentences[number].words.start;
            let low = runs(&chain.best(low));
            for run in merge(low, high) {
                let shares = &marginals.labels[run.clone()];
                let mass = shares.iter().map(|l| 1.0 - l[0]).sum::<f32>() / run.len() as f32;
                if mass > LEAST_MASS {
                    let mut cue = Cue::new(reading, first + run.start..first + run.end);
                    (cue.begins, cue.mass) = (marginals.labels[run.start][1], mass);
                    cues.push(cue);
                }
            }
        }
        cues
    }
}

/// Returns the stretches that are in cues.
fn runs(labels: &[u8]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
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
    runs
}

/// Returns all of the first runs, and those of the others that lie apart from
/// them, in order.
fn merge(first: Vec<Range<usize>>, others: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged = Vec::with_capacity(others.len().max(first.len()));
    let mut first = first.into_iter().peekable();
    for other in others {
        while let Some(run) = first.next_if(|run| run.end <= other.start) {
            merged.push(run);
        }
        if first.peek().is_none_or(|run| other.end <= run.start) {
            merged.push(other);
        }
    }
    merged.extend(first);
    merged
}

impl Cue {
    /// Returns the cue that these words are; it is certain.
    pub fn new(reading: &Reading, words: Range<usize>) -> Cue {
        let sentence = reading.sentence_of(words.start);
        let all = &reading.words[words.clone()];
        let verb = all.iter().rposition(|word| word.tag.is_verb());
        let head = all.get(verb.unwrap_or(all.len().saturating_sub(1)));
        let string = hash_bytes(all.iter().flat_map(|word| word.lower.to_le_bytes()));
        let first = reading.sentences[sentence].words.start;
        let before = reading.words[first..words.start].last();
        Cue {
            sentence,
            begins: 1.0,
            mass: 1.0,
            kind: CueKind::of(all, before),
            stem: head.map_or(0, |word| word.stem),
            string,
            classes: head.map_or([0; 2], |word| word.classes),
            words,
        }
    }
}

impl CueKind {
    /// Returns the kind of a cue after the word `before`.
    fn of(words: &[Word], before: Option<&Word>) -> CueKind {
        let be = hash_word("be");
        let has = |test: fn(Tag) -> bool| words.iter().any(|word| test(word.tag));
        let first = words.first().map_or(0, |word| word.lower);
        if first == hash_word("according") || first == hash_word("per") {
            CueKind::According
        } else if words.iter().all(|word| word.shape == Shape::Mark) {
            CueKind::Mark
        } else if has(|t| t == Tag::Participle)
            && words.iter().chain(before).any(|word| word.stem == be)
        {
            CueKind::Passive
        } else if has(Tag::is_finite) {
            CueKind::Finite
        } else if has(|t| t == Tag::Present) {
            CueKind::Present
        } else if has(|t| t == Tag::Base) {
            CueKind::Base
        } else if has(|t| t == Tag::Participle) {
            CueKind::Participle
        } else if has(|t| matches!(t, Tag::Noun | Tag::Name)) {
            CueKind::Noun
        } else if has(|t| matches!(t, Tag::Preposition | Tag::To)) {
            CueKind::Preposition
        } else {
            CueKind::Other
        }
    }
}
