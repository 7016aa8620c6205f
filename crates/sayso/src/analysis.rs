use alloc::vec::Vec;

use crate::{Attribution, Entities, Mention, Quotation, Sentence, Token};

/// What has been found in a text.
///
/// Spans are in bytes, lie inside the text and on its character boundaries:
/// `&text[token.span]` is the token and does not panic. Tokens and sentences are
/// disjoint, and nothing but white space lies outside them.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Analysis {
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Its quotations, in order of their opening marks.
    pub quotations: Vec<Quotation>,
    /// The mentions of the gazetteer's entries, in order.
    pub mentions: Vec<Mention>,
    /// Its attributions, in order of their first span.
    pub attributions: Vec<Attribution>,
    /// Everybody whom it mentions, in order of the first mention.
    pub entities: Entities,
}
