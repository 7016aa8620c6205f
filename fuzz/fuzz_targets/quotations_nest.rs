#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_quote::{Quotation, quotations};
use sayso_span::Span;
use sayso_test::laws;

fn quoted(q: &Quotation) -> laws::Quoted<'static> {
    laws::Quoted {
        span: q.span,
        inner: q.inner,
        depth: q.depth,
        parent: q.parent,
        chain: q.chain,
        open: q.open.map(|mark| mark.as_str()),
        close: q.close.map(|mark| mark.as_str()),
    }
}

fn is_mark(c: char) -> bool {
    "\"'`‘’‚‛“”„‟«»‹›「」『』〝〞〟＂＇<,".contains(c)
}

fuzz_target!(|text: &str| {
    let list: Vec<_> = quotations(text).iter().map(quoted).collect();
    laws::quoted(text, &list);
    let (clear, expected) = laws::rewritten(text, &list, is_mark);
    let again: Vec<Span> = quotations(&clear).iter().map(|q| q.span).collect();
    assert_eq!(again, expected, "rewritten to {clear:?}");
});
