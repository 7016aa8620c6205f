//! How much memory an analysis takes. This is a program of its own with one test,
//! since all that it allocates is counted.
#![cfg(all(feature = "compiled-data", feature = "news"))]

use peak_alloc::PeakAlloc;
use sayso::Analyzer;
use sayso_test::news;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The bytes at the peak for each byte of the text, beyond what there was before.
fn factor(analyzer: &Analyzer, text: &str) -> f64 {
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    let analysis = analyzer.analyze(text);
    assert!(!analysis.attributions.is_empty());
    (ALLOCATOR.peak_usage() - before) as f64 / text.len() as f64
}

#[test]
fn an_analysis_takes_no_more_than_twenty_times_the_text() {
    let analyzer = Analyzer::new();
    for (name, text) in [
        ("an article", news::ARTICLE.to_string()),
        ("a long article", news::text(10_000, 1)),
        ("news", news::text(200_000, 2)),
    ] {
        let factor = factor(&analyzer, &text);
        assert!(factor <= 20.0, "{name} of {} bytes: {factor:.1} times", text.len());
    }
}
