use sayso::attribution::model::{Anchor, Claims, Cue, Extender, Table, logistic};

use crate::{
    aligned::{Aligned, clip},
    ftrl::{Ftrl, Learning},
    random::Random,
    roles::main_cue,
};

/// How often it goes over all articles.
const EPOCHS: usize = 6;

const LEARNING: Learning = Learning { rate: 0.05, l1: 0.3, l2: 0.0 };

/// Trains the extender on gold attributions.
pub(crate) fn train(documents: &[&Aligned], seed: u64) -> Extender {
    let mut weights = Ftrl::<1>::new(Extender::BITS, LEARNING);
    let mut random = Random::new(seed);
    let mut hashes = Vec::new();
    for _ in 0..EPOCHS {
        for at in random.order(documents.len()) {
            let document = documents[at];
            let reading = &document.reading;
            let gold: Vec<_> = document
                .gold
                .iter()
                .filter_map(|gold| Some((main_cue(reading, gold)?, gold)))
                .collect();
            let cues: Vec<Cue> = gold.iter().map(|(cue, _)| cue.clone()).collect();
            let anchors: Vec<Anchor> = gold
                .iter()
                .map(|(cue, gold)| {
                    let sentence = &reading.sentences[cue.sentence].words;
                    let source = clip(&gold.source, sentence).first().cloned();
                    Anchor {
                        cue: cue.clone(),
                        source: source.unwrap_or(cue.words.start..cue.words.start),
                        content: clip(&gold.content, sentence),
                    }
                })
                .collect();
            let claims = Claims::new(reading, &anchors, &cues);
            for (anchor, (_, gold)) in anchors.iter().zip(&gold) {
                for forward in [true, false] {
                    let mut sentence = anchor.cue.sentence;
                    for taken in 0.. {
                        sentence = if forward { sentence + 1 } else { sentence.wrapping_sub(1) };
                        let Some(info) = reading.sentences.get(sentence) else { break };
                        let words: usize = clip(&gold.content, &info.words)
                            .iter()
                            .map(ExactSizeIterator::len)
                            .sum();
                        let takes = 2 * words > info.words.len();
                        let step = claims.step(reading, anchor, sentence, forward, taken);
                        hashes.clear();
                        hashes = Extender::features(reading, anchor, step, hashes);
                        let [score] = weights.score(&hashes);
                        weights.learn(&hashes, [logistic(score) - f32::from(takes)]);
                        if !takes {
                            break;
                        }
                    }
                }
            }
        }
    }
    Extender { table: Table::quantize(weights.weights()) }
}
