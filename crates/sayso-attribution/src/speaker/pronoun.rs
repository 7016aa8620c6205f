//! Whom a pronoun means.

use alloc::vec::Vec;

use sayso_span::Span;

use super::{
    figure::FigureId, gender::slot, lexicon::Classes, mention::Kind, referent::Referent,
    resolver::Resolver, vocabulary::Term, word::WordKind,
};
use crate::{Gender, StepKind};

/// What speaks for a candidate of `he` or `she`. The weights were set by hand;
/// trained ones were no better.
mod weight {
    /// By how many sentences lie between.
    pub(super) const SENTENCES: [f32; 6] = [0.5, 0.4, -0.2, -0.8, -1.2, -2.0];
    pub(super) const PARAGRAPHS: [f32; 4] = [0.5, 0.2, -0.3, -0.8];
    pub(super) const LOG_WORDS: f32 = -0.15;
    pub(super) const FIRST_IN_SENTENCE: f32 = 0.6;
    pub(super) const POSSESSIVE: f32 = -0.3;
    pub(super) const AFTER_PREPOSITION: f32 = -0.4;
    /// Only ever mentioned by somebody who speaks.
    pub(super) const QUOTED: f32 = -1.5;
    pub(super) const GENDER_KNOWN: f32 = 0.8;
    pub(super) const GENDER_GUESSED: f32 = 0.3;
    pub(super) const PREVIOUS_SPEAKER: f32 = 0.8;
    pub(super) const SPEAKER_IN_PARAGRAPH: f32 = 0.8;
    pub(super) const LAST_SPEAKER_OF_GENDER: f32 = 0.5;
    pub(super) const SAME_PRONOUN: f32 = 0.5;
    pub(super) const MOST_RECENT: f32 = 0.6;
    pub(super) const PERSON: f32 = 0.8;
}

/// How many organizations and places `it` may mean.
const BODIES: usize = 12;

impl Resolver<'_> {
    /// The person of the gender whom a pronoun here means.
    pub(super) fn person(&self, at: usize, gender: Gender) -> Option<FigureId> {
        let previous = self.last_turn();
        let candidates = self.recent.iter().copied().filter(|&id| {
            let figure = &self.figures[id];
            let fits =
                figure.gender().is_none_or(|known| known == gender || !figure.gender_is_sure());
            let known = figure.kind == Kind::Person
                || previous.is_some_and(|turn| turn.is_by(id))
                || self.count[id] >= 2
                || figure.full_terms().len() >= 2;
            fits && known
        });
        let most_recent = candidates.clone().max_by_key(|&id| self.last[id].map(|last| last.at));
        let same_paragraph = previous
            .is_some_and(|turn| self.article.paragraph(turn.at) == self.article.paragraph(at));
        let last_of_gender = self.last_speaker_of_gender(gender);
        let score = |id: FigureId| -> f32 {
            let Some(last) = self.last[id] else { return f32::MIN };
            let figure = &self.figures[id];
            let sentences = self.sentence(at).saturating_sub(self.sentence(last.at));
            let paragraphs =
                self.article.paragraph(at).saturating_sub(self.article.paragraph(last.at));
            let mut score = weight::SENTENCES[sentences.min(5)]
                + weight::PARAGRAPHS[paragraphs.min(3)]
                + weight::LOG_WORDS * natural_log(1 + at - last.at.min(at));
            let mut add = |condition: bool, weight: f32| {
                if condition {
                    score += weight;
                }
            };
            add(last.first_in_sentence, weight::FIRST_IN_SENTENCE);
            add(last.possessive, weight::POSSESSIVE);
            add(last.quoted, weight::QUOTED);
            add(last.after_preposition, weight::AFTER_PREPOSITION);
            let same = figure.gender() == Some(gender);
            add(same && figure.gender_is_sure(), weight::GENDER_KNOWN);
            add(same && !figure.gender_is_sure(), weight::GENDER_GUESSED);
            let spoke = previous.is_some_and(|turn| turn.is_by(id));
            add(spoke, weight::PREVIOUS_SPEAKER);
            add(spoke && same_paragraph, weight::SPEAKER_IN_PARAGRAPH);
            add(last_of_gender == Some(id), weight::LAST_SPEAKER_OF_GENDER);
            let pronoun = self.last_pronoun[slot(gender)];
            add(
                pronoun
                    .is_some_and(|(sentence, who)| who == id && sentence + 1 >= self.sentence(at)),
                weight::SAME_PRONOUN,
            );
            add(most_recent == Some(id), weight::MOST_RECENT);
            let speaks = spoke || last_of_gender == Some(id);
            add(figure.kind == Kind::Person || speaks, weight::PERSON);
            score
        };
        let best =
            candidates.map(|id| (score(id), id)).reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.map(|(_, id)| id)
    }

    fn last_speaker_of_gender(&self, gender: Gender) -> Option<FigureId> {
        let speakers = self.turns().flat_map(|(_, turn)| &turn.who);
        speakers
            .filter_map(|who| match who {
                Referent::Figure(id) => Some(*id),
                _ => None,
            })
            .find(|&id| self.figures[id].gender() == Some(gender))
    }

    /// Whom a source that is a pronoun means.
    pub(super) fn pronoun(&mut self, words: Span) -> Vec<Referent> {
        let at = words.start();
        let word = self.article.words[at];
        let folded = self.article.folded(&word);
        match folded {
            "he" | "she" | "him" | "her" | "his" | "hers" | "himself" | "herself" => {
                let Some(&id) = self.pronouns.get(&at) else { return Vec::new() };
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
            _ => Vec::new(),
        }
    }

    /// Notes a step to each of several figures.
    pub(super) fn step_to_all(&mut self, kind: StepKind, from: Span, who: &[Referent]) {
        for referent in who {
            if let Referent::Figure(id) = *referent {
                self.step(kind, from, self.named_before(id, from.start()));
            }
        }
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

    fn is_several(&self, who: &[Referent]) -> bool {
        who.len() > 1
            || who.iter().any(|referent| match referent {
                Referent::Figure(id) => {
                    matches!(
                        self.figures[*id].kind,
                        Kind::Organization | Kind::Unknown | Kind::People | Kind::Place
                    )
                }
                Referent::Other(other) => self.others[*other].plural || self.others[*other].named,
                Referent::Author => false,
            })
    }

    fn they(&mut self, words: Span) -> Vec<Referent> {
        let at = words.start();
        let here = self.sentence(at);
        let turn = self.turns().find(|(_, turn)| {
            here.saturating_sub(self.sentence(turn.at)) <= 6 && self.is_several(&turn.who)
        });
        let plural = self.best_plural(at);
        if let Some((number, turn)) = turn {
            let back = here.saturating_sub(self.sentence(turn.at));
            let closer = plural.is_some_and(|noun| {
                noun > turn.at && self.article.words[noun].classes.any(Classes::HUMANS)
            });
            if back <= 1 || back <= 3 && !closer {
                return self.with_turn(StepKind::Pronoun, words, number);
            }
        }
        if let Some(noun) = plural {
            let phrase = Span::new(self.phrase_start(noun), noun + 1);
            self.step(StepKind::Pronoun, words, phrase);
            return alloc::vec![self.phrase(phrase)];
        }
        let Some((turn, _)) = self.turns().next() else { return Vec::new() };
        self.with_turn(StepKind::Pronoun, words, turn)
    }

    /// The plural noun that `they` means most likely, in two sentences.
    fn best_plural(&self, at: usize) -> Option<usize> {
        let here = self.sentence(at);
        let mut best: Option<(f32, usize)> = None;
        for index in (at.saturating_sub(80)..at).rev() {
            let word = &self.article.words[index];
            let back = here - word.sentence;
            if back > 2 {
                break;
            }
            if word.quoted || !self.is_plural_noun(index) {
                continue;
            }
            let start = self.article.sentences[word.sentence].words.start();
            let phrase = self.phrase_start(index);
            let mut score = -0.8 * back as f32;
            score += if index - start <= 5 { 2.0 } else { 0.0 };
            score += if word.classes.any(Classes::HUMANS) { 1.0 } else { 0.0 };
            let preposition = self
                .article
                .before(phrase)
                .is_some_and(|word| word.classes.any(Classes::PREPOSITION));
            score -= if preposition { 1.0 } else { 0.0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, index));
            }
        }
        best.map(|(_, index)| index)
    }

    pub(super) fn is_plural_noun(&self, index: usize) -> bool {
        let word = &self.article.words[index];
        let folded = self.article.folded(word);
        if word.kind != WordKind::Word || word.classes.any(Classes::FUNCTION) {
            return false;
        }
        if word.classes.any(Classes::HUMANS) {
            return true;
        }
        let noun =
            folded.len() > 3 && folded.ends_with('s') && !folded.ends_with("ss") && !word.capital;
        // A verb in -s has no noun before it that a determiner opens.
        noun && self.article.before(index).is_some_and(|before| {
            before.classes.any(Classes::DETERMINER.or(Classes::PREPOSITION)) || before.name
        })
    }

    /// Where the noun phrase starts that ends with the noun.
    pub(super) fn phrase_start(&self, noun: usize) -> usize {
        let mut start = noun;
        while let Some(before) = self.article.before(start) {
            let inside = before.kind == WordKind::Word
                && !before
                    .classes
                    .any(Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::PRONOUN))
                && (!before.classes.any(Classes::FUNCTION)
                    || before.classes.any(Classes::DETERMINER))
                || before.kind == WordKind::Clitic && self.article.folded(before) == "'s";
            if !inside || noun - start >= 5 {
                break;
            }
            start -= 1;
            if before.classes.any(Classes::DETERMINER) {
                break;
            }
        }
        start
    }

    fn it(&mut self, words: Span) -> Vec<Referent> {
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

    /// `who`, `which`: what stands before it.
    pub(super) fn relative(&mut self, at: usize) -> Vec<Referent> {
        let word = self.article.words[at];
        let who = !matches!(self.article.folded(&word), "which" | "that");
        let mut end = at;
        let mut brackets = 0;
        while end > at.saturating_sub(40) && self.article.words[end - 1].sentence == word.sentence
        {
            let before = &self.article.words[end - 1];
            let closing = matches!(self.article.raw(before), ")" | "]");
            let opening = matches!(self.article.raw(before), "(" | "[");
            if closing {
                brackets += 1;
            }
            let skipped = brackets > 0
                || matches!(
                    before.kind,
                    WordKind::Comma | WordKind::Dash | WordKind::Quote | WordKind::Clitic
                )
                || before.classes.any(Classes::PREPOSITION)
                || self.article.folded(before) == "and"
                || before.span.len() <= 2
                    && before.classes == Classes::default()
                    && !before.capital
                    && self.article.raw(before).bytes().all(|b| b.is_ascii_digit());
            if opening {
                brackets -= 1;
            }
            if !skipped {
                break;
            }
            end -= 1;
        }
        if end == 0 || self.article.words[end - 1].sentence != word.sentence {
            return Vec::new();
        }
        self.step(StepKind::Relative, Span::new(at, at + 1), Span::new(end - 1, end));
        self.antecedent(end, who)
    }

    /// What the phrase that ends here means, as what a relative pronoun says
    /// more about.
    fn antecedent(&mut self, end: usize, who: bool) -> Vec<Referent> {
        let last = end - 1;
        if let Some(mention) = self.mention_at(last) {
            let (run, figure) = (mention.run, mention.figure);
            let kind = figure.map_or(mention.kind, |id| self.figures[id].kind);
            if who && matches!(kind, Kind::Place | Kind::Organization) {
                // `a teacher in Leeds, who`; `Jane Doe, of Leeds, who`
                let mut start = run.start();
                // `of Ashton, Md., who`
                while start >= 2
                    && self.article.before(start).is_some_and(|word| word.kind == WordKind::Comma)
                    && end - start < 8
                {
                    let Some(city) = self.mention_at(start - 2) else { break };
                    start = city.run.start();
                }
                let preposition = self.preposition_before(start);
                if let Some(preposition) = preposition {
                    let mut end = preposition;
                    while end > 0 && self.article.words[end - 1].kind == WordKind::Comma {
                        end -= 1;
                    }
                    if end > 0
                        && self.article.words[end - 1].sentence
                            == self.article.words[last].sentence
                    {
                        return self.antecedent(end, false);
                    }
                }
            }
            let phrase = self.phrase_start(run.start());
            if let Some(named) = self.apposed_to(phrase).filter(|_| phrase < run.start()) {
                return alloc::vec![Referent::Figure(named)];
            }
            if let Some(both) = self.coordinated_with(run, end) {
                return both;
            }
            if matches!(
                kind,
                Kind::Person | Kind::Organization | Kind::Place | Kind::Unknown | Kind::Thing
            ) {
                return figure.map(Referent::Figure).into_iter().collect();
            }
            let start = self.phrase_start(run.start());
            return alloc::vec![self.phrase(Span::new(start, end))];
        }
        let start = self.phrase_start(last);
        // `Jane Doe, a teacher who`; `Jane Doe is a teacher who`
        let before = self.article.before(start);
        let apposed = before.is_some_and(|word| {
            word.kind == WordKind::Comma || matches!(self.article.folded(word), "is" | "was")
        });
        if apposed && start >= 2 {
            if let Some(figure) = self.figure_at(start - 2) {
                if self.figures[figure].kind == Kind::Person {
                    return alloc::vec![Referent::Figure(figure)];
                }
            }
        }
        let noun = self.article.words[last];
        let human = noun.classes.any(Classes::ANY_ROLE.or(Classes::HUMANS).or(Classes::NOMINAL));
        if who && !human {
            if let Some(preposition) = self.preposition_before(start) {
                if preposition > 0
                    && self.article.before(preposition).is_some_and(|w| w.kind == WordKind::Word)
                {
                    return self.antecedent(preposition, false);
                }
            }
        }
        alloc::vec![self.phrase(Span::new(start, end))]
    }

    /// The name that a phrase with an indefinite article says more about:
    /// `Acme, a company that`.
    fn apposed_to(&self, phrase: usize) -> Option<FigureId> {
        let article = self.article.folded(&self.article.words[phrase]);
        let comma = self.article.before(phrase).filter(|word| word.kind == WordKind::Comma);
        comma.filter(|_| phrase >= 2 && matches!(article, "a" | "an"))?;
        self.figure_at(phrase - 2)
    }

    /// `A and B, who have`: both, if the verb is a plural.
    fn coordinated_with(&mut self, run: Span, end: usize) -> Option<Vec<Referent>> {
        let and = self.article.before(run.start())?;
        if self.article.folded(and) != "and"
            || run.start() < 2
            || self.mention_at(run.start() - 2).is_none()
        {
            return None;
        }
        let plural = (end..end + 4).any(|index| {
            self.article.word(index).is_some_and(|word| {
                matches!(self.article.folded(word), "have" | "are" | "were" | "do" | "say")
            })
        });
        let left = self.mention_at(run.start() - 2)?.run;
        plural.then(|| alloc::vec![self.phrase(left), self.phrase(run)])
    }

    /// The preposition directly before a phrase, over its determiner.
    fn preposition_before(&self, start: usize) -> Option<usize> {
        let before = self.article.before(start)?;
        if before.classes.any(Classes::PREPOSITION) {
            return Some(start - 1);
        }
        let over = before.classes.any(Classes::DETERMINER)
            && self.article.before(start - 1)?.classes.any(Classes::PREPOSITION);
        over.then(|| start - 2)
    }

    /// The referent of a noun phrase that is no source itself.
    fn phrase(&mut self, words: Span) -> Referent {
        self.single(words).into_iter().next().unwrap_or(Referent::Author)
    }

    pub(super) fn term_of(&self, index: usize) -> Term {
        self.article.words[index].term
    }
}

/// The natural logarithm of a count, near enough: there is none without `std`.
fn natural_log(count: usize) -> f32 {
    // The bit length, and a straight line between powers of two.
    let bits = usize::BITS - 1 - count.max(1).leading_zeros();
    let rest = count as f32 / (1_u64 << bits) as f32 - 1.0;
    (bits as f32 + rest) * core::f32::consts::LN_2
}
