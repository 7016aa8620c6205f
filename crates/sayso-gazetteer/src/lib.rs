/*!
Mentions of dictionary entries in text.

A [`Builder`] collects entries: what the caller calls them, their types, their
names. The [`Gazetteer`] that it builds finds the names in text, as [`Mention`]s.

* [`Case`] says, for each name, whether `may` is `May`.
* [`Config`] says which other differences matter, which of several overlapping
  mentions are wanted ([`Overlap`]), and where they may stand ([`Boundary`]).
* [`Gazetteers`] are several, of which each goes before the next.
* [`Gazetteer::from_bytes`] and [`Gazetteer::as_bytes`] are for files.

# Examples

This example shows what is equal without being asked for: line breaks and spaces,
curly and straight apostrophes, composed and decomposed letters, soft hyphens.

```
use sayso_gazetteer::Builder;

let mut builder = Builder::new();
builder.entry("1", "person", "Zoë O'Neill");
let gazetteer = builder.build()?;
let text = "Zoe\u{308}\nO’Nei\u{AD}ll’s";
assert_eq!(gazetteer.mentions(text).next().map(|m| m.span), Some((0..17).into()));
# Ok::<(), sayso_gazetteer::BuildError>(())
```

This example shows names inside names.

```
use sayso_gazetteer::{Builder, Config, Overlap};

let mut builder = Builder::with_config(Config::new().overlap(Overlap::Nested));
builder.entry("BoE", "organization", "Bank of England");
builder.entry("ENG", "country", "England");
let gazetteer = builder.build()?;
let text = "the Bank of England";
let found: Vec<_> = gazetteer.mentions(text).map(|m| &text[m.span]).collect();
assert_eq!(found, ["Bank of England", "England"]);
# Ok::<(), sayso_gazetteer::BuildError>(())
```

This example shows a script without spaces.

```
use sayso_gazetteer::{Boundary, Builder, Config};

let mut builder = Builder::with_config(Config::new().boundary(Boundary::Unspaced));
builder.entry("CN-BJ", "city", "北京");
let gazetteer = builder.build()?;
assert_eq!(gazetteer.mentions("我在北京工作").count(), 1);
# Ok::<(), sayso_gazetteer::BuildError>(())
```

This example shows an error, which says what it is about.

```
use sayso_gazetteer::Builder;

let mut builder = Builder::new();
let id = builder.entry("7", "band", "!!!");
let error = builder.build().unwrap_err();
assert_eq!(error.id(), id);
assert_eq!(error.to_string(), r#"entry 0 ("7"), name "!!!": has no letter and no digit"#);
```

# What does this crate not do?

It does not choose among the entries that share a name, and does not find what has
no entry. Canonical forms are compared, not similar ones: there is no edit distance.

# Crate features

* **news** (off by default): [`Gazetteer::news`], one megabyte.
* **serde** (off by default): results implement `serde::Serialize`.
*/

#![cfg_attr(not(feature = "news"), allow(rustdoc::broken_intra_doc_links))]
#![no_std]

extern crate alloc;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadMe;

mod ahead;
mod assemble;
mod boundary;
mod builder;
mod canon;
mod capitals;
mod class;
mod config;
mod entry;
mod error;
mod filter;
mod gazetteer;
mod gazetteers;
mod hash;
mod heads;
mod layout;
mod mention;
mod mentions;
mod name;
mod record;
mod search;
mod simd;
mod substring;
mod verify;
mod words;

pub use crate::{
    builder::{Builder, Duplicate},
    config::{Boundary, Case, Config, Overlap},
    entry::{Entry, EntryId},
    error::{BuildError, LoadError},
    gazetteer::Gazetteer,
    gazetteers::Gazetteers,
    mention::Mention,
    mentions::Mentions,
};
