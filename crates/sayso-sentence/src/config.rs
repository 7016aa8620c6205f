use crate::Paragraphs;

/// Knobs of a [`SentenceSegmenter`](crate::SentenceSegmenter).
///
/// # Example
///
/// ```
/// use sayso_sentence::{Config, Paragraphs, SentenceSegmenter};
///
/// let config = Config::new().whole_quotations(true).paragraphs(Paragraphs::BlankLine);
/// let segmenter = SentenceSegmenter::with_config(config);
/// assert_eq!(segmenter.sentences("“I came. I saw,” he said.").count(), 1);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {
    pub(crate) paragraphs: Paragraphs,
    pub(crate) whole_quotations: bool,
}

impl Config {
    /// Returns the default configuration.
    pub fn new() -> Config {
        Config::default()
    }

    /// What ends a paragraph. By default that is [detected](Paragraphs::Detect)
    /// for each document.
    pub fn paragraphs(mut self, paragraphs: Paragraphs) -> Config {
        self.paragraphs = paragraphs;
        self
    }

    /// Whether a quotation is kept in one sentence, however many sentences are
    /// spoken in it. It is not by default.
    ///
    /// A quotation that is not closed in its paragraph is split all the same,
    /// so that a missing mark costs no more than one paragraph. Single marks,
    /// which cannot be told from apostrophes without reading the text for it,
    /// keep nothing together.
    pub fn whole_quotations(mut self, whole: bool) -> Config {
        self.whole_quotations = whole;
        self
    }
}
