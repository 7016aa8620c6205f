/// Names an entry of one gazetteer: the entries are numbered from 0 in the
/// order in which they were added.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct EntryId(pub(crate) u32);

/// What a gazetteer knows of an entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Entry<'g> {
    /// The caller's own key for it, such as `Q145`.
    pub key: &'g str,
    /// The type, from an open set: `person`, `country`, …
    pub kind: &'g str,
    /// The canonical name.
    pub name: &'g str,
}
