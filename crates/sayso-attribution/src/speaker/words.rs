use core::ops::Range;

/// A stretch of words, by their numbers in the article.
///
/// A [`Span`](sayso_span::Span) would do, but there are several for each name,
/// and this has half its size.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Words {
    start: u32,
    end: u32,
}

impl Words {
    /// The words from one to another, which is behind the last. The numbers of
    /// an article's words fit: see [`Article`](super::article::Article).
    #[inline]
    pub(super) fn new(start: usize, end: usize) -> Words {
        debug_assert!(start <= end && u32::try_from(end).is_ok());
        Words { start: start as u32, end: end as u32 }
    }

    /// No words, at a place.
    pub(super) fn empty(at: usize) -> Words {
        Words::new(at, at)
    }

    /// The number of the first.
    #[inline]
    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    /// The number behind the last.
    #[inline]
    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    /// How many there are.
    #[inline]
    pub(super) fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether there are none.
    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Their numbers.
    #[inline]
    pub(super) fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether all words of another stretch are in this one.
    pub(super) fn covers(self, other: Words) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
