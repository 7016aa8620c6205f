use alloc::string::String;
use core::{
    fmt,
    ops::{Index, IndexMut, Range},
};

/// A half-open range of byte offsets into some text.
///
/// It is what `Range<usize>` would be if it were `Copy`, were not an iterator,
/// and could be asked whether it covers or overlaps another. Standard ranges
/// are accepted wherever a span is (`impl Into<Span>`), and a span compares
/// equal to the range with the same ends.
///
/// # Guarantees
///
/// `start() <= end()`, always. A span does not know its text, so it cannot
/// guarantee that it lies inside one; the spans that `sayso` crates return lie
/// inside the text that they were given and on its character boundaries, and
/// slicing with them never panics.
///
/// There is no order among spans: sort by [`start`](Span::start), by
/// [`end`](Span::end) or by both, as the case demands.
///
/// # Example
///
/// ```
/// use sayso_span::Span;
///
/// let text = "May said no.";
/// let said = Span::new(4, 8);
/// assert_eq!(&text[said], "said");
/// assert_eq!(said, 4..8);
/// assert!(said.contains(4) && !said.contains(8));
/// ```
#[derive(Clone, Copy, Default, Eq, Hash, PartialEq)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// Returns the span from `start` up to, but not including, `end`.
    ///
    /// # Panics
    ///
    /// If `start > end`.
    #[inline]
    pub const fn new(start: usize, end: usize) -> Span {
        assert!(start <= end, "a span must not end before it starts");
        Span { start, end }
    }

    /// Returns the empty span at `offset`.
    #[inline]
    pub const fn empty(offset: usize) -> Span {
        Span { start: offset, end: offset }
    }

    /// Returns the offset of the first byte.
    #[inline]
    pub const fn start(self) -> usize {
        self.start
    }

    /// Returns the offset after the last byte.
    #[inline]
    pub const fn end(self) -> usize {
        self.end
    }

    /// Returns the number of bytes.
    #[inline]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Returns whether the span has no bytes.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the same offsets as a standard range.
    #[inline]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns whether the byte at `offset` is in the span. The end is not.
    #[inline]
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Returns whether all of `other` lies in this span.
    ///
    /// An empty span is covered where it touches: `2..5` covers `5..5`.
    #[inline]
    pub fn covers(self, other: impl Into<Span>) -> bool {
        let other = other.into();
        self.start <= other.start && other.end <= self.end
    }

    /// Returns whether the two spans have a byte in common.
    ///
    /// Spans that only touch do not overlap, and an empty span overlaps
    /// nothing.
    #[inline]
    pub fn overlaps(self, other: impl Into<Span>) -> bool {
        let other = other.into();
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// Returns the bytes that both spans have, or `None` if there are none.
    ///
    /// ```
    /// use sayso_span::Span;
    ///
    /// assert_eq!(Span::new(2, 5).intersect(4..9), Some(Span::new(4, 5)));
    /// assert_eq!(Span::new(2, 5).intersect(5..9), None);
    /// ```
    #[inline]
    pub fn intersect(self, other: impl Into<Span>) -> Option<Span> {
        let other = other.into();
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }

    /// Returns the shortest span that covers both, and what is between them.
    ///
    /// ```
    /// use sayso_span::Span;
    ///
    /// assert_eq!(Span::new(7, 9).hull(2..3), 2..9);
    /// ```
    #[inline]
    pub fn hull(self, other: impl Into<Span>) -> Span {
        let other = other.into();
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the span without white space at its ends, as Unicode defines it.
    ///
    /// Where there is nothing but white space, the result is empty and lies at
    /// the start of the span.
    ///
    /// # Panics
    ///
    /// If the span is not inside `text` or cuts a character.
    ///
    /// # Example
    ///
    /// ```
    /// use sayso_span::Span;
    ///
    /// assert_eq!(Span::new(2, 9).trim("no\u{a0} yes\n"), 5..8);
    /// ```
    #[inline]
    pub fn trim(self, text: &str) -> Span {
        // Most spans are trimmed, and most characters ASCII.
        match text[self].as_bytes() {
            [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => self,
            _ => self.trim_any(text),
        }
    }

    fn trim_any(self, text: &str) -> Span {
        let piece = &text[self];
        let kept = piece.trim_end();
        let end = self.start + kept.len();
        let start = end - kept.trim_start().len();
        if start == end { Span::empty(self.start) } else { Span { start, end } }
    }

    /// Returns whether the span lies inside `text`, on character boundaries:
    /// whether `&text[span]` would not panic.
    #[inline]
    pub fn fits(self, text: &str) -> bool {
        text.is_char_boundary(self.start) && text.is_char_boundary(self.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// # Panics
///
/// If the range ends before it starts.
impl From<Range<usize>> for Span {
    #[inline]
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    #[inline]
    fn from(span: Span) -> Range<usize> {
        span.range()
    }
}

impl PartialEq<Range<usize>> for Span {
    #[inline]
    fn eq(&self, other: &Range<usize>) -> bool {
        self.start == other.start && self.end == other.end
    }
}

impl PartialEq<Span> for Range<usize> {
    #[inline]
    fn eq(&self, other: &Span) -> bool {
        other == self
    }
}

/// The text of the span.
///
/// # Panics
///
/// If the span is not inside the text or cuts a character, as with a range.
impl Index<Span> for str {
    type Output = str;

    #[inline]
    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// The text of the span.
///
/// # Panics
///
/// If the span is not inside the text or cuts a character, as with a range.
impl Index<Span> for String {
    type Output = str;

    #[inline]
    fn index(&self, span: Span) -> &str {
        &self.as_str()[span]
    }
}

/// The items of the span, for spans that count items: tokens, say.
///
/// # Panics
///
/// If the span is not inside the slice, as with a range.
impl<T> Index<Span> for [T] {
    type Output = [T];

    #[inline]
    fn index(&self, span: Span) -> &[T] {
        &self[span.range()]
    }
}

/// # Panics
///
/// If the span is not inside the slice, as with a range.
impl<T> IndexMut<Span> for [T] {
    #[inline]
    fn index_mut(&mut self, span: Span) -> &mut [T] {
        &mut self[span.range()]
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Span, D::Error> {
        let (start, end) = <(usize, usize)>::deserialize(deserializer)?;
        if start > end {
            return Err(serde::de::Error::custom(alloc::format!(
                "span [{start}, {end}] ends before it starts"
            )));
        }
        Ok(Span { start, end })
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    #[cfg(feature = "serde")]
    use alloc::string::ToString;

    use super::Span;

    #[test]
    fn the_end_is_not_contained() {
        let span = Span::new(2, 4);
        assert_eq!([1, 2, 3, 4].map(|offset| span.contains(offset)), [false, true, true, false]);
    }

    #[test]
    fn touching_is_not_overlapping() {
        let span = Span::new(2, 4);
        assert!(span.overlaps(3..9) && span.overlaps(0..9));
        assert!(!span.overlaps(4..9) && !span.overlaps(0..2) && !span.overlaps(3..3));
    }

    #[test]
    fn trimming_nothing_but_white_space_keeps_the_start() {
        assert_eq!(Span::new(1, 4).trim("a \n b"), 1..1);
        assert_eq!(Span::empty(2).trim("abc"), 2..2);
    }

    #[test]
    #[should_panic(expected = "must not end before it starts")]
    fn reversed() {
        let _ = Span::new(3, 2);
    }

    #[test]
    fn shown_as_a_range() {
        assert_eq!(format!("{0} {0:?}", Span::new(3, 7)), "3..7 3..7");
    }

    #[cfg(feature = "serde")]
    #[test]
    fn serialized_as_a_pair() {
        let span = Span::new(3, 7);
        assert_eq!(serde_json::to_string(&span).expect("a pair of numbers"), "[3,7]");
        assert_eq!(serde_json::from_str::<Span>("[3,7]").ok(), Some(span));
        let error = serde_json::from_str::<Span>("[7,3]").expect_err("it is reversed");
        assert!(error.to_string().starts_with("span [7, 3] ends before it starts"), "{error}");
    }
}
