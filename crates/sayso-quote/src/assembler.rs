use alloc::vec::Vec;

use sayso_span::Span;

use crate::{
    Quotation, Quotations,
    candidate::Candidate,
    census::Census,
    context, cost,
    decoder::{End, Found},
    judge,
    layout::Paragraph,
    repair,
    role::{Reason, Role},
};

/// Makes quotations of what was found in the paragraphs, one after the other:
/// gives them their spans, their places in one another and in chains.
pub(crate) struct Assembler<'a> {
    text: &'a str,
    candidates: &'a [Candidate],
    quotations: Vec<Quotation>,
    /// The quotations that go on after the last paragraph, the outer first.
    pending: Vec<usize>,
    /// A paragraph without marks after those.
    between: Option<Span>,
    chains: usize,
    census: Census,
    /// For each candidate of the paragraph, whether it opens or closes.
    used: Vec<bool>,
    /// The first candidate of the paragraph.
    base: usize,
}

impl<'a> Assembler<'a> {
    pub(crate) fn new(text: &'a str, candidates: &'a [Candidate]) -> Assembler<'a> {
        Assembler {
            text,
            candidates,
            quotations: Vec::with_capacity(candidates.len() / 2),
            pending: Vec::new(),
            between: None,
            chains: 0,
            census: Census::default(),
            used: Vec::new(),
            base: 0,
        }
    }

    /// Adds what was found in the next paragraph, in order of the ends.
    pub(crate) fn add(&mut self, paragraph: &Paragraph, found: &[Found]) {
        if found.is_empty() {
            self.pass(paragraph);
            return;
        }
        let first = self.quotations.len();
        let mut pieces = core::mem::take(&mut self.quotations);
        self.mark_used(paragraph, found);
        let mut reach = None;
        for item in found {
            let piece = self.piece(paragraph.span, item, &pieces[first..], reach);
            reach = reach.max(piece.map(|piece| piece.span.end()));
            pieces.extend(piece);
        }
        let new = &mut pieces[first..];
        // The order of the ends is that of the starts, but where they nest.
        if !new.is_sorted_by_key(|q| q.span.start()) {
            new.sort_by_key(|q| (q.span.start(), core::cmp::Reverse(q.span.end())));
        }
        nest(new, first);
        self.quotations = pieces;
        self.link(paragraph, first);
        for quotation in &mut self.quotations[first..] {
            if quotation.reason != Reason::Chain {
                judge::judge(self.text, paragraph.span, quotation);
            }
            self.census.count(quotation);
        }
    }

    /// Returns all that was added.
    pub(crate) fn finish(mut self) -> (Quotations, Census) {
        self.drop_pending();
        (Quotations { found: self.quotations, ..Quotations::default() }, self.census)
    }

    /// A paragraph without quotations.
    fn pass(&mut self, paragraph: &Paragraph) {
        if self.pending.is_empty() {
            return;
        }
        if self.between.is_none() && context::goes_between(self.text, paragraph) {
            self.between = Some(paragraph.span);
        } else {
            self.drop_pending();
        }
    }

    /// What was to go on does not: its closing mark is missing.
    fn drop_pending(&mut self) {
        for at in self.pending.drain(..) {
            self.quotations[at].repaired = true;
        }
        self.between = None;
    }

    /// Numbers the chains of the quotations from `first` on, and connects those
    /// that start the paragraph with the chains that go on.
    fn link(&mut self, paragraph: &Paragraph, first: usize) {
        let pending = core::mem::take(&mut self.pending);
        let between = self.between.take();
        let mut at = paragraph.span.start();
        let mut linked = 0;
        let mut lasting = Vec::new();
        for index in first..self.quotations.len() {
            let quotation = self.quotations[index];
            let goes_on = pending.get(linked).map(|&before| &self.quotations[before]);
            let same = goes_on.filter(|before| {
                index == first + linked
                    && quotation.span.start() == at
                    && before.open.zip(quotation.open).is_some_and(|(a, b)| cost::same_use(a, b))
            });
            let same = same.copied();
            let quotation = &mut self.quotations[index];
            if let Some(before) = same {
                at = quotation.inner.start();
                linked += 1;
                quotation.chain = before.chain;
                // What goes on is what it was in the paragraph before.
                (quotation.role, quotation.speech) = (before.role, before.speech);
                quotation.reason = Reason::Chain;
            } else {
                quotation.chain = self.chains;
                self.chains += 1;
            }
            if !quotation.closed && !quotation.repaired {
                lasting.push(index);
            }
        }
        for &lost in &pending[linked..] {
            self.quotations[lost].repaired = true;
        }
        if let (Some(span), Some(&before)) = (between, pending.first().filter(|_| linked > 0)) {
            let piece = Quotation {
                span,
                inner: span,
                depth: 0,
                parent: None,
                chain: self.quotations[before].chain,
                open: None,
                close: None,
                closed: false,
                repaired: true,
                reason: Reason::Chain,
                ..self.quotations[before]
            };
            self.quotations.insert(first, piece);
            for quotation in &mut self.quotations[first + 1..] {
                quotation.parent = quotation.parent.map(|parent| parent + 1);
            }
            for index in &mut lasting {
                *index += 1;
            }
        }
        self.pending = lasting;
    }

    /// Returns the quotation that was found, after `before` in the paragraph;
    /// `None` if the text does not show where it starts.
    fn piece(
        &self,
        paragraph: Span,
        item: &Found,
        before: &[Quotation],
        reach: Option<usize>,
    ) -> Option<Quotation> {
        let mark = |index: usize| self.candidates[index].mark;
        let close = match item.end {
            End::Mark(index) => Some(index),
            _ => None,
        };
        let (start, inner_start) = match item.open {
            Some(index) => (self.candidates[index].at, self.end_of(index)),
            None => {
                let end = self.candidates[close?].at;
                let start = repair::start(self.text, paragraph, reach, end)?;
                (start, start)
            }
        };
        let inside = |quotation: &&Quotation| quotation.span.start() >= start;
        let children = before.iter().rev().take_while(inside);
        let cut = |limit, opens| {
            repair::end(self.text, Span::new(inner_start, limit), opens, children.clone())
        };
        let (inner_end, end) = match item.end {
            End::Mark(index) => (self.candidates[index].at, self.end_of(index)),
            End::BeforeOpening(index) => cut(self.candidates[index].at, true),
            End::BeforeClosing(index) => cut(self.candidates[index].at, false),
            End::Paragraph => cut(paragraph.end(), false),
            End::Continues => (paragraph.end(), paragraph.end()),
        };
        let inner = Span::new(inner_start, inner_end.max(inner_start)).trim(self.text);
        let (open, close) = (item.open.map(mark), close.map(mark));
        let odd = open.zip(close).is_none_or(|(open, close)| cost::pair(open, close) >= cost::ODD);
        Some(Quotation {
            span: Span::new(start, end.max(inner.end())),
            inner,
            depth: 0,
            parent: None,
            chain: 0,
            open,
            close,
            closed: close.is_some(),
            repaired: odd && item.end != End::Continues,
            role: Role::Speech,
            reason: Reason::Clause,
            speech: 1.0,
        })
    }

    fn mark_used(&mut self, paragraph: &Paragraph, found: &[Found]) {
        self.base = paragraph.candidates.start;
        self.used.clear();
        self.used.resize(paragraph.candidates.len(), false);
        for item in found {
            let close = if let End::Mark(index) = item.end { Some(index) } else { None };
            for index in [item.open, close].into_iter().flatten() {
                self.used[index - self.base] = true;
            }
        }
    }

    fn is_used(&self, index: usize) -> bool {
        self.used.get(index - self.base).is_none_or(|&used| used)
    }

    /// Returns where the mark ends, with the marks that only repeat it.
    fn end_of(&self, index: usize) -> usize {
        let mark = &self.candidates[index];
        match self.candidates.get(index + 1) {
            Some(next) if next.repeats(mark) && !self.is_used(index + 1) => next.end(),
            _ => mark.end(),
        }
    }
}

/// Sets the depths and parents of quotations that nest and are in order.
/// `first` is the position of the first of them in the list of all.
fn nest(quotations: &mut [Quotation], first: usize) {
    let mut parent: Option<usize> = None;
    for at in 0..quotations.len() {
        let start = quotations[at].span.start();
        while let Some(outer) = parent.filter(|&outer| quotations[outer].span.end() <= start) {
            parent = quotations[outer].parent.map(|parent| parent - first);
        }
        quotations[at].depth = parent.map_or(0, |outer| quotations[outer].depth + 1);
        quotations[at].parent = parent.map(|outer| outer + first);
        parent = Some(at);
    }
}
