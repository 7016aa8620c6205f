use crate::{AttributionKind, candidate::Candidate, document::Document};

/// Tells whether a content is quoted: all of it, none of it, or some.
pub(crate) fn kind(document: &Document<'_>, candidate: &Candidate) -> AttributionKind {
    let (mut inside, mut outside) = (false, false);
    for range in &candidate.content {
        let mut i = range.start;
        while i < range.end {
            i = match document.quote(i) {
                Some(quote) => {
                    inside = true;
                    document.quotes[quote].tokens.end.max(i + 1)
                }
                None => {
                    outside = outside || document.token(i).contains(char::is_alphanumeric);
                    i + 1
                }
            };
        }
    }
    match (inside || candidate.verbatim, outside && !candidate.verbatim) {
        (true, false) => AttributionKind::Direct,
        (true, true) => AttributionKind::Mixed,
        (false, _) => AttributionKind::Indirect,
    }
}
