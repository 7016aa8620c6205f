//! Tokens of news, and of texts on which a careless tokenizer is slow.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sayso_token::Tokenizer;

fn count(text: &str) -> usize {
    Tokenizer::new().tokens(text).count()
}

fn news(criterion: &mut Criterion) {
    sayso_bench::bench(criterion, "token", [16, 222, 103_355, 1], count);
}

/// A megabyte of one piece each. A time that grew with the square of the
/// length would not be endured.
fn pathological(criterion: &mut Criterion) {
    const PIECES: [(&str, &str, usize); 16] = [
        ("periods", ".", 1),
        ("letters", "a.", 1),
        ("labels", "ab.", 2),
        ("sentences", "Ab.", 699_050),
        ("brackets", "(", 1 << 20),
        ("word", "a", 1),
        ("hyphens", "a-", (1 << 20) - 1),
        ("apostrophes", "a'", 2),
        ("emoji", "😀", 1 << 18),
        ("joined-emoji", "👩\u{200D}", 1),
        ("marks", "e\u{301}", 1),
        ("marks-alone", "\u{301}", 1),
        ("ideographs", "漢", 349_525),
        ("addresses", "a@", 1 << 19),
        ("telephone", "1-", 1 << 20),
        ("spaces", " ", 0),
    ];
    let mut group = criterion.benchmark_group("token/pathological");
    group.sample_size(10);
    for (name, piece, expected) in PIECES {
        let text = piece.repeat((1 << 20) / piece.len());
        assert_eq!(count(&text), expected, "{name}");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| count(black_box(&text))));
    }
    group.finish();
}

criterion_group!(benches, news, pathological);
criterion_main!(benches);
