/*!
Reads a news article and says who said what.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../../../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod analysis;
mod analyzer;

pub use sayso_attribution::{self as attribution, Attribution};
pub use sayso_gazetteer::{self as gazetteer, Mention};
pub use sayso_quote::{self as quote, Quotation};
pub use sayso_sentence::{self as sentence, Sentence};
pub use sayso_span::{CharOffsets, Span};
pub use sayso_token::{self as token, Token};

pub use crate::{
    analysis::Analysis,
    analyzer::{Analyzer, Builder},
};
