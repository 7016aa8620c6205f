//! From files of names to a gazetteer.

use std::path::Path;

use sayso::gazetteer::Gazetteer;

use crate::input::{Problem, Source};

/// Reads a file of names, tab-separated with a head line.
///
/// # Errors
///
/// If it cannot be read or is not so.
pub(crate) fn load(path: &Path) -> Result<Gazetteer, Problem> {
    let source = Source::new(path);
    let name = source.name();
    let text =
        std::io::read_to_string(source.open()?).map_err(|error| Problem::io(&name, &error))?;
    let mut builder = Gazetteer::builder();
    for line in text.lines().skip(1) {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        builder.entry(cell(), cell(), cell());
    }
    builder.build().map_err(|error| Problem::document(&name, error.to_string()))
}
