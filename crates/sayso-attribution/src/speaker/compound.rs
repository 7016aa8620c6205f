//! Phrases whose head is a name, or a name and a noun that makes another name of
//! it: `the Trump campaign`.

use super::{
    lexicon::Classes,
    mention::Kind,
    referent::{Other, Referent},
    resolver::Resolver,
    vocabulary::Term,
    word::WordKind,
    words::Words,
};
use crate::EntityKind;

/// How many compounds of one name are looked at.
const REACH: usize = 24;

impl Resolver<'_> {
    /// A phrase whose head is a name, or a name and a noun that makes another
    /// name of it: `the Trump campaign`.
    pub(super) fn named(&mut self, words: Words, head: Words) -> Option<Referent> {
        let last = head.end() - 1;
        if let Some(mention) = self.mention_at(last) {
            let (run, kind, figure) = (mention.run, mention.kind, mention.figure());
            return match (kind, figure) {
                (Kind::Role, _) | (_, None) if kind != Kind::People => None,
                (Kind::People, _) => {
                    let noun = self.article.words[last];
                    let folded = self.article.folded(&noun);
                    let party = run.len() == 1
                        && self.article.is(noun.term, Classes::PARTY)
                        && (folded.ends_with('s') || folded == "gop");
                    party.then(|| {
                        let party = self.named_other(run, words.start(), true);
                        self.other(noun.term, party)
                    })
                }
                (_, Some(figure)) => Some(Referent::Figure(figure)),
                (_, None) => None,
            };
        }
        let noun = self.article.words[last];
        if let Some(compound) = self.compound(head) {
            let compound = self.named_other(compound, words.start(), false);
            return Some(self.other(noun.term, compound));
        }
        if !self.article.is(noun.term, Classes::ORGANIZATION_HEAD) || head.len() < 2 {
            return None;
        }
        // `Trump's campaign` is the `Trump campaign` if there is one.
        let possessive = self.article.words[last - 1].kind == WordKind::Clitic && last >= 2;
        if possessive && self.mention_at(last - 2).is_some() {
            let name = self.term_of(last - 2);
            if let Some(known) = self.compound_of(name, noun.term) {
                let known = self.named_other(known, words.start(), false);
                return Some(self.other(noun.term, known));
            }
        }
        None
    }

    /// The name in a head that a noun makes another name of: `Trump campaign`,
    /// `Senate banking committee`.
    pub(super) fn compound(&self, head: Words) -> Option<Words> {
        let last = head.end() - 1;
        let noun = &self.article.words[last];
        if !self.article.is(noun.term, Classes::ORGANIZATION_HEAD) || noun.is_capital() {
            return None;
        }
        let from = head.start().max(last.saturating_sub(2));
        let mention = (from..last).rev().find_map(|index| self.mention_at(index))?;
        let people = matches!(mention.kind, Kind::People | Kind::Role) && mention.run.len() == 1;
        let between = self.article.slice(Words::new(mention.run.end(), last));
        let plain = between.iter().all(|word| {
            word.kind == WordKind::Word && !self.article.is(word.term, Classes::FUNCTION)
        });
        (!people && plain && mention.run.start() >= head.start())
            .then(|| Words::new(mention.run.start(), last + 1))
    }

    /// `Trump campaign`, for `Trump's campaign` or `Trump's team`.
    fn compound_of(&self, name: Term, noun: Term) -> Option<Words> {
        let team = |noun: &str| matches!(noun, "campaign" | "team" | "camp");
        let same = |other: Term| {
            other == noun || team(self.article.term(other)) && team(self.article.term(noun))
        };
        let of_name = self.compounds.range((name, Term::FIRST)..=(name, Term::LAST)).take(REACH);
        let fitting = of_name.filter(|((_, other), _)| same(*other)).map(|(_, &words)| words);
        fitting.min_by_key(|words| words.start())
    }

    /// A speaker whose name is these words and more than a mention, met here.
    pub(super) fn named_other(&self, words: Words, last: usize, plural: bool) -> Other {
        let (text, kind) = (self.article.line(words), EntityKind::Other);
        Other { text, named: true, plural, kind, words, last }
    }

    /// `city of X`
    pub(super) fn place_of(&mut self, words: Words, head: Words) -> Option<Referent> {
        let noun = self.article.words[head.end() - 1];
        if !matches!(self.article.folded(&noun), "city" | "state" | "county" | "town") {
            return None;
        }
        let of = self.article.words.get(head.end()).filter(|_| head.end() < words.end())?;
        let name = self.mention_at(head.end() + 1).filter(|_| self.article.folded(of) == "of")?;
        let place = Words::new(head.end() - 1, name.run.end());
        Some(self.other(noun.term, self.named_other(place, words.start(), false)))
    }
}
