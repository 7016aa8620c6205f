//! From files of names to a gazetteer.

use std::path::Path;

use sayso::gazetteer::Gazetteer;

use crate::input::{Names, Problem, Source};

/// Reads a file of names: JSON Lines if it is named so, otherwise tab-separated
/// with a head line.
///
/// # Errors
///
/// All that is wrong with the file.
pub(crate) fn load(path: &Path) -> Result<Gazetteer, Vec<Problem>> {
    let source = Source::new(path);
    let reader = source.open().map_err(|problem| vec![problem])?;
    let mut builder = Gazetteer::builder();
    let mut problems = Vec::new();
    for entry in Names::new(reader, source.label(), source.is_named_jsonl()) {
        match entry {
            Ok(entry) => {
                builder.entry(&entry.id, &entry.kind, &entry.name);
            }
            // Half a gazetteer is none.
            Err(problem) => problems.push(Problem { fatal: true, ..problem }),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    builder.build().map_err(|error| {
        vec![Problem { fatal: true, ..Problem::document(&source.label(), error.to_string()) }]
    })
}
