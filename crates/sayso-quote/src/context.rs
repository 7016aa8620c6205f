use sayso_span::Span;

use crate::{Mark, candidate::Candidate, cost, paragraph::Paragraph, reporting, shapes::Shapes};

/// What the reading of a paragraph may ask of the text and of the paragraphs
/// after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) shapes: &'a Shapes,
    /// The paragraph and the two after it.
    pub(crate) window: &'a [Paragraph; 3],
}

impl<'a> Context<'a> {
    /// Returns the marks of the paragraph.
    #[inline]
    pub(crate) fn marks(&self) -> &'a [Candidate] {
        &self.window[0].marks
    }

    /// Returns whether the paragraph starts with marks of which the one at
    /// `depth` opens what `mark` has opened.
    fn opens_anew(&self, paragraph: &Paragraph, mark: Mark, depth: usize) -> bool {
        let mut at = paragraph.span.start();
        for candidate in paragraph.marks.iter().take(depth) {
            if candidate.at != at {
                return false;
            }
            at = candidate.end();
        }
        paragraph.marks.get(depth).is_some_and(|candidate| {
            let (open, _) = self.shapes.costs(candidate);
            candidate.at == at
                && cost::same_use(candidate.mark, mark)
                && open < cost::SURE
                && u32::from(candidate.skip) > open
        })
    }

    /// Returns whether a quotation that is open at the end of the paragraph goes on
    /// in the next, if it and the `depth` before it are open.
    pub(crate) fn continues(&self, mark: Mark, depth: usize) -> bool {
        let [this, next, after] = self.window;
        let anew = self.opens_anew(next, mark, depth)
            || self.opens_anew(after, mark, depth) && goes_between(self.text, next);
        anew && !(depth == 0 && reporting::ends_with_clause(self.text, this.span))
    }

    /// Returns where the last reporting clause begins between the mark and the one
    /// before it in the paragraph.
    pub(crate) fn clause(&self, mark: usize) -> Option<usize> {
        let start = match mark.checked_sub(1) {
            Some(before) => self.marks()[before].end(),
            None => self.window[0].span.start(),
        };
        reporting::clauses_in(self.text, Span::new(start, self.marks()[mark].at)).last()
    }

    /// Returns whether the text shows where a quotation starts that the mark closes
    /// and nothing opens.
    pub(crate) fn unopened(&self, mark: usize) -> bool {
        let (paragraph, candidate) = (self.window[0].span, &self.marks()[mark]);
        let ends = candidate.end() == paragraph.end();
        let stopped = self.text[..candidate.at].ends_with([',', '.', '!', '?', '…']);
        mark == 0 && ends && stopped
            || reporting::follows(self.text, candidate.end(), paragraph.end())
    }
}

/// Whether a quotation may go on through the paragraph, which has no marks of
/// its own: it is not a clause that reports.
pub(crate) fn goes_between(text: &str, paragraph: &Paragraph) -> bool {
    paragraph.marks.is_empty() && !reporting::is_report(text, paragraph.span)
}
