//! Where a mark would stand that the text lacks.

use sayso_span::Span;

use crate::{Quotation, lexicon, reporting, tables::REPORTING};

/// How many places are tried before the plainest is taken.
const TRIES: usize = 4;

/// Returns where the quotation ends that stands in `quoted` and lacks its
/// closing mark: before a clause that reports it; at the end of a sentence, if
/// another quotation `opens` after it; or at the end.
///
/// `children` are the quotations in it; it ends inside none of them. The same
/// offset twice: an end without its mark, and with it.
pub(crate) fn end<'q>(
    text: &str,
    quoted: Span,
    opens: bool,
    children: impl Iterator<Item = &'q Quotation> + Clone,
) -> (usize, usize) {
    let outside = |&at: &usize| {
        !children.clone().any(|child| child.span.start() < at && at < child.span.end())
    };
    let clause = reporting::clauses_in(text, quoted).take(TRIES).find(outside);
    let sentence = || {
        let stops = text[quoted].rmatch_indices(['.', '!', '?']);
        let stops = stops.map(|(at, _)| quoted.start() + at);
        stops
            .filter(|&stop| reporting::ends_sentence(text, stop))
            .map(|stop| stop + 1)
            .take(TRIES)
            .find(outside)
    };
    let end = clause.or_else(|| if opens { sentence() } else { None });
    let end = Span::new(quoted.start(), end.unwrap_or(quoted.end())).trim(text).end();
    (end, end)
}

/// Returns where a quotation starts that ends at `end` and lacks its opening
/// mark, if the text shows it. `from` is where the last one before it ends.
pub(crate) fn start(
    text: &str,
    paragraph: Span,
    from: Option<usize>,
    end: usize,
) -> Option<usize> {
    let before = Span::new(from.unwrap_or(paragraph.start()).min(end), end);
    let introduced = text[before]
        .rmatch_indices(": ")
        .take(TRIES)
        .find(|&(at, _)| REPORTING.has(lexicon::word_before(&text[..before.start() + at])));
    let start = match (introduced, from) {
        (Some((at, colon)), _) => before.start() + at + colon.len(),
        (None, None) => before.start(),
        (None, Some(_)) => {
            let mut stops = text[before].match_indices(['.', '!', '?']);
            let ends =
                |&(at, _): &(usize, &str)| reporting::ends_sentence(text, before.start() + at);
            before.start() + stops.find(ends)?.0 + 1
        }
    };
    let quoted = Span::new(start, end).trim(text);
    (!quoted.is_empty()).then_some(quoted.start())
}
