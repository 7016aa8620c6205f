use crate::tables::{BITS, MULTIPLIER, WORDS};

/// What is known about a word, whatever its case.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Classes(pub(crate) u8);

impl Classes {
    /// An abbreviation that stands before a name: `Mr`.
    pub(crate) const TITLE: Classes = Classes(1);
    /// An abbreviation that stands before a number or a name: `p`, `vs`.
    pub(crate) const REFERENCE: Classes = Classes(1 << 1);
    /// An abbreviation that is a name or ends one: `Inc`, `Ga`.
    #[expect(dead_code, reason = "it is what is left of the abbreviations")]
    const NAME: Classes = Classes(1 << 2);
    /// A month or a day: `Sept`.
    #[expect(dead_code, reason = "months are treated as names so far")]
    const MONTH: Classes = Classes(1 << 3);
    /// An abbreviation that stands at the end of something: `etc`, `lb`.
    pub(crate) const TAIL: Classes = Classes(1 << 4);
    /// A word that, with a capital, begins a sentence: `The`.
    pub(crate) const START: Classes = Classes(1 << 5);
    /// A verb that reports speech: `said`.
    pub(crate) const REPORTING: Classes = Classes(1 << 6);
    /// The word is an abbreviation only if it begins with a capital.
    const CAPITAL: Classes = Classes(1 << 7);
    const ABBREVIATION: Classes = Classes(0b1_1111);

    /// Looks up a word. What the table does not know has no classes.
    #[inline]
    pub(crate) fn of(word: &[u8]) -> Classes {
        let Some(packed) = pack(word) else { return Classes::default() };
        let mut slot = (packed.wrapping_mul(MULTIPLIER) >> (u64::BITS - BITS)) as usize;
        loop {
            // The table has free slots, so the search ends.
            let (known, classes) = WORDS[slot];
            if known == packed {
                let capital = word.first().is_some_and(u8::is_ascii_uppercase);
                let classes = Classes(classes);
                return if classes.has(Classes::CAPITAL) && !capital {
                    Classes(classes.0 & !Classes::ABBREVIATION.0)
                } else {
                    classes
                };
            }
            if known == 0 {
                return Classes::default();
            }
            slot = (slot + 1) % WORDS.len();
        }
    }

    /// Whether the word is in the class, or in any of several.
    #[inline]
    pub(crate) fn has(self, class: Classes) -> bool {
        self.0 & class.0 != 0
    }

    /// Whether the word, with a period, is an abbreviation.
    #[inline]
    pub(crate) fn is_abbreviation(self) -> bool {
        self.has(Classes::ABBREVIATION)
    }
}

/// The longest word that is looked up.
const LONGEST: usize = 12;

/// A word as a number, five bits a letter, so that it is compared at once. The
/// same function packs the table's words when it is generated.
#[inline]
fn pack(word: &[u8]) -> Option<u64> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let mut packed = 0;
    for &byte in word {
        let letter = match byte | 0x20 {
            lower @ b'a'..=b'z' => lower - b'a' + 1,
            _ if byte == b'\'' => 27,
            _ => return None,
        };
        packed = packed << 5 | u64::from(letter);
    }
    Some(packed)
}

#[cfg(test)]
mod tests {
    use super::Classes;

    #[test]
    fn words_are_found_in_any_case() {
        for word in ["said", "Said", "SAID"] {
            assert!(Classes::of(word.as_bytes()).has(Classes::REPORTING), "{word}");
        }
        assert!(Classes::of(b"It's").has(Classes::START));
        assert_eq!(Classes::of(b"zebra"), Classes::default());
        assert_eq!(Classes::of(b""), Classes::default());
        assert_eq!(Classes::of("é".as_bytes()), Classes::default());
    }

    #[test]
    fn some_words_are_abbreviations_only_with_a_capital() {
        assert!(Classes::of(b"Mass").is_abbreviation());
        assert!(!Classes::of(b"mass").is_abbreviation());
        assert!(Classes::of(b"etc").is_abbreviation());
    }
}
