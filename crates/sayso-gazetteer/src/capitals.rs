//! The comparison that [`Case::Capitalized`](crate::Case::Capitalized) asks for.

use crate::class::{Class, class, is_capital};

/// Returns whether a text has the capitals that a name asks for. Both are
/// canonical forms, and their case foldings are equal.
pub(crate) fn fit(name: &str, text: &str) -> bool {
    let any = has_capital(name);
    words(name).zip(words(text)).enumerate().all(|(at, (name, text))| {
        let asked = if any { starts_with_capital(name) } else { at == 0 };
        if !asked || is_caseless(name) {
            return true;
        }
        starts_with_capital(text) && !(is_acronym(name) && has_small(text))
    })
}

/// Returns whether a word of the name starts with a capital.
pub(crate) fn has_capital(name: &str) -> bool {
    words(name).any(starts_with_capital)
}

/// Returns whether the first word of a text must start with a capital.
pub(crate) fn asked_at_start(name: &str) -> bool {
    words(name).next().is_some_and(|first| {
        (starts_with_capital(first) || !has_capital(name)) && !is_caseless(first)
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| class(c) == Class::Other).filter(|word| !word.is_empty())
}

fn starts_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(is_capital)
}

fn has_small(word: &str) -> bool {
    word.chars().any(|c| c.is_lowercase() && class(c) == Class::Word)
}

/// Neither a capital nor a small letter comes first.
fn is_caseless(word: &str) -> bool {
    word.chars().next().is_none_or(|c| !c.is_lowercase() && !is_capital(c))
}

/// Two capitals or more, and no small letter.
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|&c| is_capital(c)).nth(1).is_some() && !has_small(word)
}
