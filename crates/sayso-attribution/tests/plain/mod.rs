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

/// Pairs double marks. A quotation that is open at the end of its paragraph ends
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
                    push(&mut found, Span::new(from, at + mark.len()), chain);
                    chain = false;
                }
            }
        }
        if let Some(from) = from {
            push(&mut found, Span::new(from, start + paragraph.trim_end().len()), chain);
        }
        open = from.is_some();
        start += paragraph.len() + 2;
    }
    found
}

fn push(found: &mut Vec<Quoted>, span: Span, goes_on: bool) {
    let last = found.last().map_or(0, |last| last.chain);
    let chain = if goes_on || found.is_empty() { last } else { last + 1 };
    found.push(Quoted { span, inner: span, depth: 0, chain, speech: 1.0 });
}
