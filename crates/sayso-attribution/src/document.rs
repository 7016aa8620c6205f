use alloc::vec::Vec;
use core::ops::Range;

use sayso_span::Span;

use crate::{
    Input,
    lexicon::Word,
    looks::{Looks, look},
    spellings::Spellings,
    tables::class,
    tag::{self, Tag},
};

/// A quotation below this is no speech: a title, a nickname.
const SPEECH: f32 = 0.5;

/// An [`Input`] in the terms of the rules: numbers of tokens in place of bytes,
/// a tag for each token, and quotations as stretches of tokens.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) text: &'a str,
    tokens: &'a [Span],
    spellings: &'a Spellings,
    /// What the lexicon knows of each spelling.
    words: Vec<Word>,
    tags: Vec<Tag>,
    /// For each token, the number of the quotation it lies in plus one, or 0.
    quote_of: Vec<u32>,
    sentence_of: Vec<u32>,
    /// Outermost quotations that are speech, in order.
    pub(crate) quotes: Vec<Quote>,
    pub(crate) sentences: Vec<Sentence>,
}

/// A quotation that is speech and lies in no other.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    /// Its tokens, with the marks.
    pub(crate) tokens: Range<usize>,
    /// See [`Quoted::chain`](crate::Quoted::chain).
    pub(crate) chain: usize,
}

/// A sentence.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// The number of its paragraph.
    pub(crate) paragraph: usize,
    /// Whether most of its words are capitalized, as in a headline.
    pub(crate) title_case: bool,
}

impl<'a> Document<'a> {
    pub(crate) fn new(input: Input<'a>, spellings: &'a Spellings) -> Document<'a> {
        let Input { text, tokens, .. } = input;
        let mut words = Vec::with_capacity(spellings.len());
        let mut looks = Vec::with_capacity(spellings.len());
        for token in spellings.samples() {
            let token = &text[tokens[token]];
            let word = Word::look_up(token);
            words.push(word);
            looks.push(Looks::new(token, word));
        }
        let mut document = Document {
            text,
            tokens,
            spellings,
            words,
            tags: Vec::with_capacity(tokens.len()),
            quote_of: alloc::vec![0; tokens.len()],
            sentence_of: alloc::vec![0; tokens.len()],
            quotes: Vec::new(),
            sentences: Vec::new(),
        };
        document.find_sentences(input.sentences, &looks);
        document.find_quotes(&input);
        document.find_tags(&looks);
        document
    }

    fn find_sentences(&mut self, sentences: &[Span], looks: &[Looks]) {
        let mut token = 0;
        let mut paragraph = 0;
        let mut end = 0;
        for span in sentences {
            let start = token;
            while self.tokens.get(token).is_some_and(|t| t.start() < span.end()) {
                token += 1;
            }
            if start == token {
                continue;
            }
            if end > 0
                && self.text[end..self.tokens[start].start()].contains(['\n', '\r', '\u{2029}'])
            {
                paragraph += 1;
            }
            end = self.tokens[token - 1].end();
            self.push_sentence(start..token, paragraph, looks);
        }
        // Tokens outside all sentences, if the caller's do not cover the text.
        if token < self.tokens.len() {
            self.push_sentence(token..self.tokens.len(), paragraph + 1, looks);
        }
    }

    fn push_sentence(&mut self, tokens: Range<usize>, paragraph: usize, looks: &[Looks]) {
        let (mut capitals, mut letters) = (0, 0);
        // The first word has a capital in any sentence.
        for token in tokens.start + 1..tokens.end {
            let looks = looks[self.spellings.of(token)];
            letters += usize::from(looks.is(look::LETTER));
            capitals += usize::from(looks.is(look::CAPITAL));
        }
        let title_case = letters >= 4 && capitals * 10 >= letters * 7;
        let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
        self.sentence_of[tokens.clone()].fill(number);
        self.sentences.push(Sentence { tokens, paragraph, title_case });
    }

    fn find_quotes(&mut self, input: &Input<'_>) {
        let mut token = 0;
        for quoted in input.quotations.iter().filter(|q| q.speech >= SPEECH) {
            let covered = self.quotes.last().map_or(0, |quote| quote.tokens.end);
            while self.tokens.get(token).is_some_and(|t| t.end() <= quoted.span.start()) {
                token += 1;
            }
            let start = token.max(covered);
            let rest = self.tokens.get(start..).unwrap_or_default();
            let end = start + rest.partition_point(|t| t.end() <= quoted.span.end());
            // What lies in another quotation starts before the end of that one.
            if token < covered || start == end {
                continue;
            }
            let number = u32::try_from(self.quotes.len() + 1).unwrap_or(u32::MAX);
            self.quote_of[start..end].fill(number);
            self.quotes.push(Quote { tokens: start..end, chain: quoted.chain });
        }
    }

    fn find_tags(&mut self, looks: &[Looks]) {
        let known = |i: usize| (self.words[self.spellings.of(i)], looks[self.spellings.of(i)]);
        for sentence in &self.sentences {
            let Range { start, end } = sentence.tokens;
            let mut before: [Option<Tag>; 2] = [None; 2];
            let mut previous = Looks::default();
            let mut here = known(start);
            for i in start..end {
                let next = if i + 1 < end { known(i + 1) } else { Default::default() };
                // A mark that closes a quotation begins no sentence: `“No,” Will said`.
                let closes =
                    || self.quote_of[i - 1] != 0 && self.quote_of[i - 1] != self.quote_of[i];
                let opens = || {
                    before[0].is_none_or(|tag| tag == Tag::Colon || tag == Tag::Mark && !closes())
                };
                let touch = |a: usize| self.tokens[a].end() == self.tokens[a + 1].start();
                let (word, looks) = here;
                let tag = match looks.always {
                    Some(tag) if !looks.is(look::HYPHEN | look::APOSTROPHE) => tag,
                    _ => tag::guess(tag::Context {
                        word,
                        looks,
                        before,
                        previous,
                        next,
                        joins: looks.is(look::HYPHEN)
                            && (start < i && i + 1 < end)
                            && (touch(i - 1) && touch(i)),
                        capitals_idle: opens() || sentence.title_case,
                    }),
                };
                self.tags.push(tag);
                before = [Some(tag), before[0]];
                (previous, here) = (looks, next);
            }
        }
        self.tags.resize(self.tokens.len(), Tag::Other);
    }

    /// The number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The text of a token, or nothing past the end.
    pub(crate) fn token(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |&token| &self.text[token])
    }

    /// Whether a token is this word, in whatever case.
    #[inline]
    pub(crate) fn is(&self, i: usize, word: &str) -> bool {
        // Most differ in length.
        self.tokens.get(i).is_some_and(|&token| {
            token.len() == word.len() && self.text[token].eq_ignore_ascii_case(word)
        })
    }

    /// Whether a token is one of these words, in whatever case.
    pub(crate) fn is_any(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(i, word))
    }

    /// The tag of a token.
    pub(crate) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Other)
    }

    /// The first of the tokens that has a tag.
    pub(crate) fn first(&self, tokens: Range<usize>, tag: Tag) -> Option<usize> {
        let start = tokens.start;
        self.tags.get(tokens)?.iter().position(|&one| one == tag).map(|at| start + at)
    }

    /// What the lexicon knows of a token.
    pub(crate) fn word(&self, i: usize) -> Word {
        if i < self.len() { self.words[self.spellings.of(i)] } else { Word::default() }
    }

    /// Whether the article has had the word before the token `start`.
    pub(crate) fn is_repeated(&self, i: usize, start: usize) -> bool {
        self.spellings.first(i) < start
    }

    /// Whether a token is of one of the classes.
    pub(crate) fn is_class(&self, i: usize, classes: u32) -> bool {
        self.word(i).is(classes)
    }

    /// Whether a token is in one of the lists.
    pub(crate) fn is_listed(&self, i: usize, lists: u16) -> bool {
        self.word(i).is_listed(lists)
    }

    /// The quotation in which a token lies.
    pub(crate) fn quote(&self, i: usize) -> Option<usize> {
        self.quote_of.get(i).and_then(|&number| (number as usize).checked_sub(1))
    }

    /// The quotations that have one of the tokens, by their numbers.
    pub(crate) fn quotes_in(&self, tokens: &Range<usize>) -> Range<usize> {
        let first = self.quotes.partition_point(|quote| quote.tokens.end <= tokens.start);
        let rest = &self.quotes[first..];
        first..first + rest.partition_point(|quote| quote.tokens.start < tokens.end)
    }

    /// The sentence in which a token lies.
    pub(crate) fn sentence(&self, i: usize) -> usize {
        self.sentence_of.get(i).map_or(0, |&number| number as usize)
    }

    /// The tokens of the sentence in which a token lies.
    pub(crate) fn sentence_tokens(&self, i: usize) -> &Range<usize> {
        &self.sentences[self.sentence(i)].tokens
    }

    /// The paragraph in which a token lies.
    pub(crate) fn paragraph(&self, i: usize) -> usize {
        self.sentences.get(self.sentence(i)).map_or(0, |sentence| sentence.paragraph)
    }

    /// Whether a paragraph begins with a token.
    pub(crate) fn opens_paragraph(&self, i: usize) -> bool {
        i == 0 || self.paragraph(i - 1) != self.paragraph(i)
    }

    /// The token behind the paragraph in which a token lies, a few sentences on at
    /// most.
    pub(crate) fn paragraph_end(&self, i: usize) -> usize {
        let first = self.sentence(i);
        let paragraph = self.paragraph(i);
        let sentences = self.sentences.get(first..).unwrap_or_default().iter();
        let last =
            sentences.take(20).take_while(|sentence| sentence.paragraph == paragraph).last();
        last.map_or(self.len(), |sentence| sentence.tokens.end)
    }

    /// Whether a token is the name of a day or month, or a word like `week`.
    pub(crate) fn is_time(&self, i: usize) -> bool {
        self.is_class(i, class::TIME) && !self.is_any(i, &["may", "march", "sun", "sat", "mar"])
    }

    /// The bytes from the first of the tokens to the last.
    ///
    /// # Panics
    ///
    /// If there are none.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        Span::new(self.tokens[tokens.start].start(), self.tokens[tokens.end - 1].end())
    }
}
