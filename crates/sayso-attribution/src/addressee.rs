use alloc::vec::Vec;

use crate::{
    candidate::Candidate,
    document::Document,
    phrase,
    tables::{class, list},
    tag::Tag,
};

/// Leaves out what names only whom somebody tells: `The board told` *its members*`.` What
/// they are told stands elsewhere.
pub(crate) fn leave_out(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    candidates.retain(|candidate| {
        let (Some(cue), [whom]) = (&candidate.cue, &candidate.content[..]) else { return true };
        let tells = document.is_any(cue.end - 1, &["told", "tells", "tell", "telling"]);
        if !tells || whom.start != cue.end || whom.len() > LONGEST {
            return true;
        }
        // `told the truth`
        let last = whom.end - 1;
        let people = document.tag(last) == Tag::Name || document.is_class(last, class::ROLE);
        let whole = phrase::after(document, whom.start, whom.end, false) == Some(whom.clone());
        !(people && whole)
    });
}

/// Gives a content the infinitive that it has been taken out of: `told jurors` *to forget
/// all* `that they had read`.
pub(crate) fn take_infinitive(document: &Document<'_>, candidate: &mut Candidate) {
    let orders = candidate.cue_has(document, list::REQUEST);
    let Some(cue) = &candidate.cue else { return };
    let Some(content) = candidate.content.first_mut().filter(|part| part.start > cue.end) else {
        return;
    };
    if !orders || !document.is_any(content.start, &["that", "which", "who"]) {
        return;
    }
    let whom = phrase::after(document, cue.end, content.start, false);
    let to = whom.map(|whom| whom.end).filter(|&to| to + 1 < content.start);
    let plain = |to: usize| {
        document.tag(to) == Tag::To
            && document.tag(to + 1) == Tag::Verb
            && (to..content.start)
                .all(|i| document.quote(i).is_none() && !document.tag(i).is_punctuation())
    };
    if let Some(to) = to.filter(|&to| plain(to)) {
        content.start = to;
    }
}

/// Gives a content whom it asks to do something: `urged` *residents* `to stay`.
pub(crate) fn take(document: &Document<'_>, candidate: &mut Candidate) {
    let asks = candidate.cue_has(document, list::REQUEST);
    let Some(cue) = &candidate.cue else { return };
    let Some(content) = candidate.content.iter_mut().find(|range| range.start > cue.end) else {
        return;
    };
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
