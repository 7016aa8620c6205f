//! Conversion of a span to code points for every word of the text.

use criterion::{Criterion, criterion_group, criterion_main};
use sayso_span::{CharOffsets, Span};

fn chars(criterion: &mut Criterion) {
    let words = |text: &str| {
        let offsets = CharOffsets::new(text);
        let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        let ends = text.split(' ').map(|word| Span::new(0, start(word) + word.len()));
        ends.map(|span| offsets.to_chars(span).end()).max().unwrap_or(0)
    };
    sayso_bench::bench(criterion, "span", [51, 1021, 493_000, 1 << 20], words);
}

criterion_group!(benches, chars);
criterion_main!(benches);
