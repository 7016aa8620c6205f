//! Pronouns that mean whom their sentence names only behind them.

use super::{
    figure::FigureId, lexicon::Classes, mention::Kind, resolver::Resolver, word::WordKind,
};
use crate::Gender;

/// A clause that opens its sentence has at most so many words.
const LONGEST: usize = 24;

impl Resolver<'_> {
    /// The person whom a pronoun means in a participle clause that opens its sentence:
    /// the subject behind the comma, which the clause is about, as in `Asked whether`
    /// *she* `would stay, Ms. May shrugged`.
    pub(super) fn subject_ahead(&self, at: usize, gender: Gender) -> Option<FigureId> {
        let sentence = self.article.sentences[self.sentence(at)].words;
        let start = sentence.start();
        let first = self.article.folded(&self.article.words[start]);
        let participle = (first.ends_with("ed") || first.ends_with("ing")) && first.len() > 4;
        if !participle || at == start || at - start > LONGEST {
            return None;
        }
        let limit = sentence.end().min(start + LONGEST);
        let comma = (at + 1..limit).find(|&i| {
            let word = &self.article.words[i];
            word.kind == WordKind::Comma && !word.is_quoted()
        })?;
        let plain = self.article.words[start..comma]
            .iter()
            .all(|word| !word.is_quoted() && word.kind != WordKind::Comma);
        let mention = self.mention_at(comma + 1).filter(|one| one.run.start() == comma + 1)?;
        let figure = mention.figure().filter(|_| plain)?;
        let known = &self.figures[figure];
        let owns = self.article.after(mention.run.end()).is_some_and(|word| {
            word.kind == WordKind::Clitic || self.article.is(word.term, Classes::ORGANIZATION_HEAD)
        });
        let fits = known.gender().is_none_or(|own| own == gender || !known.gender_is_sure());
        (known.kind == Kind::Person && fits && !owns).then_some(figure)
    }
}
