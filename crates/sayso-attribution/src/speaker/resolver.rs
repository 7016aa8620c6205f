use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use sayso_span::Span;

use super::{
    Speaker,
    article::Article,
    cluster,
    entity::{Entity, EntityId},
    gender::{self, pronoun_gender, slot},
    lexicon::{Classes, body_class, role_class},
    mention::{Kind, Mention},
    names, run,
    vocabulary::Term,
    word::WordKind,
};
use crate::{Attribution, Input};

/// Whom a mention means.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Referent {
    /// Somebody with a name.
    Entity(EntityId),
    /// Somebody without, or with a name that is more than a mention.
    Other(usize),
    /// The writer.
    Author,
}

/// A speaker that is no [`Entity`].
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub(super) text: String,
    /// The text is a name: `Trump campaign`, `Republicans`.
    pub(super) named: bool,
    pub(super) plural: bool,
    /// Where it was mentioned last.
    pub(super) last: usize,
}

/// Reads the article once from start to end and keeps in mind who has been
/// mentioned and who has spoken.
pub(super) struct Resolver<'a> {
    pub(super) article: Article<'a>,
    pub(super) mentions: Vec<Mention>,
    pub(super) entities: Vec<Entity>,
    /// For each word, the mention whose run it is in.
    mention_of: Vec<Option<usize>>,
    /// For each entity, its last mention outside quotations.
    pub(super) last: Vec<Option<LastMention>>,
    /// For each entity, how often it has been mentioned up to here.
    pub(super) count: Vec<usize>,
    /// The persons mentioned last, the last one at the end.
    pub(super) recent: Vec<EntityId>,
    pub(super) others: Vec<Other>,
    /// Others by their heads, the last of each.
    pub(super) by_head: BTreeMap<Term, usize>,
    /// The term that stands for all reports, studies, surveys: the first.
    document: Option<Term>,
    /// Who has spoken, and where.
    pub(super) history: Vec<(usize, Vec<Referent>)>,
    /// Entities by the class of a word for what they are.
    pub(super) by_role: BTreeMap<String, Vec<EntityId>>,
    /// Organizations and places by their first and last word, the one
    /// mentioned last.
    pub(super) by_word: BTreeMap<Term, EntityId>,
    /// Organizations by their sort.
    pub(super) bodies: BTreeMap<&'static str, Vec<EntityId>>,
    /// Organizations by their sort, the one mentioned last.
    pub(super) by_class: BTreeMap<&'static str, EntityId>,
    /// The organizations and places mentioned last, with the word where.
    pub(super) recent_bodies: Vec<(usize, EntityId)>,
    /// `Trump campaign`: the name's last word, the noun, and where it stands.
    pub(super) compounds: BTreeMap<(Term, Term), Span>,
    /// Whom the pronouns mean that have been met.
    pub(super) pronouns: BTreeMap<usize, EntityId>,
    /// The last pronoun of each gender: its sentence, and whom it means.
    pub(super) last_pronoun: [Option<(usize, EntityId)>; 2],
    /// The sentence in which a person has been mentioned last.
    person_in: Option<usize>,
}

/// Where an entity was mentioned last, outside quotations if ever.
#[derive(Clone, Copy, Debug)]
pub(super) struct LastMention {
    pub(super) at: usize,
    pub(super) first_in_sentence: bool,
    pub(super) possessive: bool,
    pub(super) after_preposition: bool,
    /// It has never been mentioned outside quotations.
    pub(super) quoted: bool,
}

/// How many persons are remembered as candidates for a pronoun.
const MEMORY: usize = 24;

/// How many organizations of one sort are looked at.
const REACH: usize = 24;

/// Fills in the speakers.
pub(crate) fn name_speakers(input: Input<'_>, attributions: &mut [Attribution]) {
    if attributions.is_empty() {
        return;
    }
    let mut resolver = Resolver::new(input);
    let found = resolver.read(attributions);
    for (attribution, referents) in attributions.iter_mut().zip(found) {
        attribution.speakers.clear();
        for referent in referents {
            let speaker = resolver.speaker(referent);
            if !attribution.speakers.contains(&speaker) {
                attribution.speakers.push(speaker);
            }
        }
    }
}

impl<'a> Resolver<'a> {
    fn new(input: Input<'a>) -> Resolver<'a> {
        let mut article = Article::new(input);
        names::mark_names(&mut article);
        let runs = run::runs(&article);
        let mut mentions: Vec<Mention> =
            runs.into_iter().map(|run| Mention::new(&article, run)).collect();
        let mut entities = cluster::cluster(&article, &mut mentions);
        gender::assign(&article, &mut entities, &mentions);

        let mut mention_of = alloc::vec![None; article.words.len()];
        for (index, mention) in mentions.iter().enumerate() {
            mention_of[mention.run.range()].fill(Some(index));
        }
        let mut by_role: BTreeMap<String, Vec<EntityId>> = BTreeMap::new();
        for (id, entity) in entities.iter().enumerate() {
            for &head in &entity.evidence.heads {
                let list = by_role.entry(role_class(article.term(head)).to_string()).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
                }
            }
        }
        let mut bodies: BTreeMap<&'static str, Vec<EntityId>> = BTreeMap::new();
        for (id, entity) in
            entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Organization)
        {
            for &term in entity.full_terms() {
                let Some(class) = body_class(article.term(term)) else { continue };
                let list = bodies.entry(class).or_default();
                if list.len() < REACH && list.last() != Some(&id) {
                    list.push(id);
                }
            }
        }
        let document = article.words.iter().find(|word| word.classes.any(Classes::DOCUMENT));
        let mut resolver = Resolver {
            document: document.map(|word| word.term),
            last: alloc::vec![None; entities.len()],
            count: alloc::vec![0; entities.len()],
            article,
            mentions,
            entities,
            mention_of,
            recent: Vec::new(),
            others: Vec::new(),
            by_head: BTreeMap::new(),
            history: Vec::new(),
            by_role,
            by_word: BTreeMap::new(),
            bodies,
            by_class: BTreeMap::new(),
            recent_bodies: Vec::new(),
            compounds: BTreeMap::new(),
            pronouns: BTreeMap::new(),
            last_pronoun: [None; 2],
            person_in: None,
        };
        resolver.find_compounds();
        resolver
    }

    fn find_compounds(&mut self) {
        for mention in &self.mentions {
            let end = mention.run.end();
            let Some(noun) = self.article.after(end) else { continue };
            if noun.classes.any(Classes::ORGANIZATION_HEAD) && !noun.capital {
                let name = self.article.words[end - 1].term;
                self.compounds
                    .entry((name, noun.term))
                    .or_insert(Span::new(mention.run.start(), end + 1));
            }
        }
    }

    /// Resolves every attribution, in the order in which their sources, or else
    /// their contents, stand in the text.
    fn read(&mut self, attributions: &[Attribution]) -> Vec<Vec<Referent>> {
        let mut found = alloc::vec![Vec::new(); attributions.len()];
        let place = |attribution: &Attribution| {
            let first = attribution.source.or(attribution.content.first().copied());
            first.or(attribution.cue).unwrap_or_default()
        };
        let mut order: Vec<(usize, usize)> = attributions
            .iter()
            .enumerate()
            .map(|(index, one)| (self.article.words_in(place(one)).start(), index))
            .collect();
        order.sort_unstable();
        let mut inner = Vec::new();
        let mut next = 0;
        for at in 0..=self.article.words.len() {
            if at < self.article.words.len() {
                self.meet_pronoun(at);
            }
            while let Some(&(_, index)) = order.get(next).filter(|&&(start, _)| start <= at) {
                next += 1;
                let attribution = &attributions[index];
                let referents = match attribution.source {
                    Some(source) => {
                        let words = self.article.words_in(source);
                        if self.is_first_person(words) {
                            inner.push(index);
                            continue;
                        }
                        self.source(words)
                    }
                    None => self.sourceless(attribution, at),
                };
                if !referents.is_empty() {
                    self.history.push((at, referents.clone()));
                }
                found[index] = referents;
            }
            if at < self.article.words.len() {
                self.meet_name(at);
                self.meet_nominal(at);
            }
        }
        self.first_person(attributions, &inner, &mut found);
        found
    }

    /// `I` and `we` inside a content are its speaker, and elsewhere the writer.
    fn first_person(
        &self,
        attributions: &[Attribution],
        inner: &[usize],
        found: &mut [Vec<Referent>],
    ) {
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
            found[index] = match around {
                Some(&(_, outer)) => found[outer].clone(),
                None => alloc::vec![Referent::Author],
            };
        }
    }

    fn is_first_person(&self, words: Span) -> bool {
        let mut words = self
            .article
            .slice(words)
            .iter()
            .filter(|word| word.kind == WordKind::Word && !word.name);
        let first = words.next().map_or("", |word| self.article.folded(word));
        matches!(first, "i" | "we" | "me" | "us" | "myself" | "ourselves" | "my" | "our")
            && words.next().is_none()
    }

    /// A quotation without a source goes on with the speaker before.
    fn sourceless(&self, attribution: &Attribution, at: usize) -> Vec<Referent> {
        let quoted = attribution.content.iter().any(|&span| {
            let words = self.article.words_in(span);
            self.article.slice(words).iter().any(|word| word.quoted)
        });
        let Some(paragraph) = self.article.word(at).map(|_| self.article.paragraph(at)) else {
            return Vec::new();
        };
        match self.history.last() {
            Some((last, referents))
                if quoted && paragraph.saturating_sub(self.article.paragraph(*last)) <= 2 =>
            {
                referents.clone()
            }
            _ => Vec::new(),
        }
    }

    fn meet_name(&mut self, at: usize) {
        let Some(index) = self.mention_of[at].filter(|&m| self.mentions[m].run.start() == at)
        else {
            return;
        };
        let mention = &self.mentions[index];
        let Some(entity) = mention.entity else { return };
        let end = mention.run.end();
        let possessive = self.article.after(end).is_some_and(|word| word.kind == WordKind::Clitic)
            || self
                .article
                .after(end)
                .is_some_and(|word| matches!(self.article.raw(word), "'" | "’"))
                && self.article.raw(&self.article.words[end - 1]).ends_with('s');
        // `the Lockhart campaign`: the name of a person with an article.
        let modifies = mention.name == mention.run
            && self.entities[entity].kind == Kind::Person
            && self.article.before(at).is_some_and(|word| self.article.folded(word) == "the")
            || self
                .article
                .after(end)
                .is_some_and(|word| word.classes.any(Classes::ORGANIZATION_HEAD) && !word.capital);
        self.mention(entity, at, possessive || modifies);
        match self.entities[entity].kind {
            Kind::Organization | Kind::Place | Kind::Unknown | Kind::Thing => {
                let terms = self.entities[entity].full_terms();
                for &term in terms.first().into_iter().chain(terms.last()) {
                    self.by_word.insert(term, entity);
                }
                for class in terms.iter().filter_map(|&term| body_class(self.article.term(term))) {
                    self.by_class.insert(class, entity);
                }
                self.recent_bodies.push((at, entity));
            }
            _ => {}
        }
    }

    /// Remembers that the entity is mentioned here.
    pub(super) fn mention(&mut self, entity: EntityId, at: usize, possessive: bool) {
        self.count[entity] += 1;
        if !matches!(self.entities[entity].kind, Kind::Person | Kind::Unknown) {
            return;
        }
        let word = self.article.words[at];
        if word.quoted && self.last[entity].is_some_and(|last| !last.quoted) {
            return;
        }
        let sentence = word.sentence;
        self.last[entity] = Some(LastMention {
            at,
            first_in_sentence: self.person_in != Some(sentence),
            possessive,
            after_preposition: self
                .article
                .before(at)
                .is_some_and(|word| word.classes.any(Classes::PREPOSITION)),
            quoted: word.quoted,
        });
        if !word.quoted {
            self.person_in = Some(sentence);
        }
        if let Some(known) = self.recent.iter().position(|&other| other == entity) {
            self.recent.remove(known);
        } else if self.recent.len() == MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(entity);
    }

    /// `he`, `her`: resolved everywhere, since each is a mention as well.
    fn meet_pronoun(&mut self, at: usize) {
        let word = self.article.words[at];
        if !word.classes.any(Classes::PRONOUN) {
            return;
        }
        let folded = self.article.folded(&word);
        let Some(gender) = pronoun_gender(folded) else { return };
        let possessive = matches!(folded, "his" | "her" | "hers");
        let Some(entity) = self.person(at, gender) else { return };
        self.pronouns.insert(at, entity);
        if !word.quoted {
            self.last_pronoun[slot(gender)] = Some((word.sentence, entity));
        }
        self.mention(entity, at, possessive);
    }

    /// `the president`: a mention of somebody with a name.
    fn meet_nominal(&mut self, at: usize) {
        let word = &self.article.words[at];
        if self.article.folded(word) != "the" {
            return;
        }
        let head = (at + 1..at + 5).find(|&index| {
            self.article.after(index).is_none_or(|w| {
                w.classes.any(Classes::NOMINAL)
                    || w.classes.any(Classes::FUNCTION)
                    || w.kind != WordKind::Word
            })
        });
        let Some(head) = head else { return };
        let Some(noun) = self.article.after(head).filter(|w| w.classes.any(Classes::NOMINAL))
        else {
            return;
        };
        // `the President Barack Obama`, `the candidate's`
        if self.article.after(head + 1).is_some_and(|next| next.name)
            || noun.kind != WordKind::Word
        {
            return;
        }
        if let Some(entity) =
            self.described_person(Span::new(at, head + 1), Span::new(at, head + 1))
        {
            self.mention(entity, at, false);
        }
    }

    /// The mention whose run a word is in.
    pub(super) fn mention_at(&self, word: usize) -> Option<&Mention> {
        self.mention_of.get(word).copied().flatten().map(|index| &self.mentions[index])
    }

    /// The entity that a mention names, if it names one.
    pub(super) fn entity_at(&self, word: usize) -> Option<EntityId> {
        self.mention_at(word)?.entity
    }

    /// Who has spoken last.
    pub(super) fn last_speakers(&self) -> Option<&(usize, Vec<Referent>)> {
        self.history.last()
    }

    pub(super) fn sentence(&self, at: usize) -> usize {
        self.article.words[at.min(self.article.words.len() - 1)].sentence
    }

    /// Adds a speaker that is no entity, or finds it again.
    pub(super) fn other(
        &mut self,
        text: String,
        named: bool,
        head: Term,
        plural: bool,
        at: usize,
    ) -> Referent {
        let head = self.head_class(head);
        if let Some(&known) = self.by_head.get(&head) {
            let other = &mut self.others[known];
            if other.named == named && other.text == text {
                other.last = at;
                return Referent::Other(known);
            }
        }
        self.others.push(Other { text, named, plural, last: at });
        self.by_head.insert(head, self.others.len() - 1);
        Referent::Other(self.others.len() - 1)
    }

    /// All reports, studies and surveys are one head.
    pub(super) fn head_class(&self, head: Term) -> Term {
        let document = self.article.terms().classes(head).any(Classes::DOCUMENT);
        self.document.filter(|_| document).unwrap_or(head)
    }

    fn speaker(&self, referent: Referent) -> Speaker {
        match referent {
            Referent::Entity(entity) => Speaker::Name(self.entities[entity].name(&self.article)),
            Referent::Other(other) => {
                let Other { text, named, .. } = &self.others[other];
                if *named {
                    Speaker::Name(text.clone())
                } else {
                    Speaker::Description(text.clone())
                }
            }
            Referent::Author => Speaker::Author,
        }
    }
}
