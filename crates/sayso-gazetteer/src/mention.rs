use alloc::vec::Vec;

use sayso_span::Span;

use crate::EntryId;

/// A place in the text that an entry's name or alias stands at.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Mention {
    /// Where it stands, in bytes.
    pub span: Span,
    /// The entries that it may mean.
    pub ids: Vec<EntryId>,
}
