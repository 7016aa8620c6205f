use std::collections::BTreeMap;

use sayso::Span;

use crate::{
    Document, Gold, Report,
    pairing::pair,
    report::{Counts, Kind, Share},
    yardstick::{Set, Yardstick},
};

/// Measures attributions against gold ones, both in order of documents.
///
/// What is compared are letters and digits: punctuation and white space never
/// count. Gold and predicted attributions are paired one to one, and only those
/// whose contents have half of their words in common; see [`Report`] for what
/// is counted then.
///
/// # Panics
///
/// If there are not as many lists as documents, or a span is not in its text.
///
/// # Example
///
/// ```
/// use sayso_train::{Corpus, evaluate};
///
/// let line = r#"{"id": "a", "text": "May said no.", "attributions":
///     [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}]}"#;
/// let corpus: Corpus = line.replace('\n', " ").parse()?;
/// let gold = &corpus.documents[0].attributions;
/// let report = evaluate(&corpus.documents, &[gold.clone()]);
/// assert_eq!(report.all().correct.f1(), 1.0);
/// # Ok::<(), sayso_train::CorpusError>(())
/// ```
pub fn evaluate(documents: &[Document], found: &[Vec<Gold>]) -> Report {
    assert_eq!(documents.len(), found.len(), "a list of attributions for each document");
    let mut report = Report::default();
    for (document, found) in documents.iter().zip(found) {
        report.documents += 1;
        count(document, found, &mut report);
    }
    report
}

/// An attribution, reduced to letters and words.
#[derive(Clone, Debug)]
struct Reduced<'a> {
    spans: &'a Gold,
    /// Of source, cue and content.
    letters: [Set; 3],
    tokens: [Set; 3],
    kind: usize,
}

const SOURCE: usize = 0;
const CONTENT: usize = 2;

impl Reduced<'_> {
    fn new<'a>(gold: &'a Gold, text: &Yardstick) -> Reduced<'a> {
        let roles: [&[Span]; 3] = [&gold.source, &gold.cue, &gold.content];
        let letters = roles.map(|spans| text.letters(spans));
        let tokens = letters.each_ref().map(|letters| text.tokens(letters));
        let kind = text.kind(&letters[CONTENT]);
        Reduced { spans: gold, letters, tokens, kind }
    }

    fn order(&self) -> [&Set; 3] {
        [&self.letters[2], &self.letters[0], &self.letters[1]]
    }
}

/// The share of the words of either that both have; 0 if both are empty.
fn jaccard(a: &Set, b: &Set) -> f64 {
    let both = a.intersection(b).count();
    if both == 0 { 0.0 } else { both as f64 / (a.len() + b.len() - both) as f64 }
}

/// Pairs attributions by their contents: as many as can be, then the most
/// alike in content, then in source.
fn pair_by_content(gold: &[Reduced<'_>], found: &[Reduced<'_>]) -> BTreeMap<usize, usize> {
    let mut weights = BTreeMap::new();
    for (g, own) in gold.iter().enumerate() {
        for (p, other) in found.iter().enumerate() {
            let alike = jaccard(&own.tokens[CONTENT], &other.tokens[CONTENT]);
            if alike >= 0.5 {
                let source = jaccard(&own.tokens[SOURCE], &other.tokens[SOURCE]);
                let millionths = |x: f64| (x * 1e6).round_ties_even() as i128;
                let weight =
                    10_i128.pow(24) + millionths(alike) * 10_i128.pow(12) + millionths(source);
                weights.insert((g, p), weight);
            }
        }
    }
    pair(&weights)
}

/// Adds up how often each item is on either side, and on both.
fn overlap<T: Ord>(gold: impl Iterator<Item = T>, found: impl Iterator<Item = T>) -> Counts {
    let mut both: BTreeMap<T, [usize; 2]> = BTreeMap::new();
    let mut counts = Counts::default();
    for item in gold {
        both.entry(item).or_default()[0] += 1;
        counts.gold += 1;
    }
    for item in found {
        both.entry(item).or_default()[1] += 1;
        counts.found += 1;
    }
    counts.right = both.values().map(|[a, b]| a.min(b)).sum();
    counts.right_found = counts.right;
    counts
}

fn count(document: &Document, found: &[Gold], report: &mut Report) {
    let text = &Yardstick::new(&document.text);
    let mut gold: Vec<Reduced<'_>> =
        document.attributions.iter().map(|gold| Reduced::new(gold, text)).collect();
    let mut found: Vec<Reduced<'_>> =
        found.iter().filter(|f| !f.aside).map(|found| Reduced::new(found, text)).collect();
    // What is aside in the gold does not count, nor does what was found of it.
    if gold.iter().any(|gold| gold.spans.aside) {
        let pairs = pair_by_content(&gold, &found);
        let free: Vec<usize> =
            pairs.iter().filter(|(g, _)| gold[**g].spans.aside).map(|(_, p)| *p).collect();
        gold.retain(|gold| !gold.spans.aside);
        let mut number = 0;
        found.retain(|_| {
            number += 1;
            !free.contains(&(number - 1))
        });
    }
    for role in 0..3 {
        let sets = |side: &[Reduced<'_>]| -> Vec<Set> {
            side.iter().map(|a| a.letters[role].clone()).filter(|set| !set.is_empty()).collect()
        };
        report.exact[role] += overlap(sets(&gold).into_iter(), sets(&found).into_iter());
        let tokens = |side: &[Reduced<'_>]| -> Vec<usize> {
            side.iter().flat_map(|a| a.tokens[role].iter().copied()).collect()
        };
        report.overlap[role] += overlap(tokens(&gold).into_iter(), tokens(&found).into_iter());
    }
    for side in [&mut gold, &mut found] {
        side.retain(|a| !a.letters[CONTENT].is_empty());
        side.sort_by(|a, b| a.order().cmp(&b.order()));
    }
    let pairs = pair_by_content(&gold, &found);
    for a in &gold {
        report.each_kind(a.kind, |kind, _| kind.gold(1));
    }
    for a in &found {
        report.each_kind(a.kind, |kind, _| kind.found(1));
    }
    for (g, p) in &pairs {
        let (g, p) = (&gold[*g], &found[*p]);
        let sources = (&g.tokens[SOURCE], &p.tokens[SOURCE]);
        let head = if sources.0.is_empty() {
            sources.1.is_empty()
        } else {
            text.heads(&g.spans.source).intersection(sources.1).count() > 0
        };
        let correct =
            sources.0.is_empty() && sources.1.is_empty() || jaccard(sources.0, sources.1) >= 0.5;
        let strict = correct && [SOURCE, CONTENT].iter().all(|r| g.letters[*r] == p.letters[*r]);
        let right = |kind: &mut Kind, by: usize| kind.right(by, correct, strict, head);
        report.pair(g.kind, p.kind, right);
    }
    for g in gold.iter().filter(|g| g.kind == 0) {
        speaker(text, g, &found, report);
    }
}

/// Looks for the speaker of a direct quotation.
fn speaker(text: &Yardstick, gold: &Reduced<'_>, found: &[Reduced<'_>], report: &mut Report) {
    if gold.letters[SOURCE].is_empty() {
        return;
    }
    let content = &gold.tokens[CONTENT];
    let covers =
        |p: &&Reduced<'_>| 2 * content.intersection(&p.tokens[CONTENT]).count() >= content.len();
    let covering: Vec<_> = found.iter().filter(covers).collect();
    let heads = text.heads(&gold.spans.source);
    let right = |p: &&&Reduced<'_>| heads.intersection(&p.tokens[SOURCE]).count() > 0;
    let closeness = |p: &Reduced<'_>| jaccard(content, &p.tokens[CONTENT]);
    let most = covering.iter().map(|p| closeness(p)).fold(0.0, f64::max);
    let add = |share: &mut Share, is: bool| {
        share.of += 1;
        share.part += usize::from(is);
    };
    add(&mut report.covered, !covering.is_empty());
    add(&mut report.speaker, covering.iter().any(|p| right(&p)));
    add(&mut report.speaker_best, covering.iter().any(|p| closeness(p) == most && right(&p)));
}
