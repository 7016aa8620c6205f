use sayso_span::Span;

use crate::{Mark, Reason, Role};

/// A stretch of text between quotation marks.
///
/// # Guarantees
///
/// Both spans lie inside the text, on character boundaries, and `span` covers
/// `inner`. The text of `span` begins with its opening mark and ends with its
/// closing mark, if it has them.
///
/// # Example
///
/// ```
/// let text = "“They agreed that it is ‘a start’,” she said.";
/// let found = sayso_quote::quotations(text);
/// assert_eq!(&text[found[0].span], "“They agreed that it is ‘a start’,”");
/// assert_eq!(&text[found[1].inner], "a start");
/// assert_eq!((found[1].depth, found[1].parent), (1, Some(0)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Quotation {
    /// Where it stands, with its marks.
    pub span: Span,
    /// What is between the marks, without white space at its ends.
    pub inner: Span,
    /// In how many other quotations it lies.
    pub depth: usize,
    /// The position, in the list of all, of the quotation that it lies in.
    pub parent: Option<usize>,
    /// The number of its chain: quotations of the same chain are one quotation
    /// that goes on over several paragraphs. Chains are numbered from 0, in
    /// order of their first quotation.
    pub chain: usize,
    /// The mark that opens it; `None` if the text lacks one.
    pub open: Option<Mark>,
    /// The mark that closes it; `None` if there is none: the quotation goes on
    /// in the next of its chain, or the text lacks the mark.
    pub close: Option<Mark>,
    /// Whether a mark closes it.
    pub closed: bool,
    /// Whether the text lacks a mark, or has an odd one, so that where the
    /// quotation starts or ends is the least surprising guess. A quotation that
    /// goes on in its chain lacks nothing.
    pub repaired: bool,
    /// What the quotation is for.
    pub role: Role,
    /// How its role was told.
    pub reason: Reason,
    /// How likely it is somebody's words, from 0 (a title, a nickname) to 1.
    pub speech: f32,
}
