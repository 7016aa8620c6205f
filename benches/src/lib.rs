//! What the benchmarks share: their texts, and how a text is timed.
//!
//! A benchmark is named `crate/corpus/size`. It states what it must find in the
//! text, and asserts that before anything is timed.

pub mod dictionary;

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use sayso_test::{corpora, news};

/// A text to time, and what it is called in the names of benchmarks.
#[derive(Debug)]
pub struct Corpus {
    /// `news/small`, for example.
    pub name: &'static str,
    /// The text.
    pub text: String,
}

/// The texts of every crate: news of three sizes, and a megabyte of quotation
/// marks, on which time must stay linear.
pub fn corpora() -> Vec<Corpus> {
    let news = |name, bytes| Corpus { name, text: news::text(bytes, 1) };
    let tiny = "“We will not wait,” said Ms. May, who left at 4:30 p.m.".to_string();
    vec![
        Corpus { name: "news/tiny", text: tiny },
        news("news/small", 1_000),
        news("news/huge", 500_000),
        Corpus { name: "pathological/quotes", text: "\"".repeat(1 << 20) },
    ]
}

/// Articles of about `bytes` in all, for comparisons with peers: the training
/// part of PolNeAR, again and again, where it can be found, and else articles
/// made from the example.
pub fn articles(bytes: usize) -> Vec<String> {
    let read = corpora::read("polnear/polnear-train.jsonl");
    let articles: Vec<String> = match &read {
        Some(lines) => {
            lines.iter().filter_map(|line| line["text"].as_str()).map(str::to_string).collect()
        }
        None => (0..100).map(|seed| news::text(5_000, seed)).collect(),
    };
    let mut all = 0;
    let enough = |article: &&String| {
        all += article.len();
        all < bytes
    };
    articles.iter().cycle().take_while(enough).cloned().collect()
}

/// Times how many things `count` finds in each text, after asserting that it
/// finds as many as are expected.
///
/// # Panics
///
/// If it finds another number of things.
pub fn bench(
    criterion: &mut Criterion,
    group: &str,
    expected: [usize; 4],
    count: impl Fn(&str) -> usize,
) {
    let mut group = criterion.benchmark_group(group);
    for (corpus, expected) in corpora().iter().zip(expected) {
        assert_eq!(count(&corpus.text), expected, "{}", corpus.name);
        group.throughput(Throughput::Bytes(corpus.text.len() as u64));
        group.bench_function(corpus.name, |b| b.iter(|| count(black_box(&corpus.text))));
    }
    group.finish();
}
