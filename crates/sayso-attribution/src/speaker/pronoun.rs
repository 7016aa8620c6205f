//! Whom a pronoun means.

use alloc::vec::Vec;

use super::{
    figure::FigureId,
    gender::{pronoun_gender, role_gender},
    lexicon::Classes,
    mention::Kind,
    referent::Referent,
    resolver::Resolver,
    vocabulary::Term,
    word::WordKind,
    words::Words,
};
use crate::StepKind;

/// How many organizations and places `it` may mean.
const BODIES: usize = 12;

/// How many of those without a name, and how many words of a sentence, are looked at
/// for whom `one` is of.
const REACH: usize = 60;

/// Who speaks for somebody with a name, and has none.
const REPRESENTATIVES: [&str; 12] = [
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "agent",
    "lawyer",
    "attorney",
    "aide",
    "representative",
    "publicist",
    "adviser",
    "advisor",
    "official",
];

impl Resolver<'_> {
    /// Whom a source that is a pronoun means.
    pub(super) fn pronoun(&mut self, words: Words) -> Vec<Referent> {
        let at = words.start();
        let word = self.article.words[at];
        let folded = self.article.folded(&word);
        match folded {
            "he" | "she" | "him" | "her" | "his" | "hers" | "himself" | "herself" => {
                if let Some(turn) = self.just_described(at) {
                    return self.with_turn(StepKind::Pronoun, words, turn);
                }
                let Some(id) = self.met(at) else { return self.unnamed(words) };
                self.step(StepKind::Pronoun, words, self.named_before(id, at));
                alloc::vec![Referent::Figure(id)]
            }
            "they" | "them" | "their" | "theirs" | "themselves" => self.they(words),
            "it" | "its" | "itself" => self.it(words),
            "who" | "whom" | "whose" | "which" | "that" => self.relative(at),
            "both" | "each" => {
                let two = self.last_two(at);
                self.step_to_all(StepKind::Pair, words, &two);
                two
            }
            "one" | "another" => self.one_of_many(words),
            _ => Vec::new(),
        }
    }

    /// `one`: of the people in a sentence before, `Neighbors heard a bang`.
    fn one_of_people(&mut self, words: Words) -> Vec<Referent> {
        let here = self.sentence(words.start());
        for sentence in (here.saturating_sub(2)..=here).rev() {
            let all = self.article.sentences[sentence].words;
            let mut before = (all.start()..all.end().min(words.start())).take(REACH);
            let people = before.find(|&at| {
                let word = &self.article.words[at];
                self.article.is(word.term, Classes::HUMANS)
                    && !word.is_quoted()
                    && self.mention_at(at).is_none()
            });
            if let Some(people) = people {
                let start = self.phrase_start(people);
                self.step(StepKind::Description, words, Words::new(start, people + 1));
                return self.single(Words::new(start, people + 1));
            }
        }
        Vec::new()
    }

    /// `one`: of those who have been described last.
    pub(super) fn one_of_many(&mut self, words: Words) -> Vec<Referent> {
        let here = self.sentence(words.start());
        let first = self.others.len().saturating_sub(REACH);
        let many = self.others.iter().enumerate().skip(first).filter(|(_, other)| {
            other.plural && here.saturating_sub(self.sentence(other.last)) <= 2
        });
        let Some(last) = many.max_by_key(|(_, other)| other.last).map(|(last, _)| last) else {
            return self.one_of_people(words);
        };
        self.step(StepKind::Description, words, self.others[last].words);
        alloc::vec![Referent::Other(last)]
    }

    /// Somebody without a name who has just spoken: `the curator said … she added`.
    fn unnamed(&mut self, words: Words) -> Vec<Referent> {
        let here = self.sentence(words.start());
        let turn = self.turns().next().filter(|(_, turn)| {
            let one =
                matches!(turn.who[..], [Referent::Other(other)] if !self.others[other].plural);
            one && here.saturating_sub(self.sentence(turn.at)) <= 4
        });
        let Some((turn, _)) = turn else { return Vec::new() };
        self.with_turn(StepKind::Pronoun, words, turn)
    }

    /// The turn of somebody without a name who has just spoken and goes on: `A spokesman for
    /// Mr. Hale said no.` *He* `declined to say more.`
    fn just_described(&self, at: usize) -> Option<usize> {
        let (number, turn) = self.turns().next()?;
        let [Referent::Other(other)] = turn.who[..] else { return None };
        let other = &self.others[other];
        let gender = pronoun_gender(self.article.folded(&self.article.words[at]));
        let role = self.article.slice(turn.words).iter().find(|word| {
            REPRESENTATIVES.contains(&self.article.folded(word)) && word.kind == WordKind::Word
        })?;
        let own = role_gender(self.article.classes(role.term));
        let goes_on = !other.plural
            && !other.named
            && !self.aside
            && own.is_none_or(|own| Some(own) == gender)
            && self.article.paragraph(turn.at) == self.article.paragraph(at)
            && self.sentence(at) - self.sentence(turn.at) == 1;
        goes_on.then_some(number)
    }

    /// Whom the pronoun at a place means, if it has been met.
    fn met(&self, at: usize) -> Option<FigureId> {
        let found = self.pronouns.binary_search_by_key(&at, |&(place, _)| place as usize).ok()?;
        Some(self.pronouns[found].1 as usize)
    }

    /// Notes a step to each of several figures.
    pub(super) fn step_to_all(&mut self, kind: StepKind, from: Words, who: &[Referent]) {
        for referent in who {
            if let Referent::Figure(id) = *referent {
                self.step(kind, from, self.named_before(id, from.start()));
            }
        }
    }

    fn it(&mut self, words: Words) -> Vec<Referent> {
        let at = words.start();
        let here = self.sentence(at);
        let is_body =
            |id: FigureId| matches!(self.figures[id].kind, Kind::Organization | Kind::Place);
        let bodies = self.recent_bodies.iter().rev().take(BODIES);
        let start = self.article.sentences[here].words.start();
        let subject = bodies.clone().find(|&&(place, id)| {
            is_body(id) && self.sentence(place) == here && place < at && place <= start + 2
        });
        if let Some(&(_, id)) = subject {
            self.step(StepKind::Pronoun, words, self.named_before(id, at));
            return alloc::vec![Referent::Figure(id)];
        }
        let turn = self.turns().find(|(_, turn)| {
            let person = matches!(turn.who[..], [Referent::Figure(id)] if self.figures[id].kind == Kind::Person);
            here.saturating_sub(self.sentence(turn.at)) <= 3 && turn.who.len() == 1 && !person
        });
        if let Some((turn, _)) = turn {
            return self.with_turn(StepKind::Pronoun, words, turn);
        }
        let mut best: Option<(f32, FigureId)> = None;
        for &(place, id) in bodies.filter(|&&(place, _)| place < at) {
            if !is_body(id) && self.figures[id].kind != Kind::Unknown {
                continue;
            }
            let sentence = self.sentence(place);
            let mut score = -((here - sentence) as f32);
            score -= if is_body(id) { 0.0 } else { 0.5 };
            let first = self.article.sentences[sentence].words.start();
            score += if place <= first + 1 { 1.0 } else { 0.0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, id));
            }
        }
        let Some((_, id)) = best else { return Vec::new() };
        self.step(StepKind::Pronoun, words, self.named_before(id, at));
        alloc::vec![Referent::Figure(id)]
    }

    pub(super) fn term_of(&self, index: usize) -> Term {
        self.article.words[index].term
    }
}
