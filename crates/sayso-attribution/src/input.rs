use sayso_span::Span;

/// A text and what has been found in it, whoever found it.
///
/// # Guarantees asked for
///
/// All spans are in bytes, on character boundaries inside the text. Tokens and
/// sentences are in order and disjoint, and quotations and names are in order
/// of their starts.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The text of the article.
    pub text: &'a str,
    /// Its words, clitics and punctuation marks on their own: `do`, `n't`.
    pub tokens: &'a [Span],
    /// Its sentences.
    pub sentences: &'a [Span],
    /// Its quotations.
    pub quotations: &'a [Quoted],
    /// Names and titles that a dictionary has found in it; may be empty.
    pub names: &'a [Name<'a>],
}

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quoted {
    /// With the marks.
    pub span: Span,
    /// Without the marks.
    pub inner: Span,
    /// In how many others it lies.
    pub depth: usize,
    /// Quotations with the same number are one that goes on over paragraphs.
    pub chain: usize,
    /// How likely it is speech, from 0 (a title, a nickname) to 1.
    pub speech: f32,
}

/// A name or title that a dictionary has found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name<'a> {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// The gender that it tells.
    pub gender: Option<Gender>,
    /// The canonical name.
    pub name: &'a str,
    /// The key of the dictionary's entry, if it says who it is: a person who is
    /// mentioned here is that one, and has the canonical name.
    pub key: Option<&'a str>,
}

/// What a [`Name`] names.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NameKind {
    /// A person, by a full name or a surname.
    Person,
    /// A given name.
    GivenName,
    /// A title, rank, office or occupation.
    Title,
    /// An organization of any sort.
    Organization,
    /// A country, city, region.
    Place,
    /// A nationality, party or other name of a kind of people.
    Group,
    /// A month, a day: no name, though it is capitalized.
    Stop,
}

/// Grammatical gender of a name or title.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Gender {
    /// As in `she`, `Mrs.`, `spokeswoman`.
    Feminine,
    /// As in `he`, `Mr.`, `spokesman`.
    Masculine,
}

impl Gender {
    /// Returns what it is called: `feminine`, `masculine`.
    pub fn as_str(self) -> &'static str {
        match self {
            Gender::Feminine => "feminine",
            Gender::Masculine => "masculine",
        }
    }
}
