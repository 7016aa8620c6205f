use crate::{Config, Sentence, SentenceEnd};

/// Splits text into sentences.
#[derive(Clone, Debug, Default)]
pub struct SentenceSegmenter {
    _config: Config,
}

impl SentenceSegmenter {
    /// Returns a segmenter with the default configuration.
    pub fn new() -> SentenceSegmenter {
        SentenceSegmenter::with_config(Config::default())
    }

    /// Returns a segmenter with the given configuration.
    pub fn with_config(config: Config) -> SentenceSegmenter {
        SentenceSegmenter { _config: config }
    }

    /// Returns the sentences of the text, in order.
    pub fn sentences<'t>(&self, text: &'t str) -> Sentences<'t> {
        Sentences { text, lines: text.split_inclusive("\n\n"), at: 0 }
    }
}

/// The sentences of a text, in order.
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    lines: core::str::SplitInclusive<'t, &'static str>,
    at: usize,
}

impl Iterator for Sentences<'_> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        loop {
            let line = self.lines.next()?;
            let span = sayso_span::Span::new(self.at, self.at + line.len()).trim(self.text);
            self.at += line.len();
            if !span.is_empty() {
                return Some(Sentence { span, end: SentenceEnd::Paragraph });
            }
        }
    }
}
