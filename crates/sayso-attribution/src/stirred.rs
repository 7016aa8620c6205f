use alloc::vec::Vec;

use crate::{candidate::Candidate, document::Document, floating, tables::list, tag::Tag};

/// Leaves out what somebody or something makes others think: `The deal raised hopes of
/// peace`. Who hopes is not told, and it is not the deal.
pub(crate) fn leave_out(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    candidates.retain(|candidate| {
        let has = |list| candidate.cue_has(document, list);
        candidate.source.is_none() || !has(list::STIRRING) || !has(list::STIRRED)
    });
}

/// Leaves out the title of a work, which is nobody's words: `Her first book, “Waiting,”
/// appeared in May`.
pub(crate) fn leave_titles(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    candidates.retain(|candidate| {
        let [part] = &candidate.content[..] else { return true };
        let Some(quote) = document.quote(part.start) else { return true };
        let quote = &document.quotes[quote].tokens;
        let before = quote
            .start
            .checked_sub(1)
            .map(|before| before.saturating_sub(usize::from(document.tag(before) == Tag::Comma)));
        let of_work = before.is_some_and(|before| document.is_listed(before, list::WORK));
        part.end > quote.end || !of_work || !floating::is_title(document, quote)
    });
}
