//! What a dictionary knows of the names in the text.

use alloc::{collections::BTreeMap, vec::Vec};

use super::{
    article::Article,
    lexicon::Classes,
    mention::{Kind, Mention},
    vocabulary::Term,
    word::WordKind,
    words::Words,
};
use crate::{Gender, Input, Name, NameKind};

/// A name of a dictionary, in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    words: Words,
    /// Its number among those that the dictionary has found.
    number: usize,
    name: &'a Name<'a>,
}

impl<'a> Known<'a> {
    /// The dictionary's key, if it says who it is.
    fn key(&self) -> Option<&'a str> {
        self.name.key.filter(|_| self.name.kind == NameKind::Person)
    }
}

/// Returns the names that are made of whole words, in order.
pub(super) fn known<'a>(article: &Article<'a>, input: Input<'a>) -> Vec<Known<'a>> {
    // Names are in order, or nearly.
    let (mut from, mut start) = (0, 0);
    let words = |(number, name): (usize, &'a Name<'a>)| {
        let words = if start <= name.span.start() {
            article.words_from(from, name.span)
        } else {
            article.words_in(name.span)
        };
        (from, start) = (words.start(), name.span.start());
        let whole = !words.is_empty() && article.span(words) == name.span;
        whole.then_some(Known { words, number, name })
    };
    let mut known: Vec<Known<'_>> = input.names.iter().enumerate().filter_map(words).collect();
    known.sort_by_key(|one| (one.words.start(), usize::MAX - one.words.end()));
    known
}

/// Adds what the dictionary says of single words to what the word lists say, where
/// these say nothing.
pub(super) fn add_classes(article: &mut Article<'_>, known: &[Known<'_>]) {
    let change = |one: &Known<'_>| {
        let word = article.words[one.words.start()];
        let classes = match (one.name.kind, one.name.gender) {
            (NameKind::GivenName, Some(Gender::Feminine)) => Classes::GIVEN_FEMININE,
            (NameKind::GivenName, Some(Gender::Masculine)) => Classes::GIVEN_MASCULINE,
            (NameKind::GivenName, None) => Classes::GIVEN,
            (NameKind::Place, _) => Classes::PLACE,
            (NameKind::Group, _) => Classes::PEOPLE,
            _ => return None,
        };
        let unknown = article.classes(word.term) == Classes::default();
        (word.is_capital() && unknown).then_some((word.term, classes))
    };
    let single = known.iter().filter(|one| one.words.len() == 1);
    let changes: Vec<(Term, Classes)> = single.filter_map(change).collect();
    article.set_classes(changes.into_iter());
}

/// Makes the words of people whom the dictionary knows parts of names, whatever
/// their looks.
pub(super) fn mark_names(article: &mut Article<'_>, known: &[Known<'_>]) {
    for one in known.iter().filter(|one| one.key().is_some()) {
        for word in &mut article.words[one.words.range()] {
            if word.kind == WordKind::Word {
                word.set_name();
            }
        }
    }
}

/// Returns where names of several words end, by where they start: runs do not end
/// inside them.
pub(super) fn units(known: &[Known<'_>]) -> BTreeMap<usize, usize> {
    let several = known.iter().filter(|one| {
        let whole = matches!(one.name.kind, NameKind::Organization | NameKind::Person);
        whole && one.words.len() > 1
    });
    let mut units = BTreeMap::new();
    for one in several {
        // The longest comes first.
        units.entry(one.words.start()).or_insert(one.words.end());
    }
    units
}

/// Tells mentions of people who they are if the dictionary knows, and others what
/// they are if nothing else does.
pub(super) fn identify(mentions: &mut [Mention], known: &[Known<'_>]) {
    let mut firsts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut at = 0;
    for one in known {
        while mentions.get(at).is_some_and(|mention| mention.run.end() <= one.words.start()) {
            at += 1;
        }
        let Some(mention) = mentions.get_mut(at) else { return };
        if let Some(key) = one.key() {
            if mention.run.covers(one.words) && mention.known().is_none() {
                mention.run = Words::new(mention.run.start(), one.words.end());
                mention.name = one.words;
                mention.kind = Kind::Person;
                mention.set_known(*firsts.entry(key).or_insert(one.number));
            }
        } else if mention.name == one.words && mention.kind == Kind::Unknown {
            mention.kind = match one.name.kind {
                NameKind::Organization => Kind::Organization,
                NameKind::Place => Kind::Place,
                NameKind::Person => Kind::Person,
                _ => Kind::Unknown,
            };
        }
    }
}
