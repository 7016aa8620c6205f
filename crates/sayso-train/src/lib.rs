/*!
Trains and evaluates the attribution model of sayso.

[`Trainer`] turns articles in which somebody has marked who said what, a
[`Corpus`], into a [`Model`](sayso::attribution::Model); [`evaluate`] measures
what was found against what was marked, and gives a [`Report`].

# Example: what a model is worth

```no_run
use sayso_train::{Corpus, evaluate};

let corpus = Corpus::open("gold.jsonl")?;
let analyzer = sayso::Analyzer::new();
let found: Vec<Vec<_>> = corpus
    .documents
    .iter()
    .map(|d| analyzer.analyze(&d.text).attributions.iter().map(Into::into).collect())
    .collect();
println!("{}", evaluate(&corpus.documents, &found));
# Ok::<(), sayso_train::CorpusError>(())
```

# How it learns

The steps of the pipeline are described in
[`sayso::attribution::model`]. Each of them is a linear model, and they are
trained one after another: parts of speech as an averaged perceptron, cues and
roles as conditional random fields, the choice among analyses as one log-linear
model, extensions as a logistic one, all but the first with a step size for each
weight (FTRL-Proximal). A step learns from what the step before it makes of
articles that it was not trained on, so that it knows its mistakes.
*/

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod aligned;
mod chains;
mod corpus;
mod cues;
mod evaluate;
mod extending;
mod ftrl;
mod markup;
mod pairing;
mod random;
mod ranking;
mod report;
mod roles;
mod tagging;
mod trainer;
mod yardstick;

pub use crate::{
    corpus::{Corpus, CorpusError, Document, Gold},
    evaluate::evaluate,
    report::{Counts, Kind, Report, Share},
    trainer::Trainer,
};
