//! The quotations of a text; beside it, what it costs to validate the text as
//! UTF-8, as a measure of the machine: finding quotations is to take no more than
//! eight times as long. And texts that invite quadratic time, where the time for a
//! megabyte must be twice that for half of one.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sayso::quote::QuotationFinder;

fn news(criterion: &mut Criterion) {
    let finder = QuotationFinder::new();
    let count = |text: &str| finder.quotations(text).len();
    sayso_bench::bench(criterion, "quote", [1, 7, 3200, 1], count);
    let mut group = criterion.benchmark_group("quote/utf8");
    let news = sayso_test::news::text(500_000, 1);
    group.throughput(Throughput::Bytes(news.len() as u64));
    group.bench_function("news/huge", |b| {
        b.iter(|| std::str::from_utf8(black_box(news.as_bytes())).is_ok());
    });
    group.finish();
}

/// Articles one by one: real ones, where they can be found.
fn articles(criterion: &mut Criterion) {
    let finder = QuotationFinder::new();
    let articles = sayso_bench::articles(500_000);
    let count = |article: &String| finder.quotations(black_box(article)).len();
    let valid = |article: &String| std::str::from_utf8(black_box(article.as_bytes())).is_ok();
    assert!(articles.iter().map(count).sum::<usize>() > articles.len());
    let bytes = articles.iter().map(String::len).sum::<usize>();
    let mut group = criterion.benchmark_group("quote");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("articles", |b| b.iter(|| articles.iter().map(count).sum::<usize>()));
    group.bench_function("utf8/articles", |b| b.iter(|| articles.iter().all(valid)));
    group.finish();
}

fn pathological(criterion: &mut Criterion) {
    let finder = QuotationFinder::new();
    let mut group = criterion.benchmark_group("quote/pathological");
    group.sample_size(10);
    let units = [
        ("straight", "\""),
        ("apostrophes", "'"),
        ("opening", "“"),
        ("alternating", "\"'"),
        ("turned", "”‘"),
        ("spaced", "\" ' “ ”"),
        ("unclosed", "“No.\n\n"),
        ("deep", "“no ‘no "),
        ("reported", "\", said he, "),
    ];
    for (name, unit) in units {
        for (size, bytes) in [("half", 1 << 19), ("whole", 1 << 20)] {
            let text = unit.repeat(bytes / unit.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(format!("{name}/{size}"), |b| {
                b.iter(|| finder.quotations(black_box(&text)).len());
            });
        }
    }
    group.finish();
}

criterion_group!(benches, news, articles, pathological);
criterion_main!(benches);
