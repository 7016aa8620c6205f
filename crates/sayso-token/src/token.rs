use sayso_span::Span;

/// A word, number, punctuation mark or the like.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Token {
    /// Where it stands, in bytes: its text is `&text[token.span]`.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// Returns the token of a kind at a span: for those who keep the two apart.
    pub fn new(span: impl Into<Span>, kind: TokenKind) -> Token {
        Token { span: span.into(), kind }
    }
}

/// What a [`Token`] is, by its looks alone.
///
/// # Example
///
/// ```
/// use sayso_token::{TokenKind, Tokenizer};
///
/// let text = "Visit example.org!";
/// let url = Tokenizer::new().tokens(text).find(|token| token.kind == TokenKind::Url).unwrap();
/// assert_eq!(&text[url.span], "example.org");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum TokenKind {
    /// A word, or a part of one such as `n't`. It has a letter or digit.
    Word,
    /// A number, with its separators: `1,234.5`, `4:00`, `9/11`, `20th`, `½`.
    Number,
    /// A punctuation mark or a run of one, quotation marks included.
    Punctuation,
    /// A currency sign (`$`, `US$`), mathematical sign or other symbol, and
    /// control characters.
    Symbol,
    /// A web address, with or without scheme; also the name of a file or
    /// newsgroup.
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
