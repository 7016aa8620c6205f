//! Words of which the model knows more than it has learned. It is learned with these: who
//! changes a list needs another model.

use super::features::hash_word;

/// Words that are their own key.
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "after", "against", "all", "although", "am", "an", "and", "any", "are", "as",
    "at", "be", "because", "been", "before", "being", "both", "but", "by", "can", "could", "did",
    "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in",
    "into", "is", "it", "its", "may", "might", "must", "n't", "no", "not", "of", "on", "or",
    "our", "over", "said", "says", "she", "should", "so", "than", "that", "the", "their", "them",
    "they", "this", "to", "us", "was", "we", "were", "what", "when", "where", "whether", "which",
    "while", "who", "whose", "why", "will", "with", "would", "you", "'s",
];

/// Irregular verbs that report, and the auxiliaries.
const IRREGULAR: &[(&str, &str)] = &[
    ("said", "say"),
    ("told", "tell"),
    ("wrote", "writ"),
    ("written", "writ"),
    ("writing", "writ"),
    ("write", "writ"),
    ("writes", "writ"),
    ("thought", "think"),
    ("knew", "know"),
    ("known", "know"),
    ("saw", "see"),
    ("seen", "see"),
    ("found", "find"),
    ("felt", "feel"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("took", "tak"),
    ("taken", "tak"),
    ("take", "tak"),
    ("made", "mak"),
    ("make", "mak"),
    ("makes", "mak"),
    ("went", "go"),
    ("gone", "go"),
    ("gave", "giv"),
    ("given", "giv"),
    ("held", "hold"),
    ("meant", "mean"),
    ("heard", "hear"),
    ("sought", "seek"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("kept", "keep"),
    ("paid", "pay"),
    ("got", "get"),
    ("came", "com"),
    ("was", "be"),
    ("were", "be"),
    ("is", "be"),
    ("are", "be"),
    ("am", "be"),
    ("been", "be"),
    ("being", "be"),
    ("'re", "be"),
    ("'m", "be"),
    ("has", "hav"),
    ("had", "hav"),
    ("having", "hav"),
    ("have", "hav"),
    ("'ve", "hav"),
    ("did", "do"),
    ("does", "do"),
    ("doing", "do"),
    ("done", "do"),
    ("left", "leav"),
    ("sang", "sing"),
    ("began", "begin"),
    ("begun", "begin"),
    ("swears", "swear"),
    ("led", "lead"),
    ("fought", "fight"),
];

/// What is listed of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// The hash of the word; 0 for none.
    word: u32,
    /// The hash of its stem; 0 if that is regular.
    pub(super) stem: u32,
    pub(super) is_function_word: bool,
}

impl Known {
    /// Looks a word up by its hash in lower case.
    #[inline]
    pub(super) fn of(lower: u32) -> Known {
        KNOWN[find(&KNOWN, lower)]
    }
}

/// Binary logarithm of the places in the table of listed words: a fourth of them are
/// taken.
const KNOWN_BITS: u32 = 9;

/// Returns the place where the word of this hash is, or is before.
const fn place(word: u32) -> usize {
    (word.wrapping_mul(0x9e37_79b9) >> (32 - KNOWN_BITS)) as usize
}

/// Returns the place that the word of this hash has in the table, or an empty one.
#[inline]
const fn find(table: &[Known; 1 << KNOWN_BITS], word: u32) -> usize {
    let mut at = place(word);
    while table[at].word != word && table[at].word != 0 {
        at = (at + 1) % table.len();
    }
    at
}

/// The listed words by their hashes.
static KNOWN: [Known; 1 << KNOWN_BITS] = {
    let none = Known { word: 0, stem: 0, is_function_word: false };
    let (mut table, mut next) = ([none; 1 << KNOWN_BITS], 0);
    while next < FUNCTION_WORDS.len() {
        let word = hash_word(FUNCTION_WORDS[next]);
        table[find(&table, word)] = Known { word, stem: 0, is_function_word: true };
        next += 1;
    }
    next = 0;
    while next < IRREGULAR.len() {
        let (word, stem) = (hash_word(IRREGULAR[next].0), hash_word(IRREGULAR[next].1));
        let at = find(&table, word);
        (table[at].word, table[at].stem) = (word, stem);
        next += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_words_are_known() {
        for word in FUNCTION_WORDS {
            assert!(Known::of(hash_word(word)).is_function_word, "{word}");
        }
        for (word, stem) in IRREGULAR {
            assert_eq!(Known::of(hash_word(word)).stem, hash_word(stem), "{word}");
        }
        assert!(!Known::of(hash_word("mayor")).is_function_word);
    }
}
