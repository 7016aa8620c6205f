/*!
Quotations in text.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod apostrophe;
mod assembler;
mod candidate;
mod census;
mod config;
mod context;
mod convention;
mod cost;
mod decoder;
mod finder;
mod judge;
mod layout;
mod lexicon;
mod mark;
mod quotation;
mod quotations;
mod repair;
mod reporting;
mod role;
mod scanner;
mod shapes;
mod side;
mod tables;

pub use crate::{
    config::Config,
    convention::Convention,
    finder::{QuotationFinder, quotations},
    mark::Mark,
    quotation::Quotation,
    quotations::Quotations,
    role::{Reason, Role},
};
