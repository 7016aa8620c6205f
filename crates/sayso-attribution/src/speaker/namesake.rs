//! Which of those with a surname is meant by it.

use alloc::vec::Vec;

use super::{
    cluster::{Clusters, REACH},
    figure::{Figure, FigureId},
    gender::{given_gender, role_gender},
    lexicon::{Classes, role_class},
    mention::{Kind, Mention},
    vocabulary::Term,
};
use crate::Gender;

impl Clusters<'_, '_> {
    /// Those whom a surname may mean.
    pub(super) fn surnamed(&self, term: Term) -> Vec<FigureId> {
        let list = self.by_last.of(term).take(REACH);
        list.filter(|&e| {
            let figure = &self.figures[e];
            maybe_person(figure.kind) && figure.full_terms().len() > 1
        })
        .collect()
    }

    pub(super) fn gender_of(&self, figure: FigureId) -> Option<Gender> {
        let figure = &self.figures[figure];
        given_gender(self.article, figure.full_terms()).or(figure.honorific)
    }

    /// The one gender that forms of address give a surname, if the full names
    /// are all of the other: then somebody is meant whom the article never
    /// names in full.
    pub(super) fn address_of(&self, surname: Term) -> Option<Gender> {
        let gender = match self.addressed.get(&surname)? {
            [true, false] => Gender::Feminine,
            [false, true] => Gender::Masculine,
            _ => return None,
        };
        let other = |e: FigureId| self.gender_of(e).is_some_and(|known| known != gender);
        self.surnamed(surname).into_iter().all(other).then_some(gender)
    }

    /// The only relative with no more than a given name who may have a surname that
    /// somebody else has: `his wife, Kate`, later `Mrs. Hale`.
    pub(super) fn relative(&self, gender: Option<Gender>, before: &[Mention]) -> Option<FigureId> {
        let fits = |id: FigureId| {
            let figure = &self.figures[id];
            figure.full_terms().len() == 1
                && figure.honorific.is_none()
                && figure.is_family(self.article)
                && (given_gender(self.article, figure.full_terms()) == gender
                    || self.family_gender(figure) == gender)
        };
        let recent = before.iter().rev().take(REACH).filter_map(Mention::figure);
        let mut fitting = recent.filter(|&id| fits(id));
        let only = fitting.next()?;
        fitting.all(|other| other == only).then_some(only)
    }

    fn family_gender(&self, figure: &Figure) -> Option<Gender> {
        let heads = figure.profile.heads.iter();
        heads.filter_map(|&head| role_gender(self.article.classes(head))).next()
    }

    /// Which of several people of one surname is meant.
    pub(super) fn best_namesake(
        &mut self,
        namesakes: &[FigureId],
        mention: &Mention,
        before: &[Mention],
    ) -> Option<FigureId> {
        if let [one] = namesakes {
            return Some(*one);
        }
        let article = self.article;
        let paragraph = article.paragraph(mention.name.start());
        let mut best = None;
        for &candidate in namesakes.iter().rev() {
            let passed = &mut self.passed[candidate];
            let figure = &self.figures[candidate];
            while figure.mentions.get(*passed).is_some_and(|&m| (m as usize) < before.len()) {
                *passed += 1;
            }
            let last = passed.checked_sub(1).map(|at| &before[figure.mentions[at] as usize]);
            let mut score = figure.full.min(6) as i32;
            if let Some(last) = last {
                score += 3;
                score += match paragraph.saturating_sub(article.paragraph(last.name.start())) {
                    0 => 4,
                    1 => 3,
                    2 | 3 => 2,
                    _ => 0,
                };
            }
            let first = figure.mentions.first().and_then(|&m| before.get(m as usize));
            if first.is_some_and(|m| article.words[m.name.start()].sentence() < 3) {
                score += 1;
            }
            let title = article.slice(mention.title()).iter().any(|word| {
                let class = role_class(article.folded(word));
                self.article.is(word.term, Classes::TITLE)
                    && figure
                        .profile
                        .heads
                        .iter()
                        .any(|&head| role_class(article.term(head)) == class)
            });
            score += if title { 5 } else { 0 };
            score -= if figure.is_family(article) { 5 } else { 0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, candidate));
            }
        }
        best.map(|(_, figure)| figure)
    }
}

pub(super) fn maybe_person(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Unknown)
}
