use alloc::{string::String, vec::Vec};

use sayso_span::Span;

use super::{
    lexicon::Classes,
    term_finder::TermFinder,
    vocabulary::{Term, Vocabulary},
    word::{Word, WordKind},
    words::Words,
};
use crate::{Input, spellings::Spellings};

/// The text as words that know their sentence, paragraph and quotation.
///
/// [`Words`] are numbers of words; [`Article::span`] makes bytes of them.
///
/// What is behind four billion tokens, or four gigabytes of distinct words, is
/// not read.
pub(super) struct Article<'a> {
    pub(super) text: &'a str,
    tokens: &'a [Span],
    pub(super) words: Vec<Word>,
    pub(super) sentences: Vec<Sentence>,
    terms: Vocabulary,
}

/// A sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    pub(super) words: Words,
    paragraph: u32,
    /// Most of its words are capitalized, as in many headlines.
    pub(super) title_case: bool,
}

/// A word has at most so many tokens, and is cut behind them.
const MOST_TOKENS: usize = u16::MAX as usize;

impl<'a> Article<'a> {
    pub(super) fn new(input: Input<'a>, spellings: Spellings) -> Article<'a> {
        let mut article = Article {
            text: input.text,
            tokens: &input.tokens[..input.tokens.len().min(u32::MAX as usize)],
            words: Vec::with_capacity(input.tokens.len()),
            sentences: sentences(input.text, input.sentences),
            terms: Vocabulary::with_capacity(spellings.len()),
        };
        article.read_words(input.sentences, &spellings);
        drop(spellings);
        article.terms.shrink();
        article.mark_quoted(input);
        for index in 0..article.sentences.len() {
            article.sentences[index].title_case = article.is_title_case(index);
        }
        article
    }

    fn read_words(&mut self, sentences: &[Span], spellings: &Spellings) {
        let mut finder = TermFinder::new(spellings.len());
        // For each spelling, the first word that has it: the others look the same.
        let mut known: Vec<u32> = alloc::vec![u32::MAX; spellings.len()];
        let (mut at, mut sentence, mut start) = (0, 0, 0);
        while at < self.tokens.len() {
            let count = joined(self.text, &self.tokens[at..]);
            let first = self.tokens[at].start();
            while sentences.get(sentence + 1).is_some_and(|next| next.start() <= first) {
                self.sentences[sentence].words = Words::new(start, self.words.len());
                (sentence, start) = (sentence + 1, self.words.len());
            }
            let known = if count == 1 { known.get_mut(spellings.of(at)) } else { None };
            let same = known.as_ref().and_then(|known| self.words.get(**known as usize));
            let word = match same {
                Some(same) => same.again(at, sentence),
                None => {
                    let raw = &self.text[first..self.tokens[at + count - 1].end()];
                    let Some(term) = finder.term(raw, &mut self.terms) else { break };
                    let word = Word::new(raw, at, count, term, sentence);
                    if !word.is_capital() {
                        self.terms.set_lower_case(term);
                    }
                    if let Some(known) = known {
                        *known = self.words.len() as u32;
                    }
                    word
                }
            };
            self.words.push(word);
            at += count;
        }
        self.sentences[sentence].words = Words::new(start, self.words.len());
    }

    fn mark_quoted(&mut self, input: Input<'_>) {
        let start_of = |word: &Word| self.tokens[word.tokens().0].start();
        let (mut at, mut marked) = (0, 0);
        for quotation in input.quotations.iter().filter(|q| q.speech >= 0.5) {
            at += self.words[at..].partition_point(|w| start_of(w) < quotation.span.start());
            // What lies in another quotation is marked.
            marked = marked.max(at);
            while let Some(word) = self.words.get_mut(marked) {
                if start_of(word) >= quotation.span.end() {
                    break;
                }
                word.set_quoted();
                marked += 1;
            }
        }
    }

    /// At least four words of four letters or more, 7 of 10 capitalized, and no more
    /// than 1 of 10 in lower case that says something: a sentence with many names
    /// has its verb in lower case.
    fn is_title_case(&self, sentence: usize) -> bool {
        let (mut count, mut capital, mut lower) = (0, 0, 0);
        let words = self.slice(self.sentences[sentence].words);
        for word in words {
            if word.kind == WordKind::Word && self.bytes(word).len() >= 4 {
                count += 1;
                capital += usize::from(word.is_capital());
                lower += usize::from(!word.is_capital() && !self.is(word.term, Classes::FUNCTION));
                // Soon true of most sentences.
                if lower * 10 > words.len() {
                    return false;
                }
            }
        }
        count >= 4 && capital * 10 >= count * 7 && lower * 10 <= count
    }

    /// The word at an index, or `None` outside the text.
    pub(super) fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// Words.
    pub(super) fn slice(&self, words: Words) -> &[Word] {
        &self.words[words.range()]
    }

    /// The word before an index, in the same sentence.
    pub(super) fn before(&self, index: usize) -> Option<&Word> {
        let before = self.words.get(index.checked_sub(1)?)?;
        (self.words.get(index)?.sentence() == before.sentence()).then_some(before)
    }

    /// The word at an index, if it is in the same sentence as the one before.
    pub(super) fn after(&self, index: usize) -> Option<&Word> {
        let word = self.words.get(index)?;
        let before = self.words.get(index.checked_sub(1)?)?;
        (word.sentence() == before.sentence()).then_some(word)
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

    /// The word lists that a word is in.
    #[inline]
    pub(super) fn classes(&self, term: Term) -> Classes {
        self.terms.classes(term)
    }

    /// Whether a word is in any of `lists`.
    #[inline]
    pub(super) fn is(&self, term: Term, lists: Classes) -> bool {
        self.terms.classes(term).any(lists)
    }

    /// Changes the word lists that terms are in.
    pub(super) fn set_classes(&mut self, changes: impl Iterator<Item = (Term, Classes)>) {
        for (term, classes) in changes {
            self.terms.set_classes(term, classes);
        }
    }

    /// Notes that a term occurs with a capital where that tells something.
    pub(super) fn set_capitalized(&mut self, term: Term) {
        self.terms.set_capitalized(term);
    }

    /// The text of a word as it stands.
    pub(super) fn raw(&self, word: &Word) -> &'a str {
        &self.text[self.bytes(word)]
    }

    /// The bytes of a word.
    fn bytes(&self, word: &Word) -> Span {
        let (first, last) = word.tokens();
        self.tokens[first].hull(self.tokens[last])
    }

    pub(super) fn paragraph(&self, index: usize) -> usize {
        self.sentences[self.words[index].sentence()].paragraph as usize
    }

    /// The bytes of words, of which there is one at least.
    pub(super) fn span(&self, words: Words) -> Span {
        self.bytes(&self.words[words.start()]).hull(self.bytes(&self.words[words.end() - 1]))
    }

    /// The words that start in a span of bytes.
    pub(super) fn words_in(&self, bytes: Span) -> Words {
        let start = self.words.partition_point(|word| self.bytes(word).end() <= bytes.start());
        self.words_from(start, bytes)
    }

    /// The words that start in a span of bytes, none of which is before a word
    /// that is near.
    pub(super) fn words_from(&self, word: usize, bytes: Span) -> Words {
        let rest = &self.words[word..];
        let start = word + near(rest, |word| self.bytes(word).end() <= bytes.start());
        let rest = &self.words[start..];
        let end = start + near(rest, |word| self.bytes(word).start() < bytes.end());
        Words::new(start, end)
    }

    /// The text of words on one line.
    pub(super) fn line(&self, words: Words) -> String {
        if words.is_empty() {
            return String::new();
        }
        let text = &self.text[self.span(words)];
        let mut before = b' ';
        let is_plain = |byte: u8| {
            let spaces = byte == b' ' && before == b' ';
            before = byte;
            !spaces && (byte == b' ' || byte.is_ascii_graphic())
        };
        // Most are on one already.
        if text.bytes().all(is_plain) {
            return text.into();
        }
        let mut line = String::with_capacity(text.len());
        for piece in text.split_whitespace() {
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
    let gaps = spans.windows(2).map(|pair| breaks(pair[0].end(), pair[1].start()));
    let (between, single) = gaps.clone().fold((0, 0), |(between, single), count| {
        (between + count, single + usize::from(count == 1))
    });
    let all = spans.first().map_or(0, |first| {
        // Sums that do not overflow, which the compiler turns into vector code.
        let line_breaks = |block: &[u8]| block.iter().map(|&b| u8::from(b == b'\n')).sum::<u8>();
        let text = &text.as_bytes()[first.start()..spans[spans.len() - 1].end()];
        text.chunks(usize::from(u8::MAX)).map(|block| usize::from(line_breaks(block))).sum()
    });
    let needed = if all - between > single { 2 } else { 1 };
    let mut paragraph = 0;
    let mut all = Vec::with_capacity(spans.len().max(1));
    let new = |paragraph| Sentence { words: Words::default(), paragraph, title_case: false };
    all.push(new(0));
    for count in gaps {
        paragraph += u32::from(count >= needed);
        all.push(new(paragraph));
    }
    all
}

/// How many words there are before what comes near their start: the time is
/// logarithmic in that.
fn near(words: &[Word], is_before: impl Fn(&Word) -> bool) -> usize {
    let (mut from, mut to) = (0, 2);
    while words.get(to - 1).is_some_and(&is_before) {
        (from, to) = (to, 2 * to);
    }
    from + words[from..to.min(words.len())].partition_point(is_before)
}

/// How many tokens make one word here: those on both sides of a hyphen, `&` or
/// `@` without a space.
fn joined(text: &str, tokens: &[Span]) -> usize {
    let mut count = 1;
    while let [last, joint, next, ..] = tokens[count - 1..] {
        let touching = last.end() == joint.start() && joint.end() == next.start();
        if !touching
            || count + 2 > MOST_TOKENS
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
