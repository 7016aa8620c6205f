use sayso::Span;

/// A part of an attribution, where it stands in the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Mark {
    /// Which attribution.
    pub(super) attribution: usize,
    /// What it is in it.
    pub(super) role: Role,
    pub(super) span: Span,
}

/// A part of an attribution.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Role {
    Source,
    Cue,
    Content,
}

impl Role {
    /// Returns its name.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Role::Source => "source",
            Role::Cue => "cue",
            Role::Content => "content",
        }
    }
}
