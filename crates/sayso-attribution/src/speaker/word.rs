use super::vocabulary::Term;

/// A word or a mark.
///
/// There is one for every token, so that its size tells in that of the whole:
/// what is the same wherever a word stands is in the
/// [`Vocabulary`](super::vocabulary::Vocabulary).
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The first of its tokens.
    token: u32,
    pub(super) term: Term,
    sentence: u32,
    /// How many tokens it has.
    tokens: u16,
    pub(super) kind: WordKind,
    /// Bits of [`trait_of`].
    traits: u8,
}

/// What a [`Word`] is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum WordKind {
    /// It has a letter or a digit.
    Word,
    /// A clitic with its apostrophe: `'s`, `n't`.
    Clitic,
    /// `,`
    Comma,
    /// Any bracket.
    Bracket,
    /// A dash, or two hyphens.
    Dash,
    /// Any quotation mark.
    Quote,
    /// Another mark.
    Mark,
}

/// The bits of [`Word::traits`].
mod trait_of {
    pub(super) const CAPITAL: u8 = 1;
    pub(super) const CAPITALS: u8 = 2;
    pub(super) const QUOTED: u8 = 4;
    pub(super) const NAME: u8 = 8;
}

impl Word {
    /// Reads a word of so many tokens by its looks.
    pub(super) fn new(
        raw: &str,
        token: usize,
        tokens: usize,
        term: Term,
        sentence: usize,
    ) -> Word {
        let first = raw.chars().next().unwrap_or(' ');
        let mut traits = 0;
        if first.is_uppercase() {
            traits |= trait_of::CAPITAL;
            traits |= if is_capitals(raw) { trait_of::CAPITALS } else { 0 };
        }
        Word {
            token: token as u32,
            term,
            sentence: sentence as u32,
            tokens: tokens as u16,
            kind: kind(raw, first),
            traits,
        }
    }

    /// The same word in another place, where it is one token.
    #[inline]
    pub(super) fn again(self, token: usize, sentence: usize) -> Word {
        Word { token: token as u32, sentence: sentence as u32, ..self }
    }

    /// The first and the last of its tokens.
    #[inline]
    pub(super) fn tokens(self) -> (usize, usize) {
        let first = self.token as usize;
        (first, first + usize::from(self.tokens) - 1)
    }

    /// The number of its sentence.
    #[inline]
    pub(super) fn sentence(self) -> usize {
        self.sentence as usize
    }

    /// Whether it starts with a capital.
    #[inline]
    pub(super) fn is_capital(self) -> bool {
        self.traits & trait_of::CAPITAL != 0
    }

    /// Whether it has two letters or more, all of them capitals.
    #[inline]
    pub(super) fn is_capitals(self) -> bool {
        self.traits & trait_of::CAPITALS != 0
    }

    /// Whether it lies in a quotation that is speech.
    #[inline]
    pub(super) fn is_quoted(self) -> bool {
        self.traits & trait_of::QUOTED != 0
    }

    /// Whether it is (a part of) a name: see
    /// [`mark_names`](super::names::mark_names).
    #[inline]
    pub(super) fn is_name(self) -> bool {
        self.traits & trait_of::NAME != 0
    }

    /// Notes that it lies in a quotation.
    pub(super) fn set_quoted(&mut self) {
        self.traits |= trait_of::QUOTED;
    }

    /// Notes that it is part of a name.
    pub(super) fn set_name(&mut self) {
        self.traits |= trait_of::NAME;
    }
}

fn is_capitals(raw: &str) -> bool {
    let mut letters = raw.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}

fn kind(raw: &str, first: char) -> WordKind {
    match first {
        'n' | 'N' if matches!(raw.len(), 3 | 5) && raw[1..].starts_with(['\'', '’']) => {
            WordKind::Clitic
        }
        '\'' | '’' if raw.chars().nth(1).is_some_and(char::is_alphabetic) => WordKind::Clitic,
        ',' => WordKind::Comma,
        '(' | ')' | '[' | ']' | '{' | '}' => WordKind::Bracket,
        '–' | '—' | '―' | '-' => WordKind::Dash,
        '"' | '\'' | '`' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹'
        | '›' => WordKind::Quote,
        _ if first.is_alphanumeric() => WordKind::Word,
        _ if raw.chars().any(char::is_alphanumeric) => WordKind::Word,
        _ => WordKind::Mark,
    }
}
