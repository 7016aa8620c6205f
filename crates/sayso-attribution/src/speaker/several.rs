//! Sources that name several: `A, B and C`, `firms, including Acme`.

use alloc::vec::Vec;

use super::{figure::FigureId, mention::Kind, resolver::Resolver, word::WordKind, words::Words};

impl Resolver<'_> {
    /// The parts of `A, B and C`, or the whole if it is not that.
    pub(super) fn coordinated(&self, words: Words) -> Vec<Words> {
        let whole = alloc::vec![words];
        let and = (words.start() + 1..words.end().saturating_sub(1)).find(|&index| {
            self.article.folded(&self.article.words[index]) == "and"
                && self.mention_at(index).is_none()
        });
        let Some(and) = and else { return whole };
        let left = Words::new(words.start(), and);
        let right = Words::new(and + 1, words.end());
        let next = &self.article.words[and + 1];
        let his = matches!(self.article.folded(next), "his" | "her" | "its" | "other" | "their");
        if !(his || self.names_at_head(right)) {
            return whole;
        }
        // The comma before `and`, and those before it.
        let mut parts = Vec::new();
        let mut end = and;
        while end > left.start() && self.article.words[end - 1].kind == WordKind::Comma {
            end -= 1;
        }
        let mut start = end;
        while start > left.start() {
            start -= 1;
            let word = &self.article.words[start];
            if word.kind == WordKind::Comma && self.mention_at(start).is_none() {
                let piece = Words::new(start + 1, end);
                if piece.is_empty() || !self.is_name(piece) {
                    break;
                }
                parts.push(piece);
                end = start;
            }
        }
        let first = Words::new(left.start(), end);
        let plain = self.article.slice(first).iter().all(|word| word.kind != WordKind::Comma);
        let fits = if his {
            // `the nominee and his aides`
            plain && (self.names_at_head(first) || self.is_definite(self.head(first)))
        } else {
            self.names_at_head(first) || self.surname_at_start(first).is_some()
        };
        if !fits {
            return whole;
        }
        parts.push(first);
        parts.reverse();
        parts.extend(self.coordinated(right));
        parts
    }

    /// The person whose surname opens a sentence, where a word of another sort would have a
    /// capital too: `May and Trump hope to end strike`.
    pub(super) fn surname_at_start(&self, words: Words) -> Option<FigureId> {
        let [word] = self.article.slice(words) else { return None };
        let opens = self.article.sentences[word.sentence()].words.start() == words.start();
        if !opens || !word.is_capital() || self.mention_at(words.start()).is_some() {
            return None;
        }
        self.figures.iter().position(|figure| {
            let terms = figure.full_terms();
            figure.kind == Kind::Person && terms.len() > 1 && terms.last() == Some(&word.term)
        })
    }

    /// Whether the phrase is a name, and nothing more than a title before it.
    pub(super) fn is_name(&self, words: Words) -> bool {
        // `Jane Doe (D-Ohio)`
        let bracket = (words.start()..words.end())
            .find(|&index| self.article.words[index].kind == WordKind::Bracket);
        let name = Words::new(words.start(), bracket.unwrap_or(words.end()));
        self.mention_at(words.start()).is_some_and(|mention| mention.run == name)
    }

    /// `critics like Senators Hale and Lee`: these speak.
    pub(super) fn like(&self, words: Words) -> Option<Words> {
        let head = self.head(words);
        let plural = !head.is_empty() && self.is_plural(head.end() - 1);
        let like = (head.end()..words.end().saturating_sub(1)).find(|&index| {
            let before = index.checked_sub(1).map(|before| &self.article.words[before]);
            match self.article.folded(&self.article.words[index]) {
                "like" => true,
                "as" => before.is_some_and(|word| self.article.folded(word) == "such"),
                _ => false,
            }
        });
        let like = like.filter(|_| plural && self.mention_at(head.end() - 1).is_none())?;
        let names = self.trimmed(Words::new(like + 1, words.end()));
        let person = self.mention_at(self.head(names).end().checked_sub(1)?)?.kind == Kind::Person;
        person.then_some(names)
    }

    /// `mining companies, including Acme`: both speak.
    pub(super) fn including(&self, words: Words) -> (Words, Option<Words>) {
        let at = (words.start() + 1..words.end().saturating_sub(1))
            .find(|&index| self.article.folded(&self.article.words[index]) == "including");
        match at {
            Some(at) if self.names_at_head(self.trimmed(Words::new(at + 1, words.end()))) => (
                self.trimmed(Words::new(words.start(), at)),
                Some(self.trimmed(Words::new(at + 1, words.end()))),
            ),
            _ => (words, None),
        }
    }
}
