/*!
Words of news text with exact spans.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod config;
mod token;
mod tokenizer;

pub use crate::{
    config::Config,
    token::{Token, TokenKind},
    tokenizer::{Tokenizer, Tokens},
};
