//! Whom sources inside a content mean.

use alloc::vec::Vec;

use sayso_span::Span;

use super::{
    figure::FigureId,
    gender::{pronoun_gender, role_gender},
    lexicon::Classes,
    mention::Kind,
    referent::Referent,
    resolver::Resolver,
    word::WordKind,
    words::Words,
};
use crate::{Attribution, AttributionKind, Gender, Step, StepKind};

/// An attribution whose source may depend on who speaks around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inner {
    /// Its number.
    pub(super) index: usize,
    /// Its source.
    pub(super) words: Words,
    /// Whom else `he` or `she` may mean there.
    pub(super) second: Option<FigureId>,
}

/// A content that lies around a source, and the number of its attribution.
type Around = Option<(Span, usize)>;

/// How many words back somebody is mentioned whom `he` means in what is quoted.
const REACH: usize = 40;

/// How many sentences back.
const SENTENCES: usize = 3;

/// How many attributions behind a question are looked at for an answer.
const ANSWERS: usize = 6;

impl Resolver<'_> {
    /// Whom a source inside a content means, as far as can be told before it is
    /// known who speaks around it.
    pub(super) fn inner(&mut self, index: usize, words: Words) -> (Inner, Vec<Referent>) {
        let noted = self.noted.len();
        let who = self.source(words);
        let mut second = None;
        if let (Some(gender), [Referent::Figure(first)]) = (self.he_or_she(words), &who[..]) {
            second = self.person(words.start(), gender, Some(*first));
            self.noted.truncate(noted);
        }
        (Inner { index, words, second }, who)
    }

    /// Tells whom sources mean by those who speak around them: `I` and `we` are the
    /// speaker of the content, or else the writer; `you` in a question is who
    /// answers; and who is quoted does not call himself `he`.
    pub(super) fn settle_inner(
        &mut self,
        attributions: &mut [Attribution],
        inner: Vec<Inner>,
        found: &mut [Vec<Referent>],
    ) {
        for (Inner { index, words, second }, around) in around(attributions, inner) {
            let Some(source) = attributions[index].source else { continue };
            let settled = if self.is_first_person(words) {
                Some(match around {
                    Some((content, outer)) => {
                        let to = attributions[outer].source.unwrap_or(content);
                        (StepKind::FirstPerson, to, found[outer].clone())
                    }
                    None => (StepKind::FirstPerson, source, alloc::vec![Referent::Author]),
                })
            } else if self.is_second_person(words) {
                let answer = around.and_then(|(_, outer)| self.answer(attributions, found, outer));
                answer.and_then(|answer| {
                    let to = attributions[answer].source?;
                    Some((StepKind::SecondPerson, to, found[answer].clone()))
                })
            } else if let Some(gender) = self.he_or_she(words) {
                let outer = around.map(|(_, outer)| outer);
                let outer =
                    outer.filter(|&outer| attributions[outer].kind == AttributionKind::Direct);
                let known = found[index].first().copied();
                let other = outer.and_then(|outer| {
                    let content = &attributions[outer].content;
                    let nearer = self.companion(words.start(), gender, content, &found[outer]);
                    let own = found[outer] == found[index];
                    nearer.or(if own { second.map(Referent::Figure) } else { known })
                });
                let who = if outer.is_some() { other } else { known };
                if let Some(who) = who {
                    self.note(words, who);
                }
                (who != known).then(|| {
                    let to = who.map_or(source, |who| self.mention_of(who, words.start()));
                    (StepKind::Pronoun, to, who.into_iter().collect())
                })
            } else {
                None
            };
            if let Some((kind, to, who)) = settled {
                let step = (!who.is_empty()).then(|| Step::new(kind, source, to));
                attributions[index].steps = step.into_iter().collect();
                found[index] = who;
            }
        }
    }

    /// The gender of a source that is one pronoun of a person.
    fn he_or_she(&self, words: Words) -> Option<Gender> {
        match self.article.slice(words) {
            [only] => pronoun_gender(self.article.folded(only)),
            _ => None,
        }
    }

    /// Who is mentioned last before a pronoun in what is quoted, and is not the one
    /// who is quoted: `I asked my son, and he said`.
    fn companion(
        &mut self,
        at: usize,
        gender: Gender,
        content: &[Span],
        speaker: &[Referent],
    ) -> Option<Referent> {
        let here = self.sentence(at);
        for index in (at.saturating_sub(REACH)..at).rev() {
            let word = self.article.words[index];
            if here - word.sentence() > SENTENCES {
                break;
            }
            let phrase = match self.mention_at(index) {
                Some(mention) => mention.run,
                None => self.owned(Words::new(self.phrase_start(index), index + 1)),
            };
            let span = self.article.span(phrase);
            let part = content.partition_point(|part| part.end() < span.end());
            if !content.get(part).is_some_and(|part| part.covers(span)) {
                continue;
            }
            let figure = self.figure_at(index);
            let classes = self.article.classes(word.term);
            let fits = match figure.map(|figure| &self.figures[figure]) {
                Some(figure) => figure.kind == Kind::Person && figure.gender() == Some(gender),
                None => {
                    word.kind == WordKind::Word
                        && phrase.len() > 1
                        && classes.any(Classes::ANY_ROLE)
                        && !self.is_plural(index)
                        && role_gender(classes).is_none_or(|known| known == gender)
                }
            };
            if !fits {
                continue;
            }
            let who = match figure {
                Some(figure) => Some(Referent::Figure(figure)),
                None => self.described_aside(phrase),
            };
            if who.is_some_and(|who| !speaker.contains(&who)) {
                return who;
            }
        }
        None
    }

    /// A phrase with the possessive before it: `my little son`.
    fn owned(&self, phrase: Words) -> Words {
        let before = self.article.before(phrase.start()).map(|word| self.article.folded(word));
        let owns = before.is_some_and(|word| matches!(word, "my" | "our" | "his" | "her"));
        Words::new(phrase.start() - usize::from(owns), phrase.end())
    }

    /// Whom a description in a content means.
    fn described_aside(&mut self, phrase: Words) -> Option<Referent> {
        self.aside = true;
        let who = self.single(phrase);
        self.aside = false;
        self.steps.clear();
        who.first().copied()
    }

    /// The attribution that answers a question: the next one, if somebody else
    /// speaks in it.
    fn answer(
        &self,
        attributions: &[Attribution],
        found: &[Vec<Referent>],
        question: usize,
    ) -> Option<usize> {
        let last = *attributions[question].content.last()?;
        let words = self.article.words_in(last);
        let mut ends = self.article.slice(words).iter().rev().map(|word| self.article.raw(word));
        if !ends.by_ref().take(3).any(|mark| mark == "?") {
            return None;
        }
        let behind = attributions.iter().enumerate().skip(question + 1).take(ANSWERS);
        let answer = behind.filter(|(_, one)| !one.nested).find(|(_, one)| {
            one.content.first().is_some_and(|content| content.start() >= last.end())
        });
        let (answer, _) = answer?;
        (found[answer] != found[question]).then_some(answer)
    }

    /// Where somebody is mentioned, before a place if possible.
    fn mention_of(&self, who: Referent, at: usize) -> Span {
        let words = match who {
            Referent::Figure(figure) => self.named_before(figure, at),
            Referent::Other(other) => self.others[other].words,
            Referent::Author => Words::empty(at),
        };
        let words = if words.is_empty() { Words::new(at, at + 1) } else { words };
        self.article.span(words)
    }

    pub(super) fn is_first_person(&self, words: Words) -> bool {
        let known = ["i", "we", "me", "us", "myself", "ourselves", "my", "our"];
        self.only_word(words).is_some_and(|only| known.contains(&only))
    }

    fn is_second_person(&self, words: Words) -> bool {
        self.only_word(words).is_some_and(|only| only == "you")
    }

    /// The only word of a source that is no name.
    fn only_word(&self, words: Words) -> Option<&str> {
        let words = self.article.slice(words).iter();
        let mut words = words.filter(|word| word.kind == WordKind::Word && !word.is_name());
        let first = words.next()?;
        words.next().is_none().then(|| self.article.folded(first))
    }
}

/// The innermost content around each source, the outermost of them first: who
/// speaks in them is known when it is asked for.
fn around(attributions: &[Attribution], inner: Vec<Inner>) -> Vec<(Inner, Around)> {
    if inner.is_empty() {
        return Vec::new();
    }
    let mut contents: Vec<(Span, usize)> = attributions
        .iter()
        .enumerate()
        .flat_map(|(index, one)| one.content.iter().map(move |&span| (span, index)))
        .collect();
    contents.sort_unstable_by_key(|(span, index)| (span.start(), usize::MAX - span.end(), *index));
    let source = |one: Inner| attributions[one.index].source.map(|source| (source, one));
    let mut inner: Vec<(Span, Inner)> = inner.into_iter().filter_map(source).collect();
    inner.sort_unstable_by_key(|(span, one)| (span.start(), one.index));
    let mut open: Vec<(Span, usize)> = Vec::new();
    let mut next = 0;
    let mut all: Vec<(Inner, Around)> = Vec::with_capacity(inner.len());
    for (source, one) in inner {
        while let Some(&content) = contents.get(next).filter(|c| c.0.start() <= source.start()) {
            open.retain(|other| other.0.end() > content.0.start());
            open.push(content);
            next += 1;
        }
        open.retain(|other| other.0.end() > source.start());
        let around = open.iter().rev();
        let around =
            around.copied().find(|(span, other)| *other != one.index && span.covers(source));
        all.push((one, around));
    }
    all.sort_by_key(|(_, around)| {
        core::cmp::Reverse(around.map_or(usize::MAX, |(content, _)| content.len()))
    });
    all
}
