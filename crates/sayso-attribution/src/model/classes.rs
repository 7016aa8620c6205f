use alloc::{borrow::Cow, vec::Vec};

use super::word::Word;

/// Distributional classes of frequent words, fine and coarse.
///
/// It is a table of five bytes an entry, in order of the upper three bytes of
/// the words' hashes: three of hash, then a number below 1,024 and one below
/// 64 in two bytes.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    entries: Cow<'static, [u8]>,
}

/// Bytes of an entry.
const ENTRY: usize = 5;

impl Classes {
    /// Returns the classes that these bytes are, or `None` if they are cut.
    pub fn from_entries(entries: Cow<'static, [u8]>) -> Option<Classes> {
        (entries.len() % ENTRY == 0).then_some(Classes { entries })
    }

    /// Returns the table of words with their fine and coarse classes.
    ///
    /// Of several words with the same upper bits, the first counts.
    pub fn new<'a>(words: impl Iterator<Item = (&'a str, u16, u8)>) -> Classes {
        let mut rows: Vec<(u32, u16, u8)> = words
            .map(|(word, fine, coarse)| {
                let lower = Word::new(word, (0..word.len()).into()).lower;
                (lower >> 8, fine & 1023, coarse & 63)
            })
            .collect();
        rows.sort_by_key(|row| row.0);
        rows.dedup_by_key(|row| row.0);
        let bytes = rows.iter().flat_map(|(hash, fine, coarse)| {
            let both = fine << 6 | u16::from(*coarse);
            let [_, a, b, c] = hash.to_be_bytes();
            let [d, e] = both.to_be_bytes();
            [a, b, c, d, e]
        });
        Classes { entries: bytes.collect::<Vec<_>>().into() }
    }

    /// Returns the bytes of the table.
    pub fn entries(&self) -> &[u8] {
        &self.entries
    }

    /// Returns the fine and the coarse class of a word by the hash of its lower
    /// case, both from 1; zeros if the word is not in the table.
    pub fn get(&self, lower: u32) -> [u32; 2] {
        let wanted = lower >> 8;
        let count = self.entries.len() / ENTRY;
        let hash = |at: usize| {
            let row = &self.entries[at * ENTRY..];
            u32::from_be_bytes([0, row[0], row[1], row[2]])
        };
        let (mut at, mut end) = (0, count);
        while at < end {
            let middle = at + (end - at) / 2;
            if hash(middle) < wanted {
                at = middle + 1;
            } else {
                end = middle;
            }
        }
        if at >= count || hash(at) != wanted {
            return [0; 2];
        }
        let row = &self.entries[at * ENTRY + 3..];
        let both = u16::from_be_bytes([row[0], row[1]]);
        [u32::from(both >> 6) + 1, u32::from(both & 63) + 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        let words: Vec<_> =
            (0..5000_u16).map(|n| alloc::format!("w{}x", n as u32 * 7919)).collect();
        // Digits are all alike, so spell them with letters.
        let spell = |w: &str| {
            w.bytes().map(|b| char::from(b'a' + b % 26)).collect::<alloc::string::String>()
        };
        let spelled: Vec<_> = words.iter().map(|w| spell(w)).collect();
        let classes = Classes::new(
            spelled.iter().zip(0..).map(|(w, n)| (w.as_str(), n & 1023, (n & 63) as u8)),
        );
        let mut found = 0;
        for (word, n) in spelled.iter().zip(0_u32..) {
            let lower = Word::new(word, (0..word.len()).into()).lower;
            found += usize::from(classes.get(lower) == [(n & 1023) + 1, (n & 63) + 1]);
        }
        assert!(found > 4980, "{found}");
        assert_eq!(classes.get(Word::new("unheard", (0..7).into()).lower), [0, 0]);
        assert_eq!(Classes::default().get(77), [0, 0]);
    }
}
