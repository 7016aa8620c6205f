/*!
Mentions of dictionary entries in text.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod builder;
mod entry;
mod error;
mod gazetteer;
mod mention;

pub use crate::{
    builder::Builder,
    entry::{Entry, EntryId},
    error::BuildError,
    gazetteer::{Gazetteer, Mentions},
    mention::Mention,
};
