//! What `who` and `which` mean: what stands before.

use alloc::vec::Vec;

use super::{
    figure::FigureId, lexicon::Classes, mention::Kind, referent::Referent, resolver::Resolver,
    word::WordKind, words::Words,
};
use crate::StepKind;

impl Resolver<'_> {
    /// `who`, `which`: what stands before it.
    pub(super) fn relative(&mut self, at: usize) -> Vec<Referent> {
        let word = self.article.words[at];
        let who = !matches!(self.article.folded(&word), "which" | "that");
        let mut end = at;
        let mut brackets = 0;
        while end > at.saturating_sub(40)
            && self.article.words[end - 1].sentence() == word.sentence()
        {
            let before = &self.article.words[end - 1];
            let closing = matches!(self.article.raw(before), ")" | "]");
            let opening = matches!(self.article.raw(before), "(" | "[");
            if closing {
                brackets += 1;
            }
            let skipped = brackets > 0
                || matches!(
                    before.kind,
                    WordKind::Comma | WordKind::Dash | WordKind::Quote | WordKind::Clitic
                )
                || self.article.is(before.term, Classes::PREPOSITION)
                || self.article.folded(before) == "and"
                || self.article.raw(before).len() <= 2
                    && self.article.classes(before.term) == Classes::default()
                    && !before.is_capital()
                    && self.article.raw(before).bytes().all(|b| b.is_ascii_digit());
            if opening {
                brackets -= 1;
            }
            if !skipped {
                break;
            }
            end -= 1;
        }
        if end == 0 || self.article.words[end - 1].sentence() != word.sentence() {
            return Vec::new();
        }
        self.step(StepKind::Relative, Words::new(at, at + 1), Words::new(end - 1, end));
        self.antecedent(end, who)
    }

    /// What the phrase that ends here means, as what a relative pronoun says
    /// more about.
    fn antecedent(&mut self, end: usize, who: bool) -> Vec<Referent> {
        let last = end - 1;
        if let Some(mention) = self.mention_at(last) {
            let (run, figure) = (mention.run, mention.figure());
            let kind = figure.map_or(mention.kind, |id| self.figures[id].kind);
            if who && matches!(kind, Kind::Place | Kind::Organization) {
                // `a teacher in Leeds, who`; `Jane Doe, of Leeds, who`
                let mut start = run.start();
                // `of Ashton, Md., who`
                while start >= 2
                    && self.article.before(start).is_some_and(|word| word.kind == WordKind::Comma)
                    && end - start < 8
                {
                    let Some(city) = self.mention_at(start - 2) else { break };
                    start = city.run.start();
                }
                let preposition = self.preposition_before(start);
                if let Some(preposition) = preposition {
                    let mut end = preposition;
                    while end > 0 && self.article.words[end - 1].kind == WordKind::Comma {
                        end -= 1;
                    }
                    if end > 0
                        && self.article.words[end - 1].sentence()
                            == self.article.words[last].sentence()
                    {
                        return self.antecedent(end, false);
                    }
                }
            }
            let phrase = self.phrase_start(run.start());
            if let Some(named) = self.apposed_to(phrase).filter(|_| phrase < run.start()) {
                return alloc::vec![Referent::Figure(named)];
            }
            if let Some(both) = self.coordinated_with(run, end) {
                return both;
            }
            if matches!(
                kind,
                Kind::Person | Kind::Organization | Kind::Place | Kind::Unknown | Kind::Thing
            ) {
                return figure.map(Referent::Figure).into_iter().collect();
            }
            let start = self.phrase_start(run.start());
            return self.single(Words::new(start, end));
        }
        if matches!(self.article.folded(&self.article.words[last]), "one" | "another") {
            return self.single(Words::new(last, end));
        }
        let start = self.phrase_start(last);
        // `Jane Doe, a teacher who`; `Jane Doe is a teacher who`
        let before = self.article.before(start);
        let apposed = before.is_some_and(|word| {
            word.kind == WordKind::Comma || matches!(self.article.folded(word), "is" | "was")
        });
        if apposed && start >= 2 {
            if let Some(figure) = self.figure_at(start - 2) {
                if self.figures[figure].kind == Kind::Person {
                    return alloc::vec![Referent::Figure(figure)];
                }
            }
        }
        let noun = self.article.words[last];
        let human =
            self.article.is(noun.term, Classes::ANY_ROLE.or(Classes::HUMANS).or(Classes::NOMINAL))
                || is_somebody(self.article.folded(&noun));
        if who && !human {
            if let Some(preposition) = self.preposition_before(start) {
                if preposition > 0
                    && self.article.before(preposition).is_some_and(|w| w.kind == WordKind::Word)
                {
                    return self.antecedent(preposition, false);
                }
            }
        }
        self.single(Words::new(start, end))
    }

    /// The name that a phrase with an indefinite article says more about:
    /// `Acme, a company that`.
    fn apposed_to(&self, phrase: usize) -> Option<FigureId> {
        let article = self.article.folded(&self.article.words[phrase]);
        let comma = self.article.before(phrase).filter(|word| word.kind == WordKind::Comma);
        comma.filter(|_| phrase >= 2 && matches!(article, "a" | "an"))?;
        self.figure_at(phrase - 2)
    }

    /// `A and B, who have`: both, if the verb is a plural.
    fn coordinated_with(&mut self, run: Words, end: usize) -> Option<Vec<Referent>> {
        let and = self.article.before(run.start())?;
        if self.article.folded(and) != "and"
            || run.start() < 2
            || self.mention_at(run.start() - 2).is_none()
        {
            return None;
        }
        let plural = (end..end + 4).any(|index| {
            self.article.word(index).is_some_and(|word| {
                matches!(self.article.folded(word), "have" | "are" | "were" | "do" | "say")
            })
        });
        let left = self.mention_at(run.start() - 2)?.run;
        plural.then(|| [self.single(left), self.single(run)].concat())
    }

    /// The preposition directly before a phrase, over its determiner.
    fn preposition_before(&self, start: usize) -> Option<usize> {
        let before = self.article.before(start)?;
        if self.article.is(before.term, Classes::PREPOSITION) {
            return Some(start - 1);
        }
        let over = self.article.is(before.term, Classes::DETERMINER)
            && self.article.is(self.article.before(start - 1)?.term, Classes::PREPOSITION);
        over.then(|| start - 2)
    }
}

/// Words that mean people where `who` follows.
fn is_somebody(word: &str) -> bool {
    let words = ["some", "many", "most", "few", "those", "one", "anyone", "everyone", "someone"];
    words.contains(&word)
}
