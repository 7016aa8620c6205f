/*!
Trains and evaluates the attribution model of sayso.
*/

mod aligned;
mod chains;
mod corpus;
mod cues;
mod extending;
mod ftrl;
mod random;
mod ranking;
mod roles;
mod tagging;
mod trainer;

pub use crate::{
    corpus::{Corpus, CorpusError, Document, Gold},
    trainer::Trainer,
};
