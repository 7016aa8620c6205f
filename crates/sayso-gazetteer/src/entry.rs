use crate::layout::u32_at;

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
    /// Reads an entry; what is damaged is empty. All strings are in `strings`.
    pub(crate) fn read(strings: &'g [u8], entry: &'g [u8]) -> Entry<'g> {
        let number = |at| u32_at(entry, at) as usize;
        let piece = |from: &'g [u8], start: usize, len: usize| {
            let bytes = from.get(start..).and_then(|rest| rest.get(..len)).unwrap_or_default();
            core::str::from_utf8(bytes).unwrap_or_default()
        };
        let [kind_at, key_len, name_len] = [4, 8, 12].map(number);
        // The length of the type stands before it.
        let kind_len = strings.get(kind_at).copied().map_or(0, usize::from);
        let name_at = key_len.saturating_add(HEAD);
        let rest = name_at.saturating_add(name_len);
        Entry {
            key: piece(entry, HEAD, key_len),
            kind: piece(strings, kind_at.saturating_add(1), kind_len),
            name: piece(entry, name_at, name_len),
            priority: number(0) as i32,
            properties: piece(entry, rest, entry.len().saturating_sub(rest)),
        }
    }

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

/// What stands before the strings of an entry: its priority, where its
/// type is, the lengths of its key and its name.
const HEAD: usize = 16;

/// Stands between the names and values of packed properties.
pub(crate) const SEPARATOR: char = '\0';
