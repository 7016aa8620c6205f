use alloc::vec::Vec;

use crate::{Convention, Mark, Quotation};

type Pair = (Mark, Mark);

/// Weighs the marks of quotations, to tell the convention of the text.
///
/// What they enclose is weighed, in bytes: headlines and titles are short.
#[derive(Debug, Default)]
pub(crate) struct Census {
    outer: Vec<(Pair, usize)>,
    inner: Vec<(Pair, usize)>,
}

/// What a quotation weighs if there is nothing in it.
const ONE_MORE: usize = 16;

impl Census {
    pub(crate) fn count(&mut self, quotation: &Quotation) {
        let (Some(open), Some(close)) = (quotation.open, quotation.close) else { return };
        let weight = quotation.inner.len() + ONE_MORE;
        let list = if quotation.depth == 0 { &mut self.outer } else { &mut self.inner };
        match list.iter_mut().find(|(pair, _)| *pair == (open, close)) {
            Some((_, count)) => *count += weight,
            None => list.push(((open, close), weight)),
        }
    }

    /// Returns what weighs most outside quotations and inside. Where none
    /// has another in it, the second of those outside is taken for the
    /// secondary: headlines have the marks that are inside in the text.
    pub(crate) fn convention(&self) -> Convention {
        let most = |list: &[(Pair, usize)], not: Option<Pair>| {
            // The first of equals.
            let others = list.iter().rev().filter(|(pair, _)| Some(*pair) != not);
            others.max_by_key(|(_, count)| *count).copied()
        };
        let primary = most(&self.outer, None);
        let outside = primary.map(|(pair, _)| pair);
        let secondary = most(&self.inner, outside).or_else(|| most(&self.outer, outside));
        let all: usize = self.outer.iter().map(|(_, count)| count).sum();
        let conform = primary.map_or(0, |(_, count)| count);
        Convention {
            primary: outside,
            secondary: secondary.map(|(pair, _)| pair),
            // As if one more had been seen that does not conform.
            confidence: conform as f32 / (all + 2 * ONE_MORE) as f32,
        }
    }
}
