use sayso_span::Span;

use crate::{
    Config, Token, TokenKind, address::Addresses, class::Class, letters::Letters, lexicon, mark,
    number, source::Source, wide::Wide, word,
};

/// Splits text into tokens.
///
/// It holds a [`Config`] and nothing else: build it where you need it, or once
/// and share it.
///
/// # Guarantees
///
/// Whatever the text, tokens are in order, disjoint and not empty, have no
/// white space at their ends, lie on character boundaries, and leave nothing
/// but white space outside. No combining mark or part of an emoji is cut off
/// from what it belongs to.
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
    ///
    /// # Complexity
    ///
    /// Takes time linear in the length of the text, whatever it is, and no
    /// memory.
    ///
    /// # Example
    ///
    /// This example shows what tokens are.
    ///
    /// ```
    /// use sayso_token::{TokenKind, Tokenizer};
    ///
    /// let text = "@jane paid $3.50 :-)";
    /// let kinds: Vec<TokenKind> = Tokenizer::new().tokens(text).map(|t| t.kind).collect();
    /// use TokenKind::{Emoji, Handle, Number, Symbol, Word};
    /// assert_eq!(kinds, [Handle, Word, Symbol, Number, Emoji]);
    /// ```
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
///
/// It is made by [`Tokenizer::tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    source: Source<'t>,
    at: usize,
    addresses: Addresses,
    config: Config,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    // Compilers leave it out of line where it is called twice, which makes a
    // loop over tokens a third slower.
    #[inline(always)]
    fn next(&mut self) -> Option<Token> {
        let bytes = self.source.text.as_bytes();
        let mut start = self.at;
        let mut class = Class::of(*bytes.get(start)?);
        while class == Class::Space {
            start += 1;
            let Some(&byte) = bytes.get(start) else {
                self.at = start;
                return None;
            };
            class = Class::of(byte);
        }
        // Nine tokens of ten are letters up to a space, and single marks. That
        // a space follows is asked first, and as a branch: where the next word
        // begins is then predicted instead of waited for.
        if class == Class::Letter {
            let letters = Letters::of(&bytes[start..]);
            let end = start + letters.length;
            if letters.after == b' ' {
                self.at = end + 1;
                return Some(self.letters(start, end, letters.key));
            }
            if Class::ends_word(letters.after) {
                self.at = end;
                return Some(self.letters(start, end, letters.key));
            }
            if letters.after == b'.'
                && self.source.byte(end + 1).is_ascii_whitespace()
                && letters.length > 1
                && (letters.length > 8 || !lexicon::may_be_abbreviation(letters.key))
            {
                self.at = end;
                return Some(self.letters(start, end, letters.key));
            }
        } else if class == Class::Lone {
            let after = self.source.byte(start + 1);
            // More than one double mark may be a line drawn with them.
            if after < 0x80 && (after != b'"' || bytes[start] != b'"') {
                self.at = start + 1 + usize::from(after == b' ');
                let span = Span::new(start, start + 1);
                return Some(Token { span, kind: TokenKind::Punctuation });
            }
        } else if bytes[start] == b'.' && self.source.byte(start + 1).is_ascii_whitespace() {
            self.at = start + 1;
            let span = Span::new(start, start + 1);
            return Some(Token { span, kind: TokenKind::Punctuation });
        }
        self.at = start;
        self.slow_next()
    }
}

impl Tokens<'_> {
    /// The token that consists of the letters from `start` to `end`, or the
    /// first part of them if they are two words written as one.
    #[inline(always)]
    fn letters(&mut self, start: usize, mut end: usize, key: u64) -> Token {
        if self.config.split_clitics && end - start <= 8 {
            if let Some(length) = lexicon::contraction_of(key) {
                end = start + length;
                self.at = end;
            }
        }
        Token { span: Span::new(start, end), kind: TokenKind::Word }
    }

    /// The next token, of any kind.
    #[inline(never)]
    fn slow_next(&mut self) -> Option<Token> {
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
                Class::Lone | Class::Mark => {
                    mark::ascii(source, start, self.config, &mut self.addresses)
                }
                Class::Wide => {
                    let c = source.char(start);
                    match Wide::of(c) {
                        Wide::Space => {
                            self.at += c.len_utf8();
                            continue;
                        }
                        Wide::Extend | Wide::Mark => mark::other(source, start),
                        Wide::Alone if c.is_numeric() => (start + c.len_utf8(), TokenKind::Number),
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
