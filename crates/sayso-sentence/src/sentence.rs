use sayso_span::Span;

/// A sentence.
///
/// # Guarantees
///
/// The span lies inside the text and on its character boundaries, so that
/// `&text[sentence.span]` does not panic. It is not empty, and has no white space
/// at its ends.
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
///
/// A final mark is named even where a paragraph ends with it: the other
/// reasons, `Paragraph` and `Text`, say that there is none, as after a headline
/// or a byline.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum SentenceEnd {
    /// At a period, question mark or exclamation mark, or a run of them, with
    /// the quotation marks, brackets and footnote marks that follow.
    Mark,
    /// At the period of an abbreviation, which is the final mark too.
    Abbreviation,
    /// At an ellipsis.
    Ellipsis,
    /// Before an item of a list that goes on in the same line. There is no final
    /// mark.
    ListItem,
    /// Before the credit of a picture that stands in the same line as its caption.
    /// There is no final mark.
    Credit,
    /// At the end of a paragraph, without a final mark.
    Paragraph,
    /// At the end of the text, without a final mark.
    Text,
}
