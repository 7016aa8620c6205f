//! The comparison that [`Case::Capitalized`](crate::Case::Capitalized) asks for.

use crate::class::{Class, class};

/// Returns whether a text has the capitals that a name asks for. Both are
/// canonical forms, and their case foldings are equal.
pub(crate) fn fit(name: &str, text: &str) -> bool {
    let any = words(name).any(starts_with_capital);
    words(name).zip(words(text)).enumerate().all(|(at, (name, text))| {
        let asked = if any { starts_with_capital(name) } else { at == 0 };
        if !asked {
            return true;
        }
        let caseless = text.chars().next().is_none_or(|c| !c.is_lowercase() && !c.is_uppercase());
        (caseless || starts_with_capital(text)) && (!is_acronym(name) || !has_lower(text))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| class(c) == Class::Other).filter(|word| !word.is_empty())
}

fn starts_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn has_lower(word: &str) -> bool {
    word.chars().any(|c| c.is_lowercase() && class(c) == Class::Word)
}

/// Two capitals or more, and no small letter.
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).nth(1).is_some() && !has_lower(word)
}
