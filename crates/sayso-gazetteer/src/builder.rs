use alloc::{borrow::ToOwned, collections::BTreeMap, string::String, vec::Vec};
use core::ops::Range;

use crate::{
    BuildError, Case, Config, Entry, EntryId, Gazetteer, assemble,
    entry::SEPARATOR,
    error::BuildErrorKind,
    layout::{MAX_NAME, MAX_WORDS},
    name::Name,
};

/// Collects entries for a [`Gazetteer`].
///
/// # Example
///
/// This example shows an entry with all that there is to say about it.
///
/// ```
/// use sayso_gazetteer::{Builder, Case};
///
/// let mut builder = Builder::new();
/// let may = builder.entry("Q264766", "person", "Theresa May");
/// builder
///     .alias(may, "May")
///     .alias_with(may, "PM", Case::Exact)
///     .priority(may, 10)
///     .property(may, "gender", "feminine");
/// let gazetteer = builder.build()?;
///
/// let text = "The PM, Mrs. May, may go in May.";
/// let found: Vec<_> = gazetteer.mentions(text).map(|m| &text[m.span]).collect();
/// assert_eq!(found, ["PM", "May", "May"]);
/// assert_eq!(gazetteer.entry(may).property("gender"), Some("feminine"));
/// # Ok::<(), sayso_gazetteer::BuildError>(())
/// ```
///
/// # Complexity
///
/// Building takes time linear in the size of the names, but for sorting them.
/// What has been added is kept in a few large pieces, so that a million names
/// are a matter of a few hundred thousand kilobytes at most.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) config: Config,
    /// All keys, names and properties, one behind the other.
    pub(crate) text: String,
    /// The types, in the order in which they have come.
    pub(crate) kinds: Vec<String>,
    kind_numbers: BTreeMap<String, u32>,
    pub(crate) entries: Vec<NewEntry>,
    pub(crate) names: Vec<NewName>,
    /// Of which entry, and the property, packed.
    pub(crate) properties: Vec<(EntryId, Piece)>,
}

/// A piece of the builder's text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    start: usize,
    len: u32,
}

impl Piece {
    pub(crate) fn range(self) -> Range<usize> {
        self.start..self.start + self.len as usize
    }
}

#[derive(Clone, Debug)]
pub(crate) struct NewEntry {
    /// Where its key starts, and the lengths of that and of the name behind it.
    start: usize,
    key: u32,
    name: u32,
    pub(crate) kind: u32,
    pub(crate) priority: i32,
}

impl NewEntry {
    /// Its key and its name.
    fn pieces(&self) -> [Piece; 2] {
        let key = Piece { start: self.start, len: self.key };
        [key, Piece { start: key.range().end, len: self.name }]
    }
}

#[derive(Clone, Debug)]
pub(crate) struct NewName {
    pub(crate) id: EntryId,
    pub(crate) case: Case,
    pub(crate) text: Piece,
}

impl Builder {
    /// Returns a builder without entries.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Returns a builder without entries and with a configuration.
    pub fn with_config(config: Config) -> Builder {
        Builder { config, ..Builder::default() }
    }

    /// Adds an entry that is known by its name, and returns its number. Name and
    /// aliases are compared as the configuration says.
    ///
    /// The key is the caller's own, and so is the type (an open set). Nothing is
    /// done with them but to return them.
    pub fn entry(&mut self, key: &str, kind: &str, name: &str) -> EntryId {
        let id = self.unnamed(key, kind, name);
        // The name is not stored twice.
        let text = self.entries[id.index()].pieces()[1];
        self.names.push(NewName { id, case: self.config.case, text });
        id
    }

    /// Adds an entry whose name is for show: it is known by what
    /// [`alias`](Builder::alias) adds, and by nothing else.
    pub fn unnamed(&mut self, key: &str, kind: &str, name: &str) -> EntryId {
        let id = EntryId(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        let kind = self.kind(kind);
        let [key, name] = [key, name].map(|text| self.keep(text));
        let start = key.start;
        self.entries.push(NewEntry { start, key: key.len, name: name.len, kind, priority: 0 });
        id
    }

    /// Adds a name to an entry, to be compared as the configuration says.
    ///
    /// # Panics
    ///
    /// If the entry is not of this builder.
    pub fn alias(&mut self, id: EntryId, name: &str) -> &mut Builder {
        self.alias_with(id, name, self.config.case)
    }

    /// Adds a name to an entry, to be compared as `case` says.
    ///
    /// # Panics
    ///
    /// If the entry is not of this builder.
    pub fn alias_with(&mut self, id: EntryId, name: &str, case: Case) -> &mut Builder {
        assert!(id.index() < self.entries.len(), "the entry is of another builder");
        let text = self.keep(name);
        self.names.push(NewName { id, case, text });
        self
    }

    /// Sets the priority of an entry: 0 if it is not set.
    ///
    /// # Panics
    ///
    /// If the entry is not of this builder.
    pub fn priority(&mut self, id: EntryId, priority: i32) -> &mut Builder {
        self.entries[id.index()].priority = priority;
        self
    }

    /// Adds a property to an entry, such as its gender.
    ///
    /// # Panics
    ///
    /// If the entry is not of this builder, or the name or the value holds a NUL.
    pub fn property(&mut self, id: EntryId, name: &str, value: &str) -> &mut Builder {
        assert!(id.index() < self.entries.len(), "the entry is of another builder");
        assert!(!name.contains(SEPARATOR) && !value.contains(SEPARATOR), "no NUL in properties");
        let start = self.text.len();
        for part in [name, value] {
            self.text.push_str(part);
            self.text.push(SEPARATOR);
        }
        let piece = self.piece(start);
        self.properties.push((id, piece));
        self
    }

    /// Returns the number of entries that have been added.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns whether no entry has been added.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Builds the gazetteer.
    ///
    /// # Errors
    ///
    /// If a name has no letter and no digit, or more than 1,024 bytes or 64 words;
    /// if more than 64 names differ in case and in punctuation at their ends
    /// alone; or if the gazetteer would exceed 4 GiB. The error says which entry
    /// and which name it was.
    pub fn build(self) -> Result<Gazetteer, BuildError> {
        assemble::gazetteer(&self)
    }

    /// Returns the names that stand for several entries, so that a list can be
    /// looked through for mistakes.
    ///
    /// Names are one here if they are equal to each other in a text: `Sao` and
    /// `São` where diacritics do not matter, but not `May` and `MAY`. Names that
    /// cannot be looked for are left out.
    pub fn duplicates(&self) -> Vec<Duplicate> {
        let canon = crate::canon::Canon::new(self.config);
        let mut name = Name::default();
        let mut all: Vec<(u64, u32)> = Vec::with_capacity(self.names.len());
        let exact = |name: &mut Name, at: u32| {
            name.set(self.str(self.names[at as usize].text), canon);
            (!name.words.is_empty()).then(|| name.exact.clone())
        };
        for at in 0..self.names.len() as u32 {
            if let Some(exact) = exact(&mut name, at) {
                all.push((crate::hash::string(&exact, 0), at));
            }
        }
        all.sort_unstable();
        let mut duplicates = Vec::new();
        for same in all.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
            let mut named: Vec<(String, EntryId)> = same
                .iter()
                .filter_map(|&(_, at)| Some((exact(&mut name, at)?, self.names[at as usize].id)))
                .collect();
            named.sort();
            named.dedup();
            duplicates.extend(named.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() > 1).map(
                |group| Duplicate {
                    name: group[0].0.clone(),
                    ids: group.iter().map(|&(_, id)| id).collect(),
                },
            ));
        }
        duplicates.sort_by(|a, b| (&a.ids, &a.name).cmp(&(&b.ids, &b.name)));
        duplicates
    }

    /// Returns the entry as it has been added: key, type and name.
    ///
    /// # Panics
    ///
    /// If the entry is not of this builder.
    pub fn added(&self, id: EntryId) -> [&str; 3] {
        let Entry { key, kind, name, .. } = self.entry_of(id);
        [key, kind, name]
    }

    /// Returns the entry without its properties.
    pub(crate) fn entry_of(&self, id: EntryId) -> Entry<'_> {
        let entry = &self.entries[id.index()];
        let [key, name] = entry.pieces().map(|piece| self.str(piece));
        let kind = &self.kinds[entry.kind as usize];
        Entry { key, kind, name, priority: entry.priority, properties: "" }
    }

    /// Returns the number of a type.
    fn kind(&mut self, kind: &str) -> u32 {
        // Types repeat, above all between neighbors.
        let last = self.entries.last().map(|last| last.kind);
        // Processors can be slow to compare nothing with nothing.
        let is_same =
            |known: &str| known.len() == kind.len() && (kind.is_empty() || known == kind);
        if let Some(last) = last.filter(|&last| is_same(&self.kinds[last as usize])) {
            return last;
        }
        if let Some(&known) = self.kind_numbers.get(kind) {
            return known;
        }
        let number = self.kinds.len() as u32;
        self.kinds.push(kind.to_owned());
        self.kind_numbers.insert(kind.to_owned(), number);
        number
    }

    pub(crate) fn str(&self, piece: Piece) -> &str {
        &self.text[piece.range()]
    }

    /// Makes an error of what is wrong with a name.
    pub(crate) fn error(&self, kind: BuildErrorKind, name: &NewName) -> BuildError {
        BuildError {
            kind,
            id: name.id,
            key: self.added(name.id)[0].to_owned(),
            name: self.str(name.text).to_owned(),
        }
    }

    /// Takes a name apart, unless it is one that cannot be looked for.
    pub(crate) fn take_apart(&self, new: &NewName, name: &mut Name) -> Result<(), BuildError> {
        let text = self.str(new.text);
        let max = MAX_NAME as usize;
        if text.len() > max {
            return Err(self.error(BuildErrorKind::TooLong { max }, new));
        }
        name.set(text, crate::canon::Canon::new(self.config));
        match name.words.len() {
            _ if name.exact.len() > max => Err(self.error(BuildErrorKind::TooLong { max }, new)),
            0 => Err(self.error(BuildErrorKind::NoWord, new)),
            words if words > MAX_WORDS as usize => {
                Err(self.error(BuildErrorKind::TooManyWords { max: MAX_WORDS as usize }, new))
            }
            _ => Ok(()),
        }
    }

    fn keep(&mut self, text: &str) -> Piece {
        let start = self.text.len();
        // What is too long for anything is left out.
        self.text.push_str(if u32::try_from(text.len()).is_ok() { text } else { "" });
        self.piece(start)
    }

    fn piece(&self, start: usize) -> Piece {
        Piece { start, len: (self.text.len() - start) as u32 }
    }
}

/// A name that stands for several entries: see [`Builder::duplicates`].
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Duplicate {
    /// The name, with one kind of apostrophe, hyphen and space for all.
    pub name: String,
    /// The entries, in order.
    pub ids: Vec<EntryId>,
}
