use alloc::vec::Vec;
use core::ops::Range;

use crate::{candidate::Candidate, document::Document, floating, ranges, tag::Tag};

/// Makes an attribution of its own, without a cue, of each quotation in a paragraph
/// of its own with which a content goes on: `“A,” May said.¶“B.”`
///
/// What has not been closed before is one with what was opened: `“A,” May said.
/// “B.¶“C.”` What a colon announces belongs to the cue before it.
///
/// Some annotators take the two for one. Where they do, the longer of the two is
/// still right; where they do not, one that is too long hides both.
///
/// # Complexity
///
/// Linear in the sizes of the contents, and *n* log *n* in the number of candidates.
pub(crate) fn part(document: &Document<'_>, found: &mut Vec<Candidate>) {
    let mut parted = Vec::new();
    for candidate in found.iter_mut().filter(|one| one.source.is_some() && !one.verbatim) {
        let own = own(document, candidate);
        if own.is_empty() {
            continue;
        }
        candidate.content = ranges::without(&candidate.content, &own);
        // What follows a question is the answer of somebody else.
        if floating::asks(document, candidate) {
            continue;
        }
        parted.extend(own.iter().map(|tokens| Candidate {
            source: candidate.source.clone(),
            cue: None,
            content: alloc::vec![tokens.clone()],
            confidence: candidate.confidence,
            verbatim: false,
        }));
    }
    found.append(&mut parted);
    found.sort_by_key(Candidate::start);
}

/// The quotations of a content, behind its beginning and its cue, that have
/// paragraphs of their own. Those of a chain are one.
fn own(document: &Document<'_>, candidate: &Candidate) -> Vec<Range<usize>> {
    let mut own: Vec<Range<usize>> = Vec::new();
    let Some(cue) = &candidate.cue else { return own };
    let start = candidate.content.first().map_or(cue.end, |range| range.start);
    for quote in candidate.content.iter().flat_map(|range| document.quotes_in(range)) {
        let tokens = &document.quotes[quote].tokens;
        if tokens.start < cue.end || tokens.start <= start || !is_own(document, tokens) {
            continue;
        }
        let chained =
            quote > 0 && document.quotes[quote - 1].chain == document.quotes[quote].chain;
        match own.last_mut() {
            Some(last) if chained && last.end == tokens.start => last.end = tokens.end,
            _ if chained || document.tag(tokens.start - 1) == Tag::Colon => {}
            _ => own.push(tokens.clone()),
        }
    }
    own
}

/// Whether a quotation begins and ends with a paragraph.
fn is_own(document: &Document<'_>, quote: &Range<usize>) -> bool {
    document.opens_paragraph(quote.start)
        && (quote.end == document.len() || document.opens_paragraph(quote.end))
}
