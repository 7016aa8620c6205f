//! Who has spoken, and the steps that led to them.

use alloc::vec::Vec;

use super::{
    referent::{Referent, Turn},
    resolver::Resolver,
    words::Words,
};
use crate::{Attribution, Step, StepKind, headline};

/// How many of those who have spoken are remembered.
const TURNS: usize = 12;

/// How many attributions below a headline may say whose it is.
const LOOKED_AT: usize = 12;

/// Longer chains of steps explain nothing.
const LONGEST_CHAIN: usize = 8;

impl Resolver<'_> {
    /// Remembers who has spoken, for as long as it is asked for.
    pub(super) fn remember(&mut self, turn: Turn) {
        if self.history.len() == TURNS {
            self.history.pop_front();
        }
        self.history.push_back(turn);
    }

    /// Who has spoken last.
    pub(super) fn last_turn(&self) -> Option<&Turn> {
        self.history.back()
    }

    /// A quotation without a source goes on with the speaker before.
    pub(super) fn sourceless(&mut self, attribution: &Attribution, words: Words) -> Vec<Referent> {
        let at = words.start();
        let quoted = attribution.content.iter().any(|&span| {
            let words = self.article.words_in(span);
            self.article.slice(words).iter().any(|word| word.is_quoted())
        });
        let Some((turn, last)) = self.turns().next().filter(|_| quoted && !words.is_empty())
        else {
            return Vec::new();
        };
        if self.article.paragraph(at).saturating_sub(self.article.paragraph(last.at)) > 2 {
            return Vec::new();
        }
        self.with_turn(StepKind::Continuation, Words::new(at, at + 1), turn)
    }

    /// A headline that tells who has listened (`Chief knew of mould, inquiry told`) is
    /// what the first to speak below it says.
    pub(super) fn settle_headlines(
        &self,
        attributions: &mut [Attribution],
        order: &[(Words, usize)],
        found: &mut [Vec<Referent>],
    ) {
        for (at, &(words, index)) in order.iter().enumerate() {
            if words.is_empty() || self.sentence(words.start()) >= headline::SENTENCES {
                break;
            }
            let headline = &attributions[index];
            let Some(cue) = headline.cue.filter(|_| headline.source.is_none()) else { continue };
            if !headline::listens(&self.article.text[cue]) || !found[index].is_empty() {
                continue;
            }
            let told =
                |one: &&(Words, usize)| !attributions[one.1].nested && !found[one.1].is_empty();
            let Some(&(teller, next)) = order[at + 1..].iter().take(LOOKED_AT).find(told) else {
                continue;
            };
            found[index] = found[next].clone();
            let step = Step::new(StepKind::Continuation, cue, self.article.span(teller));
            let steps = attributions[next].steps.clone();
            attributions[index].steps = core::iter::once(step).chain(steps).collect();
            attributions[index].steps.truncate(LONGEST_CHAIN);
        }
    }

    /// Notes why the words that are being resolved mean others.
    pub(super) fn step(&mut self, kind: StepKind, from: Words, to: Words) {
        if !from.is_empty() && !to.is_empty() {
            self.steps.push(Step::new(kind, self.article.span(from), self.article.span(to)));
        }
    }

    /// Notes that words mean those who spoke in another turn, and returns them.
    pub(super) fn with_turn(&mut self, kind: StepKind, from: Words, turn: usize) -> Vec<Referent> {
        let turn = &self.history[turn];
        let (from, to) = (self.article.span(from), self.article.span(turn.words));
        self.steps.push(Step::new(kind, from, to));
        let room = LONGEST_CHAIN.saturating_sub(self.steps.len());
        self.steps.extend(turn.steps.iter().take(room));
        turn.who.clone()
    }

    /// The last turns with their places, the last one first.
    pub(super) fn turns(&self) -> impl Iterator<Item = (usize, &Turn)> {
        self.history.iter().enumerate().rev()
    }
}
