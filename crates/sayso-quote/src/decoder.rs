use alloc::vec::Vec;
use core::ops::Range;

use crate::{Mark, candidate::Candidate, cost, shapes::Shapes};

/// How deep quotations nest at most. A mark that would open a deeper one is
/// read as something else.
const DEEPEST: usize = 6;
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
pub(crate) struct Decoder<'c> {
    candidates: &'c [Candidate],
    shapes: &'c Shapes,
    /// What the readings of the paragraph have found, as lists that share
    /// their beginnings.
    nodes: Vec<Node>,
    beam: Vec<Reading>,
    // Kept for their memory.
    next: Vec<Reading>,
    offers: Offers,
    /// Where the last reporting clause begins that a search has passed.
    clause: Option<usize>,
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

/// What a paragraph must know of the rest of the text.
pub(crate) trait Surroundings {
    /// Whether an open quotation goes on in the next paragraph, if it and the
    /// `depth` before it are still open at the end.
    fn continues(&self, mark: Mark, depth: usize) -> bool;

    /// Where the last reporting clause begins between the candidate and the one
    /// before it in the paragraph.
    fn clause(&self, candidate: usize) -> Option<usize>;

    /// Whether the text shows where a quotation starts that the candidate
    /// closes and nothing opens.
    fn unopened(&self, candidate: usize) -> bool;
}

#[derive(Clone, Copy, Debug)]
struct Node {
    /// One more than the position of the one before; 0 for none.
    before: usize,
    found: Found,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    candidate: usize,
    mark: Mark,
}

#[derive(Clone, Copy, Debug)]
struct Reading {
    cost: u64,
    /// One more than the position of its last node; 0 for none.
    last: usize,
    depth: usize,
    stack: [Open; DEEPEST],
}

impl Reading {
    const START: Reading = Reading {
        cost: 0,
        last: 0,
        depth: 0,
        stack: [Open { candidate: 0, mark: Mark::Straight }; DEEPEST],
    };

    fn open(&self) -> &[Open] {
        &self.stack[..self.depth]
    }

    fn same_stack(&self, other: &Reading) -> bool {
        self.depth == other.depth
            && self.open().iter().zip(other.open()).all(|(a, b)| a.mark == b.mark)
    }
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

/// The offers that are not much dearer than the cheapest.
#[derive(Debug, Default)]
struct Offers {
    list: Vec<Offer>,
    cheapest: u64,
}

impl Offers {
    fn clear(&mut self) {
        self.list.clear();
        self.cheapest = u64::MAX;
    }

    fn add(&mut self, offer: Offer) {
        self.cheapest = self.cheapest.min(offer.cost);
        if offer.cost - self.cheapest <= MARGIN {
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

impl<'c> Decoder<'c> {
    pub(crate) fn new(candidates: &'c [Candidate], shapes: &'c Shapes) -> Decoder<'c> {
        Decoder {
            candidates,
            shapes,
            nodes: Vec::new(),
            beam: Vec::with_capacity(WIDTH),
            next: Vec::new(),
            offers: Offers::default(),
            clause: None,
        }
    }

    /// Appends what the best reading of the candidates finds, in order of the
    /// ends: what lies in a quotation comes before it.
    pub(crate) fn decode(
        &mut self,
        range: Range<usize>,
        surroundings: &impl Surroundings,
        found: &mut Vec<Found>,
    ) {
        self.nodes.clear();
        let best = self.undisputed(range.clone(), surroundings);
        let best = best.unwrap_or_else(|| self.search(range, surroundings, found));
        self.settle(best, found);
    }

    /// Appends what the reading has found, and forgets all readings.
    fn settle(&mut self, reading: Reading, found: &mut Vec<Found>) {
        let first = found.len();
        let mut last = reading.last;
        while let Some(node) = last.checked_sub(1).map(|last| self.nodes[last]) {
            found.push(node.found);
            last = node.before;
        }
        found[first..].reverse();
        self.nodes.clear();
    }

    /// Returns the reading that takes what is cheapest at every mark, if that
    /// proves it the best of all.
    ///
    /// It regrets what it pays beyond the least that each mark costs in any
    /// reading. Another reading pays the least at best, and where it first
    /// departs from this one, at least what is second cheapest there.
    fn undisputed(
        &mut self,
        range: Range<usize>,
        surroundings: &impl Surroundings,
    ) -> Option<Reading> {
        let mut reading = Reading::START;
        let mut regret = 0;
        let mut departure = u32::MAX;
        for index in range {
            let candidate = self.candidates[index];
            let (open, close) = self.shapes.costs(&candidate);
            let least = open.min(close).min(u32::from(candidate.skip));
            let (mut opens, mut closes) = (open, close + cost::UNOPENED);
            // What the search has besides: giving up what is open.
            let mut other = u32::MAX;
            if let Some(top) = reading.open().last() {
                opens += cost::nest(top.mark, candidate.mark);
                closes = close + cost::pair(top.mark, candidate.mark);
                other = (open + cost::UNCLOSED_BY_CLAUSE).min(close + cost::INNER_UNCLOSED);
            }
            let mut actions = [
                (closes, Action::Close { level: reading.depth.saturating_sub(1) }),
                (opens, Action::Open { keep: reading.depth }),
                (u32::from(candidate.skip), Action::Skip),
            ];
            // Closing goes before opening, and both before nothing, where they
            // cost the same. Three comparisons are a sort of three.
            for (a, b) in [(0, 1), (1, 2), (0, 1)] {
                if actions[b].0 < actions[a].0 {
                    actions.swap(a, b);
                }
            }
            let [(first, action), (second, _), _] = actions;
            let unopened = reading.depth == 0 && matches!(action, Action::Close { .. });
            if unopened || reading.depth == DEEPEST {
                return None;
            }
            regret += first - least;
            departure = departure.min(second.min(other).saturating_sub(least));
            if regret > departure {
                return None;
            }
            self.act(&mut reading, index, action);
        }
        self.finish(reading, surroundings, u64::from(departure.saturating_sub(regret)))
    }

    fn search(
        &mut self,
        range: Range<usize>,
        surroundings: &impl Surroundings,
        found: &mut Vec<Found>,
    ) -> Reading {
        self.nodes.clear();
        self.clause = None;
        self.beam.clear();
        self.beam.push(Reading::START);
        for (number, index) in range.enumerate() {
            let width = if number < PATIENCE { WIDTH } else { 1 };
            self.advance(index, width, surroundings);
            if self.nodes.len() > LONGEST {
                // The readings are in order of their costs.
                let best = self.beam.first().copied().unwrap_or(Reading::START);
                self.settle(best, found);
                self.beam.clear();
                self.beam.push(Reading { last: 0, ..best });
            }
        }
        let beam = core::mem::take(&mut self.beam);
        let mut best: Option<Reading> = None;
        for &reading in &beam {
            let limit = best.map_or(u64::MAX, |best| best.cost.saturating_sub(1));
            best = self.finish(reading, surroundings, limit).or(best);
        }
        self.beam = beam;
        best.unwrap_or(Reading::START)
    }

    /// Replaces the readings by the best that also read the candidate.
    fn advance(&mut self, index: usize, width: usize, surroundings: &impl Surroundings) {
        self.clause = surroundings.clause(index).or(self.clause);
        let beam = core::mem::take(&mut self.beam);
        let mut offers = core::mem::take(&mut self.offers);
        let mut next = core::mem::take(&mut self.next);
        offers.clear();
        next.clear();
        for (at, reading) in beam.iter().enumerate() {
            self.offer(at, reading, index, &mut offers, surroundings);
        }
        // The cheapest first: then no reading has to be replaced.
        for offer in offers.sorted() {
            if next.len() == width {
                break;
            }
            let nodes = self.nodes.len();
            let mut reading = Reading { cost: offer.cost, ..beam[offer.reading] };
            self.act(&mut reading, index, offer.action);
            if next.iter().any(|other| other.same_stack(&reading)) {
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
        surroundings: &impl Surroundings,
    ) {
        let candidate = &self.candidates[index];
        let (open, close) = self.shapes.costs(candidate);
        let mut add = |cost: u32, action| {
            offers.add(Offer { cost: reading.cost + u64::from(cost), reading: at, action });
        };
        add(u32::from(candidate.skip), Action::Skip);
        if reading.depth < DEEPEST {
            let top = reading.open().last();
            let nest = top.map_or(0, |top| cost::nest(top.mark, candidate.mark));
            add(open + nest, Action::Open { keep: reading.depth });
        }
        let mut inner = 0;
        for (level, outer) in reading.open().iter().enumerate().rev().take(REACH) {
            let pair = cost::pair(outer.mark, candidate.mark);
            add(close + pair + inner, Action::Close { level });
            if outer.mark.is_single() == candidate.mark.is_single() && open < UNLIKELY {
                let end = self.candidates[outer.candidate].end();
                let by_clause = self.clause.is_some_and(|clause| clause > end);
                let unclosed = if by_clause { cost::UNCLOSED_BY_CLAUSE } else { cost::UNCLOSED };
                add(open + inner + unclosed, Action::Open { keep: level });
            }
            inner += cost::INNER_UNCLOSED;
        }
        if reading.depth == 0 && close < UNLIKELY && surroundings.unopened(index) {
            add(close + cost::UNOPENED, Action::Unopened);
        }
    }

    /// Adds a mark to the reading, at no cost.
    #[inline]
    fn act(&mut self, reading: &mut Reading, index: usize, action: Action) {
        match action {
            Action::Skip => {}
            Action::Open { keep } => {
                self.give_up(reading, keep, End::BeforeOpening(index));
                let mark = self.candidates[index].mark;
                reading.stack[keep] = Open { candidate: index, mark };
                reading.depth = keep + 1;
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
        while reading.depth > keep {
            reading.depth -= 1;
            let open = reading.stack[reading.depth].candidate;
            self.push(reading, Found { open: Some(open), end });
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
        surroundings: &impl Surroundings,
        limit: u64,
    ) -> Option<Reading> {
        let mut lasting = 0;
        for (depth, open) in reading.open().iter().enumerate() {
            if !surroundings.continues(open.mark, depth) {
                break;
            }
            lasting += 1;
        }
        for depth in 0..reading.depth {
            reading.cost += u64::from(match depth {
                0 if depth < lasting => cost::CONTINUES,
                _ if depth < lasting => cost::INNER_CONTINUES,
                0 => cost::UNCLOSED,
                _ => cost::INNER_UNCLOSED,
            });
        }
        if reading.cost > limit {
            return None;
        }
        self.give_up(&mut reading, lasting, End::Paragraph);
        self.give_up(&mut reading, 0, End::Continues);
        Some(reading)
    }
}
