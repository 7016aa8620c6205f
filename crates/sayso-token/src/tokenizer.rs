use sayso_span::Span;

use crate::{
    Config, Token, address::Addresses, class::Class, mark, number, source::Source, wide::Wide,
    word,
};

/// Splits text into tokens.
///
/// # Example
///
/// ```
/// use sayso_token::Tokenizer;
///
/// let text = "“We don’t know,” said Mr. Smith.";
/// let tokens: Vec<&str> = Tokenizer::new().tokens(text).map(|t| &text[t.span]).collect();
/// assert_eq!(tokens, ["“", "We", "do", "n’t", "know", ",", "”", "said", "Mr.", "Smith", "."]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Tokenizer {
    config: Config,
}

impl Tokenizer {
    /// Returns a tokenizer with the default configuration.
    pub const fn new() -> Tokenizer {
        Tokenizer::with_config(Config::new())
    }

    /// Returns a tokenizer with the given configuration.
    pub const fn with_config(config: Config) -> Tokenizer {
        Tokenizer { config }
    }

    /// Returns the tokens of the text, in order.
    pub fn tokens<'t>(&self, text: &'t str) -> Tokens<'t> {
        Tokens {
            source: Source { text },
            at: 0,
            addresses: Addresses::default(),
            config: self.config,
        }
    }
}

/// The tokens of a text, in order.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    source: Source<'t>,
    at: usize,
    addresses: Addresses,
    config: Config,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let source = self.source;
        loop {
            let start = self.at;
            let &byte = source.text.as_bytes().get(start)?;
            let (end, kind) = match Class::of(byte) {
                Class::Space => {
                    self.at += 1;
                    continue;
                }
                Class::Letter => word::word(source, start, self.config, &mut self.addresses),
                Class::Digit => number::number(source, start, self.config, &mut self.addresses),
                Class::Mark => mark::ascii(source, start, self.config, &mut self.addresses),
                Class::Wide => {
                    let c = source.char(start);
                    match Wide::of(c) {
                        Wide::Space => {
                            self.at += c.len_utf8();
                            continue;
                        }
                        Wide::Extend | Wide::Mark => mark::other(source, start),
                        _ => word::word(source, start, self.config, &mut self.addresses),
                    }
                }
            };
            // Marks belong to what they stand on, be it a bracket.
            let end = source.extended(end);
            debug_assert!(end > start, "a token is not empty");
            self.at = end;
            return Some(Token { span: Span::new(start, end), kind });
        }
    }
}

impl core::iter::FusedIterator for Tokens<'_> {}
