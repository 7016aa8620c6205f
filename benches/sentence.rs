//! Sentences of news, and of texts on which a careless segmenter is slow.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sayso_sentence::{Config, Paragraphs, SentenceSegmenter};

fn news(criterion: &mut Criterion) {
    let segmenter = SentenceSegmenter::new();
    let count = |text: &str| segmenter.sentences(text).count();
    sayso_bench::bench(criterion, "sentence", [1, 0, 0, 1], count);
}

/// A megabyte of one piece each, in every configuration. A time that grew with
/// the square of the length would be hours.
fn pathological(criterion: &mut Criterion) {
    const PIECES: [(&str, &str, usize); 20] = [
        ("quotes", "\"", 0),
        ("periods", ".", 0),
        ("letters", "a.", 0),
        ("initials", "A. ", 0),
        ("brackets", "(", 0),
        ("word", "a", 0),
        ("emoji", "😀", 0),
        ("marks", "e\u{301}", 0),
        ("lines", "\n", 0),
        ("short-lines", "a\n", 0),
        ("full-lines", "one two three four five six seven eight nine ten\n", 0),
        ("unclosed", "“a b. ", 0),
        ("titles", "Mr. ", 0),
        ("items", "1) ", 0),
        ("ended-items", "1) a. ", 0),
        ("spaced-quotes", ". \" ", 0),
        ("spaced-periods", ". ", 0),
        ("ellipses", "a. ... ", 0),
        ("notes", ".[1] ", 0),
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
