use sayso::attribution::model::CueFinder;

use crate::{
    aligned::Aligned,
    chains::{ChainTrainer, Example},
    ftrl::{Ftrl, Learning},
    random::Random,
};

/// Binary logarithm of the rows of the table.
const BITS: u32 = 19;

/// How often it goes over all articles.
const EPOCHS: usize = 6;

const LEARNING: Learning = Learning { rate: 0.05, l1: 0.3, l2: 20.0 };

/// Trains the finder of cues.
pub(crate) fn train(documents: &[&Aligned], seed: u64) -> CueFinder {
    let mut field = ChainTrainer::<3, 2>::new(Ftrl::new(BITS, LEARNING), CueFinder::allows);
    let mut random = Random::new(seed);
    let mut around = Vec::new();
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
                    &mut around,
                    Vec::new(),
                    |at, hashes| example.push(&hashes, labels[first + at]),
                );
                field.learn(&example);
            }
        }
    }
    let (table, transitions) = field.finish();
    CueFinder { table, transitions }
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
