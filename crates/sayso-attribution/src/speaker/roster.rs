use alloc::{collections::BTreeMap, vec::Vec};

use sayso_span::Span;

use super::{
    Speaker,
    figure::Figure,
    gender::role_gender,
    lexicon::{Classes, body_class},
    mention::Kind,
    referent::{Other, Referent},
    resolver::{Found, Resolver},
    vocabulary::Term,
};
use crate::{
    Attribution, Entities, Entity, EntityId, EntityKind, GenderEvidence, Input, Step, StepKind,
    spellings::Spellings,
};

/// Fills in the speakers, and returns everybody who is mentioned.
pub(crate) fn name_speakers(
    input: Input<'_>,
    spellings: &Spellings,
    attributions: &mut [Attribution],
) -> Entities {
    let mut resolver = Resolver::new(input, spellings);
    let found = resolver.read(attributions);
    let roster = Roster::new(resolver, &found);
    for (attribution, found) in attributions.iter_mut().zip(found) {
        roster.fill_in(attribution, found);
    }
    roster.entities
}

/// Everybody whom the resolver has met, as [`Entities`].
struct Roster<'a> {
    resolver: Resolver<'a>,
    numbers: BTreeMap<Referent, EntityId>,
    entities: Entities,
}

impl<'a> Roster<'a> {
    fn new(mut resolver: Resolver<'a>, found: &[Found]) -> Roster<'a> {
        let mut mentions = mentions(&mut resolver);
        // Names are before what else has been noted of the same words.
        mentions.sort_by_key(|(span, _)| (span.start(), span.end()));
        mentions.dedup_by_key(|(span, _)| *span);
        let mut numbers: BTreeMap<Referent, EntityId> = BTreeMap::new();
        let mut entities: Vec<Entity> = Vec::new();
        let speakers = found.iter().flat_map(|one| one.who.iter().map(|&who| (None, who)));
        let mentions = mentions.into_iter().map(|(span, who)| (Some(span), who));
        for (span, who) in mentions.chain(speakers) {
            let number = *numbers.entry(who).or_insert_with(|| {
                let number = u32::try_from(entities.len()).unwrap_or(u32::MAX);
                let id = EntityId(number);
                entities.push(entity(&resolver, id, who));
                id
            });
            entities[number.index()].mentions.extend(span);
        }
        Roster { resolver, numbers, entities: Entities::new(entities) }
    }

    fn fill_in(&self, attribution: &mut Attribution, found: Found) {
        attribution.speakers.clear();
        attribution.entities.clear();
        for who in &found.who {
            let id = self.numbers[who];
            let speaker = &self.entities[id].name;
            if !attribution.speakers.contains(speaker) {
                attribution.speakers.push(speaker.clone());
                attribution.entities.push(id);
            }
        }
        attribution.steps.clear();
        for (index, &step) in found.steps.iter().enumerate() {
            attribution.steps.push(step);
            let goes_on = found.steps.get(index + 1).is_some_and(|next| next.from == step.to);
            if !goes_on {
                attribution.steps.extend(self.to_full_name(step, &found.who));
            }
        }
    }

    /// The step from a shorter name of who speaks to the fullest.
    fn to_full_name(&self, step: Step, who: &[Referent]) -> Option<Step> {
        let Resolver { article, figures, .. } = &self.resolver;
        let words = article.words_in(step.to);
        let mention = self.resolver.mention_at(words.start()).filter(|one| one.run == words)?;
        let figure = mention.figure.filter(|&figure| who.contains(&Referent::Figure(figure)))?;
        let full = figures[figure].full_name()?;
        (article.line(full) != article.line(mention.name))
            .then(|| Step::new(StepKind::FullName, step.to, article.span(full)))
    }
}

/// Where anybody is mentioned.
fn mentions(resolver: &mut Resolver<'_>) -> Vec<(Span, Referent)> {
    let mut mentions: Vec<(Span, Referent)> = Vec::new();
    let mut groups = groups(resolver);
    for mention in &resolver.mentions {
        let span = resolver.article.span(mention.run);
        if let Some(figure) = mention.figure {
            mentions.push((span, Referent::Figure(figure)));
        } else if mention.kind == Kind::People
            && mention.is_single()
            && mention.name == mention.run
        {
            // `Republicans`, but not `a Republican`, who is one of them.
            let word = resolver.article.words[mention.name.start()];
            let folded = resolver.article.folded(&word);
            if !(folded.ends_with('s') || folded == "gop") {
                continue;
            }
            let others = &mut resolver.others;
            let group = *groups.entry(word.term).or_insert_with(|| {
                let text = resolver.article.line(mention.name);
                let words = mention.name;
                let kind = EntityKind::Group;
                others.push(Other {
                    text,
                    named: true,
                    plural: true,
                    words,
                    last: words.start(),
                    kind,
                });
                others.len() - 1
            });
            mentions.push((span, Referent::Other(group)));
        }
    }
    let noted = resolver.noted.iter().filter(|(words, _)| !words.is_empty());
    mentions.extend(noted.map(|&(words, who)| (resolver.article.span(words), who)));
    mentions
}

/// The groups that speak and have one word as their name.
fn groups(resolver: &Resolver<'_>) -> BTreeMap<Term, usize> {
    let named = resolver
        .others
        .iter()
        .enumerate()
        .filter(|(_, other)| other.named && other.words.len() == 1);
    named.map(|(index, other)| (resolver.term_of(other.words.start()), index)).collect()
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
            let known = figure.known.map(|index| &resolver.known[index]);
            entity.key = known.and_then(|known| known.key()).map(Into::into);
            entity.name = Speaker::Name(
                known.map_or_else(|| figure.name(article), |known| known.name().into()),
            );
            entity.kind = kind(figure, resolver.meant[index]);
            if entity.kind == EntityKind::Person {
                entity.gender = figure.gender();
                entity.gender_evidence = figure.gender.map(|(_, evidence)| evidence);
            }
            entity.description = figure.evidence.description.map(|words| article.line(words));
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
                entity.gender = roles.rev().find_map(|word| role_gender(word.classes));
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
