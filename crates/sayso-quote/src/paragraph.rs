use alloc::vec::Vec;

use sayso_span::Span;

use crate::candidate::Candidate;

/// A paragraph, and the marks in it. An empty one stands for the end of the text.
#[derive(Debug)]
pub(crate) struct Paragraph {
    /// Where it is, without white space at its ends.
    pub(crate) span: Span,
    pub(crate) marks: Vec<Candidate>,
}

impl Paragraph {
    pub(crate) fn new() -> Paragraph {
        // Few have more.
        Paragraph { span: Span::default(), marks: Vec::with_capacity(16) }
    }
}
