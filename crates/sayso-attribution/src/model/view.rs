use alloc::vec::Vec;

use super::word::Word;

/// What the features ask of a word's neighbors, as values.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    pub(super) lower: u32,
    pub(super) stem: u32,
    pub(super) tag: u32,
    pub(super) key: u32,
    pub(super) quote: u32,
    pub(super) fine: u32,
    pub(super) coarse: u32,
}

/// What stands before the first word of a sentence, and after its last.
const EDGE: View =
    View { lower: 1, stem: 1, tag: 77, key: 77, quote: 9, fine: 2000, coarse: 2000 };

/// Words with as many edges before and after them as neighbors are looked at: so
/// nobody asks which neighbors there are.
#[derive(Clone, Debug, Default)]
pub(super) struct Views {
    all: Vec<View>,
}

/// Words around one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near<'v> {
    views: &'v [View; 2 * Views::REACH + 1],
}

impl From<&Word> for View {
    #[inline]
    fn from(word: &Word) -> View {
        let [fine, coarse] = word.classes;
        View {
            lower: word.lower,
            stem: word.stem,
            tag: word.tag as u32,
            key: word.key,
            quote: word.quote as u32,
            fine,
            coarse,
        }
    }
}

impl Views {
    /// How many neighbors on either side of a word are looked at.
    pub(super) const REACH: usize = 3;

    /// Looks at the words of a sentence.
    pub(super) fn look_at(&mut self, words: &[Word]) {
        self.all.clear();
        self.all.reserve(words.len() + 2 * Views::REACH);
        self.all.extend([EDGE; Views::REACH]);
        self.all.extend(words.iter().map(View::from));
        self.all.extend([EDGE; Views::REACH]);
    }

    /// Returns the word at a place of the sentence and its neighbors.
    ///
    /// # Panics
    ///
    /// If there is no such place.
    #[inline(always)]
    pub(super) fn near(&self, at: usize) -> Near<'_> {
        match self.all[at..].first_chunk() {
            Some(views) => Near { views },
            None => panic!("no word at {at}"),
        }
    }
}

impl Near<'_> {
    /// Returns the neighbor that stands so many words after the word, or before
    /// it if that is negative.
    ///
    /// # Panics
    ///
    /// If it is farther than three words.
    #[inline(always)]
    pub(super) fn at(&self, offset: isize) -> &View {
        &self.views[(offset + Views::REACH as isize) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_edges() {
        let text = "a bc";
        let words = [(0..1), (2..4)].map(|range| Word::new(text, range.into()));
        let mut views = Views::default();
        for _ in 0..2 {
            views.look_at(&words);
            let near = views.near(1);
            let lower: Vec<u32> = (-3..=3).map(|offset| near.at(offset).lower).collect();
            assert_eq!(lower, [1, 1, words[0].lower, words[1].lower, 1, 1, 1]);
        }
    }
}
