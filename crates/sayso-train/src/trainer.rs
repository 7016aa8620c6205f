use std::{collections::HashMap, path::Path, thread};

use sayso::{
    Analyzer,
    attribution::{
        Attributor, Config,
        model::{Candidate, Classes, Cue, Model},
    },
};

use crate::{
    Corpus, CorpusError, Document, Gold, Report, aligned::Aligned, cues, evaluate, extending,
    ranking, roles, tagging,
};

/// Learns a [`Model`] from annotated articles.
///
/// # Guarantees
///
/// The same corpora, in the same order, with the same seed give the same model,
/// byte by byte, on every machine: what runs at the same time shares nothing,
/// and the platform's mathematical functions are not used.
#[derive(Clone, Debug)]
pub struct Trainer {
    seed: u64,
    corpora: Vec<Corpus>,
    tagged: Vec<Corpus>,
    classes: Classes,
    folds: usize,
}

impl Default for Trainer {
    fn default() -> Trainer {
        Trainer {
            seed: 1,
            corpora: Vec::new(),
            tagged: Vec::new(),
            classes: Classes::default(),
            folds: 4,
        }
    }
}

impl Trainer {
    /// Returns a trainer without corpora.
    pub fn new() -> Trainer {
        Trainer::default()
    }

    /// Sets the seed of the order in which articles are learned from.
    pub fn seed(mut self, seed: u64) -> Trainer {
        self.seed = seed;
        self
    }

    /// Adds articles with attributions to learn from, and with parts of speech
    /// if they have them.
    ///
    /// A corpus that is added twice weighs twice as much.
    pub fn corpus(mut self, corpus: Corpus) -> Trainer {
        self.corpora.push(corpus);
        self
    }

    /// Adds texts to learn parts of speech from, and nothing else.
    pub fn tags(mut self, corpus: Corpus) -> Trainer {
        self.tagged.push(corpus);
        self
    }

    /// Reads classes of words from a table with columns named `word`,
    /// `class256` and `class64`, tab between them.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or has no such columns.
    pub fn classes(mut self, path: impl AsRef<Path>) -> Result<Trainer, CorpusError> {
        self.classes = crate::corpus::read_classes(path.as_ref())?;
        Ok(self)
    }

    /// Tells what a model that is learned from these articles is worth on others
    /// like them: each `parts`-th of the articles is read by a model that has
    /// learned from the rest. An article that was added twice is read twice.
    ///
    /// That is how to compare two ways of training, or two sets of
    /// annotations, without articles of their own to measure on.
    ///
    /// # Panics
    ///
    /// If `parts` is less than 2.
    pub fn cross_validate(&self, parts: usize, mut progress: impl FnMut(&str)) -> Report {
        assert!(parts > 1, "what is measured is not what was learned from");
        let numbers = self.numbers();
        let select = |part: usize, own: bool| -> Vec<Document> {
            let documents = self.documents().zip(&numbers);
            let chosen = documents.filter(|&(_, n)| (n % parts == part) == own);
            chosen.map(|(document, _)| document.clone()).collect()
        };
        let (mut gold, mut found) = (Vec::new(), Vec::new());
        for number in 0..parts {
            let known = Corpus { documents: select(number, false) };
            let trainer = Trainer { corpora: vec![known], ..self.clone() };
            let model =
                trainer.train(|line| progress(&format!("part {} of {parts}: {line}", number + 1)));
            let attributor = Attributor::with_model(Config::default(), model);
            let analyzer = Analyzer::builder().attributor(attributor).build();
            for document in select(number, true) {
                let analysis = analyzer.analyze(&document.text);
                found.push(analysis.attributions.iter().map(Gold::from).collect());
                gold.push(document);
            }
        }
        evaluate(&gold, &found)
    }

    fn documents(&self) -> impl Iterator<Item = &Document> {
        self.corpora.iter().flat_map(|corpus| &corpus.documents)
    }

    /// Returns a number for each article, the same for those with the same text: what
    /// is learned from one of them is known of the other.
    fn numbers(&self) -> Vec<usize> {
        let mut first = HashMap::new();
        let texts = self.documents().enumerate();
        texts.map(|(n, document)| *first.entry(document.text.as_str()).or_insert(n)).collect()
    }

    /// Learns a model; tells its progress line by line.
    pub fn train(&self, mut progress: impl FnMut(&str)) -> Model {
        // Attributions are not needed here: rules cost less than a model.
        let rules = Attributor::with_rules(Config::default());
        let analyzer = Analyzer::builder().attributor(rules).build();
        let align = |d: &Document| Aligned::new(&analyzer, d, &self.classes);
        let mut documents: Vec<Aligned> = self.documents().map(align).collect();
        let tagged = self.tagged.iter().flat_map(|corpus| &corpus.documents);
        let tagged: Vec<Aligned> = tagged.map(align).collect();
        let attributions: usize = documents.iter().map(|d| d.gold.len()).sum();
        progress(&format!("{} articles, {attributions} attributions", documents.len()));

        // What comes later must learn from the mistakes that earlier steps will
        // make, so these are made on articles that they have not learned from.
        // Fold `all` leaves out none: it is what the model gets.
        let count = self.folds.max(2);
        let folds: Vec<usize> = self.numbers().into_iter().map(|n| n % count).collect();
        let known = |n: usize, fold: usize| folds[n] != fold;
        let all = count;
        let taggers = each(count + 1, |fold| {
            let own = documents.iter().enumerate().filter(|(n, _)| known(*n, fold));
            let own: Vec<&Aligned> = own.map(|(_, d)| d).chain(&tagged).collect();
            tagging::train(&own, self.seed)
        });
        for (n, document) in documents.iter_mut().enumerate() {
            document.reading.tag(&taggers[folds[n]], &document.ends);
        }
        let documents: Vec<&Aligned> = documents.iter().collect();
        let accuracy = tagging::accuracy(&documents);
        progress(&format!("parts of speech of unseen articles: {accuracy:.4} right"));

        let part = |fold: usize| -> Vec<&Aligned> {
            let own = documents.iter().enumerate().filter(|(n, _)| known(*n, fold));
            own.map(|(_, d)| *d).collect()
        };
        let mut finders = each(count + 1, |fold| cues::train(&part(fold), self.seed));
        let unseen = documents.iter().enumerate().map(|(n, d)| (*d, &finders[folds[n]]));
        let least = cues::least(unseen);
        finders.iter_mut().for_each(|finder| finder.least = least);
        let found: Vec<Vec<Cue>> = documents
            .iter()
            .enumerate()
            .map(|(n, d)| finders[folds[n]].candidates(&d.reading))
            .collect();
        let total: usize = found.iter().map(Vec::len).sum();
        progress(&format!(
            "cues learned, from {least:?} on; {total} candidates in unseen articles"
        ));

        let lists: Vec<&[Cue]> = found.iter().map(Vec::as_slice).collect();
        let roles = each(count + 1, |fold| {
            let own = lists.iter().enumerate().filter(|(n, _)| known(*n, fold));
            let own: Vec<&[Cue]> = own.map(|(_, list)| *list).collect();
            roles::train(&part(fold), &own, self.seed)
        });
        progress("sources and contents learned");
        let candidates: Vec<Vec<Candidate>> = documents
            .iter()
            .enumerate()
            .map(|(n, d)| Candidate::all(&d.reading, &found[n], &roles[folds[n]]))
            .collect();
        progress("sources and contents found in unseen articles");
        let ranker = ranking::train(&documents, &candidates, self.seed);
        progress("choices learned");
        let extender = extending::train(&documents, self.seed);
        progress("extensions learned");
        Model {
            classes: self.classes.clone(),
            tagger: taggers[all].clone(),
            cues: finders[all].clone(),
            roles: roles[all].clone(),
            ranker,
            extender,
        }
    }
}

/// Returns what `make` makes of each number below `count`, all at the same
/// time: each by itself, so that nothing depends on which is first.
fn each<T: Send>(count: usize, make: impl Fn(usize) -> T + Sync) -> Vec<T> {
    thread::scope(|scope| {
        let make = &make;
        let threads: Vec<_> = (0..count).map(|number| scope.spawn(move || make(number))).collect();
        let result = |thread: thread::ScopedJoinHandle<'_, T>| match thread.join() {
            Ok(made) => made,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        threads.into_iter().map(result).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::Trainer;
    use crate::Corpus;

    fn corpus(texts: &[&str]) -> Corpus {
        let line =
            |text| format!("{{\"id\": \"a\", \"text\": \"{text}\", \"attributions\": []}}\n");
        texts.iter().map(line).collect::<String>().parse().expect("a corpus")
    }

    /// Otherwise, what an article is read with would have learned from its copy.
    #[test]
    fn copies_of_an_article_are_left_out_together() {
        let trainer = Trainer::new().corpus(corpus(&["One.", "Two."]));
        let trainer = trainer.corpus(corpus(&["Three.", "Two.", "One."]));
        assert_eq!(trainer.numbers(), [0, 1, 2, 1, 0]);
    }
}
