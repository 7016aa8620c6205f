use super::{
    features::{Features, Sink},
    table::Table,
    tag::Tag,
    word::{Ends, Word},
};

/// Tells parts of speech: a linear model over hashed features, from left to
/// right (Collins 2002, decoded greedily).
#[derive(Clone, Debug)]
pub struct Tagger {
    /// The weights of the tags.
    pub table: Table<{ Tagger::COLUMNS }, { Tagger::COLUMNS << Tagger::BITS }>,
}

impl Tagger {
    /// Binary logarithm of the rows of the table.
    pub const BITS: u32 = 14;

    /// How many weights a feature has: one for each tag and one more, since so
    /// many are added up faster.
    pub const COLUMNS: usize = Tag::COUNT + 1;

    /// Collects the features of the word at `at` of a sentence whose earlier
    /// words have their tags, given the ends of all its words.
    #[inline(always)]
    pub fn features<S: Sink>(words: &[Word], ends: &[Ends], at: usize, sink: S) -> S {
        let neighbor = |offset: isize| at.checked_add_signed(offset).and_then(|n| words.get(n));
        let lower = |offset| neighbor(offset).map_or(1, |w: &Word| w.lower);
        let tag = |offset| neighbor(offset).map_or(u32::MAX, |w: &Word| w.tag as u32);
        let (word, own) = (&words[at], ends[at]);
        let (shape, first) = (word.shape as u32, u32::from(at == 0));
        let (before, after) = (lower(-1), lower(1));
        let (before_tag, before_tag2) = (tag(-1), tag(-2));
        let after_suffix = ends.get(at + 1).map_or(0, |ends| ends.suffixes[1]);
        let after_shape = neighbor(1).map_or(9, |w| w.shape as u32);
        let mut features = Features::new(1, sink);
        features.add([word.lower]);
        features.add([own.suffixes[0], shape]);
        features.add([own.suffixes[1], shape]);
        features.add([word.stem]);
        features.add([own.prefix, shape]);
        features.add([word.lower, shape, first]);
        features.add([shape, first, after_shape]);
        features.add([before]);
        features.add([after]);
        features.add([before_tag, word.lower]);
        features.add([before_tag, before_tag2]);
        features.add([before_tag, before_tag2, own.suffixes[1]]);
        features.add([before_tag, after]);
        features.add([own.suffixes[1], after_suffix]);
        features.add([before_tag, own.suffixes[1], shape]);
        features.add([before_tag, word.classes[1], after_suffix]);
        features.add([word.classes[0], before_tag]);
        features.finish()
    }

    /// Sets the tags of a sentence, given the ends of its words.
    pub fn tag(&self, words: &mut [Word], ends: &[Ends]) {
        for at in 0..words.len() {
            if words[at].tag == Tag::Mark {
                words[at].set_tag(Tag::Mark);
                continue;
            }
            let sums = Tagger::features(words, ends, at, self.table.sums());
            let tag = Tagger::largest(&sums.steps());
            words[at].set_tag(tag);
        }
    }

    /// Returns the tag with the largest score; marks are told by their letters,
    /// and never guessed.
    pub fn largest<T: Copy + PartialOrd>(scores: &[T; Tagger::COLUMNS]) -> Tag {
        let mut best = 1;
        for at in 2..Tag::COUNT {
            if scores[at] > scores[best] {
                best = at;
            }
        }
        Tag::ALL[best]
    }
}
