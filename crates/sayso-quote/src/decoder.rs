use alloc::vec::Vec;
use core::mem;

use crate::{
    Mark,
    context::Context,
    cost,
    stack::{Open, Stack},
};

/// How many readings are kept.
const WIDTH: usize = 8;
/// How many of the quotations that are open a mark may close or give up.
const REACH: usize = 3;
/// What costs more is not offered with repairs besides.
const UNLIKELY: u32 = 16;
/// After so many marks in a paragraph that needs a search, one reading is
/// kept: it is not text.
const PATIENCE: usize = 250;
/// How much the readings of a paragraph may find before the best is settled on,
/// so that a paragraph of millions of marks does not take memory for each.
const LONGEST: usize = 1 << 14;
/// How much more surprising than the best a reading may be to be kept.
const MARGIN: u64 = 50;

/// Reads the marks of a paragraph: which open, which close what, which are
/// neither. Of all readings, the least surprising is sought.
///
/// A reading is made mark by mark. What it has to remember is the stack of
/// marks that are open, so of two readings with the same stack the one that has
/// cost more is dropped; further, only the [`WIDTH`] best are kept (a beam
/// search), so that the time is linear. The common paragraph, in which every
/// mark can be read in the way that costs it least, needs no search: one pass
/// finds that reading, and its cost proves that there is none better.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    /// What the readings of the paragraph have found, as lists that share
    /// their beginnings.
    nodes: Vec<Node>,
    beam: Vec<Reading>,
    // Kept for their memory.
    next: Vec<Reading>,
    offers: Offers,
    found: Vec<Found>,
    /// Where the last reporting clause begins before the mark `searched`: clauses
    /// are searched for only where it matters.
    clause: Option<usize>,
    searched: usize,
}

/// A quotation in a reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    /// The candidate that opens it.
    pub(crate) open: Option<usize>,
    pub(crate) end: End,
}

/// Where a quotation ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
    /// With the candidate that closes it.
    Mark(usize),
    /// Unclosed, somewhere before the candidate, which opens another.
    BeforeOpening(usize),
    /// Unclosed, somewhere before the candidate, which closes one around it.
    BeforeClosing(usize),
    /// Unclosed, somewhere before the paragraph's end.
    Paragraph,
    /// It goes on in the next paragraph.
    Continues,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    /// One more than the position of the one before; 0 for none.
    before: usize,
    found: Found,
}

#[derive(Clone, Copy, Debug)]
struct Reading {
    cost: u64,
    /// One more than the position of its last node; 0 for none.
    last: usize,
    stack: Stack,
}

impl Reading {
    const START: Reading = Reading { cost: 0, last: 0, stack: Stack::EMPTY };
}

/// What a reading may do with a mark.
#[derive(Clone, Copy, Debug)]
enum Action {
    Skip,
    /// Opens, after giving up all that is open from this depth on.
    Open {
        keep: usize,
    },
    /// Closes what is open at this depth, and gives up all in it.
    Close {
        level: usize,
    },
    /// Closes what nothing has opened.
    Unopened,
}

/// What the reading at a position may do, and what it has cost then.
#[derive(Clone, Copy, Debug)]
struct Offer {
    cost: u64,
    reading: usize,
    action: Action,
}

/// The offers that are not much dearer than the cheapest, nor than the limit.
#[derive(Debug, Default)]
struct Offers {
    list: Vec<Offer>,
    cheapest: u64,
    limit: u64,
}

/// What is known of the reading that takes what is cheapest at every mark.
#[derive(Debug)]
enum Greedy {
    /// None is better.
    Proven,
    /// One may be better than this, which costs so much.
    Disputed(u64),
}

impl Offers {
    fn clear(&mut self) {
        self.list.clear();
        self.cheapest = u64::MAX;
    }

    fn add(&mut self, offer: Offer) {
        self.cheapest = self.cheapest.min(offer.cost);
        if offer.cost - self.cheapest <= MARGIN && offer.cost <= self.limit {
            self.list.push(offer);
        }
    }

    /// Returns them, the cheapest first, and of equals the first.
    fn sorted(&mut self) -> impl Iterator<Item = &Offer> {
        let limit = self.cheapest.saturating_add(MARGIN);
        self.list.retain(|offer| offer.cost <= limit);
        // Stable, and at this length without memory of its own.
        self.list.sort_by_key(|offer| offer.cost);
        self.list.iter()
    }
}

impl Decoder {
    pub(crate) fn new() -> Decoder {
        Decoder::default()
    }

    /// Returns what the best reading of the paragraph finds, in order of the ends:
    /// what lies in a quotation comes before it.
    #[inline]
    pub(crate) fn decode(&mut self, context: &Context<'_>) -> &[Found] {
        self.found.clear();
        self.nodes.clear();
        if !context.marks().is_empty() {
            if let Greedy::Disputed(cost) = self.greedy(context) {
                self.found.clear();
                let best = self.search(context, cost);
                self.settle(best);
            }
        }
        &self.found
    }

    /// Appends what the reading has found, and forgets all readings.
    fn settle(&mut self, reading: Reading) {
        let first = self.found.len();
        let mut last = reading.last;
        while let Some(node) = last.checked_sub(1).map(|last| self.nodes[last]) {
            self.found.push(node.found);
            last = node.before;
        }
        self.found[first..].reverse();
        self.nodes.clear();
    }

    /// Appends what the reading finds that takes what is cheapest at every mark, and
    /// returns whether that proves it the best of all.
    ///
    /// It regrets what it pays beyond the least that each mark costs in any
    /// reading. Another reading pays the least at best, and where it first
    /// departs from this one, at least what is second cheapest there.
    fn greedy(&mut self, context: &Context<'_>) -> Greedy {
        let mut stack = Stack::EMPTY;
        let (mut sum, mut regret) = (0_u64, 0_u64);
        let mut departure = u32::MAX;
        for (index, candidate) in context.marks().iter().enumerate() {
            let (open, close) = context.shapes.costs(candidate);
            let skip = u32::from(candidate.skip);
            let least = open.min(close).min(skip);
            let (mut opens, mut closes) = (open, u32::MAX);
            // What the search has besides: closing what nothing opens, and giving up
            // what is open.
            let mut other = close + cost::UNOPENED;
            let top = stack.open().last().copied();
            if let Some(top) = top {
                opens += cost::nest(top.mark, candidate.mark);
                closes = close + cost::pair(top.mark, candidate.mark);
                other = (open + cost::UNCLOSED_BY_CLAUSE).min(close + cost::INNER_UNCLOSED);
            }
            // Closing goes before opening, and both before nothing, where they
            // cost the same.
            let first = closes.min(opens).min(skip);
            let second = closes.max(opens).min(closes.min(opens).max(skip));
            if stack.is_full() {
                return Greedy::Disputed(u64::MAX);
            }
            if first == closes {
                stack.pop();
                let open = top.map(|top| top.index);
                self.found.push(Found { open, end: End::Mark(index) });
            } else if first == opens {
                stack.push(Open { index, mark: candidate.mark });
            }
            sum += u64::from(first);
            regret += u64::from(first - least);
            departure = departure.min(second.min(other).saturating_sub(least));
        }
        if stack.depth() > 0 {
            let (lasting, cost) = stack.ending(context);
            sum += cost;
            regret += cost;
            while let Some(open) = stack.pop() {
                let end = if stack.depth() < lasting { End::Continues } else { End::Paragraph };
                self.found.push(Found { open: Some(open.index), end });
            }
        }
        if regret > u64::from(departure) { Greedy::Disputed(sum) } else { Greedy::Proven }
    }

    /// Returns the best reading. `limit` is what one costs that was found already: no
    /// other is pursued that costs more.
    fn search(&mut self, context: &Context<'_>, limit: u64) -> Reading {
        // Where readings are settled on as they are made, what costs more counts too.
        let limit = if context.marks().len() < PATIENCE { limit } else { u64::MAX };
        let best = self.search_within(context, limit);
        // Few readings are kept, and those may all cost more.
        best.or_else(|| self.search_within(context, u64::MAX)).unwrap_or(Reading::START)
    }

    /// Returns the best of the readings that cost no more than the limit.
    fn search_within(&mut self, context: &Context<'_>, limit: u64) -> Option<Reading> {
        self.nodes.clear();
        self.offers.limit = limit;
        (self.clause, self.searched) = (None, 0);
        self.beam.clear();
        self.beam.push(Reading::START);
        for index in 0..context.marks().len() {
            let width = if index < PATIENCE { WIDTH } else { 1 };
            self.advance(index, width, context);
            if self.nodes.len() > LONGEST {
                // The readings are in order of their costs.
                let best = self.beam.first().copied().unwrap_or(Reading::START);
                self.settle(best);
                self.beam.clear();
                self.beam.push(Reading { last: 0, ..best });
            }
        }
        let beam = mem::take(&mut self.beam);
        let mut best: Option<Reading> = None;
        for &reading in &beam {
            let limit = best.map_or(limit, |best| best.cost.saturating_sub(1));
            best = self.finish(reading, context, limit).or(best);
        }
        self.beam = beam;
        best
    }

    /// Replaces the readings by the best that also read the mark.
    fn advance(&mut self, index: usize, width: usize, context: &Context<'_>) {
        let mark = context.marks()[index].mark;
        if context.shapes.costs(&context.marks()[index]).0 < UNLIKELY {
            let unsearched = (self.searched..=index).rev();
            self.clause =
                unsearched.filter_map(|mark| context.clause(mark)).next().or(self.clause);
            self.searched = index + 1;
        }
        let beam = mem::take(&mut self.beam);
        let mut offers = mem::take(&mut self.offers);
        let mut next = mem::take(&mut self.next);
        offers.clear();
        next.clear();
        for (at, reading) in beam.iter().enumerate() {
            self.offer(at, reading, index, &mut offers, context);
        }
        // The cheapest first: then no reading has to be replaced.
        for offer in offers.sorted() {
            if next.len() == width {
                break;
            }
            let nodes = self.nodes.len();
            let mut reading = Reading { cost: offer.cost, ..beam[offer.reading] };
            self.act(&mut reading, index, mark, offer.action);
            if next.iter().any(|other| other.stack.is_like(&reading.stack)) {
                self.nodes.truncate(nodes);
            } else {
                next.push(reading);
            }
        }
        self.beam = next;
        self.next = beam;
        self.offers = offers;
    }

    /// Offers all that a reading may do with the candidate.
    fn offer(
        &self,
        at: usize,
        reading: &Reading,
        index: usize,
        offers: &mut Offers,
        context: &Context<'_>,
    ) {
        let candidate = &context.marks()[index];
        let (open, close) = context.shapes.costs(candidate);
        let mut add = |cost: u32, action| {
            offers.add(Offer { cost: reading.cost + u64::from(cost), reading: at, action });
        };
        add(u32::from(candidate.skip), Action::Skip);
        if !reading.stack.is_full() {
            let top = reading.stack.open().last();
            let nest = top.map_or(0, |top| cost::nest(top.mark, candidate.mark));
            add(open + nest, Action::Open { keep: reading.stack.depth() });
        }
        let mut inner = 0;
        for (level, outer) in reading.stack.open().iter().enumerate().rev().take(REACH) {
            let pair = cost::pair(outer.mark, candidate.mark);
            add(close + pair + inner, Action::Close { level });
            if outer.mark.is_single() == candidate.mark.is_single() && open < UNLIKELY {
                let end = context.marks()[outer.index].end();
                let by_clause = self.clause.is_some_and(|clause| clause > end);
                let unclosed = if by_clause { cost::UNCLOSED_BY_CLAUSE } else { cost::UNCLOSED };
                add(open + inner + unclosed, Action::Open { keep: level });
            }
            inner += cost::INNER_UNCLOSED;
        }
        if reading.stack.depth() == 0 && close < UNLIKELY && context.unopened(index) {
            add(close + cost::UNOPENED, Action::Unopened);
        }
    }

    /// Adds a mark to the reading, at no cost.
    #[inline]
    fn act(&mut self, reading: &mut Reading, index: usize, mark: Mark, action: Action) {
        match action {
            Action::Skip => {}
            Action::Open { keep } => {
                self.give_up(reading, keep, End::BeforeOpening(index));
                reading.stack.push(Open { index, mark });
            }
            Action::Close { level } => {
                self.give_up(reading, level + 1, End::BeforeClosing(index));
                self.give_up(reading, level, End::Mark(index));
            }
            Action::Unopened => {
                self.push(reading, Found { open: None, end: End::Mark(index) });
            }
        }
    }

    /// Ends all that is open from the depth `keep` on.
    fn give_up(&mut self, reading: &mut Reading, keep: usize, end: End) {
        while reading.stack.depth() > keep {
            let open = reading.stack.pop().map(|open| open.index);
            self.push(reading, Found { open, end });
        }
    }

    fn push(&mut self, reading: &mut Reading, found: Found) {
        self.nodes.push(Node { before: reading.last, found });
        reading.last = self.nodes.len();
    }

    /// Returns the reading with all ended that is still open at the end of the
    /// paragraph, if it then costs no more than `limit`.
    fn finish(
        &mut self,
        mut reading: Reading,
        context: &Context<'_>,
        limit: u64,
    ) -> Option<Reading> {
        let (lasting, cost) = reading.stack.ending(context);
        reading.cost += cost;
        if reading.cost > limit {
            return None;
        }
        self.give_up(&mut reading, lasting, End::Paragraph);
        self.give_up(&mut reading, 0, End::Continues);
        Some(reading)
    }
}
