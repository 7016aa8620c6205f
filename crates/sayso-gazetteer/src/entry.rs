use alloc::vec::Vec;

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
        let mut rest = entry;
        let priority = take_number(&mut rest);
        let kind = take_number(&mut rest);
        let key = take_number(&mut rest);
        let name = take_number(&mut rest);
        let mut texts = core::str::from_utf8(rest).unwrap_or_default();
        let key = take_text(&mut texts, key);
        let name = take_text(&mut texts, name);
        let mut kind = strings.get(kind as usize..).unwrap_or_default();
        let kind_len = take_number(&mut kind);
        let kind = kind.get(..kind_len as usize).unwrap_or_default();
        Entry {
            key,
            kind: core::str::from_utf8(kind).unwrap_or_default(),
            name,
            // The lowest bit is the sign, so that small numbers are short.
            priority: (priority >> 1) as i32 ^ -((priority & 1) as i32),
            properties: texts,
        }
    }

    /// Writes all but the properties, given where the type is written.
    pub(crate) fn write(&self, kind: u32, out: &mut Vec<u8>) {
        put_number((self.priority << 1 ^ self.priority >> 31) as u32, out);
        for number in [kind, self.key.len() as u32, self.name.len() as u32] {
            put_number(number, out);
        }
        out.extend(self.key.as_bytes());
        out.extend(self.name.as_bytes());
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

/// Appends a number, seven bits a byte (LEB128).
pub(crate) fn put_number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads a number and leaves what is behind it.
#[inline]
fn take_number(bytes: &mut &[u8]) -> u32 {
    // Most are of one byte.
    if let [byte @ ..0x80, rest @ ..] = *bytes {
        *bytes = rest;
        return u32::from(*byte);
    }
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let Some((&byte, rest)) = bytes.split_first() else { break };
        *bytes = rest;
        number |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            break;
        }
    }
    number
}

/// Takes so many bytes of text and leaves what is behind them.
fn take_text<'g>(texts: &mut &'g str, len: u32) -> &'g str {
    let (text, rest) = texts.split_at_checked(len as usize).unwrap_or_default();
    *texts = rest;
    text
}

/// Stands between the names and values of packed properties.
pub(crate) const SEPARATOR: char = '\0';
