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
mod config;
mod input;
mod speaker;

pub use crate::{
    attribution::{Attribution, AttributionKind},
    attributor::Attributor,
    config::Config,
    input::{Gender, Input, Name, NameKind, Quoted},
    speaker::Speaker,
};
