//! Noun phrases, read from the verb beside them.

mod after;
mod before;
mod simple;

pub(crate) use self::{
    after::after,
    before::{before, relative_clause},
};

use crate::{document::Document, tables::form, tag::Tag};

/// No noun phrase is longer, in tokens: what is longer has been misread. It also
/// bounds the time for each cue.
const LONGEST: usize = 60;

/// Whether a verb can be the finite verb of a clause.
pub(crate) fn is_finite(document: &Document<'_>, i: usize) -> bool {
    document.tag(i) == Tag::Auxiliary
        || document.tag(i) == Tag::Verb
            && document.word(i).has_form(form::BASE | form::THIRD | form::PAST)
            && !(i > 0 && matches!(document.tag(i - 1), Tag::To | Tag::Hyphen))
}
