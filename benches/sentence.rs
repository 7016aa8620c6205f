//! Sentences of news, and of texts on which a careless segmenter is slow.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sayso_sentence::{Config, Paragraphs, SentenceSegmenter};

fn news(criterion: &mut Criterion) {
    let segmenter = SentenceSegmenter::new();
    let count = |text: &str| segmenter.sentences(text).count();
    sayso_bench::bench(criterion, "sentence", [1, 11, 5_855, 1], count);
}

/// A megabyte of one piece each, in every configuration. A time that grew with
/// the square of the length would not be endured.
fn pathological(criterion: &mut Criterion) {
    const PIECES: [(&str, &str, usize); 20] = [
        ("quotes", "\"", 1),
        ("periods", ".", 1),
        ("letters", "a.", 1),
        ("initials", "A. ", 174_763),
        ("brackets", "(", 1),
        ("word", "a", 1),
        ("emoji", "😀", 1),
        ("marks", "e\u{301}", 1),
        ("lines", "\n", 0),
        ("short-lines", "a\n", 1),
        ("full-lines", "one two three four five six seven eight nine ten\n", 1),
        ("unclosed", "“a b. ", 1),
        ("titles", "Mr. ", 1),
        ("items", "1) ", 349_525),
        ("ended-items", "1) a. ", 174_762),
        ("spaced-quotes", ". \" ", 262_069),
        ("spaced-periods", ". ", 1),
        ("ellipses", "a. ... ", 149_796),
        ("notes", ".[1] ", 104_858),
        ("spaces", " ", 0),
    ];
    let mut group = criterion.benchmark_group("sentence/pathological");
    group.sample_size(10);
    for (name, piece, expected) in PIECES {
        let text = piece.repeat((1 << 20) / piece.len());
        let count =
            |text: &str, config| SentenceSegmenter::with_config(config).sentences(text).count();
        assert_eq!(count(&text, Config::new()), expected, "{name}");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| count(black_box(&text), Config::new())));
        let config = Config::new().paragraphs(Paragraphs::Wrapped).whole_quotations(true);
        group.bench_function(format!("{name}/whole"), |b| {
            b.iter(|| count(black_box(&text), config))
        });
    }
    group.finish();
}

criterion_group!(benches, news, pathological);
criterion_main!(benches);
