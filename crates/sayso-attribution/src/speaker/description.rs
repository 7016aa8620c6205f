//! Whom a description means: `the prime minister`, `the 45-year-old farmer`.

use sayso_span::Span;

use super::{
    entity::EntityId,
    gender::role_gender,
    lexicon::{Classes, body_class, role_class},
    mention::Kind,
    resolver::{Referent, Resolver},
    vocabulary::Term,
    word::WordKind,
};

/// How many persons of one role are looked at.
const REACH: usize = 24;

/// A candidate with at least this much is meant.
const ENOUGH: f32 = 3.0;

impl Resolver<'_> {
    /// Whom a description means; somebody new if nobody known.
    pub(super) fn described(&mut self, words: Span, head: Span) -> Option<Referent> {
        let at = words.start();
        let last = head.end() - 1;
        let plural = self.is_plural(last);
        let term = self.term_of(last);
        if self.is_definite(head) && !plural {
            if let Some(entity) = self.described_person(words, head) {
                return Some(Referent::Entity(entity));
            }
            if let Some(entity) = self.described_body(head) {
                return Some(Referent::Entity(entity));
            }
            if let Some(entity) = self.prominent(words, head) {
                return Some(Referent::Entity(entity));
            }
            let text = self.description(words);
            let owned = self.possessive(head).is_some();
            let before = self.described_before(term, at, 8);
            if let Some(known) = before.filter(|known| !owned || self.is_text(*known, &text)) {
                return Some(known);
            }
            if owned {
                return Some(self.other(text, false, term, plural, at));
            }
            if let Some(body) = self.body(term) {
                return Some(Referent::Entity(body));
            }
            if let Some(known) = self.described_before(term, at, usize::MAX) {
                return Some(known);
            }
        } else if let Some(entity) = self.described_body(head).filter(|_| !plural) {
            return Some(Referent::Entity(entity));
        } else if let Some(entity) = self.introduced(words, head).filter(|_| !plural) {
            return Some(Referent::Entity(entity));
        } else if head.len() == 1 && self.article.folded(&self.article.words[last]) == "police" {
            // The police of the place that the article has named.
            let known = self.compounds.iter().find(|((_, noun), _)| *noun == term);
            if let Some((_, &known)) = known {
                let text = self.article.line(known);
                return Some(self.other(text, true, term, true, at));
            }
        }
        let text = self.description(words);
        if text.is_empty() {
            return None;
        }
        Some(self.other(text, false, term, plural, at))
    }

    /// Whom a headline or the first sentence describes and the text names soon
    /// after: `A county judge` when only one judge follows.
    fn introduced(&self, words: Span, head: Span) -> Option<EntityId> {
        let noun = self.article.words[head.end() - 1];
        let here = self.article.words[words.start()];
        if here.sentence > 2 || !noun.classes.any(Classes::ANY_ROLE) || here.quoted {
            return None;
        }
        let candidates = self.by_role.get(role_class(self.article.folded(&noun)))?;
        let [only] = candidates[..] else { return None };
        let first = &self.mentions[*self.entities[only].mentions.first()?];
        let paragraphs = self
            .article
            .paragraph(first.run.start())
            .checked_sub(self.article.paragraph(words.start()))?;
        let gender = role_gender(noun.classes);
        let fits = gender.is_none()
            || self.entities[only].gender.is_none_or(|known| Some(known) == gender);
        (fits
            && first.run.start() > words.start()
            && paragraphs <= 6
            && !self.party_clash(words, only))
        .then_some(only)
    }

    fn is_text(&self, referent: Referent, text: &str) -> bool {
        matches!(referent, Referent::Other(other) if self.others[other].text == text)
    }

    pub(super) fn is_definite(&self, head: Span) -> bool {
        let first = self.article.words[head.start()];
        matches!(self.article.folded(&first), "the" | "this" | "that" | "his" | "her")
            || first.classes.any(Classes::TITLE)
                && self.mention_at(head.start()).is_some_and(|mention| mention.kind == Kind::Role)
            || self.possessive(head).is_some()
            || head.len() == 1 && first.classes.any(Classes::TITLE)
    }

    /// The person with a name who is what the description says.
    pub(super) fn described_person(&self, words: Span, head: Span) -> Option<EntityId> {
        let last = head.end() - 1;
        let noun = self.article.words[last];
        if !noun.classes.any(Classes::ANY_ROLE) {
            return None;
        }
        let class = role_class(self.article.folded(&noun));
        let candidates = self.by_role.get(class)?;
        let gender = role_gender(noun.classes);
        let at = words.start();
        let modifiers = || {
            self.article.slice(words).iter().filter(|word| {
                word.kind == WordKind::Word
                    && word.term != noun.term
                    && !word.classes.any(Classes::FUNCTION)
            })
        };
        let says = |word: &str| modifiers().any(|modifier| self.article.folded(modifier) == word);
        let mut best: Option<(f32, EntityId)> = None;
        for &id in candidates.iter().take(REACH) {
            let entity = &self.entities[id];
            let known = |term: Term| entity.evidence.words.contains(&term);
            let is = |word: &str| {
                entity.evidence.words.iter().any(|&term| self.article.term(term) == word)
            };
            let gender_clash =
                gender.is_some() && entity.gender.is_some_and(|known| Some(known) != gender);
            let vice = matches!(class, "nominee" | "president")
                && (says("vice") || says("vice-presidential"))
                    != (is("vice") || is("vice-presidential"));
            if gender_clash || vice || self.party_clash(words, id) {
                continue;
            }
            let shared = modifiers().filter(|modifier| known(modifier.term)).count();
            let mut score = 3.0 + shared as f32;
            if let Some(last) = self.last[id] {
                let sentences = self.sentence(at).saturating_sub(self.sentence(last.at));
                score += (2.0 - sentences as f32 / 5.0).max(0.0);
            }
            let spoke =
                self.last_speakers().is_some_and(|(_, who)| who.contains(&Referent::Entity(id)));
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

    fn party_clash(&self, words: Span, id: EntityId) -> bool {
        let party = |term: Term| match self.article.term(term) {
            "libertarian" | "libertarians" => Some(0),
            "republican" | "republicans" | "gop" => Some(1),
            "democrat" | "democratic" | "democrats" | "dem" => Some(2),
            _ => None,
        };
        let said = self.article.slice(words).iter().find_map(|word| party(word.term));
        let known = self.entities[id].evidence.words.iter().find_map(|&term| party(term));
        matches!((said, known), (Some(a), Some(b)) if a != b)
    }

    /// Whom the text is about, for descriptions that everybody understands.
    fn prominent(&self, words: Span, head: Span) -> Option<EntityId> {
        let noun = self.article.words[head.end() - 1];
        let folded = self.article.folded(&noun);
        let class = role_class(folded);
        let general = matches!(class, "nominee" | "senator" | "president" | "governor" | "magnate")
                || matches!(folded, "man" | "woman" | "star" | "leader" | "politician")
                || noun.classes.any(Classes::PEOPLE)
            // `the 45-year-old farmer`
            || self.article.slice(head).iter().any(|word| self.article.folded(word).ends_with("-year-old"));
        if !general {
            return None;
        }
        let gender = role_gender(noun.classes);
        let here = self.sentence(words.start());
        let candidates = self.recent.iter().copied().filter(|&id| {
            let entity = &self.entities[id];
            entity.kind == Kind::Person
                && (gender.is_none() || entity.gender == gender)
                && !self.party_clash(words, id)
        });
        let score = |id: EntityId| {
            let back =
                self.last[id].map_or(100, |last| here.saturating_sub(self.sentence(last.at)));
            self.count[id] as f32 - 0.6 * back as f32
        };
        let best =
            candidates.map(|id| (score(id), id)).reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.filter(|(score, _)| *score > 0.0).map(|(_, id)| id)
    }

    /// The last description with this head, not too many sentences back.
    fn described_before(&self, head: Term, at: usize, sentences: usize) -> Option<Referent> {
        let &known = self.by_head.get(&self.head_class(head))?;
        let back = self.sentence(at).saturating_sub(self.sentence(self.others[known].last));
        (back <= sentences).then_some(Referent::Other(known))
    }

    /// The organization or place whose name has the word: `the committee`.
    fn body(&self, head: Term) -> Option<EntityId> {
        let class = body_class(self.article.term(head));
        let of_class = class.and_then(|class| {
            let department =
                (class == "agency").then(|| self.by_class.get("department")).flatten();
            self.by_class.get(class).or(department)
        });
        self.by_word.get(&head).or(of_class).copied()
    }

    /// The organization of the sort whose name has all words of a description:
    /// `a House panel` is the `House Oversight Committee`.
    fn described_body(&self, head: Span) -> Option<EntityId> {
        let last = head.end() - 1;
        let class = body_class(self.article.term(self.term_of(last)))?;
        let modifiers = || {
            self.article
                .slice(Span::new(head.start(), last))
                .iter()
                .filter(|word| word.kind == WordKind::Word && !word.classes.any(Classes::FUNCTION))
        };
        modifiers().next()?;
        self.bodies.get(class)?.iter().copied().find(|&id| {
            let terms = self.entities[id].full_terms();
            terms.len() > 1 && modifiers().all(|word| terms.contains(&word.term))
        })
    }
}
