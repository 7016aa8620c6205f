//! Whether another way of writing a name is of somebody met before.

use alloc::string::String;

use super::{
    cluster::{Clusters, REACH},
    figure::FigureId,
    form::FormId,
    lexicon::{Classes, LowerCase, same_given_name},
    mention::{Kind, Mention},
    namesake::maybe_person,
    vocabulary::Term,
    words::Words,
};

impl Clusters<'_, '_> {
    /// The figure that another way of writing this name has made.
    pub(super) fn match_full(&self, mention: &Mention, terms: &[Term]) -> Option<FigureId> {
        let last = terms.last()?;
        self.by_last.of(*last).take(REACH).find(|&candidate| {
            let figure = &self.figures[candidate];
            let other = figure.full_terms();
            if maybe_person(figure.kind) && maybe_person(mention.kind) && other.len() > 1 {
                if self.same_person(terms, other) {
                    return true;
                }
                if figure.kind == Kind::Person || mention.kind == Kind::Person {
                    return terms.len() > 1
                        && other.len() > 1
                        && (ends_with(terms, other) || ends_with(other, terms));
                }
            }
            figure.kind != Kind::Person
                && mention.kind != Kind::Person
                && (ends_with(terms, other) || ends_with(other, terms))
        })
    }

    /// `J. Smith`, `Jack Smith`, `John A. Smith` may be one; `John A.` and
    /// `John B.` are not.
    fn same_person(&self, a: &[Term], b: &[Term]) -> bool {
        let text = |term: Term| self.article.term(term);
        let (first_a, first_b) = (text(a[0]), text(b[0]));
        let initial =
            |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
        let first = first_a == first_b
            || initial(first_a, first_b)
            || initial(first_b, first_a)
            || same_given_name(first_a, first_b);
        let middle =
            |terms: &[Term]| (terms.len() > 2).then(|| text(terms[1]).chars().next()).flatten();
        let clash = matches!((middle(a), middle(b)), (Some(a), Some(b)) if a != b);
        first && !clash
    }

    /// The part of a headline's run that names a figure of the running text.
    pub(super) fn known_part(&mut self, mention: &Mention) -> Option<Words> {
        let run = mention.run;
        for length in (2..=run.len()).rev() {
            for start in run.start()..=run.end() - length {
                let part = Words::new(start, start + length);
                let form = self.forms.find(self.article, part);
                if form.is_some_and(|form| self.written(form).is_some()) {
                    return Some(part);
                }
            }
        }
        if mention.kind == Kind::Person && mention.name.len() == 2 {
            return None;
        }
        let known = |&index: &usize| {
            let term = self.article.words[index].term;
            let mut namesakes = self.by_last.of(term).take(REACH);
            namesakes.any(|e| self.figures[e].kind == Kind::Person)
                && self.article.terms().lower_case(term) <= LowerCase::Half
        };
        let found = (run.start()..run.end()).find(known)?;
        Some(Words::new(found, found + 1))
    }

    pub(super) fn match_single(
        &mut self,
        mention: &Mention,
        form: FormId,
        term: Term,
        before: &[Mention],
    ) -> Option<FigureId> {
        let article = self.article;
        let word = article.words[mention.name.start()];
        let text = article.term(term);
        let persons = self.surnamed(term);
        if !persons.is_empty() {
            let gender = mention.honorific.or_else(|| self.address_of(term));
            let mut fitting = persons;
            if gender.is_some() {
                let fits = |e: FigureId| self.gender_of(e).is_none_or(|g| Some(g) == gender);
                let first =
                    |e: FigureId| self.figures[e].mentions.first().map_or(0, |&at| at as usize);
                // `Mrs. Doyle` is another, but `Doyle` is whose name has been told before.
                if mention.honorific.is_none() && !fitting.iter().any(|&e| fits(e)) {
                    let other = self.written(form).map_or(before.len(), first);
                    fitting.retain(|&e| first(e) < other);
                } else {
                    fitting.retain(|&e| fits(e));
                }
            }
            if !fitting.is_empty() {
                return self.best_namesake(&fitting, mention, before);
            }
            return self.written(form).or_else(|| self.relative(gender, before));
        }
        if word.is_capitals() {
            let organizations = self.by_first.of(term).filter(|&e| {
                self.figures[e].kind == Kind::Organization
                    && self.figures[e].full_terms().len() == 2
            });
            // The first of them.
            if let Some(found) = organizations.last() {
                return Some(found);
            }
            let plain: String = text.chars().filter(|&c| c != '.').collect();
            let found = self.aliases.get(&term).or_else(|| self.by_initials.get(&plain));
            if let Some(&found) = found {
                return Some(found);
            }
        }
        if let Some(same) = self.written(form) {
            return Some(same);
        }
        let first = || self.by_first.of(term).take(REACH);
        let given = first().filter(|&e| self.figures[e].kind == Kind::Person);
        if let Some(found) = given.max_by_key(|&e| self.figures[e].full) {
            return Some(found);
        }
        if article.terms().lower_case(term) == LowerCase::Unknown
            && !word.is_capitals()
            && !self
                .article
                .is(word.term, Classes::PLACE.or(Classes::PEOPLE).or(Classes::ORGANIZATION))
        {
            let found = first().find(|&e| self.figures[e].kind == Kind::Organization);
            if found.is_some() {
                return found;
            }
        }
        if self.article.is(word.term, Classes::MEDIUM) {
            let found = self.by_last.of(term).next();
            if found.is_some() {
                return found;
            }
        }
        self.misspelled(text)
    }
}

fn ends_with(long: &[Term], short: &[Term]) -> bool {
    long.len() >= short.len() && &long[long.len() - short.len()..] == short && short.len() > 1
}
