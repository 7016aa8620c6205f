use alloc::vec::Vec;
use core::ops::Range;

use super::{
    classes::Classes,
    tagger::Tagger,
    word::{Ends, Quote, Word},
};
use crate::{Input, spellings::Spellings};

/// A text as the model reads it: words in sentences in paragraphs.
///
/// Each token of the text is a word, so that their numbers are the same.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its words, in order.
    pub words: Vec<Word>,
    /// Its sentences, in order; together they have all words.
    pub sentences: Vec<Sentence>,
}

/// A sentence of a [`Reading`].
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its words, by their numbers.
    pub words: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// Whether it is the first of its paragraph.
    pub leads: bool,
    /// Whether a quotation mark or quoted word is in it.
    pub quotes: bool,
}

impl Reading {
    /// Reads a text, without parts of speech. Returns the ends of its words
    /// beside it, which are needed to [tag](Reading::tag) them.
    pub fn new(input: Input<'_>, classes: &Classes) -> (Reading, Vec<Ends>) {
        let spellings = Spellings::new(input);
        let (reading, ends) = Reading::with_spellings(input, &spellings, classes);
        let all = (0..reading.words.len()).map(|at| ends[spellings.of(at)]).collect();
        (reading, all)
    }

    /// Tells the parts of speech, given the ends of the words.
    pub fn tag(&mut self, tagger: &Tagger, ends: &[Ends]) {
        for sentence in &self.sentences {
            let range = sentence.words.clone();
            tagger.tag(&mut self.words[range.clone()], &ends[range]);
        }
    }

    /// Reads a text whose spellings have been compared, with parts of speech.
    pub(crate) fn tagged(
        input: Input<'_>,
        spellings: &Spellings,
        classes: &Classes,
        tagger: &Tagger,
    ) -> Reading {
        let (mut reading, known) = Reading::with_spellings(input, spellings, classes);
        let mut ends: Vec<Ends> = Vec::new();
        for sentence in &reading.sentences {
            let range = sentence.words.clone();
            ends.clear();
            ends.extend(range.clone().map(|at| known[spellings.of(at)]));
            tagger.tag(&mut reading.words[range], &ends);
        }
        reading
    }

    /// Reads a text, and returns the ends of each spelling beside it.
    fn with_spellings(
        input: Input<'_>,
        spellings: &Spellings,
        classes: &Classes,
    ) -> (Reading, Vec<Ends>) {
        let read = |token: usize| {
            let (mut word, ends) = Word::with_ends(input.text, input.tokens[token]);
            word.classes = classes.get(word.lower);
            (word, ends)
        };
        let (known, ends): (Vec<Word>, Vec<Ends>) = spellings.samples().map(read).unzip();
        let all = 0..input.tokens.len();
        let mut words: Vec<Word> = all.map(|at| known[spellings.of(at)]).collect();
        mark_quotations(input, &mut words);
        let mut reading = Reading { words, sentences: Vec::with_capacity(input.sentences.len()) };
        reading.split(input);
        (reading, ends)
    }

    /// Returns the words of a sentence.
    pub fn words_of(&self, sentence: usize) -> &[Word] {
        &self.words[self.sentences[sentence].words.clone()]
    }

    /// Returns the number of the sentence that a word is in.
    pub fn sentence_of(&self, word: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.words.end <= word)
    }

    /// Divides the words into sentences and counts paragraphs. A word belongs
    /// to the last sentence that starts before its end.
    fn split(&mut self, input: Input<'_>) {
        // A line break inside a sentence tells that lines are wrapped, and
        // paragraphs then end at blank lines only.
        let wrapped = input.sentences.iter().any(|s| input.text[*s].contains('\n'));
        let (mut from, mut end, mut paragraph) = (0, 0, 0);
        for (number, span) in input.sentences.iter().enumerate() {
            let until = match input.sentences.get(number + 1) {
                None => self.words.len(),
                Some(next) => {
                    let rest = &input.tokens[from..];
                    from + rest.iter().take_while(|token| token.end() <= next.start()).count()
                }
            };
            let gap = input.text.get(end..span.start()).unwrap_or("");
            let breaks = gap.bytes().filter(|b| *b == b'\n').count();
            end = span.end();
            let leads = number == 0 || breaks > usize::from(wrapped);
            paragraph += usize::from(leads);
            if from == until {
                continue;
            }
            // A skipped sentence without words may have begun the paragraph.
            let leads = self.sentences.last().is_none_or(|before| before.paragraph != paragraph);
            let quotes = self.words[from..until].iter().any(|w| w.quote != Quote::Outside);
            self.sentences.push(Sentence { words: from..until, paragraph, leads, quotes });
            from = until;
        }
        if from < self.words.len() {
            // No sentences at all: the text is one.
            self.sentences.push(Sentence {
                words: from..self.words.len(),
                paragraph: paragraph + 1,
                leads: true,
                quotes: true,
            });
        }
    }
}

/// Sets where the words stand to the outermost quotations.
fn mark_quotations(input: Input<'_>, words: &mut [Word]) {
    let mut chain = None;
    let mut at = 0;
    let mut end = 0;
    for quoted in input.quotations {
        if quoted.span.start() < end {
            continue;
        }
        end = quoted.span.end();
        while input.tokens.get(at).is_some_and(|token| token.end() <= quoted.span.start()) {
            at += 1;
        }
        let resumes = chain.replace(quoted.chain) == Some(quoted.chain);
        while let Some(token) = input.tokens.get(at).filter(|token| token.start() < end) {
            let word = &mut words[at];
            word.quote = if token.end() <= quoted.inner.start() {
                word.resumes = resumes;
                Quote::Opening
            } else if token.start() >= quoted.inner.end() {
                Quote::Closing
            } else {
                Quote::Inside
            };
            at += 1;
        }
    }
}
