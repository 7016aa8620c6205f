//! From files of names to a gazetteer.

use std::{borrow::Cow, collections::HashMap, io::Read, path::Path};

use sayso::gazetteer::{Builder, EntryId, Gazetteer};

use crate::input::{Name, Names, Problem, Source};

/// Reads a gazetteer that has been built, if the file is named `.gaz`, or builds
/// it from a file of names.
///
/// # Errors
///
/// All that is wrong with the file: half a gazetteer is none.
pub(crate) fn load(path: &Path) -> Result<Gazetteer, Vec<Problem>> {
    let source = Source::new(path);
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gaz")) {
        return load_built(&source).map_err(|problem| vec![problem]);
    }
    let mut list = NameList::default();
    list.read(&source)?;
    list.build().map_err(|problem| vec![problem])
}

fn load_built(source: &Source) -> Result<Gazetteer, Problem> {
    let label = source.label();
    let mut bytes = Vec::new();
    let read = source.open()?.read_to_end(&mut bytes);
    read.map_err(|error| Problem::io(&label, &error))?;
    let gazetteer = Gazetteer::from_bytes(Cow::Owned(bytes));
    // Where something is damaged, mentions would be wrong.
    let sound = gazetteer.and_then(|gazetteer| gazetteer.verify().map(|()| gazetteer));
    sound.map_err(|error| {
        let problem = Problem { fatal: true, ..Problem::document(&label, error.to_string()) };
        problem.hint("build it again: sayso gazetteer build NAMES.tsv -o NAMES.gaz")
    })
}

/// The entries that files of names have in all, and where they stand.
#[derive(Default)]
pub(crate) struct NameList {
    builder: Builder,
    labels: Vec<String>,
    /// Where each entry stands: the position of the file's label, and the line.
    places: Vec<(usize, u64)>,
    /// The entry that has an id.
    ids: HashMap<String, EntryId>,
}

impl NameList {
    /// Adds the entries of a file: JSON Lines if it is named so, otherwise
    /// tab-separated with a head line.
    ///
    /// # Errors
    ///
    /// All that is wrong with it.
    pub(crate) fn read(&mut self, source: &Source) -> Result<(), Vec<Problem>> {
        let reader = source.open().map_err(|problem| vec![problem])?;
        self.labels.push(source.label());
        let mut names = Names::new(reader, source.label(), source.is_named_jsonl());
        let mut problems = Vec::new();
        while let Some(name) = names.next() {
            let result = name.and_then(|name| self.add(name, names.line()));
            problems.extend(result.err().map(|problem| Problem { fatal: true, ..problem }));
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn add(&mut self, name: Name, line: u64) -> Result<(), Problem> {
        let label = self.labels.len() - 1;
        if let Some(&before) = self.ids.get(&name.id) {
            let reason = format!("the id \"{}\" is in {} already", name.id, self.place(before));
            let problem = Problem::document(&self.labels[label], reason).line(line);
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
        self.ids.insert(name.id, id);
        self.places.push((label, line));
        Ok(())
    }

    /// Says where an entry stands.
    fn place(&self, id: EntryId) -> String {
        let (label, line) = self.places[id.index()];
        format!("{}, line {line}", self.labels[label])
    }

    /// Returns the names that stand for several entries, each with what it
    /// stands for.
    pub(crate) fn duplicates(&self) -> impl Iterator<Item = (String, Vec<String>)> {
        self.builder.duplicates().into_iter().map(|duplicate| {
            let entry = |&id: &EntryId| {
                let [key, ..] = self.builder.added(id);
                format!("{key} ({})", self.place(id))
            };
            (duplicate.name.clone(), duplicate.ids.iter().map(entry).collect())
        })
    }

    /// Builds the gazetteer.
    ///
    /// # Errors
    ///
    /// If a name cannot be looked for.
    pub(crate) fn build(self) -> Result<Gazetteer, Problem> {
        self.builder.build().map_err(|error| {
            let (label, line) = self.places[error.id().index()];
            let problem = Problem::document(&self.labels[label], error.to_string()).line(line);
            Problem { fatal: true, ..problem }
        })
    }
}
