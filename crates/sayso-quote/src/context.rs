use sayso_span::Span;

use crate::{
    Mark, candidate::Candidate, cost, decoder::Surroundings, layout::Paragraph, reporting,
    shapes::Shapes,
};

/// What the reading of a paragraph may ask of the text and of the paragraphs
/// after it.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) candidates: &'a [Candidate],
    pub(crate) shapes: &'a Shapes,
    /// The paragraph and all after it.
    pub(crate) paragraphs: &'a [Paragraph],
}

impl Context<'_> {
    /// Returns whether the paragraph starts with marks of which the one at
    /// `depth` opens what `mark` has opened.
    fn opens_anew(&self, paragraph: &Paragraph, mark: Mark, depth: usize) -> bool {
        let mut at = paragraph.span.start();
        let marks = &self.candidates[paragraph.candidates.clone()];
        for candidate in marks.iter().take(depth) {
            if candidate.at != at {
                return false;
            }
            at = candidate.end();
        }
        marks.get(depth).is_some_and(|candidate| {
            candidate.at == at
                && cost::same_use(candidate.mark, mark)
                && self.shapes.costs(candidate).0 < cost::SURE
                && candidate.skip > self.shapes.costs(candidate).0 as u8
        })
    }
}

impl Surroundings for Context<'_> {
    fn continues(&self, mark: Mark, depth: usize) -> bool {
        let [this, next, rest @ ..] = self.paragraphs else { return false };
        let anew = self.opens_anew(next, mark, depth)
            || next.candidates.is_empty()
                && rest.first().is_some_and(|after| self.opens_anew(after, mark, depth))
                && goes_between(self.text, next);
        anew && !(depth == 0 && reporting::ends_with_clause(self.text, this.span))
    }

    fn clause(&self, candidate: usize) -> Option<usize> {
        let paragraph = self.paragraphs.first()?;
        let before = candidate.checked_sub(1).filter(|at| paragraph.candidates.contains(at));
        let start = before.map_or(paragraph.span.start(), |at| self.candidates[at].end());
        reporting::clauses_in(self.text, Span::new(start, self.candidates[candidate].at)).last()
    }

    fn unopened(&self, candidate: usize) -> bool {
        let Some(paragraph) = self.paragraphs.first() else { return false };
        let mark = &self.candidates[candidate];
        let first = paragraph.candidates.start == candidate;
        let ends = mark.end() == paragraph.span.end();
        let stopped = self.text[..mark.at].ends_with([',', '.', '!', '?', '…']);
        first && ends && stopped || reporting::follows(self.text, mark.end(), paragraph.span.end())
    }
}

/// Whether a quotation may go on through the paragraph, which has no marks of
/// its own: it is not a clause that reports.
pub(crate) fn goes_between(text: &str, paragraph: &Paragraph) -> bool {
    paragraph.candidates.is_empty() && !reporting::is_report(text, paragraph.span)
}
