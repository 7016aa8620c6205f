//! What a character is to the matcher.

use unicode_normalization::char::is_combining_mark;

/// What a character is to the matcher, on its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Class {
    /// A letter or a digit of any script, or `_`.
    Word,
    /// A combining mark: it belongs to what stands before it.
    Mark,
    /// A character that is not seen, such as a soft hyphen: it is nowhere.
    Ignorable,
    /// Everything else.
    Other,
}

/// Returns the class of a character.
#[inline]
pub(crate) fn class(c: char) -> Class {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() || c == '_' { Class::Word } else { Class::Other };
    }
    match c {
        // General punctuation is frequent in news and has no letters.
        '\u{2010}'..='\u{2027}' => Class::Other,
        _ if is_ignorable(c) => Class::Ignorable,
        _ if is_apostrophe(c) => Class::Other,
        _ if is_combining_mark(c) => Class::Mark,
        _ if c.is_alphanumeric() => Class::Word,
        _ => Class::Other,
    }
}

/// Soft hyphen, zero-width characters, marks of direction, variation selectors.
#[inline]
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}'
    )
}

/// What is written for an apostrophe: straight, curly, modifier letters, prime,
/// accents on their own, the ‘okina.
#[inline]
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '\u{B4}'
            | '\u{2BB}'
            | '\u{2BC}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201B}'
            | '\u{2032}'
            | '\u{FF07}'
    )
}

/// What is written for a hyphen. A long dash is none: it parts two phrases.
#[inline]
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// A capital, or a pair of letters of which the first is one: `ǅ`.
#[inline]
pub(crate) fn is_capital(c: char) -> bool {
    c.is_uppercase() || !c.is_ascii() && !c.is_lowercase() && c.to_lowercase().ne([c])
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::decompose_canonical;

    use super::{Class, class};

    /// The classes do not depend on the normalization form.
    #[test]
    fn decomposition_keeps_the_class() {
        for c in '\0'..=char::MAX {
            let mut classes = alloc::vec::Vec::new();
            decompose_canonical(c, |d| classes.push(class(d)));
            let first = classes[0];
            assert_eq!(first, class(c), "{c:?}");
            let rest = if first == Class::Word {
                &[Class::Word, Class::Mark][..]
            } else {
                &[Class::Mark]
            };
            assert!(classes[1..].iter().all(|d| rest.contains(d)), "{c:?} {classes:?}");
        }
    }
}
