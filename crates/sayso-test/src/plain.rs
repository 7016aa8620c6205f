//! Tokens and sentences in the plainest way, for tests of crates that take
//! them as input and cannot know those that find them.
//!
//! They are right for the plain prose of test cases and no more.

use sayso_span::Span;

/// Words before whose full stop no sentence ends.
const ABBREVIATIONS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Sgt", "Prof", "Rev", "St",
    "Jr", "Sr", "Inc", "Corp", "Co", "vs", "No",
];

/// Returns the tokens: words, clitics and marks on their own.
///
/// # Example
///
/// ```
/// let text = "Mr. May's dog isn't here.";
/// let tokens: Vec<_> = sayso_test::plain::tokens(text).iter().map(|&t| &text[t]).collect();
/// assert_eq!(tokens, ["Mr.", "May", "'s", "dog", "is", "n't", "here", "."]);
/// ```
pub fn tokens(text: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if !c.is_alphanumeric() {
            tokens.push(Span::new(start, end));
            continue;
        }
        while let Some(&(at, c)) = chars.peek() {
            let next = text[at + c.len_utf8()..].chars().next();
            let inner = matches!(c, '\'' | '’' | '.' | ',' | '-' | '&' | '@')
                && next.is_some_and(char::is_alphanumeric)
                && (c != ',' || next.is_some_and(|n| n.is_ascii_digit()));
            if !(c.is_alphanumeric() || inner) {
                break;
            }
            chars.next();
            end = at + c.len_utf8();
        }
        let word = &text[start..end];
        let initial = word.chars().count() == 1 && c.is_uppercase();
        if text[end..].starts_with('.')
            && (initial || word.contains('.') || ABBREVIATIONS.contains(&word))
        {
            chars.next();
            end += 1;
        }
        let split = clitic(&text[start..end]);
        if split > 0 {
            tokens.push(Span::new(start, start + split));
        }
        if start + split < end {
            tokens.push(Span::new(start + split, end));
        }
    }
    tokens
}

/// Where the clitic of a word starts.
fn clitic(word: &str) -> usize {
    let ends = [
        "n't", "n’t", "'s", "’s", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m",
    ];
    let end = ends.iter().find(|end| word.len() > end.len() && word.ends_with(*end));
    word.len() - end.map_or(0, |end| end.len())
}

/// Returns the sentences: up to a final mark and its quotation marks, or to a
/// paragraph break.
///
/// # Example
///
/// ```
/// let text = "“No,” said Mr. May. “Never.” He left.\n\nIt rained";
/// let sentences = sayso_test::plain::sentences(text);
/// let found: Vec<_> = sentences.iter().map(|&s| &text[s]).collect();
/// assert_eq!(found, ["“No,” said Mr. May.", "“Never.”", "He left.", "It rained"]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let tokens = tokens(text);
    let mut sentences = Vec::new();
    let mut start = None;
    for (index, &token) in tokens.iter().enumerate() {
        let from = *start.get_or_insert(token.start());
        let next = tokens.get(index + 1);
        let gap = next.map_or("", |next| &text[token.end()..next.start()]);
        let closing = |mark: &str| matches!(mark, "\"" | "”" | "’" | "'" | ")");
        let finals = |mark: &str| matches!(mark, "." | "?" | "!" | "…");
        let before = index.checked_sub(1).map_or("", |before| &text[tokens[before]]);
        let ended = finals(&text[token]) || closing(&text[token]) && finals(before);
        let upper = next.is_some_and(|next| !text[*next].starts_with(char::is_lowercase));
        if next.is_none() || gap.contains("\n\n") || ended && !gap.is_empty() && upper {
            sentences.push(Span::new(from, token.end()));
            start = None;
        }
    }
    sentences
}
