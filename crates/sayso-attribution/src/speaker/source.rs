//! Whom the words of a source mean.

use alloc::vec::Vec;

use super::{
    lexicon::Classes,
    referent::{Referent, Turn},
    resolver::Resolver,
    word::WordKind,
    words::Words,
};
use crate::StepKind;

impl Resolver<'_> {
    /// Whom a source means.
    pub(super) fn source(&mut self, words: Words) -> Vec<Referent> {
        let words = self.trimmed(words);
        if words.is_empty() {
            return Vec::new();
        }
        if self.is_pronoun(words) {
            let who = self.pronoun(words);
            if let [only] = who[..] {
                self.note(Words::new(words.start(), words.start() + 1), only);
            }
            return who;
        }
        // `many of whom`
        if let [.., of, whom] = self.article.slice(words) {
            if self.article.folded(of) == "of"
                && matches!(self.article.folded(whom), "whom" | "which")
            {
                return self.relative(words.start());
            }
        }
        let mut found = Vec::new();
        let words = self.like(words).unwrap_or(words);
        let (words, example) = self.including(words);
        let mut parts = self.coordinated(words);
        parts.extend(example.into_iter().flat_map(|example| self.coordinated(example)));
        for part in parts {
            for referent in self.single(part) {
                if !found.contains(&referent) {
                    found.push(referent);
                }
            }
        }
        found
    }

    /// Whom a phrase means that is no coordination.
    pub(super) fn single(&mut self, words: Words) -> Vec<Referent> {
        let words = self.trimmed(words);
        if words.is_empty() {
            return Vec::new();
        }
        if self.is_pronoun(words) {
            return self.pronoun(words);
        }
        // `another said`, `one of them said`
        let first = self.article.folded(&self.article.words[words.start()]);
        if words.len() == 1 && first == "another" {
            return self.one_of_many(words);
        }
        let words = self.one_of_them(words);
        let words = self.counted(words);
        let head = self.head(words);
        if head.is_empty() {
            return Vec::new();
        }
        if let Some(found) = self.named(words, head).or_else(|| self.place_of(words, head)) {
            self.step_to_name(words, found);
            return alloc::vec![found];
        }
        if let Some(figure) = self.surname_at_start(words) {
            self.step(StepKind::Name, words, self.named_before(figure, words.start()));
            return alloc::vec![Referent::Figure(figure)];
        }
        if let Some((run, figure)) =
            self.apposed(words, head).or_else(|| self.apposed_behind(words, head))
        {
            self.step(StepKind::Apposition, words, run);
            return alloc::vec![Referent::Figure(figure)];
        }
        if let Some(found) = self.utterance(words, head) {
            return found;
        }
        if let Some(found) = self.pair(words, head) {
            self.step_to_all(StepKind::Pair, words, &found);
            return found;
        }
        let Some(found) = self.described(words, head) else { return Vec::new() };
        self.note(Words::new(words.start(), self.description_words(words).end()), found);
        alloc::vec![found]
    }

    /// Notes that the words have a name at their head.
    fn step_to_name(&mut self, words: Words, found: Referent) {
        match found {
            Referent::Figure(_) => {
                let head = self.head(words);
                let run = self.mention_at(head.end() - 1).map_or(head, |mention| mention.run);
                self.step(StepKind::Name, words, run);
            }
            Referent::Other(other) => {
                self.step(StepKind::Name, words, self.others[other].words);
                self.note(self.head(words), found);
            }
            Referent::Author => {}
        }
    }

    /// `Clinton's letter`, `a statement from the board`, `the statement`: who
    /// has made it speaks.
    fn utterance(&mut self, words: Words, head: Words) -> Option<Vec<Referent>> {
        let last = head.end() - 1;
        if !self.article.is(self.article.words[last].term, Classes::UTTERANCE) {
            return None;
        }
        let whose = |whose: Words, resolver: &mut Self| {
            resolver.step(StepKind::Utterance, words, whose);
            Some(resolver.single(whose))
        };
        if let Some(possessive) = self.possessive(head) {
            return whose(Words::new(head.start(), possessive), self);
        }
        if let Some(name) = last.checked_sub(1).and_then(|before| self.mention_at(before)) {
            let (run, figure) = (name.run, name.figure());
            if let Some(figure) = figure {
                self.step(StepKind::Utterance, words, run);
                return Some(alloc::vec![Referent::Figure(figure)]);
            }
        }
        let by = self.article.words.get(head.end()).map_or("", |word| self.article.folded(word));
        if head.end() + 1 < words.end() && matches!(by, "by" | "from") {
            return whose(Words::new(head.end() + 1, words.end()), self);
        }
        let first = self.article.words[head.start()];
        match self.article.folded(&first) {
            "his" | "her" | "their" | "its" => {
                whose(Words::new(head.start(), head.start() + 1), self)
            }
            "the" | "this" | "that" => {
                let (last, _) = self.turns().next()?;
                // `in a statement, the firm apologized … the statement said`
                let term = self.term_of(head.end() - 1);
                let has = |turn: &Turn| {
                    let sentence = self.article.sentences[self.sentence(turn.at)].words;
                    self.article.slice(sentence).iter().any(|word| word.term == term)
                };
                let issued = self.turns().find(|(_, turn)| has(turn)).map(|(turn, _)| turn);
                let turn = issued.unwrap_or(last);
                Some(self.with_turn(StepKind::Utterance, words, turn))
            }
            _ => None,
        }
    }

    /// Where the last possessive stands before the last word.
    pub(super) fn possessive(&self, head: Words) -> Option<usize> {
        (head.start() + 1..head.end().saturating_sub(1)).rev().find(|&index| {
            let word = &self.article.words[index];
            self.article.folded(word) == "'s"
                || word.kind == WordKind::Quote
                    && self.article.raw(&self.article.words[index - 1]).ends_with('s')
        })
    }

    /// `both`, `the two leaders`, `each candidate`.
    fn pair(&mut self, words: Words, head: Words) -> Option<Vec<Referent>> {
        let first = self.article.folded(&self.article.words[head.start()]);
        let second = self.article.words.get(head.start() + 1).filter(|_| head.len() > 1);
        let second = second.map_or("", |word| self.article.folded(word));
        let pair = matches!(first, "both" | "each")
            || matches!(first, "the" | "these") && second == "two";
        if !pair {
            return None;
        }
        let countries = matches!(
            self.article.folded(&self.article.words[head.end() - 1]),
            "countries" | "nations" | "states" | "governments"
        );
        let two = if countries {
            self.last_two_places(words.start())
        } else {
            self.last_two(words.start())
        };
        (!two.is_empty()).then_some(two)
    }
}
