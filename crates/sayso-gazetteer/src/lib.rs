/*!
Mentions of dictionary entries in text.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod assemble;
mod boundary;
mod builder;
mod canon;
mod capitals;
mod class;
mod config;
mod entry;
mod error;
mod gazetteer;
mod hash;
mod layout;
mod mention;
mod mentions;
mod name;
mod record;
mod scan;
mod search;
mod substring;
mod verify;

pub use crate::{
    builder::{Builder, Duplicate},
    config::{Boundary, Case, Config, Overlap},
    entry::{Entry, EntryId},
    error::{BuildError, LoadError},
    gazetteer::Gazetteer,
    mention::Mention,
    mentions::Mentions,
};
