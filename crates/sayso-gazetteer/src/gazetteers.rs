use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::{Entry, Gazetteer, Mention};

/// Several gazetteers, of which each goes before those behind it.
///
/// What the first one finds is found whatever the others know. A mention of
/// another one is left out if it overlaps a mention of one before it, even if it
/// is longer. So a list of one's own can be put before a large one without a
/// word of that getting in its way.
///
/// Use one [`Gazetteer`] of all entries where the longest name is to win.
///
/// # Example
///
/// ```
/// use sayso_gazetteer::{Builder, Gazetteers};
///
/// let mut people = Builder::new();
/// people.entry("p17", "person", "Paris");
/// let mut places = Builder::new();
/// places.entry("FR-75", "city", "Paris");
/// places.entry("TX", "state", "Texas");
/// let both: Gazetteers = [people.build()?, places.build()?].into_iter().collect();
///
/// let text = "Paris left Texas.";
/// let mentions = both.mentions(text);
/// let keys: Vec<&str> = mentions.iter().map(|&mention| both.entry(mention).key).collect();
/// assert_eq!(keys, ["p17", "TX"]);
/// assert_eq!(mentions[1].gazetteer, 1);
/// # Ok::<(), sayso_gazetteer::BuildError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Gazetteers {
    list: Vec<Gazetteer>,
}

impl Gazetteers {
    /// Returns none.
    pub fn new() -> Gazetteers {
        Gazetteers::default()
    }

    /// Adds a gazetteer behind the others.
    pub fn push(&mut self, gazetteer: Gazetteer) {
        self.list.push(gazetteer);
    }

    /// Returns the gazetteers, in order.
    pub fn as_slice(&self) -> &[Gazetteer] {
        &self.list
    }

    /// Returns the mentions in the text, in order of their starts, the longer
    /// of those that start together first.
    ///
    /// # Complexity
    ///
    /// For each gazetteer that of [`Gazetteer::mentions`], and for `n` mentions
    /// `n log n`.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut all: Vec<Mention> = Vec::new();
        // How far the mentions go from the first up to each one.
        let mut reach: Vec<usize> = Vec::new();
        for (number, gazetteer) in self.list.iter().enumerate() {
            reach.clear();
            reach.extend(all.iter().scan(0, |reach, mention| {
                *reach = mention.span.end().max(*reach);
                Some(*reach)
            }));
            let before = all.len();
            for mention in gazetteer.mentions(text) {
                let starts_before = |known: &Mention| known.span.start() < mention.span.end();
                let near = all[..before].partition_point(starts_before);
                let overlaps = near > 0 && reach[near - 1] > mention.span.start();
                if !overlaps {
                    all.push(Mention { gazetteer: number, ..mention });
                }
            }
            if before > 0 {
                all.sort_by_key(|mention| (mention.span.start(), Reverse(mention.span.end())));
            }
        }
        all
    }

    /// Returns what is known of the entry that a mention most likely means.
    ///
    /// # Panics
    ///
    /// If the mention is of other gazetteers.
    pub fn entry(&self, mention: Mention) -> Entry<'_> {
        self.list[mention.gazetteer].entry(mention.id)
    }

    /// Returns all entries that a mention may mean, the most likely first: see
    /// [`Gazetteer::ids`].
    ///
    /// # Panics
    ///
    /// If the mention is of other gazetteers.
    pub fn entries(&self, mention: Mention) -> impl Iterator<Item = Entry<'_>> + '_ {
        let gazetteer = &self.list[mention.gazetteer];
        gazetteer.ids(mention).map(|id| gazetteer.entry(id))
    }
}

impl FromIterator<Gazetteer> for Gazetteers {
    fn from_iter<I: IntoIterator<Item = Gazetteer>>(list: I) -> Gazetteers {
        Gazetteers { list: list.into_iter().collect() }
    }
}
