//! What stands around a name: `Senator X`, `her sister, X`, `X, a lawyer`.

use alloc::vec::Vec;

use super::{
    article::Article,
    evidence::{Evidence, MOST, Said},
    lexicon::Classes,
    mention::{Kind, Mention},
    vocabulary::Term,
    word::{Word, WordKind},
    words::Words,
};
use crate::tables::form;

/// Reads the surroundings of a mention, and adds to what is said of all.
pub(super) fn read(article: &Article<'_>, mention: &Mention, said: &mut Vec<Said>) -> Evidence {
    let first = said.len();
    let evidence = Evidence { said: first, ..Evidence::default() };
    let mut reader =
        Reader { article, run: mention.run, name: mention.name, evidence, first, said };
    if !matches!(mention.kind, Kind::Role | Kind::People) {
        reader.read();
    }
    // At most so many heads, and as many other words.
    let count = (reader.said.len() - first) as u8;
    Evidence { count, ..reader.evidence }
}

/// Reads the surroundings of one mention.
struct Reader<'r, 'a> {
    article: &'r Article<'a>,
    run: Words,
    name: Words,
    evidence: Evidence,
    /// Where what is said of this mention starts.
    first: usize,
    said: &'r mut Vec<Said>,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        self.read_title();
        for index in self.run.start()..self.name.start() {
            let word = &self.article.words[index];
            self.add_word(word);
            let doctor = self.article.folded(word) == "dr";
            let classes = self.article.classes(word.term);
            if doctor || classes.any(Classes::TITLE) && !classes.any(Classes::HONORIFIC) {
                self.add(word.term, true);
            }
        }
        self.read_before();
        self.read_behind();
    }

    /// Notes what is said of somebody, unless it has been said before.
    fn describe(&mut self, words: Words) {
        if (self.evidence.description.is_none() || self.evidence.title) && !words.is_empty() {
            self.evidence.description = Some(words);
            self.evidence.title = false;
        }
    }

    fn add_word(&mut self, word: &Word) {
        if !self.article.is(word.term, Classes::FUNCTION.or(Classes::HONORIFIC))
            && word.kind == WordKind::Word
        {
            self.add(word.term, false);
        }
    }

    fn add(&mut self, term: Term, head: bool) {
        let alike = self.said[self.first..].iter().filter(|one| one.head == head);
        if alike.clone().count() < MOST && !alike.clone().any(|one| one.term == term) {
            self.said.push(Said { term, head });
        }
    }

    /// `Prime Minister X`, but nothing of `Mr. X`.
    fn read_title(&mut self) {
        let article = self.article;
        let title = self.run.start()..self.name.start();
        let mut titles = title.clone().filter(|&index| {
            let classes = article.classes(article.words[index].term);
            classes.any(Classes::TITLE) && !classes.any(Classes::HONORIFIC)
        });
        let courtesy = |index: &usize| article.is(article.words[*index].term, Classes::HONORIFIC);
        let start = title.clone().find(|index| !courtesy(index));
        let last = titles.next_back();
        if let (Some(start), Some(last)) = (start, last) {
            // `Secretary of State X`
            let behind = Words::new(last + 1, self.name.start());
            let office = !behind.range().any(|index| courtesy(&index));
            let end = if office { self.name.start() } else { last + 1 };
            self.evidence.title = true;
            self.evidence.description = Some(Words::new(start, end));
        }
    }

    /// `campaign spokesman X`, `her sister, X`, `the X`, `in X`.
    fn read_before(&mut self) {
        let article = self.article;
        let start = self.run.start();
        let Some(before) = article.before(start) else { return };
        if article.is(before.term, Classes::ANY_ROLE) && !before.is_capital() {
            self.evidence.person = true;
            self.add(before.term, true);
            self.describe(Words::new(modified(article, start - 1), start));
            for index in (start.saturating_sub(4)..start).rev() {
                let word = &article.words[index];
                if word.sentence() != before.sentence()
                    || word.kind != WordKind::Word
                    || article.is(word.term, Classes::FUNCTION)
                {
                    break;
                }
                self.add_word(word);
            }
        } else if before.kind == WordKind::Comma {
            let comma = start - 1;
            let role = article.before(comma).filter(|word| !word.is_capital());
            let role = role.map(|_| comma - 1).or_else(|| role_of_phrase(article, comma));
            let is_role = |&role: &usize| article.is(article.words[role].term, Classes::ANY_ROLE);
            if let Some(role) = role.filter(is_role) {
                self.evidence.person = true;
                self.add(article.words[role].term, true);
                self.add_word(&article.words[role]);
                self.describe(Words::new(modified(article, role), comma));
            }
        }
        self.evidence.thing =
            matches!(article.folded(before), "the" | "a" | "an" | "in" | "at" | "near");
    }

    /// `X, 45,`, `X (R-Ohio)`, `X, a law professor at Y,`.
    fn read_behind(&mut self) {
        let article = self.article;
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
        if article.after(at).is_some_and(|word| is_age(article, word)) {
            self.evidence.person = true;
            if article.after(at + 1).is_none_or(|word| word.kind != WordKind::Comma) {
                return;
            }
            at += 2;
        }
        self.read_apposition(at);
    }

    /// `a law professor at Y`, `who was a law professor at Y`.
    fn read_apposition(&mut self, start: usize) {
        let article = self.article;
        let word = |index: usize| article.after(index).map_or("", |word| article.folded(word));
        let clause = word(start) == "who" && matches!(word(start + 1), "is" | "was");
        let article_behind = matches!(word(start + 2), "a" | "an" | "the");
        let start = if clause && article_behind { start + 2 } else { start };
        let mut end = start;
        while end < start + 8 {
            match article.after(end) {
                Some(word) if word.kind == WordKind::Word => {
                    let stops = article.is(word.term, Classes::PREPOSITION.or(Classes::RELATIVE))
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
        let first = stretch.iter().position(|word| !article.is(word.term, Classes::DETERMINER));
        let (Some(first), Some(last)) = (first, stretch.last()) else { return };
        // A bare plural or a name opens a list: `X, Y and Z`.
        let opens = first > 0 || !stretch[first].is_capital();
        let role = article.is(last.term, Classes::ANY_ROLE)
            && (!last.is_capital() || article.is(last.term, Classes::TITLE));
        if opens && (role || article.is(stretch[first].term, Classes::ANY_ROLE) && first == 0) {
            self.evidence.person = true;
            self.add(if role { last.term } else { stretch[first].term }, true);
            let close = phrase_end(article, end).unwrap_or(end);
            self.describe(Words::new(start + first, close));
            for word in stretch {
                self.add_word(word);
            }
        }
    }
}

/// The noun of `a lawyer for Acme` before the comma at an index.
///
/// Nothing but names and nouns may follow its preposition: there is no verb in
/// the phrase, or else the name behind the comma is the subject of another.
fn role_of_phrase(article: &Article<'_>, comma: usize) -> Option<usize> {
    let sentence = article.words[comma].sentence();
    let phrase = (comma.saturating_sub(9)..comma).rev().take_while(|&index| {
        let word = &article.words[index];
        word.sentence() == sentence && matches!(word.kind, WordKind::Word | WordKind::Clitic)
    });
    let role = phrase.clone().find(|&index| {
        let word = &article.words[index];
        article.is(word.term, Classes::ANY_ROLE) && !word.is_capital()
    })?;
    let preposition = article.folded(article.word(role + 1)?);
    let opened = phrase.filter(|&index| index < role).take(4).any(|index| {
        let word = &article.words[index];
        article.is(word.term, Classes::DETERMINER) || word.kind == WordKind::Clitic
    });
    let plain = article.words[role + 2..comma].iter().all(|word| {
        word.is_name()
            || article.is(word.term, Classes::DETERMINER.or(Classes::PARTICLE))
            || article.folded(word) == "of"
            || article.is(word.term, Classes::ORGANIZATION_HEAD)
    });
    (matches!(preposition, "for" | "of" | "at" | "in" | "to" | "with") && opened && plain)
        .then_some(role)
}

/// Where the modifiers of a noun start: names and adjectives, back to an article
/// or a small word.
fn modified(article: &Article<'_>, noun: usize) -> usize {
    let mut start = noun;
    while let Some(before) = article.before(start) {
        let small = article.is(before.term, Classes::FUNCTION.or(Classes::DETERMINER));
        // `asked White House spokesman X`
        let verb = || {
            let forms = form::PAST | form::THIRD;
            crate::lexicon::Word::look_up(article.raw(before)).has_form(forms)
        };
        if before.kind != WordKind::Word
            || !before.is_name() && (small || verb())
            || noun - start >= 6
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
            Some(word)
                if word.kind == WordKind::Word && !article.is(word.term, Classes::RELATIVE) => {}
            Some(word) if word.kind == WordKind::Clitic => {}
            Some(_) => return Some(end),
        }
        end += 1;
    }
    None
}

fn is_age(article: &Article<'_>, word: &Word) -> bool {
    article.raw(word).len() <= 2
        && word.kind == WordKind::Word
        && !word.is_capital()
        && article.classes(word.term) == Classes::default()
}
