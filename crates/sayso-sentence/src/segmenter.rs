use sayso_span::Span;

use crate::{
    Config, Sentence, SentenceEnd, chars,
    layout::{Gap, Layout},
    mark::Mark,
    quotation::Quotations,
    rules,
};

/// Splits text into sentences.
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
    pub fn sentences<'t>(&self, text: &'t str) -> Sentences<'t> {
        let quotations = self.config.whole_quotations.then(Quotations::default);
        Sentences { text, at: 0, layout: Layout::of(text, self.config.paragraphs), quotations }
    }
}

/// The sentences of a text, in order.
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
        let mut from = start;
        let (end, why) = loop {
            let Some(stop) = chars::next_stop(text, from) else {
                break (text.len(), SentenceEnd::Text);
            };
            let c = chars::at(text, stop).unwrap_or_default();
            if chars::is_final(c) {
                let mark = Mark::read(text, stop);
                let whole = self.quotations.as_mut();
                if whole.is_some_and(|whole| whole.cover(text, self.layout, mark.end)) {
                    from = mark.end;
                    continue;
                }
                if let Some(why) = rules::judge(text, self.layout, start, mark) {
                    break (mark.end, why);
                }
                from = mark.end;
            } else if chars::is_line_break(c) {
                let gap = Gap::at(text, stop);
                if gap.end == text.len() {
                    break (stop, SentenceEnd::Text);
                }
                if self.layout.parts(text, gap) {
                    break (stop, SentenceEnd::Paragraph);
                }
                from = gap.end;
            } else {
                from = stop + c.len_utf8();
            }
        };
        self.at = end;
        Some(Sentence { span: Span::new(start, end).trim(text), end: why })
    }
}
