use std::collections::HashMap;

use sayso::{
    Analysis, Attribution, Entity, Span,
    attribution::{AttributionKind, EntityId},
};
use serde::{Deserialize, Serialize};

/// What one has said in a text.
#[derive(Clone, Debug)]
pub(super) struct Share {
    /// Who; nobody where it is not known.
    pub(super) entity: Option<Entity>,
    pub(super) count: Count,
    /// The first words that are attributed to them.
    pub(super) first: Span,
    /// The last words that are.
    pub(super) last: Span,
}

/// How much somebody has said.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Count {
    /// Words between quotation marks.
    pub(super) quoted: usize,
    /// All words that are attributed to them.
    pub(super) words: usize,
    pub(super) direct: usize,
    pub(super) mixed: usize,
    pub(super) indirect: usize,
}

impl Count {
    /// Counts what an attribution has.
    pub(super) fn new(text: &str, attribution: &Attribution, quotations: &[Span]) -> Count {
        let content = || attribution.content.iter();
        let quoted = content().flat_map(|&span| {
            let first = quotations.partition_point(|quotation| quotation.end() <= span.start());
            let quotations = quotations[first..].iter();
            let inside = quotations.take_while(move |quotation| quotation.start() < span.end());
            inside.filter_map(move |&quotation| quotation.intersect(span))
        });
        let mut count = Count {
            quoted: quoted.map(|span| words(&text[span])).sum(),
            words: content().map(|&span| words(&text[span])).sum(),
            ..Count::default()
        };
        match attribution.kind {
            AttributionKind::Direct => count.direct = 1,
            AttributionKind::Mixed => count.mixed = 1,
            _ => count.indirect = 1,
        }
        count
    }

    /// What the columns of a table are called.
    pub(super) const HEAD: [&str; 5] = ["Quoted", "Words", "Direct", "Mixed", "Indirect"];

    /// Returns the columns of a table.
    pub(super) fn columns(self) -> [usize; 5] {
        [self.quoted, self.words, self.direct, self.mixed, self.indirect]
    }

    /// Returns what is the more, the more somebody is quoted.
    pub(super) fn rank(self) -> (usize, usize) {
        (self.quoted, self.words)
    }

    pub(super) fn add(&mut self, other: Count) {
        self.quoted += other.quoted;
        self.words += other.words;
        self.direct += other.direct;
        self.indirect += other.indirect;
        self.mixed += other.mixed;
    }
}

/// Returns what everybody has said, those first who have been quoted most.
pub(super) fn shares(text: &str, analysis: &Analysis) -> Vec<Share> {
    let quotations = outermost(analysis);
    let mut places: HashMap<Option<EntityId>, usize> = HashMap::new();
    let mut shares: Vec<Share> = Vec::new();
    for attribution in &analysis.attributions {
        let count = Count::new(text, attribution, &quotations);
        let Some(span) = attribution.content.iter().copied().reduce(Span::hull) else { continue };
        let speakers = attribution.entities.iter().map(|&id| Some(id));
        let unknown = attribution.entities.is_empty().then_some(None);
        for id in speakers.chain(unknown) {
            let place = *places.entry(id).or_insert_with(|| {
                let entity = id.map(|id| analysis.entities[id].clone());
                shares.push(Share { entity, count: Count::default(), first: span, last: span });
                shares.len() - 1
            });
            let share = &mut shares[place];
            share.count.add(count);
            share.last = span;
        }
    }
    shares.sort_by_key(|share| std::cmp::Reverse(share.count.rank()));
    shares
}

/// Returns where words are that stand between quotation marks, in order.
pub(super) fn outermost(analysis: &Analysis) -> Vec<Span> {
    analysis.quotations.iter().filter(|q| q.depth == 0).map(|q| q.span).collect()
}

/// Counts words: what stands between spaces and has a letter or a digit.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
