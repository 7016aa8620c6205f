//! From files of names to a gazetteer.

use std::{collections::HashMap, path::Path};

use sayso::gazetteer::{Builder, Gazetteer};

use crate::input::{Name, Names, Problem, Source};

/// Reads a file of names: JSON Lines if it is named so, otherwise tab-separated
/// with a head line.
///
/// # Errors
///
/// All that is wrong with the file: half a gazetteer is none.
pub(crate) fn load(path: &Path) -> Result<Gazetteer, Vec<Problem>> {
    let mut list = List::default();
    match list.read(&Source::new(path)) {
        Ok(()) => list.build().map_err(|problem| vec![problem]),
        Err(problems) => Err(problems),
    }
}

/// The entries that files of names have in all, and where they stand.
#[derive(Default)]
struct List {
    builder: Builder,
    /// Where each entry stands: the label of its file and the line.
    places: Vec<(String, u64)>,
    /// The position of the entry that has an id.
    ids: HashMap<String, usize>,
}

impl List {
    /// Adds the entries of a file.
    fn read(&mut self, source: &Source) -> Result<(), Vec<Problem>> {
        let reader = source.open().map_err(|problem| vec![problem])?;
        let mut names = Names::new(reader, source.label(), source.is_named_jsonl());
        let mut problems = Vec::new();
        while let Some(name) = names.next() {
            let result = name.and_then(|name| self.add(name, &source.label(), names.line()));
            problems.extend(result.err().map(|problem| Problem { fatal: true, ..problem }));
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn add(&mut self, name: Name, label: &str, line: u64) -> Result<(), Problem> {
        if let Some(&before) = self.ids.get(&name.id) {
            let (file, before) = &self.places[before];
            let place = if file == label { String::new() } else { format!("{file}, ") };
            let reason = format!("the id \"{}\" is in {place}line {before} already", name.id);
            let problem = Problem::document(label, reason).line(line);
            return Err(problem.hint("all names of an entry go in one line, as aliases"));
        }
        let id = self.builder.entry(&name.id, &name.kind, &name.name);
        for alias in &name.aliases {
            self.builder.alias(id, alias);
        }
        for (property, value) in &name.properties {
            self.builder.property(id, property, value);
        }
        self.builder.priority(id, name.priority);
        self.ids.insert(name.id, id.index());
        self.places.push((label.into(), line));
        Ok(())
    }

    fn build(self) -> Result<Gazetteer, Problem> {
        self.builder.build().map_err(|error| {
            let (label, line) = &self.places[error.id().index()];
            let problem = Problem::document(label, error.to_string()).line(*line);
            Problem { fatal: true, ..problem }
        })
    }
}
