use alloc::{string::String, vec::Vec};

use sayso_span::Span;

use crate::{Gender, Speaker};

/// Names an [`Entity`] among the [`Entities`](crate::Entities) of one text.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct EntityId(pub(crate) u32);

impl EntityId {
    /// Returns its place among the entities, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Somebody or something that an article mentions: a person, an organization, a
/// group, or whatever else has a name or speaks.
///
/// # Guarantees
///
/// There is at least one mention, unless it is the writer. Mentions are in order,
/// inside the text and on its character boundaries, and none of them is a
/// mention of another entity as well.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Entity {
    /// Its number in the text. In another text, the same number is another.
    pub id: EntityId,
    /// The key of a dictionary's entry, if a [`Name`](crate::Name) with one says
    /// who it is: the same in all texts.
    pub key: Option<String>,
    /// The fullest name in the article, or the dictionary's; else a description.
    pub name: Speaker,
    /// What it is.
    pub kind: EntityKind,
    /// Where it is mentioned, in order: by names with the titles before them, and
    /// by the descriptions and pronouns that have been resolved.
    pub mentions: Vec<Span>,
    /// Its grammatical gender, if it is a person.
    pub gender: Option<Gender>,
    /// What tells the gender.
    pub gender_evidence: Option<GenderEvidence>,
    /// What the article says that it is, without a determiner: `White House
    /// spokesman`.
    pub description: Option<String>,
}

/// What an [`Entity`] is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organization, an office, a court, a newspaper.
    Organization,
    /// Several: a nation, a party, `officials`.
    Group,
    /// A place, a thing, or nobody knows.
    Other,
}

impl EntityKind {
    /// Returns what it is called: `person`, `organization`, `group`, `other`.
    pub fn as_str(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::Organization => "organization",
            EntityKind::Group => "group",
            EntityKind::Other => "other",
        }
    }
}

/// What tells the gender of an [`Entity`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum GenderEvidence {
    /// A dictionary that knows the person.
    Dictionary,
    /// A word for what the person is: `spokeswoman`, `widow`.
    Role,
    /// The given name.
    GivenName,
    /// A form of address: `Mrs.`
    Address,
    /// The pronouns that follow a mention.
    Pronouns,
}
