#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_quote::quotations;
use sayso_span::Span;
use sayso_test::{as_quoted, laws};

fuzz_target!(|text: &str| {
    let list: Vec<_> = quotations(text).iter().map(|q| as_quoted!(q)).collect();
    laws::quoted(text, &list);
    let (clear, expected) = laws::rewritten(text, &list);
    let again: Vec<Span> = quotations(&clear).iter().map(|q| q.span).collect();
    assert_eq!(again, expected, "rewritten to {clear:?}");
});
