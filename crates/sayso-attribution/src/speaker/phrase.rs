//! The parts of a noun phrase: what says who, and what says more.

use alloc::string::String;

use super::{lexicon::Classes, mention::Kind, resolver::Resolver, word::WordKind, words::Words};

/// More than this many words of a source say nothing more about who it is.
const LONGEST: usize = 60;

impl Resolver<'_> {
    /// Without marks and prepositions at its start, and without marks and a
    /// possessive at its end.
    pub(super) fn trimmed(&self, words: Words) -> Words {
        let (mut start, mut end) = (words.start(), words.end().min(words.start() + LONGEST));
        while start < end {
            let word = &self.article.words[start];
            let preposition = self.article.is(word.term, Classes::PREPOSITION)
                && self.mention_at(start).is_none();
            if matches!(word.kind, WordKind::Word) && !preposition {
                break;
            }
            start += 1;
        }
        while start < end && self.article.words[end - 1].kind != WordKind::Word {
            end -= 1;
        }
        // `the boy himself`
        let last = end.checked_sub(1).filter(|&last| last > start);
        end -= usize::from(last.is_some_and(|last| {
            matches!(
                self.article.folded(&self.article.words[last]),
                "himself" | "herself" | "itself" | "themselves"
            )
        }));
        Words::new(start, self.without_time(start, end))
    }

    /// The end of a phrase without what says when: `Ann Lee last night`.
    fn without_time(&self, start: usize, end: usize) -> usize {
        let folded = |index: usize| self.article.folded(&self.article.words[index]);
        if end < start + 2 {
            return end;
        }
        let adverb = matches!(
            folded(end - 1),
            "today" | "yesterday" | "tonight" | "later" | "earlier" | "then" | "also" | "now"
        );
        let day = self.article.is(self.article.words[end - 1].term, Classes::STOP)
            && self.mention_at(end - 1).is_none();
        let when = matches!(folded(end - 2), "last" | "this" | "earlier");
        let long = end > start + 2
            && (when && (day || is_period(folded(end - 1))) || day && folded(end - 2) == "on");
        let name = match () {
            () if long => end - 2,
            () if adverb || day => end - 1,
            () => return end,
        };
        if self.mention_at(name - 1).is_some() { name } else { end }
    }

    /// A pronoun, and nothing but adverbs behind it.
    pub(super) fn is_pronoun(&self, words: Words) -> bool {
        let first = &self.article.words[words.start()];
        if !self.article.is(first.term, Classes::PRONOUN)
            || self.mention_at(words.start()).is_some()
        {
            return false;
        }
        let determiner = self.article.is(first.term, Classes::DETERMINER);
        let next = self.article.words.get(words.start() + 1).filter(|_| words.len() > 1);
        if self.one_of_them(words) != words {
            return false;
        }
        // `its “star reporter” Ann Lee`
        next.is_none_or(|next| {
            !determiner || !matches!(next.kind, WordKind::Word | WordKind::Quote)
        })
    }

    /// The phrase up to what only says more about its last noun.
    pub(super) fn head(&self, words: Words) -> Words {
        let mut end = words.start();
        while end < words.end() {
            let word = &self.article.words[end];
            if let Some(mention) = self.mention_at(end) {
                end = mention.run.end().max(end + 1);
                continue;
            }
            let stops = matches!(word.kind, WordKind::Comma | WordKind::Bracket | WordKind::Dash)
                || word.kind == WordKind::Mark && self.article.raw(word) != "/"
                || end > words.start()
                    && self.article.is(
                        word.term,
                        Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::PARTICIPLE),
                    );
            if stops {
                break;
            }
            end += 1;
        }
        Words::new(words.start(), end.min(words.end()))
    }

    /// Whether the head of the phrase is a name.
    pub(super) fn names_at_head(&self, words: Words) -> bool {
        let head = self.head(words);
        !head.is_empty() && {
            let last = self.mention_at(head.end() - 1);
            last.is_some_and(|mention| mention.kind != Kind::Role) || self.compound(head).is_some()
        }
    }

    /// `one, a teacher who had come`: what comes behind the comma.
    pub(super) fn one_of_them(&self, words: Words) -> Words {
        let [one, comma, a, ..] = self.article.slice(words) else { return words };
        let fits = matches!(self.article.folded(one), "one" | "another")
            && comma.kind == WordKind::Comma
            && matches!(self.article.folded(a), "a" | "an" | "the");
        if fits { self.trimmed(Words::new(words.start() + 2, words.end())) } else { words }
    }

    /// Without `a number of` and the like before what is counted.
    pub(super) fn counted(&self, words: Words) -> Words {
        let of = (words.start()..words.end().min(words.start() + 4))
            .find(|&index| self.article.folded(&self.article.words[index]) == "of");
        let Some(of) = of.filter(|&of| of > words.start() && of + 1 < words.end()) else {
            return words;
        };
        let counts = matches!(
            self.article.folded(&self.article.words[of - 1]),
            "number" | "couple" | "handful" | "chorus" | "host" | "series" | "majority" | "more"
        );
        if counts { Words::new(of + 1, words.end()) } else { words }
    }

    /// Whether the noun is a plural, as far as its end tells.
    pub(super) fn is_plural(&self, index: usize) -> bool {
        let word = &self.article.words[index];
        let folded = self.article.folded(word);
        self.article.is(word.term, Classes::HUMANS)
            || folded.len() > 3
                && folded.ends_with('s')
                && !["ss", "us", "is"].iter().any(|end| folded.ends_with(end))
                && !self.article.is(word.term, Classes::ANY_ROLE)
    }

    /// The words of a description: without determiners, up to a comma, bracket
    /// or relative clause.
    pub(super) fn description(&self, words: Words) -> String {
        self.article.line(self.description_words(words))
    }

    pub(super) fn description_words(&self, words: Words) -> Words {
        let mut start = words.start();
        while start + 1 < words.end() {
            let word = &self.article.words[start];
            // `one of them`, `some of the mayor's supporters`
            let of = self.article.folded(&self.article.words[start + 1]) == "of";
            let determiner = self.article.is(word.term, Classes::DETERMINER);
            if of || !determiner || self.mention_at(start).is_some() {
                break;
            }
            start += 1;
        }
        let end = (start + 1..words.end()).find(|&index| {
            let word = &self.article.words[index];
            self.mention_at(index).is_none()
                && (matches!(word.kind, WordKind::Comma | WordKind::Bracket | WordKind::Dash)
                    || self.article.is(word.term, Classes::RELATIVE)
                    || matches!(self.article.folded(word), "i" | "we" | "he" | "she" | "they")
                    || self.article.is(word.term, Classes::PARTICIPLE)
                        && self.article.is(
                            self.article.words[index - 1].term,
                            Classes::DOCUMENT.or(Classes::UTTERANCE),
                        ))
        });
        Words::new(start, end.unwrap_or(words.end()))
    }
}

fn is_period(word: &str) -> bool {
    matches!(word, "night" | "week" | "month" | "year" | "morning" | "evening" | "afternoon")
}
