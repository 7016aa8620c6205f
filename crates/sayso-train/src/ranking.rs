use sayso::attribution::model::{Candidate, Ranker, Table, normalize};

use crate::{
    aligned::{Aligned, clip, jaccard},
    ftrl::{Ftrl, Learning},
    random::Random,
};

/// How often it goes over all articles.
const EPOCHS: usize = 8;

const LEARNING: Learning = Learning { rate: 0.04, l1: 0.2, l2: 60.0 };

/// Trains the ranker on the candidates that finders trained on other documents
/// have found.
pub(crate) fn train(documents: &[&Aligned], candidates: &[Vec<Candidate>], seed: u64) -> Ranker {
    let mut weights = Ftrl::<1>::new(Ranker::BITS, LEARNING);
    let mut random = Random::new(seed);
    let mut hashes = Vec::new();
    let mut base = Vec::new();
    let mut lists: Vec<Vec<u32>> = Vec::new();
    let targets: Vec<Vec<Option<usize>>> = documents
        .iter()
        .zip(candidates)
        .map(|(document, all)| all.iter().map(|candidate| target(document, candidate)).collect())
        .collect();
    for _ in 0..EPOCHS {
        for document in random.order(documents.len()) {
            let (reading, all) = (&documents[document].reading, &candidates[document]);
            for at in random.order(all.len()) {
                // One feature in five is left out, so that the others learn to
                // do without it.
                let mut keep = |hashes: &[u32], list: &mut Vec<u32>| {
                    list.clear();
                    list.extend(hashes.iter().filter(|_| !random.one_in(5)));
                };
                hashes.clear();
                hashes = Ranker::base(reading, all, at, hashes);
                keep(&hashes, &mut base);
                let count = all[at].analyses.len();
                lists.resize_with(lists.len().max(count), Vec::new);
                let [shared] = weights.score(&base);
                let mut scores = Vec::with_capacity(count);
                for (rank, list) in lists.iter_mut().enumerate().take(count) {
                    hashes.clear();
                    hashes = Ranker::features(reading, all, at, rank, hashes);
                    keep(&hashes, list);
                    scores.push(shared + weights.score(list)[0]);
                }
                let target = targets[document][at];
                let mut total = -f32::from(target.is_some());
                for (rank, p) in normalize(&scores).into_iter().enumerate() {
                    total += p;
                    let gradient = p - f32::from(target == Some(rank));
                    if gradient.abs() > 1e-3 {
                        weights.learn(&lists[rank], [gradient]);
                    }
                }
                weights.learn(&base, [total]);
            }
        }
    }
    Ranker { table: Table::quantize(weights.weights()) }
}

/// Returns the analysis that agrees best with a gold attribution in source and
/// content, `None` if none does by half in both.
fn target(document: &Aligned, candidate: &Candidate) -> Option<usize> {
    let sentence = &document.reading.sentences[candidate.cue.sentence].words;
    let mut best = (0.0, None);
    for gold in &document.gold {
        if clip(&gold.cue, &candidate.cue.words).is_empty() {
            continue;
        }
        let (source, content) = (clip(&gold.source, sentence), clip(&gold.content, sentence));
        for (rank, analysis) in candidate.analyses.iter().enumerate() {
            let own = clip(std::slice::from_ref(&analysis.source), sentence);
            let (s, c) = (jaccard(&own, &source), jaccard(&analysis.content, &content));
            if s >= 0.5 && c >= 0.5 && s + c > best.0 {
                best = (s + c, Some(rank));
            }
        }
    }
    best.1
}
