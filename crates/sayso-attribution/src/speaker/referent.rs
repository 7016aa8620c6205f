use alloc::{string::String, vec::Vec};

use super::{figure::FigureId, words::Words};
use crate::{EntityKind, Step};

/// Whom a mention means.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Referent {
    /// Somebody with a name.
    Figure(FigureId),
    /// Somebody without, or with a name that is more than a mention.
    Other(usize),
    /// The writer.
    Author,
}

/// A speaker that is no [`Figure`](super::figure::Figure).
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub(super) text: String,
    /// The text is a name: `Trump campaign`, `Republicans`.
    pub(super) named: bool,
    pub(super) plural: bool,
    pub(super) kind: EntityKind,
    /// The words that mention it first.
    pub(super) words: Words,
    /// Where it was mentioned last.
    pub(super) last: usize,
}

/// Somebody has spoken.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    /// Where the source stands, or else the content.
    pub(super) at: usize,
    /// The words of the source, or else of the content.
    pub(super) words: Words,
    pub(super) who: Vec<Referent>,
    /// The steps from these words to them.
    pub(super) steps: Vec<Step>,
}

impl Turn {
    /// Whether this one has spoken, alone or with others.
    pub(super) fn is_by(&self, figure: FigureId) -> bool {
        self.who.contains(&Referent::Figure(figure))
    }
}
