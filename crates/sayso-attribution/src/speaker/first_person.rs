//! Whom `I` and `we` mean.

use alloc::vec::Vec;

use sayso_span::Span;

use super::{referent::Referent, resolver::Resolver, word::WordKind, words::Words};
use crate::{Attribution, Step, StepKind};

impl Resolver<'_> {
    /// `I` and `we` inside a content are its speaker, and elsewhere the writer.
    pub(super) fn first_person(
        &self,
        attributions: &mut [Attribution],
        inner: &[usize],
        found: &mut [Vec<Referent>],
    ) {
        if inner.is_empty() {
            return;
        }
        let mut contents: Vec<(Span, usize)> = attributions
            .iter()
            .enumerate()
            .flat_map(|(index, one)| one.content.iter().map(move |&span| (span, index)))
            .collect();
        contents
            .sort_unstable_by_key(|(span, index)| (span.start(), usize::MAX - span.end(), *index));
        let mut inner: Vec<(Span, usize)> = inner
            .iter()
            .filter_map(|&index| attributions[index].source.map(|source| (source, index)))
            .collect();
        inner.sort_unstable_by_key(|(span, index)| (span.start(), *index));
        let mut open: Vec<(Span, usize)> = Vec::new();
        let mut next = 0;
        for (source, index) in inner {
            while let Some(&content) = contents.get(next).filter(|c| c.0.start() <= source.start())
            {
                open.retain(|other| other.0.end() > content.0.start());
                open.push(content);
                next += 1;
            }
            open.retain(|other| other.0.end() > source.start());
            let around =
                open.iter().rev().find(|(span, other)| *other != index && span.covers(source));
            let (to, who) = match around {
                Some(&(content, outer)) => {
                    (attributions[outer].source.unwrap_or(content), found[outer].clone())
                }
                None => (source, alloc::vec![Referent::Author]),
            };
            attributions[index].steps = alloc::vec![Step::new(StepKind::FirstPerson, source, to)];
            found[index] = who;
        }
    }

    pub(super) fn is_first_person(&self, words: Words) -> bool {
        let mut words = self
            .article
            .slice(words)
            .iter()
            .filter(|word| word.kind == WordKind::Word && !word.is_name());
        let first = words.next().map_or("", |word| self.article.folded(word));
        matches!(first, "i" | "we" | "me" | "us" | "myself" | "ourselves" | "my" | "our")
            && words.next().is_none()
    }
}
