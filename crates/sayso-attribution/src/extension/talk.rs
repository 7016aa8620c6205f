//! Two who talk, each in paragraphs of their own.

use core::ops::Range;

use super::{Extension, Known};
use crate::{floating, tag::Tag};

impl Extension<'_> {
    /// Who is talking in a quotation in a paragraph of its own.
    pub(super) fn talking(&self, number: usize) -> Option<Range<usize>> {
        let document = self.document;
        let quote = &document.quotes[number].tokens;
        let above = self.above(quote)?;
        let tokens = &document.sentences[above].tokens;
        let told = self.next.checked_sub(1).filter(|&last| {
            let Known { start, end, .. } = self.known[last];
            start < tokens.end && tokens.start < end
        });
        let told = told.map(|last| &self.found[last]);
        let asking = told.filter(|told| floating::asks(document, told));
        let whom = asking.and_then(|asking| floating::asked(document, asking));
        if let Some(whom) = whom {
            return Some(whom);
        }
        if asking.is_some() || number.checked_sub(1).is_some_and(|before| self.is_asked(before)) {
            if let Some(other) = self.other(number) {
                return Some(other);
            }
        }
        // Whom somebody asks is the one who was talking.
        if !told.is_some_and(|told| floating::asks(document, told)) {
            let source = told.and_then(|told| told.source.as_ref());
            if let Some(source) = source.filter(|s| document.tag(s.start) != Tag::Relative) {
                return Some(source.clone());
            }
            let plain = document.quotes_in(tokens).is_empty();
            if let Some(source) = Some(above)
                .filter(|_| plain)
                .and_then(|above| floating::talked_of(document, above))
            {
                return Some(source);
            }
        }
        let paragraph = document.paragraph(quote.start);
        let before = number.checked_sub(1).filter(|&before| {
            paragraph - document.paragraph(document.quotes[before].tokens.start) <= 3
        })?;
        self.attribution(self.owner[before]?).source.clone()
    }

    /// Whether a quotation is a question, or the answer to one: whoever speaks next is
    /// the other.
    fn is_asked(&self, number: usize) -> bool {
        let document = self.document;
        let is_question = |number: usize| {
            let quote = &document.quotes[number].tokens;
            document.token(floating::last_inside(document, quote)).contains('?')
        };
        is_question(number)
            || number.checked_sub(1).is_some_and(is_question) && self.has_no_cue(number)
    }

    /// Whether a quotation has an owner without a cue.
    fn has_no_cue(&self, number: usize) -> bool {
        self.owner[number].is_some_and(|owner| self.attribution(owner).cue.is_none())
    }

    /// Who else has spoken a little before a quotation than who has just spoken: of
    /// those who ask each other nothing, the last.
    fn other(&self, number: usize) -> Option<Range<usize>> {
        let document = self.document;
        let paragraph = document.paragraph(document.quotes[number].tokens.start);
        let near = (number.saturating_sub(6)..number).rev().filter(|&before| {
            paragraph - document.paragraph(document.quotes[before].tokens.start) <= 6
        });
        let mut said = near.filter_map(|before| Some(self.attribution(self.owner[before]?)));
        let last = said.next()?;
        let source = last.source.as_ref()?;
        let asks = floating::asks(document, last);
        said.filter(|said| !(asks && floating::asks(document, said)))
            .filter_map(|said| said.source.as_ref())
            .find(|other| {
                let is_pronoun = |who: &Range<usize>| document.tag(who.start) == Tag::Pronoun;
                floating::is_other(document, other, source)
                    || is_pronoun(other) != is_pronoun(source)
            })
            .cloned()
    }
}
