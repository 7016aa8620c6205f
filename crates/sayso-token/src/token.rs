use sayso_span::Span;

/// A word, number, punctuation mark or the like.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a [`Token`] is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum TokenKind {
    /// A word, or a part of one such as `n't`.
    Word,
    /// Digits, with their separators and signs.
    Number,
    /// A punctuation mark or a run of them, quotation marks included.
    Punctuation,
    /// A currency sign, mathematical sign or other symbol.
    Symbol,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A word with `#` before it.
    Hashtag,
    /// A name with `@` before it.
    Handle,
    /// An emoji or emoticon.
    Emoji,
}
