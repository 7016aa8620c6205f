/*!
Quotations in text.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod config;
mod convention;
mod finder;
mod mark;
mod quotation;
mod quotations;
mod role;

pub use crate::{
    config::Config,
    convention::Convention,
    finder::{QuotationFinder, quotations},
    mark::Mark,
    quotation::Quotation,
    quotations::Quotations,
    role::{Reason, Role},
};
