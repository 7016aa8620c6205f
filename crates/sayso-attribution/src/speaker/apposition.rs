//! Names beside descriptions.

use super::{
    figure::FigureId, lexicon::Classes, mention::Kind, resolver::Resolver, word::WordKind,
    words::Words,
};

/// How far behind its head a phrase may go on before its apposition: `the head of
/// the board, Jane Doe`.
const REACH: usize = 12;

impl Resolver<'_> {
    /// `Her sister, Jane Doe`; `a group called Friends of the Lake`: the name and
    /// whose it is.
    pub(super) fn apposed(&self, words: Words, head: Words) -> Option<(Words, FigureId)> {
        let next = head.end();
        let called = self.called(next, words.end());
        let comma = (next..words.end().min(next + REACH)).find(|&index| {
            self.article.words[index].kind == WordKind::Comma && self.mention_at(index).is_none()
        });
        let start = called.or_else(|| comma.map(|comma| comma + 1))?;
        if !self.is_one(head) && called.is_none() || start >= words.end() {
            return None;
        }
        if self.article.is(self.article.words[start].term, Classes::RELATIVE) {
            return None;
        }
        let rest = self.trimmed(Words::new(start, words.end()));
        let head = self.head(rest);
        let mention = self.mention_at(head.end().checked_sub(1)?).filter(|_| !head.is_empty())?;
        let fits = called.is_some()
            || matches!(mention.kind, Kind::Person | Kind::Organization | Kind::Unknown);
        mention.figure().filter(|_| fits).map(|figure| (mention.run, figure))
    }

    /// The same behind words that were cut before the comma: the source of `The
    /// singer, known as Fitz, agreed` may be given as `The singer`.
    pub(super) fn apposed_behind(&self, words: Words, head: Words) -> Option<(Words, FigureId)> {
        let comma = self.article.after(words.end())?;
        if head.end() != words.end() || comma.kind != WordKind::Comma || !self.is_one(head) {
            return None;
        }
        let called = self.called(words.end(), words.end() + 5);
        let start = called.unwrap_or(words.end() + 1);
        let mention = self.mention_at(start).filter(|mention| mention.run.start() == start)?;
        let closed = self.article.after(mention.run.end());
        let fits = (called.is_some() || mention.kind == Kind::Person)
            && closed.is_none_or(|mark| matches!(mark.kind, WordKind::Comma | WordKind::Mark))
            && self.article.words[start].sentence() == comma.sentence();
        mention.figure().filter(|_| fits).map(|figure| (mention.run, figure))
    }

    /// Where the name starts if it is introduced here: `called`, `known only as`.
    fn called(&self, next: usize, end: usize) -> Option<usize> {
        let comma = self.article.word(next)?.kind == WordKind::Comma;
        let next = next + usize::from(comma);
        let word = self.article.word(next).filter(|_| next < end)?;
        if !matches!(self.article.folded(word), "called" | "named" | "known" | "nicknamed") {
            return None;
        }
        let as_ = (next + 1..end.min(next + 4)).find(|&index| {
            self.article.word(index).is_some_and(|word| self.article.folded(word) == "as")
        });
        Some(as_.unwrap_or(next) + 1)
    }

    /// Whether a phrase means one.
    fn is_one(&self, head: Words) -> bool {
        !self.is_plural(head.end() - 1)
            || self.article.folded(&self.article.words[head.start()]) == "one"
    }
}
