use crate::ends::Ends;

/// Where words stand in a table, by their hashes.
///
/// The compiler fills it. The tables are lists in order, but to search them in
/// halves was a twentieth of the time of an article.
pub(crate) struct WordIndex<const SIZE: usize> {
    /// The numbers of words plus one, or 0.
    places: [u16; SIZE],
}

impl<const SIZE: usize> WordIndex<SIZE> {
    /// An index without words. `SIZE` is a power of two, and more than the words
    /// that are to come.
    pub(crate) const fn new() -> WordIndex<SIZE> {
        assert!(SIZE.is_power_of_two());
        WordIndex { places: [0; SIZE] }
    }

    /// Adds a word of a table by its number there.
    pub(crate) const fn add(&mut self, word: &[u8], number: usize) {
        assert!(number < u16::MAX as usize);
        let mut place = Self::place(word);
        while self.places[place] != 0 {
            place = (place + 1) & (SIZE - 1);
        }
        self.places[place] = number as u16 + 1;
    }

    /// Returns the number of a word, given whether a number is that of the word.
    #[inline]
    pub(crate) fn find(&self, word: &[u8], is: impl Fn(usize) -> bool) -> Option<usize> {
        let mut place = Self::place(word);
        // A table that is not full has an end to every search.
        while let Some(number) = usize::from(self.places[place]).checked_sub(1) {
            if is(number) {
                return Some(number);
            }
            place = (place + 1) & (SIZE - 1);
        }
        None
    }

    /// Returns where a word is to stand.
    #[inline]
    const fn place(word: &[u8]) -> usize {
        (Ends::new(word).hash(word.len()) >> (u64::BITS - SIZE.trailing_zeros())) as usize
    }
}
