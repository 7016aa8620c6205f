/// What ends a paragraph, and with it a sentence.
///
/// A blank line always does. The question is what a single line break means, and
/// files differ: in some every line is a paragraph, in others lines were broken
/// at a margin.
///
/// # Example
///
/// ```
/// use sayso_sentence::{Config, Paragraphs, SentenceSegmenter};
///
/// let text = "Storm hits coast\nBy Ann Lee\nThe storm came on Monday.";
/// let count = |paragraphs| {
///     let config = Config::new().paragraphs(paragraphs);
///     SentenceSegmenter::with_config(config).sentences(text).count()
/// };
/// assert_eq!(count(Paragraphs::Detect), 3);
/// assert_eq!(count(Paragraphs::EveryLine), 3);
/// assert_eq!(count(Paragraphs::BlankLine), 1);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Paragraphs {
    /// Decided for each document: lines are [wrapped](Paragraphs::Wrapped) if most
    /// of them are full. Otherwise every line is a paragraph, but where a line
    /// without a final mark is followed by one that begins in lower case.
    #[default]
    Detect,
    /// A blank line. A single line break is no more than a space.
    BlankLine,
    /// Every line break.
    EveryLine,
    /// A blank line, or a line break where the next word had room in the line, as
    /// after a headline; other line breaks join what was broken at the margin.
    Wrapped,
}
