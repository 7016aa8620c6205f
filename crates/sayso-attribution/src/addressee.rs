use crate::{candidate::Candidate, document::Document, phrase, tables::list, tag::Tag};

/// Gives a content whom it asks to do something: `urged` *residents* `to stay`.
pub(crate) fn take(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(cue) = &candidate.cue else { return };
    let Some(content) = candidate.content.iter_mut().find(|range| range.start > cue.end) else {
        return;
    };
    let asks = cue.clone().any(|i| document.is_listed(i, list::REQUEST));
    let to = document.tag(content.start) == Tag::To
        || document.tag(content.start) == Tag::Not && document.tag(content.start + 1) == Tag::To;
    if !asks || !to || content.start - cue.end > LONGEST {
        return;
    }
    let whom = cue.end..content.start;
    if phrase::after(document, whom.start, whom.end, false) == Some(whom.clone()) {
        content.start = whom.start;
    }
}

/// Who is asked is named in at most so many tokens.
const LONGEST: usize = 10;
