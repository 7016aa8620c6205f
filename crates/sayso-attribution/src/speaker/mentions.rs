//! Where anybody is mentioned: by a name, or by a pronoun or description that has
//! been resolved.

use alloc::collections::BTreeMap;
use core::iter;

use super::{
    mention::{Kind, Mention},
    referent::{Other, Referent},
    resolver::Resolver,
    vocabulary::Term,
    words::Words,
};
use crate::EntityKind;

impl Resolver<'_> {
    /// Adds the groups that are mentioned by one word and do not speak:
    /// `Republicans`.
    pub(super) fn add_groups(&mut self) {
        // Those that speak are there.
        let named = self.others.iter().enumerate();
        let named = named.filter(|(_, other)| other.named && other.words.len() == 1);
        let mut groups: BTreeMap<Term, usize> =
            named.map(|(index, other)| (self.term_of(other.words.start()), index)).collect();
        for mention in &self.mentions {
            let Some(term) = self.group_of(mention) else { continue };
            let words = mention.name;
            groups.entry(term).or_insert_with(|| {
                self.others.push(Other {
                    text: self.article.line(words),
                    named: true,
                    plural: true,
                    words,
                    last: words.start(),
                    kind: EntityKind::Group,
                });
                self.others.len() - 1
            });
        }
        self.groups = groups;
    }

    /// The word of a mention that names a group: `Republicans`, but not `a
    /// Republican`, who is one of them.
    fn group_of(&self, mention: &Mention) -> Option<Term> {
        let whole = mention.is_single() && mention.name == mention.run;
        if mention.figure().is_some() || mention.kind != Kind::People || !whole {
            return None;
        }
        let term = self.term_of(mention.name.start());
        let folded = self.article.term(term);
        (folded.ends_with('s') || folded == "gop").then_some(term)
    }

    /// Puts what has been noted in order, for [`Resolver::all_mentions`].
    pub(super) fn sort_noted(&mut self) {
        self.noted.retain(|(words, _)| !words.is_empty());
        self.noted.sort_by_key(|(words, _)| *words);
    }

    /// Whoever is mentioned, and where, in order. Of the same words, names come
    /// before what else has been noted, and only the first is told.
    pub(super) fn all_mentions(&self) -> impl Iterator<Item = (Words, Referent)> {
        let names = self.mentions.iter().filter_map(|mention| {
            let group = || self.group_of(mention).map(|term| Referent::Other(self.groups[&term]));
            let who = mention.figure().map(Referent::Figure).or_else(group)?;
            Some((mention.run, who))
        });
        let mut names = names.peekable();
        let mut noted = self.noted.iter().copied().peekable();
        let merged = iter::from_fn(move || match (names.peek(), noted.peek()) {
            (Some(name), Some(note)) if note.0 < name.0 => noted.next(),
            (Some(_), _) => names.next(),
            (None, _) => noted.next(),
        });
        let mut last = None;
        merged.filter(move |(words, _)| last.replace(*words) != Some(*words))
    }
}
