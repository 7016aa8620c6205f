/*!
Sentences of news text with exact spans.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod after;
mod before;
mod chars;
mod config;
mod credit;
mod layout;
mod lexicon;
mod mark;
mod marker;
mod notes;
mod paragraphs;
mod quotation;
mod rules;
mod segmenter;
mod sentence;
mod tables;

pub use crate::{
    config::Config,
    paragraphs::Paragraphs,
    segmenter::{SentenceSegmenter, Sentences},
    sentence::{Sentence, SentenceEnd},
};
