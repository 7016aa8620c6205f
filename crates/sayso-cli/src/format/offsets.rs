use sayso::{CharOffsets, Span};

use crate::args::Unit;

/// A span as it is written: start and end in the user's unit.
pub(crate) type Pair = [usize; 2];

/// Converts the spans of one text to the user's unit.
pub(crate) enum Offsets<'t> {
    Bytes(&'t str),
    Chars(CharOffsets<'t>),
    Utf16(CharOffsets<'t>),
}

impl<'t> Offsets<'t> {
    /// Reads the text for conversions to `unit`.
    pub(crate) fn new(text: &'t str, unit: Unit) -> Offsets<'t> {
        match unit {
            Unit::Bytes => Offsets::Bytes(text),
            Unit::Chars => Offsets::Chars(CharOffsets::new(text)),
            Unit::Utf16 => Offsets::Utf16(CharOffsets::new(text)),
        }
    }

    /// Converts a span.
    pub(crate) fn pair(&self, span: Span) -> Pair {
        let span = match self {
            Offsets::Bytes(_) => span,
            Offsets::Chars(offsets) => offsets.to_chars(span),
            Offsets::Utf16(offsets) => offsets.to_utf16(span),
        };
        [span.start(), span.end()]
    }

    /// Converts a span back, if it is one of the text.
    pub(crate) fn span(&self, [start, end]: Pair) -> Option<Span> {
        let span = (start <= end).then(|| Span::new(start, end))?;
        match self {
            Offsets::Bytes(text) => span.fits(text).then_some(span),
            Offsets::Chars(offsets) => offsets.from_chars(span),
            Offsets::Utf16(offsets) => offsets.from_utf16(span),
        }
    }

    /// Converts spans, however many.
    pub(crate) fn pairs(&self, spans: impl IntoIterator<Item = Span>) -> Vec<Pair> {
        spans.into_iter().map(|span| self.pair(span)).collect()
    }
}

/// Returns a probability with four digits, more than it is worth.
pub(crate) fn rounded(probability: f32) -> f64 {
    (f64::from(probability) * 1e4).round() / 1e4
}
