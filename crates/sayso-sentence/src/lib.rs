/*!
Sentences of news text with exact spans, inside quotations and after abbreviations
too.

* [`SentenceSegmenter`] splits a text. [`Sentences`] is what it returns: an iterator
  that finds each sentence when it is asked for it.
* [`Sentence`] is a span and the reason why it ended, a [`SentenceEnd`].
* [`Config`] holds two knobs: what ends a paragraph ([`Paragraphs`]), and whether a
  quotation is kept whole.

The segmenter needs the text alone. It goes from one candidate to the next, which is a
final mark, a line break or a colon, and decides by what stands around it: the word
before, what closes, what follows. Nothing is allocated, time is linear in the length
of the text, and there is no text on which it fails.

# Example: the sentences of an article

This example shows that quotations are split, and that the clause that reports one
belongs to the last of its sentences.

```
use sayso_sentence::SentenceSegmenter;

let text = "“We will not pay. Why should we?” asked Rep. Dana Holm (R-Ga.). Nobody knew.";
let segmenter = SentenceSegmenter::new();
let sentences: Vec<&str> = segmenter.sentences(text).map(|found| &text[found.span]).collect();
assert_eq!(
    sentences,
    ["“We will not pay.", "Why should we?” asked Rep. Dana Holm (R-Ga.).", "Nobody knew."],
);
```

# Example: headlines

This example shows how to tell what is no sentence of running text: it has no final
mark.

```
use sayso_sentence::{SentenceEnd, SentenceSegmenter};

let text = "Storm hits coast\n\nBy Ann Lee\n\nIt came on Monday.";
let headings: Vec<&str> = SentenceSegmenter::new()
    .sentences(text)
    .filter(|found| found.end == SentenceEnd::Paragraph)
    .map(|found| &text[found.span])
    .collect();
assert_eq!(headings, ["Storm hits coast", "By Ann Lee"]);
```

# Example: whole quotations

This example shows how to keep what one person says in one piece.

```
use sayso_sentence::{Config, SentenceSegmenter};

let text = "“I came. I saw. I left,” she said. It rained.";
let segmenter = SentenceSegmenter::with_config(Config::new().whole_quotations(true));
let first = segmenter.sentences(text).next().expect("the text is not empty");
assert_eq!(&text[first.span], "“I came. I saw. I left,” she said.");
```

# Example: lines

This example shows that lines which were broken at a margin are joined. That they were
is [detected](Paragraphs::Detect), and can be stated.

```
use sayso_sentence::SentenceSegmenter;

let text = "The storm came on Monday and took the roofs of some\nForty houses along \
Harbor Road, the mayor of the\nTown said on Tuesday. Nobody was hurt.";
assert_eq!(SentenceSegmenter::new().sentences(text).count(), 2);
```

# What does this crate not do?

It does not find sentences where nothing shows that one ends: two headlines that run on
in one line are one sentence. It does not know languages other than English, although
the marks of others end a sentence, those of Chinese and Japanese without a space. And
it does not say which marks are quotation marks and which are apostrophes, nor what
belongs together in a broken quotation: that is what `sayso-quote` does.

# Crate features

* **serde** (off by default): [`Sentence`] and [`SentenceEnd`] are serialized.
*/

#![no_std]

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
