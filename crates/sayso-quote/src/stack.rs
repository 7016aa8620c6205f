use crate::{Mark, context::Context, cost};

/// How deep quotations nest at most. A mark that would open a deeper one is
/// read as something else.
const DEEPEST: usize = 6;

/// A mark that is open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open {
    /// The position of the mark in the paragraph.
    pub(crate) index: usize,
    pub(crate) mark: Mark,
}

/// The marks that are open, the outer first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stack {
    depth: usize,
    open: [Open; DEEPEST],
}

impl Stack {
    pub(crate) const EMPTY: Stack =
        Stack { depth: 0, open: [Open { index: 0, mark: Mark::Straight }; DEEPEST] };

    #[inline]
    pub(crate) fn open(&self) -> &[Open] {
        &self.open[..self.depth]
    }

    #[inline]
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    #[inline]
    pub(crate) fn is_full(&self) -> bool {
        self.depth == DEEPEST
    }

    /// Adds a mark.
    ///
    /// # Panics
    ///
    /// If it is full.
    #[inline]
    pub(crate) fn push(&mut self, open: Open) {
        self.open[self.depth] = open;
        self.depth += 1;
    }

    #[inline]
    pub(crate) fn pop(&mut self) -> Option<Open> {
        self.depth = self.depth.checked_sub(1)?;
        Some(self.open[self.depth])
    }

    /// Whether both have the same marks, wherever those stand in the text.
    pub(crate) fn is_like(&self, other: &Stack) -> bool {
        self.depth == other.depth
            && self.open().iter().zip(other.open()).all(|(a, b)| a.mark == b.mark)
    }

    /// Returns how many of the open quotations go on in the next paragraph, and what
    /// it costs that the paragraph ends here.
    pub(crate) fn ending(&self, context: &Context<'_>) -> (usize, u64) {
        let goes_on = |(depth, open): &(usize, &Open)| context.continues(open.mark, *depth);
        let lasting = self.open().iter().enumerate().take_while(goes_on).count();
        let cost = |depth| match depth {
            0 if depth < lasting => cost::CONTINUES,
            _ if depth < lasting => cost::INNER_CONTINUES,
            0 => cost::UNCLOSED,
            _ => cost::INNER_UNCLOSED,
        };
        (lasting, (0..self.depth).map(|depth| u64::from(cost(depth))).sum())
    }
}
