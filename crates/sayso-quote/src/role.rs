use core::fmt;

/// What a quotation is for.
///
/// It is a guess from what is quoted and what stands beside it; [`Reason`] says
/// how it was told, and `speech` in [`Quotation`](crate::Quotation) how far to
/// trust it.
///
/// # Example
///
/// ```
/// use sayso_quote::{Reason, Role, quotations};
///
/// let found = quotations("Graham “Tiny” Tull called it “a long way from over”.");
/// assert_eq!((found[0].role, found[0].reason), (Role::Nickname, Reason::BetweenNames));
/// assert_eq!((found[1].role, found[1].reason), (Role::Fragment, Reason::Clause));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Role {
    /// Speech or writing: at least a clause in somebody's words.
    Speech,
    /// Some of somebody's words, from two to many, in a sentence of the
    /// writer's.
    Fragment,
    /// A word that is mentioned, or kept at a distance, or somebody's only word
    /// in a sentence of the writer's.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Reason {
    /// A clause that reports it follows: `“No,” she said`.
    Reported,
    /// What comes before introduces it: `She said: “No.”`
    Introduced,
    /// It is a sentence of its own.
    Sentence,
    /// It has as many words as a clause.
    Clause,
    /// It has a few words, which somebody else may have chosen.
    Few,
    /// It is a single word.
    Word,
    /// A word before it names: `nicknamed “Tiny”`, `the word “no”`.
    Named,
    /// A word before it keeps a distance: `so-called “experts”`.
    Distanced,
    /// A word beside it says what it is the title of: `the film “Up”`.
    Work,
    /// Its words are capitalized, as those of titles and names are.
    Capitals,
    /// It stands between the names of a person.
    BetweenNames,
    /// It goes on from the paragraph before, and is what it was there.
    Chain,
    /// There is nothing in it.
    Empty,
}

impl Reason {
    /// Returns the reason as a word or two.
    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::Reported => "reported",
            Reason::Introduced => "introduced",
            Reason::Sentence => "sentence",
            Reason::Clause => "clause",
            Reason::Few => "few",
            Reason::Word => "word",
            Reason::Named => "named",
            Reason::Distanced => "distanced",
            Reason::Work => "work",
            Reason::Capitals => "capitals",
            Reason::BetweenNames => "between-names",
            Reason::Chain => "chain",
            Reason::Empty => "empty",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
