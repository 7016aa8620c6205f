use core::fmt;

/// Why bytes are no [`Model`](crate::Model).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LoadError {
    kind: LoadErrorKind,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum LoadErrorKind {
    NotAModel,
    Version,
    Corrupt,
}

impl LoadError {
    pub(crate) const NOT_A_MODEL: LoadError = LoadError { kind: LoadErrorKind::NotAModel };
    pub(crate) const VERSION: LoadError = LoadError { kind: LoadErrorKind::Version };
    pub(crate) const CORRUPT: LoadError = LoadError { kind: LoadErrorKind::Corrupt };
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            LoadErrorKind::NotAModel => "not an attribution model",
            LoadErrorKind::Version => "an attribution model of another version",
            LoadErrorKind::Corrupt => "an attribution model that is cut off or damaged",
        })
    }
}

impl core::error::Error for LoadError {}
