use alloc::vec::Vec;

use super::{
    Speaker,
    figure::Figure,
    gender::role_gender,
    lexicon::{Classes, body_class},
    mention::Kind,
    referent::{Other, Referent},
    resolver::Resolver,
};
use crate::{
    Attribution, Entities, Entity, EntityId, EntityKind, GenderEvidence, Input, Step, StepKind,
    spellings::Spellings,
};

/// Fills in the speakers, and returns everybody who is mentioned.
///
/// The spellings are not needed for as long as the rest.
pub(crate) fn name_speakers(
    input: Input<'_>,
    spellings: Spellings,
    attributions: &mut [Attribution],
) -> Entities {
    let mut resolver = Resolver::new(input, spellings);
    let found = resolver.read(attributions);
    resolver.add_groups();
    resolver.sort_noted();
    resolver.forget();
    let roster = Roster::new(&resolver, &found);
    for (attribution, found) in attributions.iter_mut().zip(found) {
        roster.fill_in(attribution, &found);
    }
    roster.entities
}

/// Everybody whom the resolver has met, as [`Entities`].
struct Roster<'r, 'a> {
    resolver: &'r Resolver<'a>,
    numbers: Numbers,
    entities: Entities,
}

/// The numbers of entities, by whom they are.
struct Numbers {
    figures: Vec<Option<EntityId>>,
    others: Vec<Option<EntityId>>,
    author: Option<EntityId>,
}

impl Numbers {
    fn of(&mut self, who: Referent) -> &mut Option<EntityId> {
        match who {
            Referent::Figure(figure) => &mut self.figures[figure],
            Referent::Other(other) => &mut self.others[other],
            Referent::Author => &mut self.author,
        }
    }

    /// The number of somebody who has one.
    fn get(&self, who: Referent) -> EntityId {
        let number = match who {
            Referent::Figure(figure) => self.figures[figure],
            Referent::Other(other) => self.others[other],
            Referent::Author => self.author,
        };
        number.expect("whoever is mentioned or speaks has a number")
    }
}

impl<'r, 'a> Roster<'r, 'a> {
    fn new(resolver: &'r Resolver<'a>, found: &[Vec<Referent>]) -> Roster<'r, 'a> {
        // First how many there are and how often they are mentioned, so that no
        // list grows, and then who they are.
        let mut numbers = Numbers {
            figures: alloc::vec![None; resolver.figures.len()],
            others: alloc::vec![None; resolver.others.len()],
            author: None,
        };
        let mut counts: Vec<(Referent, u32)> = Vec::new();
        let speakers = found.iter().flatten().map(|&who| (None, who));
        let mentions = || resolver.all_mentions().map(|(words, who)| (Some(words), who));
        for (words, who) in mentions().chain(speakers) {
            let number = *numbers.of(who).get_or_insert_with(|| {
                counts.push((who, 0));
                EntityId(u32::try_from(counts.len() - 1).unwrap_or(u32::MAX))
            });
            counts[number.index()].1 += u32::from(words.is_some());
        }
        let mut entities: Vec<Entity> = Vec::with_capacity(counts.len());
        for (number, (who, count)) in (0..).map(EntityId).zip(counts) {
            let mut entity = entity(resolver, number, who);
            entity.mentions.reserve_exact(count as usize);
            entities.push(entity);
        }
        for (words, who) in resolver.all_mentions() {
            entities[numbers.get(who).index()].mentions.push(resolver.article.span(words));
        }
        Roster { resolver, numbers, entities: Entities::new(entities) }
    }

    fn fill_in(&self, attribution: &mut Attribution, found: &[Referent]) {
        attribution.speakers = Vec::with_capacity(found.len());
        attribution.entities = Vec::with_capacity(found.len());
        for who in found {
            let id = self.numbers.get(*who);
            let speaker = &self.entities[id].name;
            if !attribution.speakers.contains(speaker) {
                attribution.speakers.push(speaker.clone());
                attribution.entities.push(id);
            }
        }
        let steps = core::mem::take(&mut attribution.steps);
        for (index, &step) in steps.iter().enumerate() {
            let goes_on = steps.get(index + 1).is_some_and(|next| next.from == step.to);
            let named = if goes_on { None } else { self.to_full_name(step, found) };
            let more = steps.len() - index - 1;
            attribution.steps.reserve_exact(1 + usize::from(named.is_some()) + more);
            attribution.steps.push(step);
            attribution.steps.extend(named);
        }
    }

    /// The step from a shorter name of who speaks to the fullest.
    fn to_full_name(&self, step: Step, who: &[Referent]) -> Option<Step> {
        let Resolver { article, figures, .. } = self.resolver;
        let words = article.words_in(step.to);
        let mention = self.resolver.mention_at(words.start()).filter(|one| one.run == words)?;
        let figure = mention.figure().filter(|&figure| who.contains(&Referent::Figure(figure)))?;
        let full = figures[figure].full_name()?;
        (article.line(full) != article.line(mention.name))
            .then(|| Step::new(StepKind::FullName, step.to, article.span(full)))
    }
}

fn entity(resolver: &Resolver<'_>, id: EntityId, who: Referent) -> Entity {
    let article = &resolver.article;
    let mut entity = Entity {
        id,
        key: None,
        name: Speaker::Author,
        kind: EntityKind::Person,
        mentions: Vec::new(),
        gender: None,
        gender_evidence: None,
        description: None,
    };
    match who {
        Referent::Figure(index) => {
            let figure = &resolver.figures[index];
            let known = figure.known.map(|number| resolver.names[number]);
            entity.key = known.and_then(|known| known.key).map(Into::into);
            entity.name = Speaker::Name(
                known.map_or_else(|| figure.name(article), |known| known.name.into()),
            );
            entity.kind = kind(figure, resolver.meant[index]);
            if entity.kind == EntityKind::Person {
                entity.gender = figure.gender();
                entity.gender_evidence = figure.gender.map(|(_, evidence)| evidence);
            }
            entity.description = figure.profile.description.map(|words| article.line(words));
        }
        Referent::Other(other) => {
            let Other { text, named, kind, words, .. } = &resolver.others[other];
            entity.kind = *kind;
            if *named {
                entity.name = Speaker::Name(text.clone());
            } else {
                entity.name = Speaker::Description(text.clone());
                entity.description = Some(text.clone());
            }
            if *kind == EntityKind::Person {
                let roles = article.slice(*words).iter();
                entity.gender =
                    roles.rev().find_map(|word| role_gender(article.classes(word.term)));
                entity.gender_evidence = entity.gender.map(|_| GenderEvidence::Role);
            }
        }
        Referent::Author => {}
    }
    entity
}

/// What a figure is. Somebody whom a pronoun has meant is a person.
fn kind(figure: &Figure, meant: bool) -> EntityKind {
    match figure.kind {
        Kind::Person => EntityKind::Person,
        Kind::Organization => EntityKind::Organization,
        Kind::People => EntityKind::Group,
        Kind::Unknown if figure.gender.is_some() && meant => EntityKind::Person,
        Kind::Unknown | Kind::Place | Kind::Thing | Kind::Role => EntityKind::Other,
    }
}

/// What somebody is whose description has this noun as its head.
pub(super) fn described_kind(noun: &str, classes: Classes, plural: bool) -> EntityKind {
    let text = classes.any(Classes::DOCUMENT.or(Classes::UTTERANCE));
    if plural && !text || classes.any(Classes::HUMANS.or(Classes::PEOPLE).or(Classes::PARTY)) {
        EntityKind::Group
    } else if classes.any(Classes::ANY_ROLE.or(Classes::NOMINAL)) {
        EntityKind::Person
    } else if classes.any(Classes::ORGANIZATION_HEAD) || body_class(noun).is_some() {
        EntityKind::Organization
    } else {
        EntityKind::Other
    }
}
