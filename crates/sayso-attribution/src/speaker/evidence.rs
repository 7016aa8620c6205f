use alloc::vec::Vec;

use sayso_span::Span;

use super::{
    article::Article,
    lexicon::Classes,
    mention::{Kind, Mention},
    vocabulary::Term,
    word::{Word, WordKind},
};
use crate::tables::form;

/// What the surroundings of a mention tell about who it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// It is a person.
    pub(super) person: bool,
    /// An article, or a preposition of place, stands before it.
    pub(super) thing: bool,
    /// What the person is: `senator`, in lower case.
    pub(super) heads: Vec<Term>,
    /// All words about that.
    pub(super) words: Vec<Term>,
    /// The phrase that says it, without a determiner.
    pub(super) description: Option<Span>,
    /// The phrase is no more than a title before the name.
    pub(super) title: bool,
}

/// Few words say who somebody is, and a list of all would cost time.
const MOST: usize = 12;

impl Evidence {
    /// Notes what is said of somebody, unless it has been said before.
    fn describe(&mut self, words: Span) {
        if (self.description.is_none() || self.title) && !words.is_empty() {
            self.description = Some(words);
            self.title = false;
        }
    }

    fn add_head(&mut self, word: &Word) {
        add(&mut self.heads, word.term);
    }

    fn add_word(&mut self, word: &Word) {
        if !word.classes.any(Classes::FUNCTION.or(Classes::HONORIFIC))
            && word.kind == WordKind::Word
        {
            add(&mut self.words, word.term);
        }
    }

    /// Adds what another mention of the same tells.
    pub(super) fn merge(&mut self, other: &Evidence) {
        self.person |= other.person;
        self.thing |= other.thing;
        match other.description {
            Some(words) if !other.title => self.describe(words),
            Some(_) if self.description.is_none() => {
                self.description = other.description;
                self.title = true;
            }
            _ => {}
        }
        for &head in &other.heads {
            add(&mut self.heads, head);
        }
        for &word in &other.words {
            add(&mut self.words, word);
        }
    }
}

impl Mention {
    pub(super) fn read_surroundings(&mut self, article: &Article<'_>) {
        if matches!(self.kind, Kind::Role | Kind::People) {
            return;
        }
        self.read_title(article);
        for word in article.slice(self.title()) {
            self.evidence.add_word(word);
            let doctor = article.folded(word) == "dr";
            if doctor || word.classes.any(Classes::TITLE) && !word.classes.any(Classes::HONORIFIC)
            {
                self.evidence.add_head(word);
            }
        }
        self.read_before(article);
        self.read_behind(article);
    }

    /// `Prime Minister X`, but nothing of `Mr. X`.
    fn read_title(&mut self, article: &Article<'_>) {
        let mut titles = self.title().range().filter(|&index| {
            let classes = article.words[index].classes;
            classes.any(Classes::TITLE) && !classes.any(Classes::HONORIFIC)
        });
        let courtesy = |index: &usize| article.words[*index].classes.any(Classes::HONORIFIC);
        let start = self.title().range().find(|index| !courtesy(index));
        let last = titles.next_back();
        if let (Some(start), Some(last)) = (start, last) {
            // `Secretary of State X`
            let behind = Span::new(last + 1, self.name.start());
            let office = !behind.range().any(|index| courtesy(&index));
            let end = if office { self.name.start() } else { last + 1 };
            self.evidence.title = true;
            self.evidence.description = Some(Span::new(start, end));
        }
    }

    /// `campaign spokesman X`, `her sister, X`, `the X`, `in X`.
    fn read_before(&mut self, article: &Article<'_>) {
        let start = self.run.start();
        let Some(before) = article.before(start) else { return };
        if before.classes.any(Classes::ANY_ROLE) && !before.capital {
            self.evidence.person = true;
            self.evidence.add_head(before);
            self.evidence.describe(Span::new(modified(article, start - 1), start));
            for index in (start.saturating_sub(4)..start).rev() {
                let word = &article.words[index];
                if word.sentence != before.sentence
                    || word.kind != WordKind::Word
                    || word.classes.any(Classes::FUNCTION)
                {
                    break;
                }
                self.evidence.add_word(word);
            }
        } else if before.kind == WordKind::Comma {
            let role = article.before(start - 1).filter(|word| !word.capital);
            let role = role.or_else(|| role_of_phrase(article, start - 1));
            if let Some(role) = role.filter(|word| word.classes.any(Classes::ANY_ROLE)) {
                self.evidence.person = true;
                self.evidence.add_head(role);
                self.evidence.add_word(role);
                let head = article.words_in(role.span).start();
                self.evidence.describe(Span::new(modified(article, head), start - 1));
            }
        }
        self.evidence.thing =
            matches!(article.folded(before), "the" | "a" | "an" | "in" | "at" | "near");
    }

    /// `X, 45,`, `X (R-Ohio)`, `X, a law professor at Y,`.
    fn read_behind(&mut self, article: &Article<'_>) {
        let mut at = self.run.end();
        let Some(mark) = article.after(at) else { return };
        if mark.kind == WordKind::Bracket {
            let label = article.after(at + 1).map_or("", |word| article.raw(word));
            if ["R-", "D-", "I-"].iter().any(|party| label.starts_with(party))
                || matches!(label, "R" | "D")
            {
                self.evidence.person = true;
            }
            return;
        }
        if mark.kind != WordKind::Comma {
            return;
        }
        at += 1;
        if article.after(at).is_some_and(is_age) {
            self.evidence.person = true;
            if article.after(at + 1).is_none_or(|word| word.kind != WordKind::Comma) {
                return;
            }
            at += 2;
        }
        self.read_apposition(article, at);
    }

    /// `a law professor at Y`, `who was a law professor at Y`.
    fn read_apposition(&mut self, article: &Article<'_>, start: usize) {
        let word = |index: usize| article.after(index).map_or("", |word| article.folded(word));
        let clause = word(start) == "who" && matches!(word(start + 1), "is" | "was");
        let article_behind = matches!(word(start + 2), "a" | "an" | "the");
        let start = if clause && article_behind { start + 2 } else { start };
        let mut end = start;
        while end < start + 8 {
            match article.after(end) {
                Some(word) if word.kind == WordKind::Word => {
                    let stops = word.classes.any(Classes::PREPOSITION.or(Classes::RELATIVE))
                        || article.folded(word) == "and";
                    if stops {
                        break;
                    }
                }
                Some(word) if word.kind == WordKind::Clitic && end > start => {}
                _ => break,
            }
            end += 1;
        }
        let stretch = &article.words[start..end];
        let first = stretch.iter().position(|word| !word.classes.any(Classes::DETERMINER));
        let (Some(first), Some(last)) = (first, stretch.last()) else { return };
        // A bare plural or a name opens a list: `X, Y and Z`.
        let opens = first > 0 || !stretch[first].capital;
        let role = last.classes.any(Classes::ANY_ROLE)
            && (!last.capital || last.classes.any(Classes::TITLE));
        if opens && (role || stretch[first].classes.any(Classes::ANY_ROLE) && first == 0) {
            self.evidence.person = true;
            self.evidence.add_head(if role { last } else { &stretch[first] });
            let close = phrase_end(article, end).unwrap_or(end);
            self.evidence.describe(Span::new(start + first, close));
            for word in stretch {
                self.evidence.add_word(word);
            }
        }
    }
}

/// The noun of `a lawyer for Acme` before the comma at an index.
///
/// Nothing but names and nouns may follow its preposition: there is no verb in
/// the phrase, or else the name behind the comma is the subject of another.
fn role_of_phrase<'w>(article: &'w Article<'_>, comma: usize) -> Option<&'w Word> {
    let sentence = article.words[comma].sentence;
    let phrase = (comma.saturating_sub(9)..comma).rev().take_while(|&index| {
        let word = &article.words[index];
        word.sentence == sentence && matches!(word.kind, WordKind::Word | WordKind::Clitic)
    });
    let role = phrase.clone().find(|&index| {
        let word = &article.words[index];
        word.classes.any(Classes::ANY_ROLE) && !word.capital
    })?;
    let preposition = article.folded(article.word(role + 1)?);
    let opened = phrase.filter(|&index| index < role).take(4).any(|index| {
        let word = &article.words[index];
        word.classes.any(Classes::DETERMINER) || word.kind == WordKind::Clitic
    });
    let plain = article.words[role + 2..comma].iter().all(|word| {
        word.name
            || word.classes.any(Classes::DETERMINER.or(Classes::PARTICLE))
            || article.folded(word) == "of"
            || word.classes.any(Classes::ORGANIZATION_HEAD)
    });
    (matches!(preposition, "for" | "of" | "at" | "in" | "to" | "with") && opened && plain)
        .then(|| &article.words[role])
}

/// Where the modifiers of a noun start: names and adjectives, back to an article
/// or a small word.
fn modified(article: &Article<'_>, noun: usize) -> usize {
    let mut start = noun;
    while let Some(before) = article.before(start) {
        let small = before.classes.any(Classes::FUNCTION.or(Classes::DETERMINER));
        // `asked White House spokesman X`
        let verb = || {
            let forms = form::PAST | form::THIRD;
            crate::lexicon::Word::look_up(article.raw(before)).has_form(forms)
        };
        if before.kind != WordKind::Word || !before.name && (small || verb()) || noun - start >= 6
        {
            break;
        }
        start -= 1;
    }
    start
}

/// Where an apposition ends that goes on over prepositions, if a mark ends it
/// soon.
fn phrase_end(article: &Article<'_>, from: usize) -> Option<usize> {
    let mut end = from;
    while end < from + 10 {
        match article.after(end) {
            None => return Some(end),
            Some(word) if word.kind == WordKind::Word && !word.classes.any(Classes::RELATIVE) => {}
            Some(word) if word.kind == WordKind::Clitic => {}
            Some(_) => return Some(end),
        }
        end += 1;
    }
    None
}

fn add(terms: &mut Vec<Term>, term: Term) {
    if terms.len() < MOST && !terms.contains(&term) {
        terms.push(term);
    }
}

fn is_age(word: &Word) -> bool {
    word.span.len() <= 2
        && word.kind == WordKind::Word
        && !word.capital
        && word.classes == Classes::default()
}
