use super::{vocabulary::Term, words::Words};

/// What the surroundings of a mention tell about who it is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// It is a person.
    pub(super) person: bool,
    /// An article, or a preposition of place, stands before it.
    pub(super) thing: bool,
    /// The phrase that says what the person is, without a determiner.
    pub(super) description: Option<Words>,
    /// The phrase is no more than a title before the name.
    pub(super) title: bool,
    /// Where what is [`Said`] of it starts, and how much that is.
    pub(super) said: usize,
    pub(super) count: u8,
}

/// A word that the surroundings of a mention say of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) term: Term,
    /// It is what the person is, `senator`; else a word about that.
    pub(super) head: bool,
}

/// Few words say who somebody is, and a list of all would cost time.
pub(super) const MOST: usize = 12;

impl Evidence {
    /// What is said, of what is said of all.
    pub(super) fn said<'s>(&self, all: &'s [Said]) -> &'s [Said] {
        &all[self.said..][..usize::from(self.count)]
    }
}
