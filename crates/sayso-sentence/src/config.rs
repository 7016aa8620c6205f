/// Knobs of a [`SentenceSegmenter`](crate::SentenceSegmenter).
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {}

/// What ends a paragraph, and with it a sentence.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Paragraphs {
    /// Decided for each document.
    #[default]
    Detect,
    /// A blank line.
    BlankLine,
    /// Every line break.
    EveryLine,
}
