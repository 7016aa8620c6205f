use core::iter::FusedIterator;

use sayso_span::Span;

use crate::{
    Config, Sentence, SentenceEnd, chars, credit,
    layout::{Gap, Layout},
    mark::Mark,
    marker::Marker,
    quotation::Quotations,
    rules,
};

/// Splits text into sentences.
///
/// It is built once and used for any number of texts, from any number of threads.
///
/// # Method
///
/// Rules decide about each candidate, and tables of words inform them: which
/// abbreviations stand before a name (`Sen.`) and which at the end of something
/// (`p.m.`), which words with a capital can only begin a sentence (`The`), which
/// verbs report speech. The classes of abbreviations go back to those of Grefenstette
/// and Tapanainen, *What is a word, what is a sentence?* (1994).
///
/// # Example
///
/// ```
/// use sayso_sentence::SentenceSegmenter;
///
/// let text = "He met Mr. Odum. Nobody saw it.";
/// let spans: Vec<_> = SentenceSegmenter::new().sentences(text).map(|s| s.span).collect();
/// assert_eq!(spans, [0..16, 17..31]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct SentenceSegmenter {
    config: Config,
}

impl SentenceSegmenter {
    /// Returns a segmenter with the default configuration.
    pub fn new() -> SentenceSegmenter {
        SentenceSegmenter::with_config(Config::default())
    }

    /// Returns a segmenter with the given configuration.
    pub fn with_config(config: Config) -> SentenceSegmenter {
        SentenceSegmenter { config }
    }

    /// Returns the sentences of the text, in order.
    ///
    /// # Guarantees
    ///
    /// The sentences are disjoint, none is empty or has white space at its ends, and
    /// nothing but white space lies outside them.
    ///
    /// # Complexity
    ///
    /// Time is linear in the length of the text, whatever the text, and nothing is
    /// allocated. The text is read once, and again if it has single line breaks whose
    /// meaning must be [detected](crate::Paragraphs::Detect).
    pub fn sentences<'t>(&self, text: &'t str) -> Sentences<'t> {
        let quotations = self.config.whole_quotations.then(Quotations::default);
        Sentences { text, at: 0, layout: Layout::of(self.config.paragraphs, text), quotations }
    }
}

/// The sentences of a text, in order.
///
/// Made by [`SentenceSegmenter::sentences`]. Each is found when it is asked for, so that
/// a caller who wants the first one does not pay for the rest.
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    /// Where the search for the next sentence begins.
    at: usize,
    layout: Layout,
    /// Quotations that are kept whole, if they are.
    quotations: Option<Quotations>,
}

impl Iterator for Sentences<'_> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        let text = self.text;
        let start = Gap::at(text, self.at).end;
        if start == text.len() {
            return None;
        }
        let (end, why) = match Marker::read(text, start) {
            None => self.end(start, start, text.len()),
            Some(marker) => {
                let item = marker.next_item(text);
                match self.end(start, marker.end, item.unwrap_or(text.len())) {
                    (end, SentenceEnd::Text) if item == Some(end) => (end, SentenceEnd::ListItem),
                    found => found,
                }
            }
        };
        self.at = end;
        Some(Sentence { span: Span::new(start, end).trim(text), end: why })
    }
}

impl FusedIterator for Sentences<'_> {}

impl Sentences<'_> {
    /// Finds the end of the sentence that begins at `start`, not before `from` and
    /// not after `limit`.
    #[inline]
    fn end(&mut self, start: usize, mut from: usize, limit: usize) -> (usize, SentenceEnd) {
        let text = self.text;
        while let Some(stop) = chars::next_stop(text, from, limit) {
            let c = chars::at(text, stop).unwrap_or_default();
            if chars::is_final(c) {
                let mark = Mark::read(text, stop);
                from = mark.end;
                let whole = self.quotations.as_mut();
                if whole.is_some_and(|whole| whole.cover(text, &mut self.layout, mark.end)) {
                    continue;
                }
                if let Some(why) = rules::judge(text, &mut self.layout, start, mark) {
                    return (mark.end, why);
                }
            } else if chars::is_line_break(c) {
                let gap = Gap::at(text, stop);
                from = gap.end;
                if gap.end == text.len() {
                    return (stop, SentenceEnd::Text);
                }
                if self.layout.parts(text, gap) {
                    return (stop, SentenceEnd::Paragraph);
                }
            } else if c == ':' {
                from = stop + 1;
                if let Some(end) = credit::before(text, start, stop) {
                    return (end, SentenceEnd::Credit);
                }
            } else {
                from = stop + c.len_utf8();
            }
        }
        (limit, SentenceEnd::Text)
    }
}
