//! What is remembered of names, pronouns and descriptions as they are met.

use sayso_span::Span;

use super::{
    figure::FigureId,
    gender::{pronoun_gender, slot},
    lexicon::{Classes, body_class},
    mention::Kind,
    referent::Referent,
    resolver::Resolver,
    vocabulary::Term,
    word::WordKind,
};

/// How many persons are remembered as candidates for a pronoun.
const MEMORY: usize = 24;

/// Where a figure was mentioned last, outside quotations if ever.
#[derive(Clone, Copy, Debug)]
pub(super) struct LastMention {
    pub(super) at: usize,
    pub(super) first_in_sentence: bool,
    pub(super) possessive: bool,
    pub(super) after_preposition: bool,
    /// It has never been mentioned outside quotations.
    pub(super) quoted: bool,
}

impl Resolver<'_> {
    pub(super) fn meet_name(&mut self, at: usize) {
        let Some(index) = self.mention_of[at]
            .map(|m| m as usize)
            .filter(|&m| self.mentions[m].run.start() == at)
        else {
            return;
        };
        let mention = &self.mentions[index];
        let Some(figure) = mention.figure else { return };
        let end = mention.run.end();
        let possessive = self.article.after(end).is_some_and(|word| word.kind == WordKind::Clitic)
            || self
                .article
                .after(end)
                .is_some_and(|word| matches!(self.article.raw(word), "'" | "’"))
                && self.article.raw(&self.article.words[end - 1]).ends_with('s');
        // `the Lockhart campaign`: the name of a person with an article.
        let modifies = mention.name == mention.run
            && self.figures[figure].kind == Kind::Person
            && self.article.before(at).is_some_and(|word| self.article.folded(word) == "the")
            || self
                .article
                .after(end)
                .is_some_and(|word| word.classes.any(Classes::ORGANIZATION_HEAD) && !word.capital);
        self.mention(figure, at, possessive || modifies);
        match self.figures[figure].kind {
            Kind::Organization | Kind::Place | Kind::Unknown | Kind::Thing => {
                let terms = self.figures[figure].full_terms();
                // `Institute of Climate Research` is an institute.
                let is_small =
                    |term: &Term| self.article.terms().classes(*term).any(Classes::PREPOSITION);
                let head = terms.iter().position(is_small).unwrap_or(terms.len());
                for &term in terms.first().into_iter().chain(terms[..head].last()) {
                    self.by_word.insert(term, figure);
                }
                for class in terms.iter().filter_map(|&term| body_class(self.article.term(term))) {
                    self.by_class.insert(class, figure);
                }
                self.recent_bodies.push((at, figure));
            }
            _ => {}
        }
    }

    /// Remembers that the figure is mentioned here.
    pub(super) fn mention(&mut self, figure: FigureId, at: usize, possessive: bool) {
        self.count[figure] += 1;
        if !matches!(self.figures[figure].kind, Kind::Person | Kind::Unknown) {
            return;
        }
        let word = self.article.words[at];
        if word.quoted && self.last[figure].is_some_and(|last| !last.quoted) {
            return;
        }
        let sentence = word.sentence;
        self.last[figure] = Some(LastMention {
            at,
            first_in_sentence: self.person_in != Some(sentence),
            possessive,
            after_preposition: self
                .article
                .before(at)
                .is_some_and(|word| word.classes.any(Classes::PREPOSITION)),
            quoted: word.quoted,
        });
        if !word.quoted {
            self.person_in = Some(sentence);
        }
        if let Some(known) = self.recent.iter().position(|&other| other == figure) {
            self.recent.remove(known);
        } else if self.recent.len() == MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(figure);
    }

    /// `he`, `her`: resolved everywhere, since each is a mention as well.
    pub(super) fn meet_pronoun(&mut self, at: usize) {
        let word = self.article.words[at];
        if !word.classes.any(Classes::PRONOUN) {
            return;
        }
        let folded = self.article.folded(&word);
        let Some(gender) = pronoun_gender(folded) else { return };
        let possessive = matches!(folded, "his" | "her" | "hers");
        let Some(figure) = self.person(at, gender) else { return };
        self.pronouns.insert(at, figure);
        if !word.quoted {
            self.last_pronoun[slot(gender)] = Some((word.sentence, figure));
            self.note(Span::new(at, at + 1), Referent::Figure(figure));
        }
        self.mention(figure, at, possessive);
    }

    /// `the president`: a mention of somebody with a name.
    pub(super) fn meet_nominal(&mut self, at: usize) {
        let word = &self.article.words[at];
        if self.article.folded(word) != "the" {
            return;
        }
        let head = (at + 1..at + 5).find(|&index| {
            self.article.after(index).is_none_or(|w| {
                w.classes.any(Classes::NOMINAL)
                    || w.classes.any(Classes::FUNCTION)
                    || w.kind != WordKind::Word
            })
        });
        let Some(head) = head else { return };
        let Some(noun) = self.article.after(head).filter(|w| w.classes.any(Classes::NOMINAL))
        else {
            return;
        };
        // `the President Barack Obama`, `the candidate's`
        if self.article.after(head + 1).is_some_and(|next| next.name)
            || noun.kind != WordKind::Word
        {
            return;
        }
        let words = Span::new(at, head + 1);
        if let Some(figure) = self.described_person(words, words) {
            self.note(words, Referent::Figure(figure));
            self.mention(figure, at, false);
        }
    }
}
