use std::ops::Range;

use sayso::attribution::model::{Cue, Reading, RoleFinder, RoleScratch};

use crate::{
    aligned::{Aligned, GoldWords},
    chains::{ChainTrainer, Example},
    ftrl::{Ftrl, Learning},
    random::Random,
};

/// How often it goes over all articles.
const EPOCHS: usize = 8;

const LEARNING: Learning = Learning { rate: 0.015, l1: 0.05, l2: 40.0 };

/// Trains the finder of sources and contents on gold cues, among the
/// `candidates` that a finder of cues trained on other documents has found in
/// each document: gold cues are never nested, and taught by them alone it would
/// cut contents at every `claimed`.
pub(crate) fn train(documents: &[&Aligned], candidates: &[&[Cue]], seed: u64) -> RoleFinder {
    let mut field =
        ChainTrainer::<5, 4>::new(Ftrl::new(RoleFinder::BITS, LEARNING), RoleFinder::allows);
    let mut random = Random::new(seed);
    let mut example = Example::default();
    let mut scratch = RoleScratch::default();
    let mut places: Vec<Vec<u32>> = Vec::new();
    for _ in 0..EPOCHS {
        for at in random.order(documents.len()) {
            let (document, others) = (documents[at], candidates[at]);
            let reading = &document.reading;
            for gold in &document.gold {
                let Some(cue) = main_cue(reading, gold) else { continue };
                let window = RoleFinder::window(reading, &cue, others);
                places.resize_with(places.len().max(window.len()), Vec::new);
                places.iter_mut().for_each(Vec::clear);
                RoleFinder::features(
                    reading,
                    &cue,
                    others,
                    &mut scratch,
                    Vec::new(),
                    |at, hashes| places[at - window.start] = hashes,
                );
                let labels = labels(gold, &window, &cue.words);
                example.clear();
                for (features, label) in places.iter().zip(labels) {
                    example.push(features, label);
                }
                field.learn(&example);
            }
        }
    }
    let (table, transitions) = field.finish();
    RoleFinder { table, transitions }
}

/// Returns the longest run of a gold attribution's cue, cut at the end of its
/// sentence, as a cue.
pub(crate) fn main_cue(reading: &Reading, gold: &GoldWords) -> Option<Cue> {
    let run = gold.cue.iter().rev().max_by_key(|run| run.len())?;
    let sentence = &reading.sentences[reading.sentence_of(run.start)].words;
    Some(Cue::new(reading, run.start..run.end.min(sentence.end)))
}

/// Returns the labels of the words in a window.
fn labels(gold: &GoldWords, window: &Range<usize>, cue: &Range<usize>) -> Vec<u8> {
    let mut labels = vec![0; window.len()];
    for (runs, begin) in [(&gold.content, 3), (&gold.source, 1)] {
        for run in runs {
            for at in run.start.max(window.start)..run.end.min(window.end) {
                labels[at - window.start] = begin + 1;
            }
        }
    }
    for at in cue.start.max(window.start)..cue.end.min(window.end) {
        labels[at - window.start] = 0;
    }
    // What goes on from nothing of its own begins there.
    for at in 0..labels.len() {
        let before = if at == 0 { 0 } else { labels[at - 1] };
        if labels[at] > 0 && before != labels[at] && before != labels[at] - 1 {
            labels[at] -= 1;
        }
    }
    labels
}
