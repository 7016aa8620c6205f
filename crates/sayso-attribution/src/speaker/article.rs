use alloc::{string::String, vec::Vec};

use sayso_span::Span;

use super::{
    lexicon::Classes,
    vocabulary::{Term, Vocabulary},
    word::{Word, WordKind},
};
use crate::{Input, spellings::Spellings};

/// The text as words that know their sentence, paragraph and quotation.
///
/// Spans of words are spans of indices here; [`Article::span`] makes bytes of
/// them.
pub(super) struct Article<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
    pub(super) sentences: Vec<Sentence>,
    terms: Vocabulary,
}

/// A sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// Its words.
    pub(super) words: Span,
    pub(super) paragraph: usize,
    /// Most of its words are capitalized, as in many headlines.
    pub(super) title_case: bool,
}

impl<'a> Article<'a> {
    pub(super) fn new(input: Input<'a>, spellings: &Spellings) -> Article<'a> {
        let mut article = Article {
            text: input.text,
            words: Vec::with_capacity(input.tokens.len()),
            sentences: sentences(input.text, input.sentences),
            terms: Vocabulary::default(),
        };
        article.read_words(input, spellings);
        article.mark_quoted(input);
        for index in 0..article.sentences.len() {
            article.sentences[index].title_case = article.is_title_case(index);
        }
        article
    }

    fn read_words(&mut self, input: Input<'_>, spellings: &Spellings) {
        let mut known: Vec<Option<Term>> = alloc::vec![None; spellings.len()];
        let (mut at, mut sentence) = (0, 0);
        while at < input.tokens.len() {
            let count = joined(input.text, &input.tokens[at..]);
            let span = input.tokens[at].hull(input.tokens[at + count - 1]);
            let known = (count == 1).then(|| &mut known[spellings.of(at)]);
            at += count;
            while input.sentences.get(sentence + 1).is_some_and(|s| s.start() <= span.start()) {
                sentence += 1;
            }
            let raw = &input.text[span];
            let term = match known {
                Some(known) => *known.get_or_insert_with(|| self.terms.term(raw)),
                None => self.terms.term(raw),
            };
            let index = self.words.len();
            let word = Word::new(raw, span, term, self.terms.classes(term), sentence);
            if !word.capital {
                self.terms.set_lower_case(term);
            }
            self.words.push(word);
            let words = &mut self.sentences[sentence].words;
            *words = if words.is_empty() {
                (index..index + 1).into()
            } else {
                words.hull(index..index + 1)
            };
        }
    }

    fn mark_quoted(&mut self, input: Input<'_>) {
        let mut end = 0;
        let mut quotations = input.quotations.iter().filter(|q| q.speech >= 0.5).peekable();
        for word in &mut self.words {
            while let Some(q) = quotations.next_if(|q| q.span.start() <= word.span.start()) {
                end = end.max(q.span.end());
            }
            word.quoted = word.span.start() < end;
        }
    }

    /// At least four words of four letters or more, 7 of 10 capitalized, and no more
    /// than 1 of 10 in lower case that says something: a sentence with many names
    /// has its verb in lower case.
    fn is_title_case(&self, sentence: usize) -> bool {
        let (mut count, mut capital, mut lower) = (0, 0, 0);
        for word in self.slice(self.sentences[sentence].words) {
            if word.kind == WordKind::Word && word.span.len() >= 4 {
                count += 1;
                capital += usize::from(word.capital);
                lower += usize::from(!word.capital && !word.classes.any(Classes::FUNCTION));
            }
        }
        count >= 4 && capital * 10 >= count * 7 && lower * 10 <= count
    }

    /// The word at an index, or `None` outside the text.
    pub(super) fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// Words.
    pub(super) fn slice(&self, words: Span) -> &[Word] {
        &self.words[words.range()]
    }

    /// The word before an index, in the same sentence.
    pub(super) fn before(&self, index: usize) -> Option<&Word> {
        let before = self.words.get(index.checked_sub(1)?)?;
        (self.words.get(index)?.sentence == before.sentence).then_some(before)
    }

    /// The word at an index, if it is in the same sentence as the one before.
    pub(super) fn after(&self, index: usize) -> Option<&Word> {
        let word = self.words.get(index)?;
        let before = self.words.get(index.checked_sub(1)?)?;
        (word.sentence == before.sentence).then_some(word)
    }

    /// The folded text of a word.
    pub(super) fn folded(&self, word: &Word) -> &str {
        self.term(word.term)
    }

    /// The folded text of a term.
    pub(super) fn term(&self, term: Term) -> &str {
        self.terms.text(term)
    }

    /// The distinct words.
    pub(super) fn terms(&self) -> &Vocabulary {
        &self.terms
    }

    /// Changes the word lists that terms are in.
    pub(super) fn set_classes(&mut self, changes: impl Iterator<Item = (Term, Classes)>) {
        for (term, classes) in changes {
            self.terms.set_classes(term, classes);
        }
        for word in &mut self.words {
            word.classes = self.terms.classes(word.term);
        }
    }

    /// Notes that a term occurs with a capital where that tells something.
    pub(super) fn set_capitalized(&mut self, term: Term) {
        self.terms.set_capitalized(term);
    }

    /// The text of a word as it stands.
    pub(super) fn raw(&self, word: &Word) -> &'a str {
        &self.text[word.span]
    }

    pub(super) fn paragraph(&self, index: usize) -> usize {
        self.sentences[self.words[index].sentence].paragraph
    }

    /// The bytes of a span of words that is not empty.
    pub(super) fn span(&self, words: Span) -> Span {
        self.words[words.start()].span.hull(self.words[words.end() - 1].span)
    }

    /// The words that start in a span of bytes.
    pub(super) fn words_in(&self, bytes: Span) -> Span {
        let start = self.words.partition_point(|word| word.span.end() <= bytes.start());
        let end = self.words.partition_point(|word| word.span.start() < bytes.end());
        Span::new(start, end.max(start))
    }

    /// The text of a span of words on one line.
    pub(super) fn line(&self, words: Span) -> String {
        let mut line = String::new();
        if words.is_empty() {
            return line;
        }
        for piece in self.text[self.span(words)].split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(piece);
        }
        line
    }
}

/// The sentences, without their words yet, each in its paragraph. There is at
/// least one.
fn sentences(text: &str, spans: &[Span]) -> Vec<Sentence> {
    // A single line break ends a paragraph unless lines are wrapped: then there
    // are more of them inside sentences than between.
    let breaks = |from: usize, to: usize| text[from..to].bytes().filter(|&b| b == b'\n').count();
    let inside: usize = spans.iter().map(|s| breaks(s.start(), s.end())).sum();
    let gaps = spans.windows(2).map(|pair| breaks(pair[0].end(), pair[1].start()));
    let single = gaps.clone().filter(|&count| count == 1).count();
    let needed = if inside > single { 2 } else { 1 };
    let mut paragraph = 0;
    let mut all = Vec::with_capacity(spans.len().max(1));
    let new = |paragraph| Sentence { words: Span::empty(0), paragraph, title_case: false };
    all.push(new(0));
    for count in gaps {
        paragraph += usize::from(count >= needed);
        all.push(new(paragraph));
    }
    all
}

/// How many tokens make one word here: those on both sides of a hyphen, `&` or
/// `@` without a space.
fn joined(text: &str, tokens: &[Span]) -> usize {
    let mut count = 1;
    while let [last, joint, next, ..] = tokens[count - 1..] {
        let touching = last.end() == joint.start() && joint.end() == next.start();
        if !touching
            || !matches!(&text[joint], "-" | "\u{2010}" | "\u{2011}" | "&" | "@")
            || !text[last].ends_with(char::is_alphanumeric)
            || !text[next].starts_with(char::is_alphanumeric)
        {
            break;
        }
        count += 2;
    }
    count
}
