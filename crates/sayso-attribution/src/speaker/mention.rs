use sayso_span::Span;

use super::{
    article::Article, evidence::Evidence, figure::FigureId, lexicon::Classes, title::name_start,
    word::WordKind,
};
use crate::Gender;

/// What a name names, as far as its words and its surroundings tell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Person,
    Organization,
    Place,
    /// A nation, faith, party, or one of its people.
    People,
    /// A title alone: `the Attorney General`.
    Role,
    /// Something that is nobody: it stands behind articles.
    Thing,
    Unknown,
}

/// A place where a name stands.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The words of the name with the titles before it.
    pub(super) run: Span,
    /// The words of the name.
    pub(super) name: Span,
    pub(super) kind: Kind,
    /// The gender of the form of address.
    pub(super) honorific: Option<Gender>,
    pub(super) evidence: Evidence,
    pub(super) figure: Option<FigureId>,
    /// The first name of the dictionary that says who it is.
    pub(super) known: Option<usize>,
}

impl Mention {
    /// Reads a run: which words are titles, and what it names.
    pub(super) fn new(article: &Article<'_>, run: Span) -> Mention {
        let name = Span::new(name_start(article, run), run.end());
        let title = &article.words[run.start()..name.start()];
        let honorific = title.iter().rev().find_map(|word| {
            let feminine = word.classes.any(Classes::HONORIFIC_FEMININE);
            let masculine = word.classes.any(Classes::HONORIFIC_MASCULINE);
            (feminine != masculine).then_some(if feminine {
                Gender::Feminine
            } else {
                Gender::Masculine
            })
        });
        let mut mention = Mention {
            run,
            name,
            kind: kind(article, run, name),
            honorific,
            evidence: Evidence::default(),
            figure: None,
            known: None,
        };
        mention.read_surroundings(article);
        if mention.evidence.person && mention.kind == Kind::Unknown {
            mention.kind = Kind::Person;
        }
        mention
    }

    /// Whether the name has one word.
    pub(super) fn is_single(&self) -> bool {
        self.name.len() == 1
    }

    /// The titles before the name.
    pub(super) fn title(&self) -> Span {
        Span::new(self.run.start(), self.name.start())
    }
}

/// What the words of a name alone tell.
fn kind(article: &Article<'_>, run: Span, name: Span) -> Kind {
    let words = article.slice(name);
    // `Dwayne "The Rock" Johnson`
    if words.iter().filter(|word| word.kind == WordKind::Quote).count() > 1 {
        return Kind::Person;
    }
    let all = |classes: Classes| words.iter().all(|word| word.classes.any(classes));
    let any = |classes: Classes| words.iter().any(|word| word.classes.any(classes));
    if run.start() < name.start() {
        return Kind::Person;
    }
    let last = words[words.len() - 1];
    if all(Classes::TITLE.or(Classes::HONORIFIC)) && !all(Classes::PEOPLE) {
        return Kind::Role;
    }
    let given = words[0].classes.any(Classes::GIVEN);
    let organization_last = last.classes.any(Classes::ORGANIZATION)
        && !(words.len() == 2 && last.classes.any(Classes::SURNAME_LIKE));
    if given
        && (2..=5).contains(&words.len())
        && !organization_last
        && words[1].kind == WordKind::Word
        && !all(Classes::PLACE)
        && (!last.classes.any(Classes::GEOGRAPHY)
            || words.len() == 2 && last.classes.any(Classes::SURNAME_LIKE))
    {
        return Kind::Person;
    }
    if words.len() > 1 && last.classes.any(Classes::TITLE) && !given && !any(Classes::GIVEN) {
        return Kind::Role;
    }
    if words.iter().any(|word| article.folded(word) == "of")
        && words[0].classes.any(Classes::TITLE)
        && !any(Classes::ORGANIZATION)
    {
        return Kind::Role;
    }
    if all(Classes::PLACE) && !all(Classes::PLACE_PART) || words.len() > 1 && all(Classes::PLACE) {
        return Kind::Place;
    }
    if last.classes.any(Classes::GEOGRAPHY) && words.len() > 1 {
        return Kind::Place;
    }
    // `Citizens for Tax Justice`
    let people = Classes::HUMANS.or(Classes::PEOPLE);
    if words.len() > 2 && words[0].classes.any(people) && !words[1].name {
        return Kind::Organization;
    }
    if any(Classes::ORGANIZATION) || words.len() > 1 && last.classes.any(Classes::HUMANS) {
        return Kind::Organization;
    }
    if all(Classes::PEOPLE.or(Classes::PARTY)) {
        return Kind::People;
    }
    // `DOCTORS`
    if words.len() == 1 && last.capitals && last.classes.any(Classes::HUMANS) {
        return Kind::Thing;
    }
    if words.len() == 1 {
        let raw = article.raw(&words[0]);
        let upper = raw.chars().filter(|c| c.is_uppercase()).count();
        if (2..=6).contains(&upper) && words[0].capitals {
            return Kind::Organization;
        }
    }
    Kind::Unknown
}
