use sayso::attribution::model::{Table, Tag, Tagger, Word};

use crate::{aligned::Aligned, random::Random};

/// How often it goes over all texts.
const EPOCHS: usize = 5;

/// Trains a tagger on the words whose tags are known: an averaged perceptron.
pub(crate) fn train(documents: &[&Aligned], seed: u64) -> Tagger {
    let count = Tagger::COLUMNS << Tagger::BITS;
    let mut weights = vec![0_i32; count];
    // Sums of the weights over time, without those of the steps to come.
    let mut totals = vec![0_i64; count];
    let mut time = 1_i64;
    let mut random = Random::new(seed);
    let mut hashes = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    for _ in 0..EPOCHS {
        for at in random.order(documents.len()) {
            let document = documents[at];
            if document.tags.iter().all(Option::is_none) {
                continue;
            }
            for sentence in &document.reading.sentences {
                words.clear();
                words.extend_from_slice(&document.reading.words[sentence.words.clone()]);
                let ends = &document.ends[sentence.words.clone()];
                for at in 0..words.len() {
                    if words[at].tag == Tag::Mark {
                        continue;
                    }
                    hashes.clear();
                    hashes = Tagger::features(&words, ends, at, hashes);
                    let mut scores = [0_i32; Tagger::COLUMNS];
                    for hash in &hashes {
                        let row = (hash >> (32 - Tagger::BITS)) as usize * Tagger::COLUMNS;
                        for (score, weight) in scores.iter_mut().zip(&weights[row..]) {
                            *score += weight;
                        }
                    }
                    let guess = Tagger::largest(&scores);
                    words[at].tag = guess;
                    time += 1;
                    let right = document.tags[sentence.words.start + at];
                    let Some(right) = right.filter(|t| *t != guess && *t != Tag::Mark) else {
                        continue;
                    };
                    for hash in &hashes {
                        let row = (hash >> (32 - Tagger::BITS)) as usize * Tagger::COLUMNS;
                        for (tag, step) in [(right, 1), (guess, -1)] {
                            weights[row + tag as usize] += step;
                            totals[row + tag as usize] += i64::from(step) * time;
                        }
                    }
                }
            }
        }
    }
    let average = |(weight, total): (&i32, &i64)| *weight as f32 - *total as f32 / time as f32;
    let averages: Vec<f32> = weights.iter().zip(&totals).map(average).collect();
    Tagger { table: Table::quantize(&averages) }
}

/// Returns the share of the known tags that the reading's tags are.
pub(crate) fn accuracy(documents: &[&Aligned]) -> f64 {
    let (mut right, mut all) = (0, 0);
    for document in documents {
        for (word, tag) in document.reading.words.iter().zip(&document.tags) {
            if let Some(tag) = tag.filter(|tag| *tag != Tag::Mark && word.tag != Tag::Mark) {
                all += 1;
                right += usize::from(word.tag == tag);
            }
        }
    }
    right as f64 / f64::from(all.max(1))
}
