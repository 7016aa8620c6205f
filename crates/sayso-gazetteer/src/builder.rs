use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use crate::{
    BuildError, Case, Config, EntryId, Gazetteer,
    canon::{Canon, fold},
    class::{Class, class},
    entry::SEPARATOR,
    error::BuildErrorKind,
    gazetteer::{Group, Spelling, Stored},
};

/// Collects entries for a [`Gazetteer`].
#[derive(Clone, Debug, Default)]
pub struct Builder {
    config: Config,
    entries: Vec<Stored>,
    names: Vec<(EntryId, Case, String)>,
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

    /// Adds an entry that is known by its name, and returns its number.
    pub fn entry(&mut self, key: &str, kind: &str, name: &str) -> EntryId {
        let id = self.unnamed(key, kind, name);
        self.alias(id, name);
        id
    }

    /// Adds an entry whose name is for show alone: it is not looked for.
    pub fn unnamed(&mut self, key: &str, kind: &str, name: &str) -> EntryId {
        let id = EntryId(self.entries.len() as u32);
        self.entries.push(Stored {
            key: key.to_string(),
            kind: kind.to_string(),
            name: name.to_string(),
            ..Stored::default()
        });
        id
    }

    /// Adds a name to an entry, to be compared as the configuration says.
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
        self.names.push((id, case, name.to_string()));
        self
    }

    /// Sets the priority of an entry, 0 if it is not set.
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
        let packed = &mut self.entries[id.index()].properties;
        assert!(!name.contains(SEPARATOR) && !value.contains(SEPARATOR), "no NUL in properties");
        for part in [name, value] {
            packed.push_str(part);
            packed.push(SEPARATOR);
        }
        self
    }

    /// Builds the gazetteer.
    ///
    /// # Errors
    ///
    /// If a name has no letter and no digit, or is too long.
    pub fn build(self) -> Result<Gazetteer, BuildError> {
        let canon = Canon {
            drop_diacritics: !self.config.diacritics,
            hyphen_is_space: !self.config.hyphens,
        };
        let mut groups: BTreeMap<String, Group> = BTreeMap::new();
        let mut longest = 0;
        for (id, case, name) in self.names {
            let fail = |kind| {
                let key = self.entries[id.index()].key.clone();
                Err(BuildError { kind, id, key, name: name.clone() })
            };
            let mut exact = String::new();
            canon.exact(name.trim(), &mut exact);
            if !exact.chars().any(|c| class(c) == Class::Word) {
                return fail(BuildErrorKind::NoWord);
            }
            if exact.len() > 1024 {
                return fail(BuildErrorKind::TooLong { max: 1024 });
            }
            longest = longest.max(exact.chars().count());
            let mut folded = String::new();
            fold(&exact, &mut folded);
            let group = groups.entry(folded).or_default();
            let at = match group.spellings.iter().position(|s| s.exact == exact && s.case == case)
            {
                Some(at) => at,
                None if group.spellings.len() == 64 => {
                    return fail(BuildErrorKind::TooManySpellings { max: 64 });
                }
                None => {
                    group.spellings.push(Spelling { exact, case });
                    group.spellings.len() - 1
                }
            };
            group.ids.push((id, at));
        }
        let mut by_folded = BTreeMap::new();
        let mut list = Vec::new();
        for (folded, mut group) in groups {
            group.ids.sort_by_key(|&(id, _)| (-i64::from(self.entries[id.index()].priority), id));
            by_folded.insert(folded, list.len() as u32);
            list.push(group);
        }
        let Builder { config, entries, .. } = self;
        Ok(Gazetteer { config, canon, entries, groups: list, by_folded, longest })
    }
}
