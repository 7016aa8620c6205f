//! The same articles through other tokenizers, in one process, so that the ratios
//! hold whatever the machine.
//!
//! The text is the training part of PolNeAR, repeated to 20 MB, where it can be
//! found, and else the example article. Each tokenizer counts what it finds, once
//! without storing anything and once with the spans collected.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use icu_segmenter::{WordSegmenter, options::WordBreakInvariantOptions};
use sayso_span::Span;
use sayso_token::Tokenizer;
use unicode_segmentation::UnicodeSegmentation;

const BYTES: usize = 20_000_000;

fn peers(criterion: &mut Criterion) {
    let articles = sayso_bench::articles(BYTES);
    let bytes: usize = articles.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("token-peers");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(bytes as u64));
    let mut time = |name: &str, tokens: &dyn Fn(&str) -> usize| {
        let all = || articles.iter().map(|text| tokens(black_box(text))).sum::<usize>();
        assert!(all() >= articles.len(), "{name} finds tokens");
        group.bench_function(name, |b| b.iter(all));
    };

    let tokenizer = Tokenizer::new();
    time("count/sayso", &|text| tokenizer.tokens(text).count());
    let icu = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    time("count/icu_segmenter", &|text| icu.segment_str(text).count());
    time("count/unicode-segmentation", &|text| text.split_word_bounds().count());

    time("collect/sayso", &|text| {
        tokenizer.tokens(text).map(|token| token.span).collect::<Vec<_>>().len()
    });
    time("collect/icu_segmenter", &|text| {
        let mut spans = Vec::new();
        let mut segments = icu.segment_str(text);
        let mut start = segments.next().unwrap_or(0);
        for end in segments {
            // As a tokenizer has it, without the spaces between.
            if !text[start..end].starts_with(' ') {
                spans.push(Span::new(start, end));
            }
            start = end;
        }
        spans.len()
    });
    // A bound: the cost of reading every byte once.
    time("utf-8-validation", &|text| {
        usize::from(std::str::from_utf8(black_box(text.as_bytes())).is_ok())
    });
    group.finish();
}

criterion_group!(benches, peers);
criterion_main!(benches);
