/*!
Mentions of dictionary entries in text.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod boundary;
mod builder;
mod canon;
mod capitals;
mod class;
mod config;
mod entry;
mod error;
mod gazetteer;
mod mention;

pub use crate::{
    builder::Builder,
    config::{Boundary, Case, Config, Overlap},
    entry::{Entry, EntryId},
    error::{BuildError, LoadError},
    gazetteer::{Gazetteer, Mentions},
    mention::Mention,
};
