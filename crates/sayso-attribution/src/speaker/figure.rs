use alloc::{boxed::Box, string::String, vec::Vec};

use super::{
    article::Article,
    evidence::{Evidence, Said},
    form::{FormId, name_terms},
    lexicon::Classes,
    mention::{Kind, Mention},
    profile::Profile,
    vocabulary::Term,
    words::Words,
};
use crate::{Gender, GenderEvidence};

/// The index of an [`Figure`].
pub(super) type FigureId = usize;

/// Somebody or something with a name, and all that the article tells about it.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) kind: Kind,
    /// The ways its name is written.
    forms: Vec<Form>,
    /// The indices of its mentions, in order of the text once all are known.
    pub(super) mentions: Vec<u32>,
    /// How many mentions have more than one word.
    pub(super) full: u32,
    pub(super) profile: Profile,
    pub(super) honorific: Option<Gender>,
    pub(super) gender: Option<(Gender, GenderEvidence)>,
    /// The first name of the dictionary that says who it is.
    pub(super) known: Option<usize>,
}

/// A way its name is written, with the number of places that write it so.
#[derive(Clone, Debug)]
struct Form {
    id: FormId,
    capitals: bool,
    count: u32,
    words: Words,
    terms: Box<[Term]>,
}

/// More ways of writing one name are not remembered.
const MOST_FORMS: usize = 12;

impl Figure {
    pub(super) fn new(kind: Kind) -> Figure {
        Figure {
            kind,
            forms: Vec::new(),
            mentions: Vec::new(),
            full: 0,
            profile: Profile::default(),
            honorific: None,
            gender: None,
            known: None,
        }
    }

    /// Adds a mention, by its index, with how it is written and what is told of it.
    pub(super) fn add(
        &mut self,
        article: &Article<'_>,
        (index, mention): (usize, &Mention),
        id: FormId,
        (evidence, said): (&Evidence, &[Said]),
    ) {
        self.mentions.push(index as u32);
        self.full += u32::from(!mention.is_single());
        self.profile.add(evidence, said);
        if mention.kind == Kind::Person || self.kind == Kind::Unknown {
            self.kind = mention.kind;
        }
        self.honorific = self.honorific.or(mention.honorific);
        if let Some(form) = self.forms.iter_mut().find(|form| form.id == id) {
            form.count += 1;
        } else if self.forms.len() < MOST_FORMS {
            let capitals = article.slice(mention.name).iter().all(|word| word.is_capitals());
            let words = without_letters(article, mention.name);
            let terms = name_terms(article, mention.name).into();
            // Most have one or two.
            self.forms.reserve_exact(1);
            self.forms.push(Form { id, capitals, count: 1, words, terms });
        }
    }

    /// Puts its mentions in order, when all are known.
    pub(super) fn settle(&mut self) {
        self.mentions.sort_unstable();
        self.mentions.shrink_to_fit();
        self.forms.shrink_to_fit();
    }

    /// Its gender, as far as one is known.
    pub(super) fn gender(&self) -> Option<Gender> {
        self.gender.map(|(gender, _)| gender)
    }

    /// Whether the gender is more than a guess from pronouns nearby.
    pub(super) fn gender_is_sure(&self) -> bool {
        self.gender.is_some_and(|(_, evidence)| evidence != GenderEvidence::Pronouns)
    }

    /// The fullest way its name is written: most words, then most frequent.
    pub(super) fn full_name(&self) -> Option<Words> {
        let best = self.forms.iter().min_by_key(|form| {
            let shouted = form.capitals && form.terms.len() > 1;
            (shouted, usize::MAX - form.terms.len(), u32::MAX - form.count, form.words.start())
        });
        best.map(|form| form.words)
    }

    /// The words of the fullest name.
    pub(super) fn full_terms(&self) -> &[Term] {
        let longest = self.forms.iter().max_by_key(|form| form.terms.len());
        longest.map_or(&[], |form| &form.terms)
    }

    /// Whether it is described as a relative of somebody.
    pub(super) fn is_family(&self, article: &Article<'_>) -> bool {
        self.profile.heads.iter().any(|&head| article.is(head, Classes::FAMILY))
    }

    /// Its name as the article writes it, on one line.
    pub(super) fn name(&self, article: &Article<'_>) -> String {
        self.full_name().map_or_else(String::new, |words| article.line(words))
    }
}

/// A name without the letters behind it that are a degree or an honor.
fn without_letters(article: &Article<'_>, name: Words) -> Words {
    let mut end = name.end();
    while end > name.start() + 2 {
        let word = &article.words[end - 1];
        let part = matches!(article.folded(word), "jr" | "sr" | "ii" | "iii" | "iv");
        if !article.is(word.term, Classes::SUFFIX) || part {
            break;
        }
        end -= 1;
    }
    Words::new(name.start(), end)
}
