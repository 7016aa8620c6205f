//! Whom `they`, `both` and `the two` mean.

use alloc::vec::Vec;

use super::{
    lexicon::Classes, mention::Kind, referent::Referent, resolver::Resolver, word::WordKind,
    words::Words,
};
use crate::StepKind;

impl Resolver<'_> {
    pub(super) fn they(&mut self, words: Words) -> Vec<Referent> {
        let at = words.start();
        let here = self.sentence(at);
        let turn = self.turns().find(|(_, turn)| {
            here.saturating_sub(self.sentence(turn.at)) <= 6 && self.is_several(&turn.who)
        });
        let plural = self.best_plural(at);
        if let Some((number, turn)) = turn {
            let back = here.saturating_sub(self.sentence(turn.at));
            let closer = plural.is_some_and(|noun| {
                noun > turn.at && self.article.is(self.article.words[noun].term, Classes::HUMANS)
            });
            if back <= 1 || back <= 3 && !closer {
                return self.with_turn(StepKind::Pronoun, words, number);
            }
        }
        if let Some(noun) = plural {
            let phrase = Words::new(self.phrase_start(noun), noun + 1);
            self.step(StepKind::Pronoun, words, phrase);
            return self.single(phrase);
        }
        let Some((turn, _)) = self.turns().next() else { return Vec::new() };
        self.with_turn(StepKind::Pronoun, words, turn)
    }

    fn is_several(&self, who: &[Referent]) -> bool {
        who.len() > 1
            || who.iter().any(|referent| match referent {
                Referent::Figure(id) => match self.figures[*id].kind {
                    Kind::Organization | Kind::People | Kind::Place => true,
                    // Who is `she` elsewhere is one.
                    Kind::Unknown => self.figures[*id].gender().is_none(),
                    _ => false,
                },
                Referent::Other(other) => self.others[*other].plural || self.others[*other].named,
                Referent::Author => false,
            })
    }

    /// The plural noun that `they` means most likely, in two sentences.
    fn best_plural(&self, at: usize) -> Option<usize> {
        let here = self.sentence(at);
        let mut best: Option<(f32, usize)> = None;
        for index in (at.saturating_sub(80)..at).rev() {
            let word = &self.article.words[index];
            let back = here - word.sentence();
            if back > 2 {
                break;
            }
            if word.is_quoted() || !self.is_plural_noun(index) {
                continue;
            }
            let start = self.article.sentences[word.sentence()].words.start();
            let phrase = self.phrase_start(index);
            let mut score = -0.8 * back as f32;
            score += if index - start <= 5 { 2.0 } else { 0.0 };
            score += if self.article.is(word.term, Classes::HUMANS) { 1.0 } else { 0.0 };
            let preposition = self
                .article
                .before(phrase)
                .is_some_and(|word| self.article.is(word.term, Classes::PREPOSITION));
            score -= if preposition { 1.0 } else { 0.0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, index));
            }
        }
        best.map(|(_, index)| index)
    }

    fn is_plural_noun(&self, index: usize) -> bool {
        let word = &self.article.words[index];
        let folded = self.article.folded(word);
        if word.kind != WordKind::Word || self.article.is(word.term, Classes::FUNCTION) {
            return false;
        }
        if self.article.is(word.term, Classes::HUMANS) {
            return true;
        }
        let noun = folded.len() > 3
            && folded.ends_with('s')
            && !folded.ends_with("ss")
            && !word.is_capital();
        // A verb in -s has no noun before it that a determiner opens.
        noun && self.article.before(index).is_some_and(|before| {
            self.article.is(before.term, Classes::DETERMINER.or(Classes::PREPOSITION))
                || before.is_name()
        })
    }

    /// Where the noun phrase starts that ends with the noun.
    pub(super) fn phrase_start(&self, noun: usize) -> usize {
        let mut start = noun;
        while let Some(before) = self.article.before(start) {
            let inside = before.kind == WordKind::Word
                && !self.article.is(
                    before.term,
                    Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::PRONOUN),
                )
                && (!self.article.is(before.term, Classes::FUNCTION)
                    || self.article.is(before.term, Classes::DETERMINER))
                || before.kind == WordKind::Clitic && self.article.folded(before) == "'s";
            if !inside || noun - start >= 5 {
                break;
            }
            start -= 1;
            if self.article.is(before.term, Classes::DETERMINER) {
                break;
            }
        }
        // `has accused inspectors`
        let verb = start < noun
            && self.article.folded(&self.article.words[start]).ends_with("ed")
            && self.article.before(start).is_some_and(|before| {
                matches!(self.article.folded(before), "has" | "have" | "had")
            });
        start + usize::from(verb)
    }

    /// `both`, `the two`: the two persons mentioned last.
    pub(super) fn last_two(&self, at: usize) -> Vec<Referent> {
        let persons = self.recent.iter().rev().filter(|&&id| {
            self.figures[id].kind == Kind::Person
                && self.last[id].is_some_and(|last| {
                    self.sentence(at) - self.sentence(last.at).min(self.sentence(at)) <= 8
                })
        });
        let mut two: Vec<Referent> = persons.take(2).map(|&id| Referent::Figure(id)).collect();
        two.reverse();
        if two.len() == 2 { two } else { Vec::new() }
    }

    /// `the two countries`: the two places mentioned last.
    pub(super) fn last_two_places(&self, at: usize) -> Vec<Referent> {
        let mut two = Vec::new();
        for &(place, id) in self.recent_bodies.iter().rev().take(40) {
            let country = self.figures[id].kind == Kind::Place
                || self.article.term(self.figures[id].full_terms()[0]) == "united";
            if country && place < at && !two.contains(&Referent::Figure(id)) {
                two.insert(0, Referent::Figure(id));
            }
            if two.len() == 2 {
                return two;
            }
        }
        Vec::new()
    }
}
