use crate::{Config, Token, TokenKind};

/// Splits text into tokens.
#[derive(Clone, Debug, Default)]
pub struct Tokenizer {
    _config: Config,
}

impl Tokenizer {
    /// Returns a tokenizer with the default configuration.
    pub fn new() -> Tokenizer {
        Tokenizer::with_config(Config::default())
    }

    /// Returns a tokenizer with the given configuration.
    pub fn with_config(config: Config) -> Tokenizer {
        Tokenizer { _config: config }
    }

    /// Returns the tokens of the text, in order.
    pub fn tokens<'t>(&self, text: &'t str) -> Tokens<'t> {
        Tokens { words: text.split_whitespace(), text }
    }
}

/// The tokens of a text, in order.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    words: core::str::SplitWhitespace<'t>,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let word = self.words.next()?;
        let start = word.as_ptr() as usize - self.text.as_ptr() as usize;
        Some(Token { span: (start..start + word.len()).into(), kind: TokenKind::Word })
    }
}
