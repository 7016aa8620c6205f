//! What is remembered of names, pronouns and descriptions as they are met.

use super::{
    figure::FigureId,
    gender::{pronoun_gender, slot},
    lexicon::{Classes, body_class},
    mention::Kind,
    referent::Referent,
    resolver::Resolver,
    vocabulary::Term,
    word::WordKind,
    words::Words,
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
    /// It is in a participle clause that opens its sentence: `Pressed by Cole`.
    pub(super) fronted: bool,
}

impl Resolver<'_> {
    /// A mention that starts here, by its index.
    pub(super) fn meet_name(&mut self, index: usize) {
        let mention = &self.mentions[index];
        let Some(figure) = mention.figure() else { return };
        let at = mention.run.start();
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
            || self.article.after(end).is_some_and(|word| {
                self.article.is(word.term, Classes::ORGANIZATION_HEAD) && !word.is_capital()
            });
        self.mention(figure, at, possessive || modifies);
        match self.figures[figure].kind {
            Kind::Organization | Kind::Place | Kind::Unknown | Kind::Thing => {
                let terms = self.figures[figure].full_terms();
                // `Institute of Climate Research` is an institute.
                let is_small = |term: &Term| self.article.is(*term, Classes::PREPOSITION);
                let head = terms.iter().position(is_small).unwrap_or(terms.len());
                for &term in terms.first().into_iter().chain(terms[..head].last()) {
                    self.by_word.insert(term, figure as u32);
                }
                for class in terms.iter().filter_map(|&term| body_class(self.article.term(term))) {
                    self.by_class.insert(class, figure);
                }
                self.remember_body(at, figure);
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
        if word.is_quoted() && self.last[figure].is_some_and(|last| !last.quoted) {
            return;
        }
        let sentence = word.sentence();
        self.last[figure] = Some(LastMention {
            at,
            // `Her rival, Kim Lau, laughed`: she is not who does.
            first_in_sentence: self.person_in != Some(sentence) && !possessive,
            possessive,
            after_preposition: self
                .article
                .before(at)
                .is_some_and(|word| self.article.is(word.term, Classes::PREPOSITION)),
            quoted: word.is_quoted(),
            fronted: self.is_fronted(at),
        });
        if !word.is_quoted() && !possessive {
            self.person_in = Some(sentence);
        }
        if let Some(known) = self.recent.iter().position(|&other| other == figure) {
            self.recent.remove(known);
        } else if self.recent.len() == MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(figure);
    }

    /// Whether a mention hangs on a participle that opens the sentence: who asks or is
    /// asked about is not the subject behind the comma.
    fn is_fronted(&self, at: usize) -> bool {
        let start = self.article.sentences[self.sentence(at)].words.start();
        let first = self.article.folded(&self.article.words[start]);
        at > start
            && at - start <= 8
            && (first.ends_with("ed") || first.ends_with("ing"))
            && first.len() > 4
            && self
                .article
                .before(at)
                .is_some_and(|word| self.article.is(word.term, Classes::PREPOSITION))
    }

    /// `he`, `her`: resolved everywhere, since each is a mention as well.
    pub(super) fn meet_pronoun(&mut self, at: usize) {
        let word = self.article.words[at];
        let folded = self.article.folded(&word);
        let Some(gender) = pronoun_gender(folded) else { return };
        let possessive = matches!(folded, "his" | "her" | "hers");
        let figure = self.subject_ahead(at, gender).or_else(|| self.person(at, gender, None));
        let Some(figure) = figure else { return };
        // Both are less than the number of words.
        self.pronouns.push((at as u32, figure as u32));
        if !word.is_quoted() {
            self.last_pronoun[slot(gender)] = Some((word.sentence(), figure));
            self.note(Words::new(at, at + 1), Referent::Figure(figure));
        }
        self.mention(figure, at, possessive);
    }

    /// `the president`: a mention of somebody with a name.
    pub(super) fn meet_determiner(&mut self, at: usize) {
        if self.article.folded(&self.article.words[at]) != "the" {
            return;
        }
        let head = (at + 1..at + 5).find(|&index| {
            self.article.after(index).is_none_or(|w| {
                self.article.is(w.term, Classes::NOMINAL)
                    || self.article.is(w.term, Classes::FUNCTION)
                    || w.kind != WordKind::Word
            })
        });
        let Some(head) = head else { return };
        let Some(noun) =
            self.article.after(head).filter(|w| self.article.is(w.term, Classes::NOMINAL))
        else {
            return;
        };
        // `the President Barack Obama`, `the candidate's`
        if self.article.after(head + 1).is_some_and(|next| next.is_name())
            || noun.kind != WordKind::Word
        {
            return;
        }
        let words = Words::new(at, head + 1);
        if let Some(figure) = self.described_person(words, words) {
            self.note(words, Referent::Figure(figure));
            self.mention(figure, at, false);
        }
    }
}
