//! The same articles through other segmenters, in one process, so that the ratios
//! hold whatever the machine.
//!
//! The text is the training part of PolNeAR, repeated to 20 MB, where it can be
//! found, and else the example article. Every segmenter collects its spans.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use icu_segmenter::{SentenceSegmenter as Icu, options::SentenceBreakInvariantOptions};
use sayso_sentence::SentenceSegmenter;
use sayso_span::Span;
use unicode_segmentation::UnicodeSegmentation;

const BYTES: usize = 20_000_000;

fn peers(criterion: &mut Criterion) {
    let articles = sayso_bench::articles(BYTES);
    let bytes: usize = articles.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("sentence-peers");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(bytes as u64));
    let mut time = |name: &str, sentences: &dyn Fn(&str) -> Vec<Span>| {
        let all = || articles.iter().map(|text| sentences(black_box(text)).len()).sum::<usize>();
        assert!(all() > articles.len(), "{name} finds sentences");
        group.bench_function(name, |b| b.iter(all));
    };
    let segmenter = SentenceSegmenter::new();
    time("sayso", &|text| segmenter.sentences(text).map(|sentence| sentence.span).collect());
    let icu = Icu::new(SentenceBreakInvariantOptions::default());
    time("icu_segmenter", &|text| {
        let mut start = 0;
        let ends = icu.segment_str(text).skip(1);
        ends.map(|end| Span::new(std::mem::replace(&mut start, end), end)).collect()
    });
    time("unicode-segmentation", &|text| {
        let pieces = text.split_sentence_bound_indices();
        pieces.map(|(start, piece)| Span::new(start, start + piece.len())).collect()
    });
    // A bound: the cost of reading every byte once.
    time("utf-8-validation", &|text| {
        let valid = std::str::from_utf8(black_box(text.as_bytes())).is_ok();
        vec![Span::empty(usize::from(valid)); 2]
    });
    group.finish();
}

criterion_group!(benches, peers);
criterion_main!(benches);
