//! The laws hold what they should hold, and let go what they should not.

use sayso_span::Span;
use sayso_test::{laws, locate, locate_all};

fn breaks(law: impl FnOnce() + std::panic::UnwindSafe) -> bool {
    std::panic::catch_unwind(law).is_err()
}

fn spans<const N: usize>(pairs: [(usize, usize); N]) -> [Span; N] {
    pairs.map(|(start, end)| Span::new(start, end))
}

#[test]
fn tiles() {
    laws::tile("ab c\n", spans([(0, 1), (1, 2), (3, 4)]));
    laws::tile(" \u{a0}", []);
    assert!(breaks(|| laws::tile("ab c", spans([(0, 2)]))), "a letter is left out");
    assert!(breaks(|| laws::tile("ab", spans([(0, 2), (1, 2)]))), "two overlap");
    assert!(breaks(|| laws::tile("a b", spans([(0, 2), (2, 3)]))), "one is not trimmed");
    assert!(breaks(|| laws::tile("ab", spans([(0, 2), (2, 2)]))), "one is empty");
    assert!(breaks(|| laws::tile("é", spans([(0, 1), (1, 2)]))), "a character is cut");
}

#[test]
fn nests() {
    laws::nest(spans([(0, 9), (0, 4), (4, 9), (5, 6), (9, 9)]));
    assert!(breaks(|| laws::nest(spans([(0, 5), (4, 9)]))), "two cross");
    assert!(breaks(|| laws::nest(spans([(1, 2), (0, 9)]))), "the outer one comes late");
}

#[test]
fn pieces_are_counted_and_follow() {
    assert_eq!(locate("no #1 no", "#1"), Ok(Span::new(3, 5)));
    assert_eq!(locate("no, no", "no#2"), Ok(Span::new(4, 6)));
    assert_eq!(locate("---", "--#2"), Ok(Span::new(1, 3)));
    assert!(locate("no, no", "no#3").is_err() && locate("no", "").is_err());
    assert_eq!(locate_all("éa a", ["a", "a"]), Ok(spans([(2, 3), (4, 5)]).to_vec()));
    assert!(locate_all("ab", ["b", "a"]).is_err());
}
