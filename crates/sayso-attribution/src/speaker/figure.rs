use alloc::{string::String, vec::Vec};

use sayso_span::Span;

use super::{
    article::Article,
    evidence::Evidence,
    lexicon::Classes,
    mention::{Kind, Mention},
    vocabulary::Term,
    word::WordKind,
};
use crate::{Gender, GenderEvidence};

/// The index of an [`Figure`].
pub(super) type FigureId = usize;

/// Somebody or something with a name, and all that the article tells about it.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) kind: Kind,
    /// The ways its name is written, each with the number of places.
    forms: Vec<Form>,
    /// The indices of its mentions, in order of the text once all are known.
    pub(super) mentions: Vec<usize>,
    /// How many mentions have more than one word.
    pub(super) full: usize,
    pub(super) evidence: Evidence,
    pub(super) honorific: Option<Gender>,
    pub(super) gender: Option<(Gender, GenderEvidence)>,
    /// The first name of the dictionary that says who it is.
    pub(super) known: Option<usize>,
}

#[derive(Clone, Debug)]
struct Form {
    terms: Vec<Term>,
    words: Span,
    count: usize,
    capitals: bool,
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
            evidence: Evidence::default(),
            honorific: None,
            gender: None,
            known: None,
        }
    }

    /// Adds a mention, by its index.
    pub(super) fn add(&mut self, article: &Article<'_>, index: usize, mention: &Mention) {
        self.mentions.push(index);
        self.full += usize::from(!mention.is_single());
        self.evidence.merge(&mention.evidence);
        if mention.kind == Kind::Person || self.kind == Kind::Unknown {
            self.kind = mention.kind;
        }
        self.honorific = self.honorific.or(mention.honorific);
        let terms = name_terms(article, mention.name);
        if let Some(form) = self.forms.iter_mut().find(|form| form.terms == terms) {
            form.count += 1;
        } else if self.forms.len() < MOST_FORMS {
            let capitals = article.slice(mention.name).iter().all(|word| word.capitals);
            let words = without_letters(article, mention.name);
            self.forms.push(Form { terms, words, count: 1, capitals });
        }
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
    pub(super) fn full_name(&self) -> Option<Span> {
        let best = self.forms.iter().min_by_key(|form| {
            let shouted = form.capitals && form.terms.len() > 1;
            (shouted, usize::MAX - form.terms.len(), usize::MAX - form.count, form.words.start())
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
        self.evidence.heads.iter().any(|&head| article.terms().classes(head).any(Classes::FAMILY))
    }

    /// Its name as the article writes it, on one line.
    pub(super) fn name(&self, article: &Article<'_>) -> String {
        self.full_name().map_or_else(String::new, |words| article.line(words))
    }
}

/// The terms of a name, without what may follow a surname and without marks.
pub(super) fn name_terms(article: &Article<'_>, name: Span) -> Vec<Term> {
    let words = article.slice(name).iter().filter(|word| word.kind == WordKind::Word);
    let mut terms: Vec<Term> = words.clone().map(|word| word.term).collect();
    while terms.len() > 2 && article.terms().classes(terms[terms.len() - 1]).any(Classes::SUFFIX) {
        terms.pop();
    }
    terms
}

/// A name without the letters behind it that are a degree or an honor.
fn without_letters(article: &Article<'_>, name: Span) -> Span {
    let mut end = name.end();
    while end > name.start() + 2 {
        let word = &article.words[end - 1];
        let part = matches!(article.folded(word), "jr" | "sr" | "ii" | "iii" | "iv");
        if !word.classes.any(Classes::SUFFIX) || part {
            break;
        }
        end -= 1;
    }
    Span::new(name.start(), end)
}
