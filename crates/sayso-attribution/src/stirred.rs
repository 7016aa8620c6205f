use alloc::vec::Vec;

use crate::{candidate::Candidate, document::Document, tables::list};

/// Leaves out what somebody or something makes others think: `The deal raised hopes of
/// peace`. Who hopes is not told, and it is not the deal.
pub(crate) fn leave_out(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    candidates.retain(|candidate| {
        let has = |list| candidate.cue_has(document, list);
        candidate.source.is_none() || !has(list::STIRRING) || !has(list::STIRRED)
    });
}
