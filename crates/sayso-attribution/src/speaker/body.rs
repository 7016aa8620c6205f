//! The organization that a description means: `the committee`, `a House panel`.

use alloc::vec::Vec;

use super::{
    figure::FigureId,
    lexicon::{Classes, body_class},
    mention::Kind,
    resolver::Resolver,
    vocabulary::Term,
    word::WordKind,
    words::Words,
};

/// How many organizations mentioned last are looked at.
const REACH: usize = 24;

impl Resolver<'_> {
    /// The organization or place whose name has the word: `the committee`.
    pub(super) fn body(&self, head: Term, at: usize) -> Option<FigureId> {
        // `the research` is not an institute of research.
        let classes = self.article.classes(head);
        if classes.any(Classes::DOCUMENT.or(Classes::UTTERANCE)) {
            return None;
        }
        let class = body_class(self.article.term(head));
        let of_class = class.and_then(|class| {
            let department =
                (class == "agency").then(|| self.by_class.get("department")).flatten();
            self.by_class.get(class).or(department)
        });
        let of_word = self.by_word.get(head).map(|figure| figure as FigureId);
        of_word.or(of_class.copied()).or_else(|| self.other_body(class?, at))
    }

    /// The only organization of the sort, if it is named later, or else the one that
    /// the text is about, whose name does not say its sort: `the bank` for `Wells
    /// Fargo`.
    fn other_body(&self, class: &str, at: usize) -> Option<FigureId> {
        match self.bodies.get(class).map(Vec::as_slice) {
            Some([only]) => return Some(*only),
            Some(_) => return None,
            None => {}
        }
        if !matches!(class, "company" | "bank" | "union" | "network" | "airline" | "group") {
            return None;
        }
        let here = self.sentence(at);
        let sorted = |id: FigureId| {
            let mut terms = self.figures[id].full_terms().iter();
            terms.any(|&term| body_class(self.article.term(term)).is_some())
        };
        let recent = self.recent_bodies.iter().rev().take(REACH).filter(|&&(place, id)| {
            matches!(self.figures[id].kind, Kind::Organization | Kind::Unknown)
                && here.saturating_sub(self.sentence(place)) <= 12
                && !sorted(id)
        });
        let most = recent.clone().map(|&(_, id)| id).max_by_key(|&id| self.count[id])?;
        let clear =
            recent.clone().all(|&(_, id)| id == most || self.count[id] * 2 <= self.count[most]);
        // One that is a firm beyond doubt, and the only one.
        let firm = |id: FigureId| {
            let mut terms = self.figures[id].full_terms().iter();
            self.figures[id].kind == Kind::Organization
                && terms.any(|&term| {
                    matches!(self.article.term(term), "&" | "daughters" | "sons" | "bros")
                })
        };
        (clear && (self.count[most] >= 3 || firm(most))).then_some(most)
    }

    /// The organization of the sort whose name has all words of a description:
    /// `a House panel` is the `House Oversight Committee`.
    pub(super) fn described_body(&self, head: Words) -> Option<FigureId> {
        let last = head.end() - 1;
        let class = body_class(self.article.term(self.term_of(last)))?;
        let modifiers = || {
            self.article.slice(Words::new(head.start(), last)).iter().filter(|word| {
                word.kind == WordKind::Word && !self.article.is(word.term, Classes::FUNCTION)
            })
        };
        modifiers().next()?;
        self.bodies.get(class)?.iter().copied().find(|&id| {
            let terms = self.figures[id].full_terms();
            terms.len() > 1 && modifiers().all(|word| terms.contains(&word.term))
        })
    }
}
