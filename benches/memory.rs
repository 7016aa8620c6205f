//! How much memory an analysis takes at its peak, in bytes for each byte of the
//! text, with the result and without the model: a figure, not a time. It fails
//! where it is more than it was.
#![allow(unsafe_code)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

use sayso::Analyzer;
use sayso_test::news;

/// Counts what is allocated.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: all is left to the allocator of the system, and the counters are
// atomic and allocate nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Relaxed) + layout.size();
        PEAK.fetch_max(now, Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}

fn main() {
    let analyzer = Analyzer::new();
    for (name, text, most) in [
        ("article", news::ARTICLE.to_string(), 50.0),
        ("news/huge", news::text(1_000_000, 1), 35.0),
        ("pathological/cues", "he said that ".repeat(20_000), 150.0),
        ("pathological/words", "the mayor of Leeds and ".repeat(50_000), 55.0),
    ] {
        let before = NOW.load(Relaxed);
        PEAK.store(before, Relaxed);
        let analysis = analyzer.analyze(&text);
        let times = |bytes: usize| (bytes - before) as f64 / text.len() as f64;
        let (peak, result) = (times(PEAK.load(Relaxed)), times(NOW.load(Relaxed)));
        drop(analysis);
        println!("memory/{name}: {peak:.1} bytes a byte at the peak, {result:.1} in the result");
        assert!(peak <= most, "{name}: {peak:.1} bytes for each byte of the text");
    }
}
