use alloc::vec::Vec;
use core::mem;

use sayso_span::Span;

use crate::{
    Quotation, Quotations,
    candidate::Candidate,
    census::Census,
    context, cost,
    decoder::{End, Found},
    judge,
    paragraph::Paragraph,
    repair,
    role::{Reason, Role},
};

/// Makes quotations of what was found in the paragraphs, one after the other:
/// gives them their spans, their places in one another and in chains.
pub(crate) struct Assembler<'a> {
    text: &'a str,
    quotations: Vec<Quotation>,
    /// The quotations that go on after the last paragraph, the outer first.
    pending: Vec<usize>,
    /// A paragraph without marks after those.
    between: Option<Span>,
    chains: usize,
    census: Census,
    /// For each mark of the paragraph, whether it opens or closes; empty before that
    /// is asked for.
    used: Vec<bool>,
}

impl<'a> Assembler<'a> {
    pub(crate) fn new(text: &'a str) -> Assembler<'a> {
        Assembler {
            text,
            // As many as an article has.
            quotations: Vec::with_capacity(16),
            pending: Vec::new(),
            between: None,
            chains: 0,
            census: Census::default(),
            used: Vec::new(),
        }
    }

    /// Adds what was found in the next paragraph, in order of the ends.
    #[inline]
    pub(crate) fn add(&mut self, paragraph: &Paragraph, found: &[Found]) {
        if found.is_empty() {
            self.pass(paragraph);
            return;
        }
        let first = self.quotations.len();
        let mut pieces = mem::take(&mut self.quotations);
        self.used.clear();
        let mut reach = None;
        for item in found {
            let new = self.piece(paragraph, found, item, &pieces[first..], reach);
            let Some(piece) = new else { continue };
            reach = reach.max(Some(piece.span.end()));
            // The order of the ends is that of the starts, but where they nest: it
            // goes before what lies in it. None moves further than so many others
            // have to, and each for no more than the few it lies in.
            let inside =
                pieces[first..].iter().rev().take_while(|q| q.span.start() > piece.span.start());
            let at = pieces.len() - inside.count();
            if at == pieces.len() { pieces.push(piece) } else { pieces.insert(at, piece) }
        }
        nest(&mut pieces[first..], first);
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
        let pending = mem::take(&mut self.pending);
        let between = self.between.take();
        let mut at = paragraph.span.start();
        let mut linked = 0;
        let mut lasting = Vec::new();
        let (before, new) = self.quotations.split_at_mut(first);
        for (index, quotation) in new.iter_mut().enumerate() {
            let goes_on = pending.get(linked).filter(|_| index == linked).map(|&at| &before[at]);
            let same = goes_on.filter(|before| {
                quotation.span.start() == at
                    && before.open.zip(quotation.open).is_some_and(|(a, b)| cost::same_use(a, b))
            });
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
                lasting.push(first + index);
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
        &mut self,
        paragraph: &Paragraph,
        found: &[Found],
        item: &Found,
        before: &[Quotation],
        reach: Option<usize>,
    ) -> Option<Quotation> {
        let (marks, span) = (&paragraph.marks[..], paragraph.span);
        let mark = |index: usize| marks[index].mark;
        let close = match item.end {
            End::Mark(index) => Some(index),
            _ => None,
        };
        let (start, inner_start) = match item.open {
            Some(index) => (marks[index].at, self.end_of(marks, found, index)),
            None => {
                let end = marks[close?].at;
                let start = repair::start(self.text, span, reach, end)?;
                (start, start)
            }
        };
        let inside = |quotation: &&Quotation| quotation.span.start() >= start;
        let children = before.iter().rev().take_while(inside);
        let text = self.text;
        let cut = |limit, opens| {
            repair::end(text, Span::new(inner_start, limit), opens, children.clone())
        };
        let (inner_end, end) = match item.end {
            End::Mark(index) => (marks[index].at, self.end_of(marks, found, index)),
            End::BeforeOpening(index) => cut(marks[index].at, true),
            End::BeforeClosing(index) => cut(marks[index].at, false),
            End::Paragraph => cut(span.end(), false),
            End::Continues => (span.end(), span.end()),
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

    /// Returns where the mark ends, with the marks that only repeat it.
    #[inline(always)]
    fn end_of(&mut self, marks: &[Candidate], found: &[Found], index: usize) -> usize {
        let mark = &marks[index];
        match marks.get(index + 1) {
            Some(next) if next.repeats(mark) && !self.is_used(marks, found, index + 1) => {
                next.end()
            }
            _ => mark.end(),
        }
    }

    /// Returns whether the mark opens or closes what was found in the paragraph.
    #[cold]
    fn is_used(&mut self, marks: &[Candidate], found: &[Found], index: usize) -> bool {
        if self.used.is_empty() {
            self.used.resize(marks.len(), false);
            for item in found {
                let close = if let End::Mark(index) = item.end { Some(index) } else { None };
                for index in [item.open, close].into_iter().flatten() {
                    self.used[index] = true;
                }
            }
        }
        self.used[index]
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
