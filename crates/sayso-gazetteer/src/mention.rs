use sayso_span::Span;

use crate::EntryId;

/// A place in the text that a name of an entry stands at.
///
/// # Guarantees
///
/// The span lies inside the text, on character boundaries; it is not empty and
/// has no white space at its ends. A possessive `'s` is outside of it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Mention {
    /// Where it stands, in bytes.
    pub span: Span,
    /// The entry that it most likely means: of those that have the name, the one
    /// of highest priority, and of several of these the one added first.
    /// [`Gazetteer::ids`](crate::Gazetteer::ids) returns all of them.
    pub id: EntryId,
    /// Which of several gazetteers the entry is of, counted from 0: see
    /// [`Gazetteers`](crate::Gazetteers). Where there is one alone, it is 0.
    pub gazetteer: usize,
    /// Which names it is equal to.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) surface: Surface,
}

/// What a mention is a mention of: a group of names that are equal when folded,
/// and which of its spellings fit the text.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Surface {
    pub(crate) group: u32,
    pub(crate) spellings: u64,
}
