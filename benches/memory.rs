//! How much memory an analysis takes at its peak, in bytes for each byte of the
//! text, with the result and without the model: a figure, not a time. It fails
//! where it is more than it was.

use peak_alloc::PeakAlloc;
use sayso::Analyzer;
use sayso_test::news;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

fn main() {
    let analyzer = Analyzer::new();
    for (name, text, most) in [
        ("article", news::ARTICLE.to_string(), 20.0),
        ("news/huge", news::text(1_000_000, 1), 20.0),
        ("pathological/cues", "he said that ".repeat(20_000), 150.0),
        ("pathological/words", "the mayor of Leeds and ".repeat(50_000), 45.0),
    ] {
        let before = ALLOCATOR.current_usage();
        ALLOCATOR.reset_peak_usage();
        let analysis = analyzer.analyze(&text);
        let times = |bytes: usize| (bytes - before) as f64 / text.len() as f64;
        let (peak, result) = (times(ALLOCATOR.peak_usage()), times(ALLOCATOR.current_usage()));
        drop(analysis);
        println!("memory/{name}: {peak:.1} bytes a byte at the peak, {result:.1} in the result");
        assert!(peak <= most, "{name}: {peak:.1} bytes for each byte of the text");
    }
}
