/// Knobs of a [`Tokenizer`](crate::Tokenizer).
///
/// # Example
///
/// This example shows the words of a text as they stand, not as Universal
/// Dependencies takes them apart.
///
/// ```
/// use sayso_token::{Config, Tokenizer};
///
/// let text = "They can't find Mr. Obama's well-known letter.";
/// let tokenizer = Tokenizer::with_config(Config::new().split_clitics(false).split_hyphens(false));
/// let tokens: Vec<&str> = tokenizer.tokens(text).map(|token| &text[token.span]).collect();
/// assert_eq!(tokens, ["They", "can't", "find", "Mr.", "Obama's", "well-known", "letter", "."]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Config {
    pub(crate) split_clitics: bool,
    pub(crate) split_hyphens: bool,
}

impl Config {
    /// Returns the default configuration: the words of Universal Dependencies.
    pub const fn new() -> Config {
        Config { split_clitics: true, split_hyphens: true }
    }

    /// Whether `don't` is `do` and `n't`, `Clinton's` is `Clinton` and `'s`, and
    /// `cannot` is `can` and `not`. The default is yes; otherwise each is one
    /// token, as Universal Dependencies has its surface tokens.
    #[must_use]
    pub const fn split_clitics(self, yes: bool) -> Config {
        Config { split_clitics: yes, ..self }
    }

    /// Whether `well-known` is three tokens. The default is yes, except after
    /// prefixes such as `non-` and `co-`; otherwise it is one token.
    #[must_use]
    pub const fn split_hyphens(self, yes: bool) -> Config {
        Config { split_hyphens: yes, ..self }
    }
}

impl Default for Config {
    fn default() -> Config {
        Config::new()
    }
}
