use alloc::{collections::BTreeMap, string::String, vec::Vec};

use sayso_span::Span;

use crate::{
    Builder, Case, Config, Entry, EntryId, Mention, Overlap,
    boundary::{closes, opens},
    canon::{Canon, fold},
    capitals,
    mention::Surface,
};

/// A dictionary of names that finds their mentions in text.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    pub(crate) config: Config,
    pub(crate) canon: Canon,
    pub(crate) entries: Vec<Stored>,
    pub(crate) groups: Vec<Group>,
    pub(crate) by_folded: BTreeMap<String, u32>,
    pub(crate) longest: usize,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Stored {
    pub(crate) key: String,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) priority: i32,
    pub(crate) properties: String,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) spellings: Vec<Spelling>,
    pub(crate) ids: Vec<(EntryId, usize)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Spelling {
    pub(crate) exact: String,
    pub(crate) case: Case,
}

impl Gazetteer {
    /// Returns a builder without entries.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Returns the number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns what is known of an entry.
    ///
    /// # Panics
    ///
    /// If the entry is of another gazetteer.
    pub fn entry(&self, id: EntryId) -> Entry<'_> {
        let Stored { key, kind, name, priority, properties } = &self.entries[id.0 as usize];
        Entry { key, kind, name, priority: *priority, properties }
    }

    /// Returns all entries that a mention may mean, those of the highest
    /// priority first, and of equal priority in the order in which they were
    /// added.
    ///
    /// # Panics
    ///
    /// If the mention is of another gazetteer.
    pub fn ids(&self, mention: Mention) -> impl Iterator<Item = EntryId> + '_ {
        let Surface { group, spellings } = mention.surface;
        let mut last = None;
        let ids = self.groups[group as usize].ids.iter();
        ids.filter(move |&&(id, at)| {
            let new = spellings >> at & 1 == 1 && last != Some(id);
            if new {
                last = Some(id);
            }
            new
        })
        .map(|&(id, _)| id)
    }

    /// Returns the mentions in the text, in order of their starts, the longer
    /// of those that start together first.
    pub fn mentions<'g, 't>(&'g self, text: &'t str) -> Mentions<'g, 't> {
        Mentions { gazetteer: self, text, at: 0, floor: 0, queue: Vec::new() }
    }

    fn starting_at(&self, text: &str, start: usize) -> Vec<Mention> {
        let mut found = Vec::new();
        for (at, c) in text[start..].char_indices() {
            let end = start + at + c.len_utf8();
            let mut exact = String::new();
            self.canon.exact(&text[start..end], &mut exact);
            if exact.chars().count() > self.longest {
                break;
            }
            if !closes(text, end) || text[start..end].ends_with(crate::class::is_ignorable) {
                continue;
            }
            let mut folded = String::new();
            fold(&exact, &mut folded);
            let Some(&group) = self.by_folded.get(&folded) else { continue };
            let Group { spellings, ids } = &self.groups[group as usize];
            let mut mask = 0;
            for (at, spelling) in spellings.iter().enumerate() {
                let fits = match spelling.case {
                    Case::Exact => spelling.exact == exact,
                    Case::Folded => true,
                    Case::Capitalized => capitals::fit(&spelling.exact, &exact),
                };
                mask |= u64::from(fits) << at;
            }
            if let Some(&(id, _)) = ids.iter().find(|&&(_, at)| mask >> at & 1 == 1) {
                let surface = Surface { group, spellings: mask };
                found.push(Mention { span: Span::new(start, end), id, surface });
            }
        }
        found
    }
}

/// The mentions in a text, in order.
#[derive(Clone, Debug)]
pub struct Mentions<'g, 't> {
    gazetteer: &'g Gazetteer,
    text: &'t str,
    at: usize,
    floor: usize,
    queue: Vec<Mention>,
}

impl Iterator for Mentions<'_, '_> {
    type Item = Mention;

    fn next(&mut self) -> Option<Mention> {
        loop {
            if let Some(mention) = self.queue.pop() {
                if self.gazetteer.config.overlap == Overlap::Longest {
                    self.queue.clear();
                    self.at = mention.span.end();
                }
                return Some(mention);
            }
            let c = self.text[self.at..].chars().next()?;
            let start = self.at;
            self.at += c.len_utf8();
            if opens(self.text, start) && !crate::class::is_ignorable(c) && start >= self.floor {
                self.queue = self.gazetteer.starting_at(self.text, start);
            }
        }
    }
}
