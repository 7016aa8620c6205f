/// Names an entry of one gazetteer: the entries are numbered from 0 in the
/// order in which they were added.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct EntryId(pub(crate) u32);

impl EntryId {
    /// Returns the number.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

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
    /// Where several entries have a name in common, those of the highest
    /// priority come first.
    pub priority: i32,
    /// The properties, packed.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) properties: &'g str,
}

impl<'g> Entry<'g> {
    /// Returns a property by its name, such as `gender`.
    pub fn property(&self, name: &str) -> Option<&'g str> {
        self.properties().find(|&(known, _)| known == name).map(|(_, value)| value)
    }

    /// Returns all properties, name and value, in the order in which they were
    /// added.
    pub fn properties(&self) -> impl Iterator<Item = (&'g str, &'g str)> + use<'g> {
        let mut parts = self.properties.split(SEPARATOR);
        core::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
    }
}

/// Stands between the names and values of packed properties.
pub(crate) const SEPARATOR: char = '\0';
