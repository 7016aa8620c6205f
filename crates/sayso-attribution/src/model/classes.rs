use alloc::{borrow::Cow, vec::Vec};

use super::word::Word;

/// Distributional classes of frequent words, fine and coarse.
///
/// It is a hash table of five bytes an entry: the upper three bytes of a word's
/// hash, then a number below 1,024 and one below 64 in two bytes. A word is at the
/// place that its hash tells or, if others are there, after them; zeros are no word.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    entries: Cow<'static, [u8]>,
}

/// Bytes of an entry.
const ENTRY: usize = 5;

/// How many entries after the first one a word can be.
const LONGEST: usize = 64;

/// Returns the number of the entry, of so many, where a word is looked for first.
#[inline]
fn place(lower: u32, count: usize) -> usize {
    // The upper bits of the hash are in the entry: these are others.
    let mixed = u64::from(lower.wrapping_mul(0x9e37_79b9));
    ((mixed * count as u64) >> 32) as usize
}

impl Classes {
    /// Returns the classes that these bytes are, or `None` if they are cut.
    pub fn from_entries(entries: Cow<'static, [u8]>) -> Option<Classes> {
        (entries.len() % ENTRY == 0).then_some(Classes { entries })
    }

    /// Returns the table of words with their fine and coarse classes.
    ///
    /// Of several words with the same upper bits, the first counts.
    pub fn new<'a>(words: impl Iterator<Item = (&'a str, u16, u8)>) -> Classes {
        let rows: Vec<(u32, u16)> = words
            .map(|(word, fine, coarse)| {
                let lower = Word::new(word, (0..word.len()).into()).lower;
                (lower, (fine & 1023) << 6 | u16::from(coarse & 63))
            })
            .collect();
        // At most two in three entries are taken.
        let count = rows.len() + rows.len() / 2 + 1;
        let mut entries = alloc::vec![0; count * ENTRY];
        for (lower, both) in rows {
            let [a, b, c, _] = lower.to_be_bytes();
            let [d, e] = both.to_be_bytes();
            let first = place(lower, count);
            for at in (first..first + LONGEST).map(|at| at % count * ENTRY) {
                let entry = &mut entries[at..at + ENTRY];
                if entry[..3] == [a, b, c] {
                    break;
                }
                if entry[..3] == [0; 3] {
                    entry.copy_from_slice(&[a, b, c, d, e]);
                    break;
                }
            }
        }
        Classes { entries: entries.into() }
    }

    /// Returns the bytes of the table.
    pub fn entries(&self) -> &[u8] {
        &self.entries
    }

    /// Returns the fine and the coarse class of a word by the hash of its lower
    /// case, both from 1; zeros if the word is not in the table.
    pub fn get(&self, lower: u32) -> [u32; 2] {
        let count = self.entries.len() / ENTRY;
        if count == 0 {
            return [0; 2];
        }
        let mut at = place(lower, count);
        for _ in 0..LONGEST {
            let entry = &self.entries[at * ENTRY..(at + 1) * ENTRY];
            let upper = u32::from_be_bytes([0, entry[0], entry[1], entry[2]]);
            if upper == lower >> 8 && upper != 0 {
                let both = u16::from_be_bytes([entry[3], entry[4]]);
                return [u32::from(both >> 6) + 1, u32::from(both & 63) + 1];
            }
            if upper == 0 {
                break;
            }
            at = if at + 1 == count { 0 } else { at + 1 };
        }
        [0; 2]
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
