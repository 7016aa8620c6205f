/*!
Who said what in news text.

An [`Attributor`] reads an [`Input`], a text with its tokens, sentences and
quotations as spans, whoever found them, and returns [`Attribution`]s: the source
as the text has it, the cue (`said`, `according to`), the content, its kind, and
the [`Speaker`]s by the fullest name that the article has for them. Beside, it
returns everybody whom the article mentions, as [`Entities`].

# Example: attributions

This example has no quotation marks. The crate's README has one with them.

```
use sayso_attribution::{Attributor, Input};
use sayso_span::Span;

let text = "Hale said that it rained";
let at = |piece: &str| text.find(piece).map(|at| Span::new(at, at + piece.len())).unwrap();
let tokens = ["Hale", "said", "that", "it", "rained"].map(at);
let input = Input { text, tokens: &tokens, sentences: &[at(text)], quotations: &[], names: &[] };

let found = Attributor::new().attributions(input);
assert_eq!(found[0].source, Some(at("Hale")));
assert_eq!(found[0].content, [at("that it rained")]);
```

# Example: few and right, or many and complete

This example sets the probability above which attributions are returned.

```
use sayso_attribution::{Attributor, Config};

let precise = Attributor::with_config(Config::precise());
let complete = Attributor::with_config(Config::complete());
let own = Attributor::with_config(Config::new().threshold(0.5));
# let _ = (precise, complete, own);
```

# Example: why

This example asks for what made an attribution, and for the readings that were
rejected.

```
use sayso_attribution::{Attributor, Config, Explanation};

let attributor = Attributor::with_config(Config::new().explain(true));
# fn show(explanation: &Explanation) {
for reason in &explanation.reasons {
    println!("{} {:+}", reason.name, reason.weight);
}
for other in &explanation.alternatives {
    println!("{:?}: {:?} {}", other.source, other.content, other.probability);
}
# }
# let _ = (attributor, show);
```

# How it works

Where there is a [`Model`], a tagger, two conditional random fields (Lafferty,
McCallum and Pereira 2001) and a log-linear ranker find cues, their sources and
contents, and decide by expected agreement; see [`model`]. A quotation belongs as
a whole to the cue in its sentence, and where none is likely enough, to one that
would else be rejected. Rules settle where sources and contents begin and end, and
add what no cue introduces: quotations in paragraphs of their own, transcripts,
signatures behind a dash, views (`in her view`), headlines that tell who has
listened. Without a model, rules do it all, from a lexicon of reporting verbs and
nouns and what each of them governs.
What lies in a content is found by reading that as a text of its own.

Names are found by their capitals and small lists of words, and mentions of the
same are put together by their words. Pronouns and descriptions are resolved in
one pass over the article by who was mentioned near, as what, and who has spoken
last. What was decided is kept as [`Step`]s.

# Crate features

* **compiled-data** (on by default): the model for English is compiled in, four
  megabytes.
* **serde** (off by default): [`Attribution`] implements `serde::Serialize`.
*/

#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod addressee;
mod aside;
mod attribution;
mod attributor;
mod called;
mod candidate;
mod colon;
mod complement;
mod config;
mod content;
mod coordination;
mod cue;
mod dateline;
mod document;
mod ends;
mod entities;
mod entity;
mod error;
mod explanation;
mod extension;
mod extent;
mod floating;
mod headline;
mod input;
mod interior;
mod kind;
mod layers;
mod learned;
mod lexicon;
mod looks;
mod main_clause;
mod mended;
pub mod model;
mod nested;
mod outermost;
mod own_paragraph;
mod phrase;
mod plain;
mod ranges;
mod reported;
mod reserve;
mod rules;
mod source;
mod speaker;
mod spellings;
mod step;
mod stirred;
mod tables;
mod tag;
mod view;
mod whole;
mod word_index;

pub use crate::{
    attribution::{Attribution, AttributionKind},
    attributor::Attributor,
    config::Config,
    entities::Entities,
    entity::{Entity, EntityId, EntityKind, GenderEvidence},
    error::LoadError,
    explanation::{Alternative, Explanation, Origin, Reason},
    input::{Gender, Input, Name, NameKind, Quoted},
    model::Model,
    speaker::Speaker,
    step::{Step, StepKind},
};
