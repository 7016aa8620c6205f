use core::fmt;

/// What a quotation is for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Role {
    /// Speech or writing: at least a clause in somebody's words.
    Speech,
    /// Some of somebody's words in a sentence of the writer's.
    Fragment,
    /// A word that is mentioned, a name, or one kept at a distance.
    Term,
    /// The title of a work.
    Title,
    /// A nickname between the names of a person.
    Nickname,
}

impl Role {
    /// Returns the role as a word in lower case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Speech => "speech",
            Role::Fragment => "fragment",
            Role::Term => "term",
            Role::Title => "title",
            Role::Nickname => "nickname",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How the [`Role`] of a quotation was told.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Reason {
    /// It is as long as a sentence.
    Long,
    /// It is no longer than a phrase.
    Short,
}

impl Reason {
    /// Returns the reason as a word or two.
    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::Long => "long",
            Reason::Short => "short",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
