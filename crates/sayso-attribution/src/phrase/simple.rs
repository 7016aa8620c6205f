//! A simple phrase, one without commas, read from its head to the left.

use core::ops::Range;

use super::before::relative_clause;
use crate::{
    document::Document,
    tables::{class, form, list},
    tag::Tag,
};

/// Returns the simple phrase that ends right before the token `end`.
pub(super) fn before(document: &Document<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut start = end;
    let mut joined = false;
    while start > floor {
        let i = start - 1;
        let right = (start < end).then(|| document.tag(start));
        let before = i.checked_sub(1).filter(|&j| j >= floor).map(|j| document.tag(j));
        let place = Place { document, floor, i, right, before };
        let taken = match document.tag(i) {
            Tag::Noun | Tag::Number => {
                // `In an interview May said`: a name does not follow such a noun.
                let parted = right == Some(Tag::Name)
                    && (document.is_class(i, class::MEDIUM) || document.is_time(i));
                !parted && right != Some(Tag::Determiner)
            }
            Tag::Name => {
                right.is_none_or(|right| !matches!(right, Tag::Determiner | Tag::Possessive))
                    && (!document.is_time(i) || right.is_none_or(|right| right == Tag::Genitive))
            }
            Tag::Adjective | Tag::Genitive => true,
            _ if matches!(right, Some(Tag::To | Tag::Preposition))
                && place.is_behind_noun()
                && document.is_listed(i, list::APT) =>
            {
                true
            }
            Tag::Adverb => {
                right == Some(Tag::Adjective) && before == Some(Tag::Determiner)
                    || right == Some(Tag::Number)
            }
            Tag::Pronoun => right.is_none_or(|right| right == Tag::Preposition),
            Tag::Determiner | Tag::Possessive => right != Some(Tag::Determiner) || i + 1 == end,
            Tag::Verb => place.has_verb(),
            Tag::Preposition | Tag::To => place.has_preposition(),
            Tag::Conjunction => {
                let joins = place.has_conjunction();
                joined |= joins;
                joins
            }
            Tag::Comma => {
                joined && place.is_behind_noun()
                    || document.is_any(start, &["jr", "jr.", "sr", "sr."])
            }
            Tag::Close => match opening(document, i, floor) {
                Some(open) => {
                    start = open;
                    continue;
                }
                None => false,
            },
            Tag::Mark => match opening_mark(document, i, floor) {
                Some(open) if right.is_some() => {
                    start = open;
                    continue;
                }
                _ => false,
            },
            Tag::Hyphen => {
                // `Thibodeaux-Park`, `mum-of-four`: the whole word, whatever it is.
                start = i.saturating_sub(1).max(floor);
                continue;
            }
            Tag::Other => matches!(document.token(i), "&" | "/" | "%"),
            _ => false,
        };
        if !taken {
            break;
        }
        start = i;
    }
    if let Some(relative) = relative_clause(document, start, floor) {
        start = relative;
    }
    // What a phrase cannot begin with.
    while start < end
        && matches!(
            document.tag(start),
            Tag::Conjunction | Tag::Preposition | Tag::Genitive | Tag::Comma | Tag::To
        )
    {
        start += 1;
    }
    let has_head = (start..end).any(|i| {
        document.tag(i).is_nominal() || matches!(document.tag(i), Tag::Determiner | Tag::Adjective)
    });
    (start < end && has_head).then_some(start..end)
}

/// A token that may go on a phrase to the left.
struct Place<'a> {
    document: &'a Document<'a>,
    /// Where the phrase begins at the earliest.
    floor: usize,
    i: usize,
    /// What the phrase begins with so far.
    right: Option<Tag>,
    /// What stands before the token.
    before: Option<Tag>,
}

impl Place<'_> {
    fn is_behind_noun(&self) -> bool {
        matches!(
            self.before,
            Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Close | Tag::Pronoun)
        )
    }

    /// Whether a phrase has this verb, which tells something of a noun.
    fn has_verb(&self) -> bool {
        let Place { right, before, .. } = *self;
        let word = self.document.word(self.i);
        // `exit polling`
        let gerund = || {
            word.has_form(form::GERUND)
                && matches!(
                    before,
                    None | Some(Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Name)
                )
        };
        match right {
            None => gerund(),
            // `the retiring mayor`, `and leading scholars`
            Some(Tag::Noun | Tag::Name) => {
                let attached = matches!(
                    before,
                    Some(
                        Tag::Determiner
                            | Tag::Adjective
                            | Tag::Preposition
                            | Tag::Hyphen
                            | Tag::Number
                            | Tag::Possessive
                    )
                );
                let fresh = word.has_form(form::GERUND)
                    && matches!(
                        before,
                        None | Some(Tag::Subordinator | Tag::Conjunction | Tag::Comma)
                    );
                attached || fresh
            }
            // `officials briefed on the matter`, `a man named May`
            Some(Tag::Preposition | Tag::To | Tag::Determiner) => {
                self.is_behind_noun()
                    && word.has_form(form::PARTICIPLE | form::GERUND)
                    && !word.has_form(form::BASE)
            }
            Some(_) => false,
        }
    }

    /// Whether a phrase has this preposition: a noun, or what is told of one, stands
    /// before it.
    fn has_preposition(&self) -> bool {
        let Place { document, floor, i, right, before } = *self;
        let within = i >= floor + 2;
        let apt =
            within && document.is_listed(i - 1, list::APT) && document.tag(i - 2).is_nominal();
        let told = within
            && before == Some(Tag::Verb)
            && matches!(document.tag(i - 2), Tag::Noun | Tag::Name)
            && document.word(i - 1).has_form(form::PARTICIPLE)
            && !document.word(i - 1).has_form(form::BASE);
        right.is_some_and(|right| right != Tag::Preposition)
            && (self.is_behind_noun() || apt || told)
    }

    /// Whether this conjunction joins the phrase to another.
    fn has_conjunction(&self) -> bool {
        let Place { document, floor, i, right, before } = *self;
        // `asked for a photo and May said`: names join names.
        let alike = right != Some(Tag::Name) || before != Some(Tag::Noun);
        document.is_any(i, &["and", "or"])
            && right.is_some()
            && (self.is_behind_noun() && alike || enumerated(document, i, floor))
    }
}

/// Whether the conjunction is the last of a list: `A, B, and C`.
fn enumerated(document: &Document<'_>, and: usize, floor: usize) -> bool {
    if and <= floor || document.tag(and - 1) != Tag::Comma {
        return false;
    }
    let inner = (floor.max(and.saturating_sub(12))..and - 1).rev().take_while(|&i| {
        matches!(
            document.tag(i),
            Tag::Name
                | Tag::Noun
                | Tag::Determiner
                | Tag::Adjective
                | Tag::Open
                | Tag::Close
                | Tag::Hyphen
                | Tag::Number
                | Tag::Comma
        )
    });
    inner.into_iter().any(|i| document.tag(i) == Tag::Comma)
}

/// The bracket that the one at `close` closes, at most a dozen tokens before.
fn opening(document: &Document<'_>, close: usize, floor: usize) -> Option<usize> {
    (floor.max(close.saturating_sub(12))..close).rev().find(|&i| document.tag(i) == Tag::Open)
}

/// The mark that opens a nickname or the like.
fn opening_mark(document: &Document<'_>, close: usize, floor: usize) -> Option<usize> {
    if document.quote(close).is_some() {
        return None;
    }
    (floor.max(close.saturating_sub(6))..close).rev().find(|&i| document.tag(i) == Tag::Mark)
}
