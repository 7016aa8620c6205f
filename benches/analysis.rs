//! The whole way, from a text to its attributions, in news and in texts on which
//! careless code is slow. The check of the text's encoding is what time is
//! compared with.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sayso::{Analyzer, attribution::Model};

fn attributions(criterion: &mut Criterion) {
    let analyzer = Analyzer::new();
    let count = |text: &str| analyzer.analyze(text).attributions.len();
    sayso_bench::bench(criterion, "analysis", [1, 12, 5177, 0], count);
}

fn pathological(criterion: &mut Criterion) {
    const PIECES: [(&str, &str, usize, usize); 9] = [
        ("cues", "he said it rained; ", 10_000, 10_000),
        ("according", "it rained, according to the mayor; ", 6_000, 2_999),
        ("interrupted", "“no,” he said, ", 10_000, 9_994),
        ("one-word-quotations", "“no” ", 10_000, 0),
        ("one-of-many", "one said it, ", 10_000, 10_000),
        ("views", "In Hale's view, it was late. ", 6_000, 6_000),
        ("coordinated", "and added, ", 15_000, 0),
        ("sentence", "the mayor of Leeds and the council went ", 128_000, 0),
        ("turns", "A: b\n\n", 20_000, 20_000),
    ];
    let analyzer = Analyzer::new();
    let mut group = criterion.benchmark_group("analysis/pathological");
    group.sample_size(10);
    for (name, piece, times, expected) in PIECES {
        let text = piece.repeat(times);
        let count = || analyzer.analyze(black_box(&text)).attributions.len();
        assert_eq!(count(), expected, "{name}");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(count));
    }
    group.finish();
}

fn model(criterion: &mut Criterion) {
    let load = || Model::from_bytes(black_box(sayso_attribution_en::MODEL)).is_ok();
    criterion.bench_function("analysis/model", |b| b.iter(load));
    let text = sayso_test::news::text(500_000, 1);
    let mut group = criterion.benchmark_group("analysis/utf-8");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("news/huge", |b| {
        b.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok());
    });
    group.finish();
}

criterion_group!(benches, attributions, pathological, model);
criterion_main!(benches);
