/*!
Words of news text with exact spans.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod address;
mod class;
mod config;
mod letters;
mod lexicon;
mod mark;
mod number;
mod romanized;
mod source;
mod tables;
mod token;
mod tokenizer;
mod wide;
mod word;

pub use crate::{
    config::Config,
    token::{Token, TokenKind},
    tokenizer::{Tokenizer, Tokens},
};
