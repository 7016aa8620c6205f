use sayso_span::Span;

use super::{lexicon::Classes, vocabulary::Term};

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) term: Term,
    pub(super) classes: Classes,
    pub(super) sentence: usize,
    pub(super) kind: WordKind,
    /// It starts with a capital.
    pub(super) capital: bool,
    /// It has two letters or more, all of them capitals.
    pub(super) capitals: bool,
    /// It lies in a quotation that is speech.
    pub(super) quoted: bool,
    /// It is (a part of) a name: see [`mark_names`](super::names::mark_names).
    pub(super) name: bool,
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

impl Word {
    /// Reads a word by its looks.
    pub(super) fn new(
        raw: &str,
        span: Span,
        term: Term,
        classes: Classes,
        sentence: usize,
    ) -> Word {
        let first = raw.chars().next().unwrap_or(' ');
        let capital = first.is_uppercase();
        Word {
            span,
            term,
            classes,
            sentence,
            kind: kind(raw, first),
            capital,
            capitals: capital && is_capitals(raw),
            quoted: false,
            name: false,
        }
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
        _ if first.is_alphanumeric() => WordKind::Word,
        '\'' | '’' if raw.chars().nth(1).is_some_and(char::is_alphabetic) => WordKind::Clitic,
        ',' => WordKind::Comma,
        '(' | ')' | '[' | ']' | '{' | '}' => WordKind::Bracket,
        '–' | '—' | '―' | '-' => WordKind::Dash,
        '"' | '\'' | '`' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹'
        | '›' => WordKind::Quote,
        _ if raw.chars().any(char::is_alphanumeric) => WordKind::Word,
        _ => WordKind::Mark,
    }
}
