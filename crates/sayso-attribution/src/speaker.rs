use alloc::string::String;
use core::fmt;

mod acronym;
mod ahead;
mod apposition;
mod article;
mod body;
mod by_term;
mod cluster;
mod compound;
mod description;
mod encounter;
mod evidence;
mod figure;
mod form;
mod gender;
mod history;
mod inner;
mod known;
mod lexicon;
mod matching;
mod mention;
mod mentions;
mod names;
mod namesake;
mod person;
mod phrase;
mod plural;
mod profile;
mod pronoun;
mod referent;
mod relative;
mod resolver;
mod roster;
mod run;
mod several;
mod source;
mod spelling;
mod surroundings;
mod tables;
mod term_finder;
mod title;
mod vocabulary;
mod word;
mod words;

pub(crate) use self::roster::name_speakers;

/// Who speaks.
///
/// It is displayed as the name itself, as `~` and the description, or as
/// `@author`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Speaker {
    /// The fullest name in the article, without courtesy titles.
    Name(String),
    /// The fullest description, without its determiner, of somebody whom the
    /// article does not name.
    Description(String),
    /// The writer of the article.
    Author,
}

impl fmt::Display for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Speaker::Name(name) => f.write_str(name),
            Speaker::Description(description) => write!(f, "~{description}"),
            Speaker::Author => f.write_str("@author"),
        }
    }
}

/// As a string, the one that it is displayed as.
#[cfg(feature = "serde")]
impl serde::Serialize for Speaker {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
