//! Annotated corpora that are not part of the repository.
//!
//! Their licenses forbid copies, so tests that measure against them look for a
//! folder named by `SAYSO_DATA`, `../shared/data` beside the repository if it is
//! not set, and are skipped with a message where there is none.

use std::{env, fs, path::PathBuf};

use sayso_span::{CharOffsets, Span};
use serde_json::Value;

/// Returns the path of a corpus, or `None` and a message on standard error if
/// it is not here.
///
/// # Panics
///
/// If `SAYSO_DATA` is set and the corpus is not there: who sets it means it.
///
/// # Example
///
/// ```
/// let Some(path) = sayso_test::corpora::find("ud/gum-dev.jsonl") else { return };
/// assert!(path.is_file());
/// ```
pub fn find(name: &str) -> Option<PathBuf> {
    let set = env::var_os("SAYSO_DATA");
    let folder =
        set.clone().map_or_else(|| crate::suite::root().join("../shared/data"), PathBuf::from);
    let path = folder.join(name);
    if path.is_file() {
        return Some(path);
    }
    assert!(set.is_none(), "SAYSO_DATA is set, but there is no {}", path.display());
    eprintln!("skipped: no {name} (set SAYSO_DATA to the folder that holds it)");
    None
}

/// Reads a corpus in JSON Lines, if it is here.
///
/// # Panics
///
/// If it cannot be read.
pub fn read(name: &str) -> Option<Vec<Value>> {
    let path = find(name)?;
    let lines = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let parse = |line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{name}: {e}"));
    Some(lines.lines().filter(|line| !line.trim().is_empty()).map(parse).collect())
}

/// Returns the spans of a list `[[start, end], …]` in code points, in bytes.
///
/// # Panics
///
/// If it is no such list or a span is not in the text.
pub fn spans(text: &str, list: &Value) -> Vec<Span> {
    let offsets = CharOffsets::new(text);
    let pairs: Vec<(usize, usize)> =
        serde::Deserialize::deserialize(list).expect("a list of pairs of offsets");
    let span = |(start, end)| offsets.from_chars(start..end).expect("a span inside the text");
    pairs.into_iter().map(span).collect()
}

/// The share of gold that was found and of what was found that is gold, as
/// their harmonic mean.
///
/// Both lists must be in order of start and without repetition.
pub fn f1(found: &[Span], gold: &[Span]) -> F1 {
    let known: std::collections::HashSet<_> = gold.iter().collect();
    let right = found.iter().filter(|span| known.contains(span)).count();
    F1 { right, found: found.len(), gold: gold.len() }
}

/// Counts for precision and recall; add those of several documents up.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct F1 {
    /// Found, and gold.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Gold.
    pub gold: usize,
}

impl F1 {
    /// The score between 0 and 1.
    pub fn score(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

impl core::ops::Add for F1 {
    type Output = F1;

    fn add(self, other: F1) -> F1 {
        F1 {
            right: self.right + other.right,
            found: self.found + other.found,
            gold: self.gold + other.gold,
        }
    }
}

impl core::iter::Sum for F1 {
    fn sum<I: Iterator<Item = F1>>(all: I) -> F1 {
        all.fold(F1::default(), |sum, one| sum + one)
    }
}
