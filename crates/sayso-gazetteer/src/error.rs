use alloc::string::String;
use core::fmt;

use crate::EntryId;

/// Why a gazetteer could not be built: a name of an entry is at fault.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BuildError {
    pub(crate) kind: BuildErrorKind,
    pub(crate) id: EntryId,
    pub(crate) key: String,
    pub(crate) name: String,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum BuildErrorKind {
    NoWord,
    TooLong { max: usize },
    TooManyWords { max: usize },
    TooLarge,
    TooManySpellings { max: usize },
}

impl BuildError {
    /// Returns the entry at fault.
    pub fn id(&self) -> EntryId {
        self.id
    }

    /// Returns the key of the entry at fault.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns the name or alias at fault.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BuildError { id, key, name, .. } = self;
        write!(f, "entry {} ({key:?}), name {name:?}: ", id.0)?;
        match self.kind {
            BuildErrorKind::NoWord => f.write_str("has no letter and no digit"),
            BuildErrorKind::TooLong { max } => write!(f, "is longer than {max} bytes"),
            BuildErrorKind::TooManyWords { max } => write!(f, "has more than {max} words"),
            BuildErrorKind::TooLarge => f.write_str("no room is left for it in 4 GiB"),
            BuildErrorKind::TooManySpellings { max } => {
                write!(
                    f,
                    "more than {max} names differ from it in case and outer punctuation alone"
                )
            }
        }
    }
}

impl core::error::Error for BuildError {}

/// Why bytes could not be loaded as a gazetteer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LoadError {
    pub(crate) kind: LoadErrorKind,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum LoadErrorKind {
    NotAGazetteer,
    Version(u32),
    Truncated,
    Corrupt,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            LoadErrorKind::NotAGazetteer => f.write_str("not a gazetteer"),
            LoadErrorKind::Version(version) => {
                write!(f, "a gazetteer of format {version}, which this version cannot read")
            }
            LoadErrorKind::Truncated => f.write_str("the gazetteer is cut off"),
            LoadErrorKind::Corrupt => f.write_str("the gazetteer is damaged"),
        }
    }
}

impl core::error::Error for LoadError {}
