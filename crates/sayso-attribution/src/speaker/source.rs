//! Whom the words of a source mean.

use alloc::{string::String, vec::Vec};

use sayso_span::Span;

use super::{
    figure::FigureId,
    lexicon::Classes,
    mention::Kind,
    referent::{Other, Referent},
    resolver::Resolver,
    word::WordKind,
};
use crate::{EntityKind, StepKind};

/// More than this many words of a source say nothing more about who it is.
const LONGEST: usize = 60;

impl Resolver<'_> {
    /// Whom a source means.
    pub(super) fn source(&mut self, words: Span) -> Vec<Referent> {
        let words = self.trimmed(words);
        if words.is_empty() {
            return Vec::new();
        }
        if self.is_pronoun(words) {
            let who = self.pronoun(words);
            if let [only] = who[..] {
                self.note(Span::new(words.start(), words.start() + 1), only);
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

    /// `mining companies, including Acme`: both speak.
    fn including(&self, words: Span) -> (Span, Option<Span>) {
        let at = (words.start() + 1..words.end().saturating_sub(1))
            .find(|&index| self.article.folded(&self.article.words[index]) == "including");
        match at {
            Some(at) if self.names_at_head(self.trimmed(Span::new(at + 1, words.end()))) => (
                self.trimmed(Span::new(words.start(), at)),
                Some(self.trimmed(Span::new(at + 1, words.end()))),
            ),
            _ => (words, None),
        }
    }

    /// Without marks and prepositions at its start, and without marks and a
    /// possessive at its end.
    fn trimmed(&self, words: Span) -> Span {
        let (mut start, mut end) = (words.start(), words.end().min(words.start() + LONGEST));
        while start < end {
            let word = &self.article.words[start];
            let preposition =
                word.classes.any(Classes::PREPOSITION) && self.mention_at(start).is_none();
            if matches!(word.kind, WordKind::Word) && !preposition {
                break;
            }
            start += 1;
        }
        while start < end && self.article.words[end - 1].kind != WordKind::Word {
            end -= 1;
        }
        Span::new(start, end)
    }

    /// A pronoun, and nothing but adverbs behind it.
    fn is_pronoun(&self, words: Span) -> bool {
        let first = &self.article.words[words.start()];
        if !first.classes.any(Classes::PRONOUN) || self.mention_at(words.start()).is_some() {
            return false;
        }
        let determiner = first.classes.any(Classes::DETERMINER);
        words.len() == 1
            || !determiner
            || self.article.words[words.start() + 1].kind != WordKind::Word
    }

    /// The parts of `A, B and C`, or the whole if it is not that.
    fn coordinated(&self, words: Span) -> Vec<Span> {
        let whole = alloc::vec![words];
        let and = (words.start() + 1..words.end().saturating_sub(1)).find(|&index| {
            self.article.folded(&self.article.words[index]) == "and"
                && self.mention_at(index).is_none()
        });
        let Some(and) = and else { return whole };
        let left = Span::new(words.start(), and);
        let right = Span::new(and + 1, words.end());
        let next = &self.article.words[and + 1];
        let his = matches!(self.article.folded(next), "his" | "her" | "its" | "other" | "their");
        if !(his || self.names_at_head(right)) {
            return whole;
        }
        // The comma before `and`, and those before it.
        let mut parts = Vec::new();
        let mut end = and;
        while end > left.start() && self.article.words[end - 1].kind == WordKind::Comma {
            end -= 1;
        }
        let mut start = end;
        while start > left.start() {
            start -= 1;
            let word = &self.article.words[start];
            if word.kind == WordKind::Comma && self.mention_at(start).is_none() {
                let piece = Span::new(start + 1, end);
                if piece.is_empty() || !self.is_name(piece) {
                    break;
                }
                parts.push(piece);
                end = start;
            }
        }
        let first = Span::new(left.start(), end);
        let plain = self.article.slice(first).iter().all(|word| word.kind != WordKind::Comma);
        let fits = if his {
            // `the nominee and his aides`
            plain && (self.names_at_head(first) || self.is_definite(self.head(first)))
        } else {
            self.names_at_head(first)
        };
        if !fits {
            return whole;
        }
        parts.push(first);
        parts.reverse();
        parts.extend(self.coordinated(right));
        parts
    }

    /// Whether the phrase is a name, and nothing more than a title before it.
    fn is_name(&self, words: Span) -> bool {
        // `Jane Doe (D-Ohio)`
        let bracket = (words.start()..words.end())
            .find(|&index| self.article.words[index].kind == WordKind::Bracket);
        let name = Span::new(words.start(), bracket.unwrap_or(words.end()));
        self.mention_at(words.start()).is_some_and(|mention| mention.run == name)
    }

    /// Whether the head of the phrase is a name.
    fn names_at_head(&self, words: Span) -> bool {
        let head = self.head(words);
        !head.is_empty() && {
            let last = self.mention_at(head.end() - 1);
            last.is_some_and(|mention| mention.kind != Kind::Role) || self.compound(head).is_some()
        }
    }

    /// The phrase up to what only says more about its last noun.
    pub(super) fn head(&self, words: Span) -> Span {
        let mut end = words.start();
        while end < words.end() {
            let word = &self.article.words[end];
            if let Some(mention) = self.mention_at(end) {
                end = mention.run.end().max(end + 1);
                continue;
            }
            let stops = matches!(word.kind, WordKind::Comma | WordKind::Bracket | WordKind::Dash)
                || word.kind == WordKind::Mark && self.article.raw(word) != "/"
                || end > words.start()
                    && word
                        .classes
                        .any(Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::PARTICIPLE));
            if stops {
                break;
            }
            end += 1;
        }
        Span::new(words.start(), end.min(words.end()))
    }

    /// Whom a phrase means that is no coordination.
    pub(super) fn single(&mut self, words: Span) -> Vec<Referent> {
        let words = self.trimmed(words);
        if words.is_empty() {
            return Vec::new();
        }
        if self.is_pronoun(words) {
            return self.pronoun(words);
        }
        let words = self.counted(words);
        let head = self.head(words);
        if head.is_empty() {
            return Vec::new();
        }
        if let Some(found) = self.named(words, head).or_else(|| self.place_of(words, head)) {
            self.step_to_name(words, found);
            return alloc::vec![found];
        }
        if let Some((run, figure)) = self.apposed(words, head) {
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
        self.note(Span::new(words.start(), self.description_words(words).end()), found);
        alloc::vec![found]
    }

    /// Notes that the words have a name at their head.
    fn step_to_name(&mut self, words: Span, found: Referent) {
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

    /// Without `a number of` and the like before what is counted.
    fn counted(&self, words: Span) -> Span {
        let of = (words.start()..words.end().min(words.start() + 4))
            .find(|&index| self.article.folded(&self.article.words[index]) == "of");
        let Some(of) = of.filter(|&of| of > words.start() && of + 1 < words.end()) else {
            return words;
        };
        let counts = matches!(
            self.article.folded(&self.article.words[of - 1]),
            "number"
                | "couple"
                | "handful"
                | "chorus"
                | "host"
                | "series"
                | "majority"
                | "some"
                | "many"
                | "most"
                | "all"
                | "several"
        );
        if counts { Span::new(of + 1, words.end()) } else { words }
    }

    /// A phrase whose head is a name, or a name and a noun that makes another
    /// name of it: `the Trump campaign`.
    fn named(&mut self, words: Span, head: Span) -> Option<Referent> {
        let last = head.end() - 1;
        if let Some(mention) = self.mention_at(last) {
            let (run, kind, figure) = (mention.run, mention.kind, mention.figure);
            return match (kind, figure) {
                (Kind::Role, _) | (_, None) if kind != Kind::People => None,
                (Kind::People, _) => {
                    let noun = self.article.words[last];
                    let folded = self.article.folded(&noun);
                    let party = run.len() == 1
                        && noun.classes.any(Classes::PARTY)
                        && (folded.ends_with('s') || folded == "gop");
                    party.then(|| {
                        let party = self.named_other(run, words.start(), true);
                        self.other(noun.term, party)
                    })
                }
                (_, Some(figure)) => Some(Referent::Figure(figure)),
                (_, None) => None,
            };
        }
        let noun = self.article.words[last];
        if let Some(compound) = self.compound(head) {
            let compound = self.named_other(compound, words.start(), false);
            return Some(self.other(noun.term, compound));
        }
        if !noun.classes.any(Classes::ORGANIZATION_HEAD) || head.len() < 2 {
            return None;
        }
        // `Trump's campaign` is the `Trump campaign` if there is one.
        let possessive = self.article.words[last - 1].kind == WordKind::Clitic && last >= 2;
        if possessive && self.mention_at(last - 2).is_some() {
            let name = self.term_of(last - 2);
            if let Some(&known) = self.compounds.get(&(name, noun.term)) {
                let known = self.named_other(known, words.start(), false);
                return Some(self.other(noun.term, known));
            }
        }
        None
    }

    /// A speaker whose name is these words and more than a mention, met here.
    pub(super) fn named_other(&self, words: Span, last: usize, plural: bool) -> Other {
        let (text, kind) = (self.article.line(words), EntityKind::Other);
        Other { text, named: true, plural, kind, words, last }
    }

    /// The name in a head that a noun makes another name of: `Trump campaign`,
    /// `Senate banking committee`.
    fn compound(&self, head: Span) -> Option<Span> {
        let last = head.end() - 1;
        let noun = &self.article.words[last];
        if !noun.classes.any(Classes::ORGANIZATION_HEAD) || noun.capital {
            return None;
        }
        let from = head.start().max(last.saturating_sub(2));
        let mention = (from..last).rev().find_map(|index| self.mention_at(index))?;
        let people = matches!(mention.kind, Kind::People | Kind::Role) && mention.run.len() == 1;
        let between = self.article.slice(Span::new(mention.run.end(), last));
        let plain = between
            .iter()
            .all(|word| word.kind == WordKind::Word && !word.classes.any(Classes::FUNCTION));
        (!people && plain && mention.run.start() >= head.start())
            .then(|| Span::new(mention.run.start(), last + 1))
    }

    /// `city of X`
    fn place_of(&mut self, words: Span, head: Span) -> Option<Referent> {
        let noun = self.article.words[head.end() - 1];
        if !matches!(self.article.folded(&noun), "city" | "state" | "county" | "town") {
            return None;
        }
        let of = self.article.words.get(head.end()).filter(|_| head.end() < words.end())?;
        let name = self.mention_at(head.end() + 1).filter(|_| self.article.folded(of) == "of")?;
        let place = Span::new(head.end() - 1, name.run.end());
        Some(self.other(noun.term, self.named_other(place, words.start(), false)))
    }

    /// `Her sister, Jane Doe`; `a group called Friends of the Lake`.
    fn apposed(&self, words: Span, head: Span) -> Option<(Span, FigureId)> {
        let next = head.end();
        if next + 1 >= words.end() {
            return None;
        }
        let mark = &self.article.words[next];
        let called = matches!(self.article.folded(mark), "called" | "named")
            || self.article.folded(mark) == "known";
        // A comma may stand behind `of X`: `the head of the board, Jane Doe`.
        let comma = (next..words.end().min(next + 12)).find(|&index| {
            self.article.words[index].kind == WordKind::Comma && self.mention_at(index).is_none()
        });
        let start = if called {
            let as_ = (next + 1..words.end().min(next + 4))
                .find(|&index| self.article.folded(&self.article.words[index]) == "as");
            as_.unwrap_or(next) + 1
        } else {
            comma? + 1
        };
        let singular = !self.is_plural(head.end() - 1)
            || self.article.folded(&self.article.words[words.start()]) == "one";
        if !singular && !called || start >= words.end() {
            return None;
        }
        let rest = Span::new(start, words.end());
        let first = &self.article.words[start];
        if first.classes.any(Classes::RELATIVE) {
            return None;
        }
        let rest = self.trimmed(rest);
        if rest.is_empty() {
            return None;
        }
        let head = self.head(rest);
        let mention = self.mention_at(head.end().checked_sub(1)?).filter(|_| !head.is_empty())?;
        let fits = matches!(mention.kind, Kind::Person | Kind::Organization | Kind::Unknown);
        mention.figure.filter(|_| fits).map(|figure| (mention.run, figure))
    }

    /// `Clinton's letter`, `a statement from the board`, `the statement`: who
    /// has made it speaks.
    fn utterance(&mut self, words: Span, head: Span) -> Option<Vec<Referent>> {
        let last = head.end() - 1;
        if !self.article.words[last].classes.any(Classes::UTTERANCE) {
            return None;
        }
        let whose = |whose: Span, resolver: &mut Self| {
            resolver.step(StepKind::Utterance, words, whose);
            Some(resolver.single(whose))
        };
        if let Some(possessive) = self.possessive(head) {
            return whose(Span::new(head.start(), possessive), self);
        }
        if let Some(name) = last.checked_sub(1).and_then(|before| self.mention_at(before)) {
            let (run, figure) = (name.run, name.figure);
            if let Some(figure) = figure {
                self.step(StepKind::Utterance, words, run);
                return Some(alloc::vec![Referent::Figure(figure)]);
            }
        }
        let by = self.article.words.get(head.end()).map_or("", |word| self.article.folded(word));
        if head.end() + 1 < words.end() && matches!(by, "by" | "from") {
            return whose(Span::new(head.end() + 1, words.end()), self);
        }
        let first = self.article.words[head.start()];
        match self.article.folded(&first) {
            "his" | "her" | "their" | "its" => {
                whose(Span::new(head.start(), head.start() + 1), self)
            }
            "the" | "this" | "that" => {
                let (turn, _) = self.turns().next()?;
                Some(self.with_turn(StepKind::Utterance, words, turn))
            }
            _ => None,
        }
    }

    /// Where the last possessive stands before the last word.
    pub(super) fn possessive(&self, head: Span) -> Option<usize> {
        (head.start() + 1..head.end().saturating_sub(1)).rev().find(|&index| {
            let word = &self.article.words[index];
            self.article.folded(word) == "'s"
                || word.kind == WordKind::Quote
                    && self.article.raw(&self.article.words[index - 1]).ends_with('s')
        })
    }

    /// `both`, `the two leaders`, `each candidate`.
    fn pair(&mut self, words: Span, head: Span) -> Option<Vec<Referent>> {
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

    /// Whether the noun is a plural, as far as its end tells.
    pub(super) fn is_plural(&self, index: usize) -> bool {
        let word = &self.article.words[index];
        let folded = self.article.folded(word);
        word.classes.any(Classes::HUMANS)
            || folded.len() > 3
                && folded.ends_with('s')
                && !["ss", "us", "is"].iter().any(|end| folded.ends_with(end))
                && !word.classes.any(Classes::ANY_ROLE)
    }

    /// The words of a description: without determiners, up to a comma, bracket
    /// or relative clause.
    pub(super) fn description(&self, words: Span) -> String {
        self.article.line(self.description_words(words))
    }

    fn description_words(&self, words: Span) -> Span {
        let mut start = words.start();
        while start + 1 < words.end() {
            let word = &self.article.words[start];
            let of = self.article.folded(word) == "of" && start > words.start();
            let one_of = self.article.folded(word) == "one"
                && self.article.folded(&self.article.words[start + 1]) == "of";
            if one_of {
                break;
            }
            if !(word.classes.any(Classes::DETERMINER) || of) || self.mention_at(start).is_some() {
                break;
            }
            start += 1;
        }
        let end = (start + 1..words.end()).find(|&index| {
            let word = &self.article.words[index];
            self.mention_at(index).is_none()
                && (matches!(word.kind, WordKind::Comma | WordKind::Bracket | WordKind::Dash)
                    || word.classes.any(Classes::RELATIVE)
                    || matches!(self.article.folded(word), "i" | "we" | "he" | "she" | "they")
                    || word.classes.any(Classes::PARTICIPLE)
                        && self.article.words[index - 1]
                            .classes
                            .any(Classes::DOCUMENT.or(Classes::UTTERANCE)))
        });
        Span::new(start, end.unwrap_or(words.end()))
    }
}
