/*!
Who said what in news text.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod attribution;
mod attributor;
mod candidate;
mod colon;
mod complement;
mod config;
mod content;
mod coordination;
mod cue;
mod document;
mod error;
mod extension;
mod input;
mod kind;
mod learned;
mod lexicon;
pub mod model;
mod outermost;
mod phrase;
mod rules;
mod source;
mod speaker;
mod tables;
mod tag;

pub use crate::{
    attribution::{Attribution, AttributionKind},
    attributor::Attributor,
    config::Config,
    error::LoadError,
    input::{Gender, Input, Name, NameKind, Quoted},
    model::Model,
    speaker::Speaker,
};
