use std::path::Path;

use sayso::{
    Analyzer,
    attribution::{
        Attributor, Config,
        model::{Candidate, Classes, Cue, CueFinder, Model, RoleFinder},
    },
};

use crate::{Corpus, CorpusError, aligned::Aligned, cues, extending, ranking, roles, tagging};

/// Learns a [`Model`] from annotated articles.
///
/// # Guarantees
///
/// The same corpora, in the same order, with the same seed give the same model,
/// byte by byte, on every machine: all is computed on one thread, in a fixed
/// order, without the platform's mathematical functions.
#[derive(Clone, Debug)]
pub struct Trainer {
    seed: u64,
    corpora: Vec<Corpus>,
    tagged: Vec<Corpus>,
    classes: Classes,
    folds: usize,
}

/// Binary logarithms of the rows of the tables.
const CUE_BITS: u32 = 19;
const ROLE_BITS: u32 = 19;
const RANK_BITS: u32 = 18;
const EXTEND_BITS: u32 = 15;

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

    /// Learns a model; tells its progress line by line.
    pub fn train(&self, mut progress: impl FnMut(&str)) -> Model {
        // Attributions are not needed here: rules cost less than a model.
        let rules = Attributor::with_rules(Config::default());
        let analyzer = Analyzer::builder().attributor(rules).build();
        let align = |corpora: &[Corpus]| -> Vec<Aligned> {
            let documents = corpora.iter().flat_map(|corpus| &corpus.documents);
            documents.map(|d| Aligned::new(&analyzer, d, &self.classes)).collect()
        };
        let mut documents = align(&self.corpora);
        let tagged = align(&self.tagged);
        let attributions: usize = documents.iter().map(|d| d.gold.len()).sum();
        progress(&format!("{} articles, {attributions} attributions", documents.len()));

        // What comes later must learn from the mistakes that earlier steps will
        // make, so these are made on articles that they have not learned from.
        let count = self.folds.max(2);
        let others = |fold: usize, n: usize| n % count != fold;
        for fold in 0..count {
            let known: Vec<&Aligned> = documents
                .iter()
                .enumerate()
                .filter(|(n, _)| others(fold, *n))
                .map(|(_, d)| d)
                .chain(&tagged)
                .collect();
            let tagger = tagging::train(&known, 5, self.seed);
            for document in documents.iter_mut().skip(fold).step_by(count) {
                document.reading.tag(&tagger, &document.ends);
            }
        }
        let documents: Vec<&Aligned> = documents.iter().collect();
        let accuracy = tagging::accuracy(&documents);
        progress(&format!("parts of speech of unseen articles: {accuracy:.4} right"));
        let all: Vec<&Aligned> = documents.iter().copied().chain(&tagged).collect();
        let tagger = tagging::train(&all, 5, self.seed);

        let part = |fold: usize| -> Vec<&Aligned> {
            let known = documents.iter().enumerate().filter(|(n, _)| others(fold, *n));
            known.map(|(_, d)| *d).collect()
        };
        let finder = cues::train(&documents, CUE_BITS, 4, self.seed);
        progress("cues learned from all");
        let finders: Vec<CueFinder> =
            (0..count).map(|fold| cues::train(&part(fold), CUE_BITS, 4, self.seed)).collect();
        let found: Vec<Vec<Cue>> = documents
            .iter()
            .enumerate()
            .map(|(n, d)| finders[n % count].candidates(&d.reading))
            .collect();
        let total: usize = found.iter().map(Vec::len).sum();
        progress(&format!("{total} candidates in unseen articles"));

        let lists: Vec<&[Cue]> = found.iter().map(Vec::as_slice).collect();
        let role = roles::train(&documents, &lists, ROLE_BITS, 3, self.seed);
        progress("sources and contents learned from all");
        let finders: Vec<RoleFinder> = (0..count)
            .map(|fold| {
                let others = lists.iter().enumerate().filter(|(n, _)| others(fold, *n));
                let lists: Vec<&[Cue]> = others.map(|(_, list)| *list).collect();
                roles::train(&part(fold), &lists, ROLE_BITS, 3, self.seed)
            })
            .collect();
        let candidates: Vec<Vec<Candidate>> = documents
            .iter()
            .enumerate()
            .map(|(n, d)| Candidate::all(&d.reading, &found[n], &finders[n % count]))
            .collect();
        progress("sources and contents found in unseen articles");
        let ranker = ranking::train(&documents, &candidates, RANK_BITS, 5, self.seed);
        progress("choices learned");
        let extender = extending::train(&documents, EXTEND_BITS, 6, self.seed);
        progress("extensions learned");
        Model {
            classes: self.classes.clone(),
            tagger,
            cues: finder,
            roles: role,
            ranker,
            extender,
        }
    }
}
