//! The gazetteer beside daachorse, with dictionaries of up to a million names.
//!
//! `cargo bench --bench gazetteer_peers` prints a table; `-- 1000 100000` chooses
//! sizes, and `--test` only asserts what is found. Times are those
//! of the thread. The text is searched in pieces of some articles, and of each the
//! best of rounds that take turns counts, so that ratios hold on a machine that
//! does other things too.
//!
//! Filtering an automaton's leftmost-longest matches by word boundary loses
//! matches: a longer one that ends inside a word hides a shorter one that does
//! not. So the peer reports all matches, those that are no words are dropped, and
//! then the leftmost and longest are chosen.

use std::{env, hint::black_box, time::Duration};

use cpu_time::ThreadTime;
use daachorse::DoubleArrayAhoCorasick;
use sayso::gazetteer::{Builder, Case, Config, Gazetteer, Overlap};
use sayso_bench::dictionary;
use sayso_test::{corpora, names::Names, news};

/// Resident and peak heap, counted.
#[global_allocator]
static HEAP: heap::Counting = heap::Counting;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let test = arguments.iter().any(|argument| argument == "--test");
    let mut sizes: Vec<usize> = arguments.iter().filter_map(|a| a.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = if test { vec![1_000] } else { vec![1_000, 100_000, 1_000_000] };
    }
    let text = text(test);
    for size in sizes {
        for case in [Case::Exact, Case::Folded] {
            compare(size, case, &text, test);
        }
    }
}

/// The articles of a corpus, or made-up ones.
fn text(test: bool) -> String {
    if test {
        return news::text(100_000, 1);
    }
    let mut text = String::new();
    for name in ["polnear/polnear-train.jsonl", "polnear/polnear-dev.jsonl"] {
        for document in corpora::read(name).unwrap_or_default() {
            text.push_str(document["text"].as_str().unwrap_or_default());
            text.push_str("\n\n");
        }
    }
    if text.is_empty() { news::text(4_000_000, 1) } else { text }
}

fn compare(size: usize, case: Case, text: &str, test: bool) {
    let names = dictionary::names(size, text);
    println!("\n{size} names, {case:?}; {:.1} MB of text", text.len() as f64 / 1e6);
    let (gazetteer, ours) = heap::measured(|| ours(&names, case));
    let folded: String;
    let (daachorse, theirs, peer_text) = if case == Case::Folded {
        let mut lower: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
        lower.sort();
        lower.dedup();
        folded = text.to_lowercase();
        let (automaton, cost) = heap::measured(|| daachorse(&lower));
        (automaton, cost, folded.as_str())
    } else {
        let (automaton, cost) = heap::measured(|| daachorse(&names));
        (automaton, cost, text)
    };
    println!("  build: {ours}\n  daachorse: {theirs}");
    println!(
        "  build time 1/{:.1}, peak 1/{:.1} of daachorse's",
        theirs.time.as_secs_f64() / ours.time.as_secs_f64(),
        theirs.peak as f64 / ours.peak as f64
    );
    let count = gazetteer.mentions(text).count();
    println!("  {count} mentions; daachorse {}", resolve(&daachorse, peer_text));
    assert!(count > 0, "a dictionary of the text's own names finds some");
    if test || env::var_os("SAYSO_ORACLE").is_some() {
        let mut oracle = Names::default();
        let known = if case == Case::Exact {
            sayso_test::names::Case::Exact
        } else {
            sayso_test::names::Case::Folded
        };
        for (id, name) in names.iter().enumerate() {
            assert!(oracle.add(id as u32, known, name));
        }
        let mut checked = 0;
        for article in text.split("\n\n") {
            let found: Vec<_> = gazetteer
                .mentions(article)
                .map(|m| (m.span, gazetteer.ids(m).map(|id| id.index() as u32).collect()))
                .collect();
            assert_eq!(found, oracle.mentions(article, sayso_test::names::Overlap::Longest));
            checked += found.len();
        }
        println!("  identical to the oracle: {checked} mentions");
    }
    if test {
        return;
    }
    let bytes = gazetteer.to_bytes();
    let [pieces, peer_pieces] = [text, peer_text].map(pieces);
    assert_eq!(pieces.len(), peer_pieces.len());
    let mut best = vec![[Duration::MAX; 3]; pieces.len()];
    let mut read = Duration::MAX;
    for _ in 0..env::var("SAYSO_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(15) {
        // One after the other, so that each finds its own tables near.
        for (best, text) in best.iter_mut().zip(&pieces) {
            best[0] = best[0].min(time(|| gazetteer.mentions(text).count()));
        }
        for (best, text) in best.iter_mut().zip(&peer_pieces) {
            best[1] = best[1].min(time(|| resolve(&daachorse, text)));
        }
        for (best, text) in best.iter_mut().zip(&pieces) {
            let validate = || std::str::from_utf8(black_box(text.as_bytes())).map_or(0, str::len);
            best[2] = best[2].min(time(validate));
        }
        let load = || Gazetteer::from_bytes(black_box(bytes.as_slice())).map_or(0, |g| g.len());
        read = read.min(time(load));
    }
    let best = [0, 1, 2].map(|engine| best.iter().map(|times| times[engine]).sum::<Duration>());
    let speed = |time: Duration| text.len() as f64 / time.as_secs_f64() / 1e6;
    println!(
        "  search: {:.0} MB/s; daachorse {:.0}: {:.2} times; UTF-8 validation {:.0}: 1/{:.1}",
        speed(best[0]),
        speed(best[1]),
        best[1].as_secs_f64() / best[0].as_secs_f64(),
        speed(best[2]),
        best[0].as_secs_f64() / best[2].as_secs_f64()
    );
    println!("  {:.1} MB of bytes, read in {read:?}", bytes.len() as f64 / 1e6);
}

/// Cuts a text between articles, into pieces that take about a quarter of a
/// millisecond.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    for (number, article) in text.split_inclusive("\n\n").enumerate() {
        at += article.len();
        if number % 50 == 49 || at == text.len() {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces
}

fn ours(names: &[String], case: Case) -> Gazetteer {
    let config = Config::new().case(case).overlap(Overlap::Longest);
    let mut builder = Builder::with_config(config);
    for name in names {
        // Without a payload: the peer has none.
        let id = builder.unnamed("", "", "");
        builder.alias(id, name);
    }
    builder.build().expect("the names are in order")
}

fn daachorse(names: &[String]) -> DoubleArrayAhoCorasick<u32> {
    DoubleArrayAhoCorasick::new(names).expect("the names are in order")
}

/// Counts the leftmost-longest of the matches that are words.
fn resolve(automaton: &DoubleArrayAhoCorasick<u32>, text: &str) -> usize {
    let mut valid: Vec<(usize, usize)> = Vec::new();
    for m in automaton.find_overlapping_iter(text) {
        let (start, end) = (m.start(), m.end());
        if edge(text, start) && edge(text, end) {
            valid.push((start, end));
        }
    }
    valid.sort_unstable_by_key(|&(start, end)| (start, std::cmp::Reverse(end)));
    let (mut count, mut floor) = (0, 0);
    for (start, end) in valid {
        if start >= floor {
            floor = end;
            count += 1;
        }
    }
    count
}

/// A boundary in the simplest sense: a word on one side at most.
fn edge(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let left = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
    let right = at < bytes.len() && bytes[at].is_ascii_alphanumeric();
    !(left && right)
}

fn time(work: impl Fn() -> usize) -> Duration {
    let start = ThreadTime::now();
    black_box(work());
    start.elapsed()
}

/// A count of the bytes that are allocated.
mod heap {
    #![allow(unsafe_code, reason = "an allocator cannot be written without")]

    use std::{
        alloc::{GlobalAlloc, Layout, System},
        fmt,
        sync::atomic::{AtomicUsize, Ordering::Relaxed},
        time::Duration,
    };

    use cpu_time::ThreadTime;

    static NOW: AtomicUsize = AtomicUsize::new(0);
    static PEAK: AtomicUsize = AtomicUsize::new(0);

    pub struct Counting;

    // SAFETY: everything is left to the allocator of the system.
    unsafe impl GlobalAlloc for Counting {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            let now = NOW.fetch_add(layout.size(), Relaxed) + layout.size();
            PEAK.fetch_max(now, Relaxed);
            // SAFETY: the caller keeps the same promise.
            unsafe { System.alloc(layout) }
        }

        unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
            NOW.fetch_sub(layout.size(), Relaxed);
            // SAFETY: the caller keeps the same promise.
            unsafe { System.dealloc(at, layout) }
        }
    }

    /// What building has cost.
    pub struct Cost {
        pub time: Duration,
        pub resident: usize,
        pub peak: usize,
    }

    impl fmt::Display for Cost {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let [resident, peak] = [self.resident, self.peak].map(|bytes| bytes as f64 / 1e6);
            write!(f, "{:.3} s, {resident:.1} MB (peak {peak:.1})", self.time.as_secs_f64())
        }
    }

    pub fn measured<T>(build: impl FnOnce() -> T) -> (T, Cost) {
        let before = NOW.load(Relaxed);
        PEAK.store(before, Relaxed);
        let start = ThreadTime::now();
        let built = build();
        let time = start.elapsed();
        let resident = NOW.load(Relaxed) - before;
        (built, Cost { time, resident, peak: PEAK.load(Relaxed) - before })
    }
}
