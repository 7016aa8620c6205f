use sayso::attribution::model::{CueFinder, CueScratch, FORBIDDEN, Sums};

use crate::{
    aligned::Aligned,
    chains::{ChainTrainer, Example},
    ftrl::{Ftrl, Learning},
    random::Random,
};

/// How often it goes over all articles.
const EPOCHS: usize = 6;

const LEARNING: Learning = Learning { rate: 0.05, l1: 0.3, l2: 20.0 };

/// Trains the finder of cues, which asks for all features of every word.
pub(crate) fn train(documents: &[&Aligned], seed: u64) -> CueFinder {
    let mut field =
        ChainTrainer::<3, 2>::new(Ftrl::new(CueFinder::BITS, LEARNING), CueFinder::allows);
    let mut random = Random::new(seed);
    let mut scratch = CueScratch::default();
    let mut example = Example::default();
    for _ in 0..EPOCHS {
        for at in random.order(documents.len()) {
            let document = documents[at];
            let labels = labels(document);
            for number in 0..document.reading.sentences.len() {
                let first = document.reading.sentences[number].words.start;
                example.clear();
                CueFinder::features(
                    &document.reading,
                    number,
                    &mut scratch,
                    Vec::new(),
                    |_, _| true,
                    |at, hashes| example.push(&hashes, labels[first + at]),
                );
                field.learn(&example);
            }
        }
    }
    let (table, transitions) = field.finish();
    CueFinder { table, transitions, least: [FORBIDDEN; 2] }
}

/// How many in a thousand of the words of cues may be missed by their first features.
const MISSED: usize = 10;

/// Returns what the first features of words in cues come to, at least: of those that
/// begin one, and of those that go on with one. A finder has not learned from the
/// documents that it is asked about.
pub(crate) fn least<'a>(all: impl Iterator<Item = (&'a Aligned, &'a CueFinder)>) -> [f32; 2] {
    let mut scratch = CueScratch::default();
    let mut found: [Vec<f32>; 2] = Default::default();
    for (document, finder) in all {
        let labels = labels(document);
        for (number, sentence) in document.reading.sentences.iter().enumerate() {
            let labels = &labels[sentence.words.clone()];
            if labels.iter().all(|label| *label == 0) {
                continue;
            }
            let note = |at: usize, first: &Sums<'_, 2, _>| {
                if let Some(label) = usize::from(labels[at]).checked_sub(1) {
                    found[label].push(first.scores()[label]);
                }
                false
            };
            let sums = finder.table.sums();
            CueFinder::features(&document.reading, number, &mut scratch, sums, note, |_, _| {});
        }
    }
    found.map(|mut all| {
        all.sort_by(f32::total_cmp);
        all.get(all.len() * MISSED / 1000).copied().unwrap_or(FORBIDDEN)
    })
}

/// Returns the label of each word: 1 where a cue begins, 2 where it goes on.
fn labels(document: &Aligned) -> Vec<u8> {
    let mut labels = vec![0; document.reading.words.len()];
    for run in document.gold.iter().flat_map(|gold| &gold.cue) {
        for at in run.clone() {
            labels[at] = if at == run.start { 1 } else { 2 };
        }
    }
    // No cue runs on over the end of a sentence. (Where cues overlap, the later
    // one's beginning has been written over the first, which is as good.)
    for sentence in &document.reading.sentences {
        if let Some(label) = labels.get_mut(sentence.words.start).filter(|label| **label == 2) {
            *label = 1;
        }
    }
    labels
}
