use sayso_span::Span;

/// A sentence.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Sentence {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Why it ended.
    pub end: SentenceEnd,
}

/// Why a [`Sentence`] ended.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum SentenceEnd {
    /// At a final mark.
    Mark,
    /// At a paragraph break.
    Paragraph,
    /// At the end of the text.
    Text,
}
