use super::tables::{BODY_CLASSES, LOWER_CASE, NICKNAMES, ROLE_CLASSES, WORDS};
use crate::word_index::WordIndex;

/// A table of words by their lengths, each with so many bytes behind it, and
/// where each word stands among those of its length.
struct WordTable<const EXTRA: usize> {
    words: &'static [&'static [u8]],
    index: WordIndex<16384>,
}

static CLASSES: WordTable<8> = WordTable::new(&WORDS);
static LOWER_CASES: WordTable<1> = WordTable::new(&LOWER_CASE);

impl<const EXTRA: usize> WordTable<EXTRA> {
    const fn new(words: &'static [&'static [u8]]) -> WordTable<EXTRA> {
        let mut index = WordIndex::new();
        let mut len = 1;
        while len < words.len() {
            let (mut rest, mut number) = (words[len], 0);
            while !rest.is_empty() {
                let (record, others) = rest.split_at(len + EXTRA);
                index.add(record.split_at(len).0, number);
                (rest, number) = (others, number + 1);
            }
            len += 1;
        }
        WordTable { words, index }
    }

    /// Returns what stands behind a word.
    fn find(&self, word: &str) -> Option<&'static [u8; EXTRA]> {
        let records = *self.words.get(word.len())?;
        let size = word.len() + EXTRA;
        let record = |number: usize| records.get(number * size..(number + 1) * size);
        let is = |number| record(number).is_some_and(|record| record.starts_with(word.as_bytes()));
        self.index.find(word.as_bytes(), is).and_then(record)?.last_chunk()
    }
}

/// Words that others stand for, and where they are.
struct PairTable {
    pairs: &'static [(&'static str, &'static str)],
    index: WordIndex<256>,
}

static SAME_ROLE: PairTable = PairTable::new(ROLE_CLASSES);
static SAME_BODY: PairTable = PairTable::new(BODY_CLASSES);

impl PairTable {
    const fn new(pairs: &'static [(&'static str, &'static str)]) -> PairTable {
        let mut index = WordIndex::new();
        let mut number = 0;
        while number < pairs.len() {
            index.add(pairs[number].0.as_bytes(), number);
            number += 1;
        }
        PairTable { pairs, index }
    }

    /// Returns what stands for a word.
    fn find(&self, word: &str) -> Option<&'static str> {
        let is = |number: usize| self.pairs[number].0 == word;
        self.index.find(word.as_bytes(), is).map(|number| self.pairs[number].1)
    }
}

/// The word lists that a word is in: see `data/attribution/en/speaker`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Classes(pub(super) u64);

impl Classes {
    /// Either list of given names. A name in both tells no gender.
    pub(super) const GIVEN: Classes = Classes::GIVEN_FEMININE.or(Classes::GIVEN_MASCULINE);
    /// What somebody is.
    pub(super) const ANY_ROLE: Classes = Classes::TITLE
        .or(Classes::ROLE)
        .or(Classes::FEMININE)
        .or(Classes::MASCULINE)
        .or(Classes::FAMILY);

    /// Looks up a folded word without its final full stop.
    ///
    /// Nationalities and parties are found by their plural as well.
    pub(super) fn of(word: &str) -> Classes {
        let classes = Classes::listed(word);
        match word.strip_suffix('s') {
            Some(singular) if classes == Classes(0) => {
                let singular = Classes::listed(singular);
                if singular.any(Classes::PEOPLE) {
                    Classes(singular.0 & Classes::PEOPLE.or(Classes::PARTY).0)
                } else {
                    classes
                }
            }
            _ => classes,
        }
    }

    fn listed(word: &str) -> Classes {
        CLASSES.find(word).map_or(Classes(0), |&flags| Classes(u64::from_le_bytes(flags)))
    }

    /// Returns whether the word is in any of `lists`.
    pub(super) const fn any(self, lists: Classes) -> bool {
        self.0 & lists.0 != 0
    }

    /// Returns the union.
    pub(super) const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// How often news writes a word in lower case in the middle of a sentence.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum LowerCase {
    /// The word is rare, or nearly always a name.
    Unknown,
    /// In 3 to 4 of 10 places.
    Rarely,
    /// In 4 to 5 of 10.
    Half,
    /// In 5 to 9 of 10.
    Often,
    /// In more.
    Always,
}

impl LowerCase {
    /// Looks up a folded word without its final full stop.
    pub(super) fn of(word: &str) -> LowerCase {
        match LOWER_CASES.find(word) {
            Some([0]) => LowerCase::Rarely,
            Some([1]) => LowerCase::Half,
            Some([2]) => LowerCase::Often,
            Some(_) => LowerCase::Always,
            // The table leaves out verbs and adverbs that their ends give away.
            None if word.len() > 4
                && ["ing", "ed", "ly"].iter().any(|end| word.ends_with(end)) =>
            {
                LowerCase::Always
            }
            None => LowerCase::Unknown,
        }
    }
}

/// Returns whether one given name may be short for the other, or both for the
/// same.
pub(super) fn same_given_name(a: &str, b: &str) -> bool {
    let long = |short| {
        let from = NICKNAMES.partition_point(|&(nick, _)| nick < short);
        NICKNAMES[from..].iter().take_while(move |pair| pair.0 == short).map(|pair| pair.1)
    };
    long(a).any(|full| full == b || long(b).any(|other| other == full))
        || long(b).any(|full| full == a)
}

/// Returns the word that stands for all of the same role: `senator` for `sen`.
pub(super) fn role_class(word: &str) -> &str {
    SAME_ROLE.find(word).unwrap_or(word)
}

/// Returns the word that stands for all organizations of the same sort:
/// `newspaper` for `tribune`.
pub(super) fn body_class(word: &str) -> Option<&'static str> {
    SAME_BODY.find(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lists_is_found() {
        let mut count = 0;
        for (len, records) in WORDS.iter().enumerate() {
            for record in records.chunks(len + 8) {
                let (word, flags) = record.split_at(len);
                let word = core::str::from_utf8(word).expect("the table has words");
                assert_eq!(Classes::of(word).0.to_le_bytes(), flags, "{word}");
                count += 1;
            }
        }
        assert!(count > 3_000, "{count}");
    }
}
