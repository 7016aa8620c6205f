use sayso_span::Span;

/// A stretch of text between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Quotation {
    /// Where it stands, with its marks.
    pub span: Span,
    /// What is between the marks.
    pub inner: Span,
    /// In how many other quotations it lies.
    pub depth: usize,
    /// The position, in the list of all, of the quotation that it lies in.
    pub parent: Option<usize>,
    /// The number of its chain: quotations of the same chain are one quotation
    /// that goes on over several paragraphs.
    pub chain: usize,
    /// Whether a mark closes it.
    pub closed: bool,
}
