/*!
Quotations in text.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod config;
mod finder;
mod quotation;

pub use crate::{
    config::Config,
    finder::{QuotationFinder, Quotations},
    quotation::Quotation,
};
