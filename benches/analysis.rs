//! The whole way, from a text to its attributions.

use criterion::{Criterion, criterion_group, criterion_main};
use sayso::Analyzer;

fn attributions(criterion: &mut Criterion) {
    let analyzer = Analyzer::new();
    let count = |text: &str| analyzer.analyze(text).attributions.len();
    sayso_bench::bench(criterion, "analysis", [1, 11, 4455, 0], count);
}

criterion_group!(benches, attributions);
criterion_main!(benches);
