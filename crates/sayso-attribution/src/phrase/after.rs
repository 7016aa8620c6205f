//! To the right: the phrase that starts behind a verb.

use core::ops::Range;

use super::{LONGEST, is_finite};
use crate::{document::Document, tables::class, tag::Tag};

/// Returns the noun phrase that starts at the token `start`, with what follows it.
///
/// `apposed` also takes groups between commas that tell who it is.
pub(crate) fn after(
    document: &Document<'_>,
    start: usize,
    ceiling: usize,
    apposed: bool,
) -> Option<Range<usize>> {
    let ceiling = ceiling.min(start + LONGEST);
    let mut end = simple(document, start, ceiling)?;
    if !apposed {
        return Some(start..end);
    }
    for _ in 0..3 {
        if end + 1 >= ceiling || document.tag(end) != Tag::Comma {
            break;
        }
        let first = end + 1;
        let tells = match document.tag(first) {
            Tag::Determiner | Tag::Possessive => true,
            Tag::Number => true,
            Tag::Relative => document.is_any(first, &["who", "whose"]),
            Tag::Name | Tag::Noun | Tag::Adjective => {
                document.is_class(first, class::ROLE) && document.token(first).len() > 1
                    || document.is(first, "former")
                    || (first..ceiling.min(first + 6))
                        .any(|i| document.is_class(i, class::ROLE) && document.tag(i) == Tag::Noun)
            }
            Tag::Preposition => document.is_any(first, &["of", "from"]),
            _ => false,
        };
        if !tells || document.quote(first).is_some() {
            break;
        }
        let mut close = first;
        while close < ceiling
            && !matches!(
                document.tag(close),
                Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Dash
            )
            && document.quote(close).is_none()
        {
            close += 1;
        }
        // Another clause: `said X, the mayor left`.
        let relative = document.tag(first) == Tag::Relative;
        let clause = !relative
            && (first..close).any(|i| is_finite(document, i))
            && !(first..close).any(|i| document.tag(i) == Tag::Relative);
        if clause || close == first {
            break;
        }
        end = close;
    }
    Some(start..end)
}

/// Whether the object of a preposition is a time or a medium: `in a statement`.
fn loose(document: &Document<'_>, start: usize, ceiling: usize) -> bool {
    (start..ceiling.min(start + 4))
        .take_while(|&i| !document.tag(i).is_punctuation())
        .any(|i| document.is_class(i, class::MEDIUM) || document.is_time(i))
}

/// The end of the phrase without appositions that starts there.
fn simple(document: &Document<'_>, start: usize, ceiling: usize) -> Option<usize> {
    let mut end = start;
    let mut head = false;
    while end < ceiling {
        if document.quote(end).is_some() {
            break;
        }
        let tag = document.tag(end);
        let next = document.tag(end + 1);
        let opens_next = end + 1 < ceiling
            && (next.is_nominal()
                || matches!(next, Tag::Determiner | Tag::Possessive | Tag::Adjective));
        let taken = match tag {
            Tag::Noun | Tag::Number | Tag::Name => {
                // `said May Tuesday`
                !(head && document.is_time(end))
            }
            Tag::Pronoun => !head,
            Tag::Determiner | Tag::Possessive => {
                end == start
                    || matches!(
                        document.tag(end - 1),
                        Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Determiner
                    )
            }
            Tag::Adjective => true,
            Tag::Genitive => head,
            Tag::Adverb => !head && matches!(next, Tag::Adjective | Tag::Number),
            Tag::Verb => {
                !head && matches!(next, Tag::Noun | Tag::Name | Tag::Adjective) && end > start
            }
            Tag::Preposition => {
                let attaches =
                    document.is_any(end, &["of", "for", "from", "with", "at", "in", "on"]);
                let loose = loose(document, end + 1, ceiling);
                head && attaches && opens_next && (document.is(end, "of") || !loose)
            }
            Tag::To => head && opens_next && !loose(document, end + 1, ceiling),
            Tag::Conjunction => {
                head && document.is_any(end, &["and", "or"])
                    && opens_next
                    && !is_finite(document, end + 1)
            }
            Tag::Hyphen => {
                end = ceiling.min(end + 2);
                continue;
            }
            _ if document.tag(end + 1) == Tag::Hyphen => true,
            Tag::Other => matches!(document.token(end), "&" | "/" | "%"),
            // `MSNBC's "Morning Joe"`
            Tag::Mark => match document.first(end + 1..ceiling.min(end + 7), Tag::Mark) {
                Some(close) if head => {
                    end = close + 1;
                    continue;
                }
                _ => false,
            },
            Tag::Open => match document.first(end + 1..ceiling.min(end + 12), Tag::Close) {
                Some(close) if head => {
                    end = close + 1;
                    continue;
                }
                _ => false,
            },
            _ => false,
        };
        if !taken {
            break;
        }
        head |= matches!(tag, Tag::Noun | Tag::Number | Tag::Name | Tag::Pronoun);
        end += 1;
        // `one engineer`
        let counts = document.is(end - 1, "one")
            && matches!(document.tag(end), Tag::Noun | Tag::Name | Tag::Adjective);
        if tag == Tag::Pronoun && !document.is(end, "of") && !counts {
            break;
        }
    }
    (head || end > start).then_some(end)
}
