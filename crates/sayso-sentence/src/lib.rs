/*!
Sentences of news text with exact spans.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod config;
mod segmenter;
mod sentence;

pub use crate::{
    config::{Config, Paragraphs},
    segmenter::{SentenceSegmenter, Sentences},
    sentence::{Sentence, SentenceEnd},
};
