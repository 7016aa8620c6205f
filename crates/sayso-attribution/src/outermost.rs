//! Quotations that lie in no other.

use alloc::vec::Vec;
use core::ops::Range;

use sayso_span::Span;

use crate::{Input, Quoted};

/// What a token is to the outermost quotations.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Role {
    /// It is in none.
    Plain,
    /// It is in one.
    Quoted,
    /// It is a mark of one.
    Mark,
}

/// Returns the quotations that lie in no other, in order.
pub(crate) fn outermost(quotations: &[Quoted]) -> impl Iterator<Item = &Quoted> {
    let mut end = 0;
    quotations.iter().filter(move |quoted| {
        let free = quoted.span.start() >= end;
        if free {
            end = quoted.span.end();
        }
        free
    })
}

/// Returns what each token is to them.
pub(crate) fn roles(input: Input<'_>) -> Vec<Role> {
    let mut roles = alloc::vec![Role::Plain; input.tokens.len()];
    for quoted in outermost(input.quotations) {
        for at in tokens_in(input.tokens, quoted.span) {
            let inside = quoted.inner.covers(input.tokens[at]);
            roles[at] = if inside { Role::Quoted } else { Role::Mark };
        }
    }
    roles
}

/// Returns the tokens that start in a span.
pub(crate) fn tokens_in(tokens: &[Span], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|token| token.start() < span.start());
    let count = tokens[start..].partition_point(|token| token.start() < span.end());
    start..start + count
}
