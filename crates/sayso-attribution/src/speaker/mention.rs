use alloc::vec::Vec;
use core::num::NonZeroU32;

use super::{
    article::Article,
    evidence::{Evidence, Said},
    figure::FigureId,
    lexicon::Classes,
    surroundings,
    title::name_start,
    word::WordKind,
    words::Words,
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
    pub(super) run: Words,
    /// The words of the name.
    pub(super) name: Words,
    pub(super) kind: Kind,
    /// The gender of the form of address.
    pub(super) honorific: Option<Gender>,
    figure: Option<NonZeroU32>,
    /// The first name of the dictionary that says who it is.
    known: Option<NonZeroU32>,
}

impl Mention {
    /// Reads a run: which words are titles, and what it names. What its
    /// surroundings say of it is added to what is said of all.
    pub(super) fn new(
        article: &Article<'_>,
        run: Words,
        said: &mut Vec<Said>,
    ) -> (Mention, Evidence) {
        let name = Words::new(name_start(article, run), run.end());
        let title = &article.words[run.start()..name.start()];
        let honorific = title.iter().rev().find_map(|word| {
            let feminine = article.is(word.term, Classes::HONORIFIC_FEMININE);
            let masculine = article.is(word.term, Classes::HONORIFIC_MASCULINE);
            (feminine != masculine).then_some(if feminine {
                Gender::Feminine
            } else {
                Gender::Masculine
            })
        });
        let kind = kind(article, run, name);
        let mut mention = Mention { run, name, kind, honorific, figure: None, known: None };
        let evidence = surroundings::read(article, &mention, said);
        // `Helen Park, a law professor`
        let given = article
            .slice(name)
            .first()
            .is_some_and(|first| name.len() == 2 && article.is(first.term, Classes::GIVEN));
        let open = mention.kind == Kind::Unknown || mention.kind == Kind::Place && given;
        if evidence.person && open {
            mention.kind = Kind::Person;
        }
        (mention, evidence)
    }

    /// Whom it names.
    pub(super) fn figure(&self) -> Option<FigureId> {
        self.figure.map(|figure| figure.get() as usize - 1)
    }

    /// Sets whom it names. There are no more of them than there are words.
    pub(super) fn set_figure(&mut self, figure: FigureId) {
        self.figure = number(figure);
    }

    /// The first name of the dictionary that says who it is.
    pub(super) fn known(&self) -> Option<usize> {
        self.known.map(|known| known.get() as usize - 1)
    }

    /// Sets who it is by a number of a name that the dictionary has found.
    pub(super) fn set_known(&mut self, known: usize) {
        self.known = number(known);
    }

    /// Whether the name has one word.
    pub(super) fn is_single(&self) -> bool {
        self.name.len() == 1
    }

    /// The titles before the name.
    pub(super) fn title(&self) -> Words {
        Words::new(self.run.start(), self.name.start())
    }
}

/// A number as one that has room for none.
fn number(number: usize) -> Option<NonZeroU32> {
    NonZeroU32::new(u32::try_from(number + 1).ok()?)
}

/// What the words of a name alone tell.
fn kind(article: &Article<'_>, run: Words, name: Words) -> Kind {
    let words = article.slice(name);
    // `Dwayne "The Rock" Johnson`
    if words.iter().filter(|word| word.kind == WordKind::Quote).count() > 1 {
        return Kind::Person;
    }
    let all = |classes: Classes| words.iter().all(|word| article.is(word.term, classes));
    let any = |classes: Classes| words.iter().any(|word| article.is(word.term, classes));
    if run.start() < name.start() {
        return Kind::Person;
    }
    let last = words[words.len() - 1];
    if all(Classes::TITLE.or(Classes::HONORIFIC)) && !all(Classes::PEOPLE) {
        return Kind::Role;
    }
    let given = article.is(words[0].term, Classes::GIVEN);
    let organization_last = article.is(last.term, Classes::ORGANIZATION)
        && !(words.len() == 2 && article.is(last.term, Classes::SURNAME_LIKE));
    if given
        && (2..=5).contains(&words.len())
        && !organization_last
        && words[1].kind == WordKind::Word
        && !all(Classes::PLACE)
        && (!article.is(last.term, Classes::GEOGRAPHY)
            || words.len() == 2 && article.is(last.term, Classes::SURNAME_LIKE))
    {
        return Kind::Person;
    }
    if words.len() > 1 && article.is(last.term, Classes::TITLE) && !given && !any(Classes::GIVEN) {
        return Kind::Role;
    }
    if words.iter().any(|word| article.folded(word) == "of")
        && article.is(words[0].term, Classes::TITLE)
        && !any(Classes::ORGANIZATION)
    {
        return Kind::Role;
    }
    if all(Classes::PLACE) && !all(Classes::PLACE_PART) || words.len() > 1 && all(Classes::PLACE) {
        return Kind::Place;
    }
    if article.is(last.term, Classes::GEOGRAPHY) && words.len() > 1 {
        return Kind::Place;
    }
    // `Citizens for Tax Justice`
    let people = Classes::HUMANS.or(Classes::PEOPLE);
    if words.len() > 2 && article.is(words[0].term, people) && !words[1].is_name() {
        return Kind::Organization;
    }
    if any(Classes::ORGANIZATION) || words.len() > 1 && article.is(last.term, Classes::HUMANS) {
        return Kind::Organization;
    }
    // `Hart & Daughters`
    if !given && words.iter().any(|word| article.raw(word) == "&") {
        return Kind::Organization;
    }
    if all(Classes::PEOPLE.or(Classes::PARTY)) {
        return Kind::People;
    }
    // `DOCTORS`, `MOTORISTS`
    let plural = article.raw(&last).len() >= 6 && article.raw(&last).ends_with('S');
    if words.len() == 1 && last.is_capitals() && (article.is(last.term, Classes::HUMANS) || plural)
    {
        return Kind::Thing;
    }
    if words.len() == 1 {
        let raw = article.raw(&words[0]);
        let upper = raw.chars().filter(|c| c.is_uppercase()).count();
        if (2..=6).contains(&upper) && words[0].is_capitals() {
            return Kind::Organization;
        }
    }
    Kind::Unknown
}
