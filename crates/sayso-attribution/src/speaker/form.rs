use alloc::{boxed::Box, collections::BTreeMap, vec::Vec};

use super::{
    article::Article, by_term::ByTerm, lexicon::Classes, vocabulary::Term, word::WordKind,
    words::Words,
};

/// A way of writing a name, as a number: the same words have the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct FormId(u32);

impl FormId {
    /// Its place among the forms.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The ways in which an article writes names.
pub(super) struct Forms {
    /// Those of one word.
    single: ByTerm,
    /// Those of several, or none.
    others: BTreeMap<Box<[Term]>, FormId>,
    /// How many there are.
    count: u32,
    /// The words of the name that is looked up.
    terms: Vec<Term>,
}

impl Forms {
    /// No forms yet, with room for those of so many terms.
    pub(super) fn new(terms: usize) -> Forms {
        Forms { single: ByTerm::new(terms), others: BTreeMap::new(), count: 0, terms: Vec::new() }
    }

    /// The form of a name, which may be a new one. There are no more of them than
    /// there are words.
    pub(super) fn add(&mut self, article: &Article<'_>, name: Words) -> FormId {
        self.find(article, name).unwrap_or_else(|| {
            let number = FormId(self.count);
            self.count += 1;
            match self.terms[..] {
                [only] => self.single.insert(only, number.0),
                _ => drop(self.others.insert(self.terms[..].into(), number)),
            }
            number
        })
    }

    /// The form of a name if another name has it.
    pub(super) fn find(&mut self, article: &Article<'_>, name: Words) -> Option<FormId> {
        self.terms.clear();
        put_terms(article, name, &mut self.terms);
        match self.terms[..] {
            [only] => self.single.get(only).map(FormId),
            _ => self.others.get(&self.terms[..]).copied(),
        }
    }
}

/// The terms of a name, without what may follow a surname and without marks.
pub(super) fn name_terms(article: &Article<'_>, name: Words) -> Vec<Term> {
    let mut terms = Vec::with_capacity(name.len());
    put_terms(article, name, &mut terms);
    terms
}

fn put_terms(article: &Article<'_>, name: Words, terms: &mut Vec<Term>) {
    let words = article.slice(name).iter().filter(|word| word.kind == WordKind::Word);
    terms.extend(words.map(|word| word.term));
    while terms.len() > 2 && article.is(terms[terms.len() - 1], Classes::SUFFIX) {
        terms.pop();
    }
}
