//! Laws: what holds for the spans that an analysis returns, whatever the text.
//!
//! Property tests, fuzz targets and replays of past crashes all call these. A
//! law panics where it is broken and says where.

use sayso_span::Span;

/// Tokens and sentences: in order, disjoint, not empty, without white space at
/// their ends, on character boundaries, and nothing but white space outside.
///
/// # Panics
///
/// If any of it does not hold.
pub fn tile(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        fits(text, span);
        assert!(!span.is_empty(), "{span} is empty");
        assert!(span.start() >= end, "{span} starts before {end}, where the one before it ends");
        let piece = &text[span];
        assert_eq!(piece, piece.trim(), "{span} has white space at an end");
        blank(text, Span::new(end, span.start()));
        end = span.end();
    }
    blank(text, Span::new(end, text.len()));
}

/// A span lies inside the text and cuts no character.
///
/// # Panics
///
/// If it does not.
pub fn fits(text: &str, span: Span) {
    assert!(span.fits(text), "{span} does not fit a text of {} bytes", text.len());
}

/// Any two spans either are disjoint or one covers the other; and a span comes
/// before those that it covers.
///
/// # Panics
///
/// If two spans cross or are out of order.
pub fn nest(spans: impl IntoIterator<Item = Span>) {
    let mut open: Vec<Span> = Vec::new();
    let mut start = 0;
    for span in spans {
        assert!(span.start() >= start, "{span} is out of order");
        start = span.start();
        while open.last().is_some_and(|outer| outer.end() <= span.start()) {
            open.pop();
        }
        if let Some(outer) = open.last() {
            assert!(outer.covers(span), "{span} crosses {outer}");
        }
        open.push(span);
    }
}

/// Spans inside the text, trimmed, not empty, and without a byte in common,
/// in any order.
///
/// # Panics
///
/// If any of it does not hold.
pub fn apart(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut spans: Vec<Span> = spans.into_iter().collect();
    spans.sort_by_key(|span| span.start());
    for &span in &spans {
        fits(text, span);
        assert!(!span.is_empty(), "{span} is empty");
        assert_eq!(span.trim(text), span, "{span} has white space at an end");
    }
    for pair in spans.windows(2) {
        assert!(!pair[0].overlaps(pair[1]), "{} and {} overlap", pair[0], pair[1]);
    }
}

fn blank(text: &str, gap: Span) {
    let lost = text[gap].trim();
    assert!(lost.is_empty(), "{lost:?} lies outside every span, in {gap}");
}
