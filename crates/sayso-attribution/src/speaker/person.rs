//! Whom `he` and `she` mean.

use super::{
    figure::FigureId, gender::slot, mention::Kind, referent::Referent, resolver::Resolver,
};
use crate::Gender;

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
    /// In a participle clause before the pronoun.
    pub(super) const FRONTED: f32 = -3.0;
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

impl Resolver<'_> {
    /// The person of the gender whom a pronoun here means, if it does not mean
    /// `but`.
    pub(super) fn person(
        &self,
        at: usize,
        gender: Gender,
        but: Option<FigureId>,
    ) -> Option<FigureId> {
        let previous = self.last_turn();
        let candidates = self.recent.iter().copied().filter(|&id| {
            let figure = &self.figures[id];
            let fits =
                figure.gender().is_none_or(|known| known == gender || !figure.gender_is_sure());
            let known = figure.kind == Kind::Person
                || previous.is_some_and(|turn| turn.is_by(id))
                || self.count[id] >= 2
                || figure.full_terms().len() >= 2;
            fits && known && but != Some(id)
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
            add(last.fronted && sentences == 0, weight::FRONTED);
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
}

/// The natural logarithm of a count, near enough: there is none without `std`.
fn natural_log(count: usize) -> f32 {
    // The bit length, and a straight line between powers of two.
    let bits = usize::BITS - 1 - count.max(1).leading_zeros();
    let rest = count as f32 / (1_u64 << bits) as f32 - 1.0;
    (bits as f32 + rest) * core::f32::consts::LN_2
}
