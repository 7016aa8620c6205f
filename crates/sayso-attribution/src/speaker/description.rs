//! Whom a description means: `the prime minister`, `the 45-year-old farmer`.

use super::{
    figure::FigureId,
    gender::role_gender,
    lexicon::{Classes, role_class},
    mention::Kind,
    referent::{Other, Referent},
    resolver::Resolver,
    vocabulary::Term,
    word::{Word, WordKind},
    words::Words,
};
use crate::{EntityKind, StepKind};

/// How many persons of one role are looked at.
const REACH: usize = 24;

/// A candidate with at least this much is meant.
const ENOUGH: f32 = 3.0;

/// Roles of those who speak for others, or about them, and have no name themselves.
const OTHERS: [&str; 9] = [
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "official",
    "judge",
    "prosecutor",
    "lawyer",
    "source",
    "interviewer",
];

impl Resolver<'_> {
    /// Whom a description means; somebody new if nobody known.
    pub(super) fn described(&mut self, words: Words, head: Words) -> Option<Referent> {
        let last = head.end() - 1;
        let plural = self.is_plural(last);
        if let Some((kind, figure)) = self.described_figure(words, head).filter(|_| !plural) {
            self.step(kind, words, self.named_before(figure, words.start()));
            return Some(Referent::Figure(figure));
        }
        let term = self.term_of(last);
        if self.is_definite(head) && !plural {
            return Some(self.described_other(words, head));
        }
        if head.len() == 1 && self.article.folded(&self.article.words[last]) == "police" {
            // The police of the place that the article has named.
            if let Some(&known) = self.first_compounds.get(&term) {
                self.step(StepKind::Sort, words, known);
                return Some(self.other(term, self.named_other(known, words.start(), true)));
            }
        }
        let other = self.unnamed_other(words, plural);
        (!other.text.is_empty()).then(|| self.other(term, other))
    }

    /// The figure that a description of one means, and why.
    fn described_figure(&self, words: Words, head: Words) -> Option<(StepKind, FigureId)> {
        let by = |kind| move |figure| (kind, figure);
        if self.is_definite(head) {
            let role = self.described_person(words, head).map(by(StepKind::Role));
            role.or_else(|| self.described_body(head).map(by(StepKind::Sort)))
                .or_else(|| self.prominent(words, head).map(by(StepKind::Prominence)))
                .or_else(|| self.just_heard(words, head).map(by(StepKind::Prominence)))
        } else {
            let sort = self.described_body(head).map(by(StepKind::Sort));
            sort.or_else(|| self.introduced(words, head).map(by(StepKind::Role)))
        }
    }

    /// What a definite description means that means no person with a name:
    /// something described before, a body of the sort, or something new.
    fn described_other(&mut self, words: Words, head: Words) -> Referent {
        let (at, term) = (words.start(), self.term_of(head.end() - 1));
        let text = self.description(words);
        let owned = self.possessive(head).is_some();
        let mut known = self.described_before(term, at, 8);
        if owned {
            known = known.filter(|&known| self.others[known].text == text);
        } else if known.is_none() {
            if let Some(body) = self.body(term, at) {
                self.step(StepKind::Sort, words, self.named_before(body, at));
                return Referent::Figure(body);
            }
            known = self.described_before(term, at, usize::MAX);
        }
        match known {
            Some(known) => {
                self.step(StepKind::Description, words, self.others[known].words);
                Referent::Other(known)
            }
            None => {
                let other = self.unnamed_other(words, false);
                self.other(term, other)
            }
        }
    }

    fn unnamed_other(&self, words: Words, plural: bool) -> Other {
        let (text, last) = (self.description(words), words.start());
        Other { text, named: false, plural, kind: EntityKind::Other, words, last }
    }

    /// Whom a headline or the first sentence describes and the text names soon
    /// after: `A county judge` when only one judge follows.
    fn introduced(&self, words: Words, head: Words) -> Option<FigureId> {
        let noun = self.article.words[head.end() - 1];
        let here = self.article.words[words.start()];
        if here.sentence() > 2
            || !self.article.is(noun.term, Classes::ANY_ROLE)
            || here.is_quoted()
        {
            return None;
        }
        let only = self.only_one(words, head)?;
        let first = &self.mentions[*self.figures[only].mentions.first()? as usize];
        let paragraphs = self
            .article
            .paragraph(first.run.start())
            .checked_sub(self.article.paragraph(words.start()))?;
        let gender = role_gender(self.article.classes(noun.term));
        let fits = gender.is_none()
            || self.figures[only].gender().is_none_or(|known| Some(known) == gender);
        (fits
            && first.run.start() > words.start()
            && paragraphs <= 6
            && !self.party_clash(words, only))
        .then_some(only)
    }

    /// The only person of the role, or the only one of whom the text says all that
    /// the description does: `a former chairman`.
    fn only_one(&self, words: Words, head: Words) -> Option<FigureId> {
        let noun = self.article.words[head.end() - 1];
        let candidates = self.by_role.get(role_class(self.article.folded(&noun)))?;
        if let [only] = candidates[..] {
            return Some(only);
        }
        let said = || {
            let modifiers = self.article.slice(words).iter();
            modifiers.filter(|word| {
                word.kind == WordKind::Word
                    && word.term != noun.term
                    && !self.article.is(word.term, Classes::FUNCTION)
            })
        };
        said().next()?;
        let fits = |id: &&FigureId| {
            let known = &self.figures[**id].profile.words;
            said().all(|word| known.contains(&word.term))
        };
        let mut fitting = candidates.iter().take(REACH).filter(fits);
        let only = fitting.next()?;
        fitting.next().is_none().then_some(*only)
    }

    pub(super) fn is_definite(&self, head: Words) -> bool {
        let first = self.article.words[head.start()];
        matches!(self.article.folded(&first), "the" | "this" | "that" | "his" | "her")
            || self.article.is(first.term, Classes::TITLE)
                && self.mention_at(head.start()).is_some_and(|mention| mention.kind == Kind::Role)
            || self.possessive(head).is_some()
            || head.len() == 1 && self.article.is(first.term, Classes::TITLE)
    }

    /// The person with a name who is what the description says.
    pub(super) fn described_person(&self, words: Words, head: Words) -> Option<FigureId> {
        let last = head.end() - 1;
        let noun = self.article.words[last];
        if !self.article.is(noun.term, Classes::ANY_ROLE) {
            return None;
        }
        let class = role_class(self.article.folded(&noun));
        let candidates = self.by_role.get(class)?;
        let gender = role_gender(self.article.classes(noun.term));
        let at = words.start();
        let modifiers = || {
            self.article.slice(words).iter().filter(|word| {
                word.kind == WordKind::Word
                    && word.term != noun.term
                    && !self.article.is(word.term, Classes::FUNCTION)
            })
        };
        let says = |word: &str| modifiers().any(|modifier| self.article.folded(modifier) == word);
        let mut best: Option<(f32, FigureId)> = None;
        for &id in candidates.iter().take(REACH) {
            let figure = &self.figures[id];
            let known = |term: Term| figure.profile.words.contains(&term);
            let is = |word: &str| {
                figure.profile.words.iter().any(|&term| self.article.term(term) == word)
            };
            let gender_clash =
                gender.is_some() && figure.gender().is_some_and(|known| Some(known) != gender);
            let vice = matches!(class, "nominee" | "president")
                && (says("vice") || says("vice-presidential"))
                    != (is("vice") || is("vice-presidential"));
            // A prime minister is not like other ministers, nor a press secretary.
            let prime = class == "secretary"
                && ["prime", "press"].iter().any(|kind| says(kind) != is(kind));
            if gender_clash || vice || prime || self.party_clash(words, id) {
                continue;
            }
            let shared = modifiers().filter(|modifier| known(modifier.term)).count();
            let mut score = 3.0 + shared as f32;
            if let Some(last) = self.last[id] {
                let sentences = self.sentence(at).saturating_sub(self.sentence(last.at));
                score += (2.0 - sentences as f32 / 5.0).max(0.0);
            }
            let spoke = self.last_turn().is_some_and(|turn| turn.is_by(id));
            score += if spoke { 0.5 } else { 0.0 };
            score -= if says("former") && !is("former") { 1.0 } else { 0.0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, id));
            }
        }
        let (_, id) = best.filter(|(score, _)| *score >= ENOUGH)?;
        // Somebody without a name of the same description is nearer.
        let nearer = self.by_head.get(&self.head_class(noun.term)).is_some_and(|&other| {
            let other = &self.others[other];
            !other.named && self.last[id].is_none_or(|last| other.last > last.at)
        });
        (!nearer).then_some(id)
    }

    fn party_clash(&self, words: Words, id: FigureId) -> bool {
        let party = |term: Term| match self.article.term(term) {
            "libertarian" | "libertarians" => Some(0),
            "republican" | "republicans" | "gop" => Some(1),
            "democrat" | "democratic" | "democrats" | "dem" => Some(2),
            _ => None,
        };
        let said = self.article.slice(words).iter().find_map(|word| party(word.term));
        let known = self.figures[id].profile.words.iter().find_map(|&term| party(term));
        matches!((said, known), (Some(a), Some(b)) if a != b)
    }

    /// Whom the text is about, for descriptions that everybody understands.
    fn prominent(&self, words: Words, head: Words) -> Option<FigureId> {
        let noun = self.article.words[head.end() - 1];
        let folded = self.article.folded(&noun);
        // `the 45-year-old farmer`
        let is_age = |word: &Word| self.article.folded(word).ends_with("-year-old");
        // `the president of the Republic` is no matter of course.
        let of = (words.end() > head.end()).then(|| self.article.after(head.end())).flatten();
        let of = of.is_some_and(|of| self.article.folded(of) == "of");
        let general = Classes::of(role_class(folded)).any(Classes::GENERAL) && !of
            || self.article.is(noun.term, Classes::PEOPLE)
            || self.article.slice(head).iter().any(is_age);
        if !general {
            return None;
        }
        let gender = role_gender(self.article.classes(noun.term));
        let here = self.sentence(words.start());
        let candidates = self.recent.iter().copied().filter(|&id| {
            let figure = &self.figures[id];
            figure.kind == Kind::Person
                && (gender.is_none() || figure.gender() == gender)
                && !self.party_clash(words, id)
        });
        let score = |id: FigureId| {
            let back =
                self.last[id].map_or(100, |last| here.saturating_sub(self.sentence(last.at)));
            self.count[id] as f32 - 0.6 * back as f32
        };
        let best =
            candidates.map(|id| (score(id), id)).reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.filter(|(score, _)| *score > 0.0).map(|(_, id)| id)
    }

    /// Who has just spoken, for what says something new of them: `Okonkwo said he was
    /// tired. “I was,”` *the striker* `said`.
    fn just_heard(&self, words: Words, head: Words) -> Option<FigureId> {
        let at = words.start();
        let noun = self.article.words[head.end() - 1];
        let plain = self.article.slice(words).iter().skip(1).all(|word| !word.is_capital());
        let short = words == head && head.len() <= 3 && plain;
        let determiner = self.article.folded(&self.article.words[at]) == "the";
        let apt = self.article.is(noun.term, Classes::ANY_ROLE.or(Classes::PEOPLE))
            && !self.aside
            && !noun.is_quoted()
            && !OTHERS.contains(&self.article.folded(&noun))
            && !self.by_head.contains_key(&self.head_class(noun.term));
        if !short || !determiner || !apt {
            return None;
        }
        let turn = self.last_turn()?;
        let [Referent::Figure(id)] = turn.who[..] else { return None };
        let gender = role_gender(self.article.classes(noun.term));
        let figure = &self.figures[id];
        let fits = figure.kind == Kind::Person
            && self.article.paragraph(turn.at) == self.article.paragraph(at)
            && self.sentence(at) - self.sentence(turn.at) <= 2
            && gender.is_none_or(|gender| figure.gender() == Some(gender));
        fits.then_some(id)
    }

    /// The last description with this head, not too many sentences back.
    fn described_before(&self, head: Term, at: usize, sentences: usize) -> Option<usize> {
        let &known = self.by_head.get(&self.head_class(head))?;
        let back = self.sentence(at).saturating_sub(self.sentence(self.others[known].last));
        (back <= sentences).then_some(known)
    }
}
