//! What the tests, fuzz targets and crash replays of the workspace share.
//!
//! * [`Suite`] reads the cases of `testdata/<crate>/*.toml` and runs them. It is
//!   strict: a key that nobody reads, a name given twice, a string that is not in
//!   the text and a file without cases all fail.
//! * [`laws`] are properties of text and spans that hold for any input.
//! * [`plain`] finds tokens and sentences in the plainest way, for crates that take
//!   them as input.
//! * [`news`] makes news-like text from the sentences of the example article, for
//!   property tests and benchmarks.
//! * [`names`] finds the names of a list in a text, in the plainest way: the
//!   oracle for gazetteers.
//! * [`corpora`] finds annotated corpora outside the repository, for tests that
//!   are skipped without them.
//!
//! This crate needs [`sayso_span`] alone, so that every other crate can be tested
//! with it.
//!
//! # Cases
//!
//! A case is a table `[[test]]` with a `name`, a `text` and what is expected of it,
//! under keys that the crate under test defines. Expected spans are written as the
//! text itself and resolved by [`locate`] or [`locate_all`].
//!
//! ```toml
//! [[test]]
//! name = "said-after-comma"            # attribution/inverted-cue/said-after-comma
//! text = '"We will not wait," said Ms. May.'
//! attributions = [{ content = '"We will not wait,"', cue = "said", source = "Ms. May" }]
//! ```
//!
//! `todo = "why"` marks a case that is known to fail; it fails once it passes.
//! The environment variable `SAYSO_TEST` holds a part of a full name
//! (`crate/file/name`), and only cases whose names have it run.

pub mod corpora;
pub mod laws;
pub mod names;
pub mod news;
pub mod plain;

mod locate;
mod suite;

pub use crate::{
    locate::{locate, locate_all},
    suite::{Case, Suite},
};
