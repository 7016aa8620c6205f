use alloc::vec::Vec;

use super::{
    article::Article,
    figure::Figure,
    lexicon::Classes,
    mention::{Kind, Mention},
    vocabulary::Term,
};
use crate::{Gender, GenderEvidence, Name};

/// How many words behind a mention a pronoun still tells its gender.
const WINDOW: usize = 40;

/// Tells the gender of every person: by what they are (`widow`), by the given
/// name, by the form of address, or else by the pronouns that follow.
pub(super) fn assign(
    article: &Article<'_>,
    figures: &mut [Figure],
    mentions: &[Mention],
    names: &[Name<'_>],
) {
    for figure in figures.iter_mut() {
        if !matches!(figure.kind, Kind::Person | Kind::Unknown) {
            continue;
        }
        let role =
            figure.profile.heads.iter().find_map(|&head| role_gender(article.classes(head)));
        let by = |evidence| move |gender| (gender, evidence);
        let told = figure.known.and_then(|index| names[index].gender);
        figure.gender = told
            .map(by(GenderEvidence::Dictionary))
            .or_else(|| role.map(by(GenderEvidence::Role)))
            .or_else(|| {
                let given = given_gender(article, figure.full_terms());
                given.map(by(GenderEvidence::GivenName))
            })
            .or_else(|| figure.honorific.map(by(GenderEvidence::Address)));
    }
    vote(article, figures, mentions);
}

/// The gender of a given name before a surname, or alone.
pub(super) fn given_gender(article: &Article<'_>, name: &[Term]) -> Option<Gender> {
    let of = |term: &Term| {
        gender(article.classes(*term), Classes::GIVEN_FEMININE, Classes::GIVEN_MASCULINE)
    };
    let first = of(name.first()?);
    // `J. Edgar Hoover`
    let initial = article.term(name[0]).chars().count() == 1;
    if initial && name.len() > 2 { of(&name[1]) } else { first }
}

/// The gender of a word for what somebody is.
pub(super) fn role_gender(classes: Classes) -> Option<Gender> {
    gender(classes, Classes::FEMININE, Classes::MASCULINE)
}

/// The gender of a pronoun.
pub(super) fn pronoun_gender(folded: &str) -> Option<Gender> {
    match folded {
        "she" | "her" | "hers" | "herself" => Some(Gender::Feminine),
        "he" | "him" | "his" | "himself" => Some(Gender::Masculine),
        _ => None,
    }
}

fn gender(classes: Classes, feminine: Classes, masculine: Classes) -> Option<Gender> {
    match (classes.any(feminine), classes.any(masculine)) {
        (true, false) => Some(Gender::Feminine),
        (false, true) => Some(Gender::Masculine),
        _ => None,
    }
}

/// The first pronoun behind a mention speaks for its gender, unless another
/// person is named before.
fn vote(article: &Article<'_>, figures: &mut [Figure], mentions: &[Mention]) {
    let mut votes: Vec<[u32; 2]> = alloc::vec![[0; 2]; figures.len()];
    for (index, mention) in mentions.iter().enumerate() {
        let Some(figure) = mention.figure() else { continue };
        if figures[figure].gender.is_some()
            || !matches!(figures[figure].kind, Kind::Person | Kind::Unknown)
        {
            continue;
        }
        let sentence = article.words[mention.run.start()].sentence();
        let other = mentions[index + 1..].iter().find(|other| {
            other
                .figure()
                .is_some_and(|other| other != figure && figures[other].kind == Kind::Person)
                || other.run.start() > mention.run.end() + WINDOW
        });
        let end =
            other.map_or(usize::MAX, |other| other.run.start()).min(mention.run.end() + WINDOW);
        let behind = &article.words[mention.run.end()..end.min(article.words.len())];
        let pronoun = behind
            .iter()
            .take_while(|word| word.sentence() <= sentence + 1)
            .filter(|word| article.is(word.term, Classes::PRONOUN))
            .find_map(|word| pronoun_gender(article.folded(word)));
        match pronoun {
            Some(Gender::Feminine) => votes[figure][0] += 1,
            Some(Gender::Masculine) => votes[figure][1] += 1,
            None => {}
        }
    }
    for (figure, [feminine, masculine]) in figures.iter_mut().zip(votes) {
        if feminine >= 2 * masculine && feminine > 0 {
            figure.gender = Some((Gender::Feminine, GenderEvidence::Pronouns));
        } else if masculine >= 2 * feminine && masculine > 0 {
            figure.gender = Some((Gender::Masculine, GenderEvidence::Pronouns));
        }
    }
}

/// The place of a gender in a pair.
pub(super) fn slot(gender: Gender) -> usize {
    usize::from(gender == Gender::Masculine)
}
