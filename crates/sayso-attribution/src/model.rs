//! The learned pipeline, step by step.
//!
//! [`Model::from_bytes`] is all that most need. The rest is here for those who
//! train: each step has its features and its weights in the open, so that
//! training computes the very features that are used afterwards.
//!
//! 1. a [`Reading`] has words with their parts of speech ([`Tagger`]) in
//!    sentences and quotations,
//! 2. [`CueFinder`] finds words that may signal an attribution,
//! 3. [`RoleFinder`] finds likely sources and contents for each of them,
//! 4. [`Ranker`] and [`Choice`] choose among these, or reject all,
//! 5. [`Extender`] carries contents on over other sentences.

mod candidate;
mod chain;
mod choice;
mod claims;
mod classes;
mod cue;
mod explain;
mod extender;
mod extraction;
mod features;
mod finder;
mod lattice;
mod letters;
mod listed;
mod math;
mod ranker;
mod reading;
mod role;
mod scene;
mod surroundings;
mod table;
mod tag;
mod tagger;
mod template;
mod view;
mod weights;
mod word;

pub use self::{
    candidate::Candidate,
    chain::{Chain, FORBIDDEN, Marginals, Transitions},
    choice::{Choice, normalize},
    claims::{Claims, Owner, Step},
    classes::Classes,
    cue::{Cue, CueKind},
    extender::{Anchor, Extender},
    extraction::Found,
    features::{Features, Sink},
    finder::{CueFinder, CueScratch},
    lattice::Lattice,
    math::{exp, ln, logistic},
    ranker::Ranker,
    reading::{Reading, Sentence},
    role::{Analysis, RoleFinder, RoleScratch, Scratch},
    surroundings::Surroundings,
    table::{Sums, Table},
    tag::Tag,
    tagger::Tagger,
    weights::Model,
    word::{Ends, Quote, Shape, Word},
};
