//! Conversion to code points of a span for every word of the text.

use criterion::{Criterion, criterion_group, criterion_main};
use sayso_span::{CharOffsets, Span};

/// Counts the words whose span is shorter in code points than in bytes: those
/// that are not ASCII.
fn wider_words(text: &str) -> usize {
    let offsets = CharOffsets::new(text);
    let mut start = 0;
    let words = text.split_inclusive(' ').map(|word| {
        let span = Span::new(start, start + word.len());
        start = span.end();
        span
    });
    words.filter(|&span| offsets.to_chars(span).len() < span.len()).count()
}

fn chars(criterion: &mut Criterion) {
    sayso_bench::bench(criterion, "span", [2, 12, 5835, 0], wider_words);
}

criterion_group!(benches, chars);
criterion_main!(benches);
