//! What an attributor is given, found in the plainest way.

use sayso_attribution::{Input, Quoted};
use sayso_span::Span;
use sayso_test::plain;

/// Calls `read` with the text and what is in it.
pub(crate) fn analyze<T>(text: &str, read: impl FnOnce(Input<'_>) -> T) -> T {
    let (tokens, sentences) = (plain::tokens(text), plain::sentences(text));
    let quotations = quotations(text);
    read(Input {
        text,
        tokens: &tokens,
        sentences: &sentences,
        quotations: &quotations,
        names: &[],
    })
}

/// Pairs double marks, and single ones inside them. A quotation that is open at the end of its paragraph ends
/// there, and goes on in the next if that starts with a mark.
fn quotations(text: &str) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    let mut start = 0;
    let mut open = false;
    for paragraph in text.split("\n\n") {
        let mut chain = open && paragraph.starts_with(['"', '“']);
        let mut from = None;
        for (at, mark) in paragraph.match_indices(['"', '“', '”']) {
            let at = start + at;
            match from.take() {
                None => from = Some(at),
                Some(from) => {
                    push(&mut found, text, Span::new(from, at + mark.len()), chain);
                    chain = false;
                }
            }
        }
        if let Some(from) = from {
            push(&mut found, text, Span::new(from, start + paragraph.trim_end().len()), chain);
        }
        open = from.is_some();
        start += paragraph.len() + 2;
    }
    found
}

fn push(found: &mut Vec<Quoted>, text: &str, span: Span, goes_on: bool) {
    let last = found.iter().map(|quoted| quoted.chain).max().unwrap_or(0);
    let chain = if goes_on || found.is_empty() { last } else { last + 1 };
    let quotation = |span: Span, depth, chain| {
        let piece = &text[span];
        let after = span.start() + piece.chars().next().map_or(0, char::len_utf8);
        let closed = piece.len() > 3 && piece.ends_with(['"', '”', '’']);
        let mark = piece.chars().next_back().map_or(0, char::len_utf8);
        let before = if closed { span.end() - mark } else { span.end() };
        Quoted { span, inner: Span::new(after.min(before), before), depth, chain, speech: 1.0 }
    };
    let outer = quotation(span, 0, chain);
    found.push(outer);
    let mut from = None;
    let mut next = chain;
    for (at, mark) in text[outer.inner].match_indices(['‘', '’']) {
        let at = outer.inner.start() + at;
        let apostrophe = text[at + mark.len()..].starts_with(char::is_alphanumeric);
        if mark == "‘" {
            from = Some(at);
        } else if let Some(start) = from.filter(|_| !apostrophe) {
            next += 1;
            found.push(quotation(Span::new(start, at + mark.len()), 1, next));
            from = None;
        }
    }
}
