use alloc::vec::Vec;

use crate::Input;

/// Which tokens of a text are spelled alike, so that what a token's letters
/// tell is found once and not wherever it stands.
///
/// Two tokens of the same number are spelled alike. Not the other way round:
/// what is longer than 16 bytes has a number of its own, and so has what comes
/// back after another spelling took its place in the table. A table that
/// forgets costs the same time on every text, and needs no random seed.
#[derive(Clone, Debug)]
pub(crate) struct Spellings {
    of: Vec<u32>,
    /// For each number, a token that has it.
    samples: Vec<u32>,
}

/// A short token as three numbers, of which no other token has the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Key {
    first: u64,
    last: u64,
    len: u32,
}

impl Key {
    /// Returns the key of a token, if it is short enough for one.
    #[inline]
    fn new(token: &str) -> Option<Key> {
        let bytes = token.as_bytes();
        let len = u32::try_from(bytes.len()).ok().filter(|len| *len <= 16)?;
        // The two ends overlap, or meet.
        let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => match (bytes.first_chunk(), bytes.last_chunk()) {
                (Some(first), Some(last)) => {
                    (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into())
                }
                _ => (bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)), 0),
            },
        };
        Some(Key { first, last, len })
    }

    #[inline]
    fn hash(self) -> u64 {
        const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
        let first = (self.first ^ u64::from(self.len)).wrapping_mul(MULTIPLIER);
        (first.rotate_left(32) ^ self.last).wrapping_mul(MULTIPLIER)
    }
}

impl Spellings {
    /// Compares the tokens of a text.
    pub(crate) fn new(input: Input<'_>) -> Spellings {
        let bits = input.tokens.len().next_power_of_two().trailing_zeros().clamp(4, 11);
        let mut table = alloc::vec![0_u32; 1 << bits];
        let mut of: Vec<u32> = Vec::with_capacity(input.tokens.len());
        let mut samples: Vec<u32> = Vec::with_capacity(input.tokens.len() / 4);
        let key = |token: usize| Key::new(&input.text[input.tokens[token]]);
        for at in 0..input.tokens.len() {
            let own = key(at);
            let mut place = own.map(|key| &mut table[(key.hash() >> (64 - bits)) as usize]);
            let known = place.as_ref().map(|number| **number as usize);
            let sample = known.and_then(|number| samples.get(number));
            let number = match (known, sample) {
                (Some(known), Some(&sample)) if key(sample as usize) == own => known as u32,
                _ => {
                    samples.push(at as u32);
                    samples.len() as u32 - 1
                }
            };
            if let Some(place) = &mut place {
                **place = number;
            }
            of.push(number);
        }
        samples.shrink_to_fit();
        Spellings { of, samples }
    }

    /// Returns the number of a token's spelling.
    #[inline]
    pub(crate) fn of(&self, token: usize) -> usize {
        self.of[token] as usize
    }

    /// Returns the first token that is spelled like this one, as far as is known.
    pub(crate) fn first(&self, token: usize) -> usize {
        self.samples[self.of(token)] as usize
    }

    /// Returns how many there are.
    pub(crate) fn len(&self) -> usize {
        self.samples.len()
    }

    /// Returns a token of each spelling, in order of their numbers.
    pub(crate) fn samples(&self) -> impl Iterator<Item = usize> {
        self.samples.iter().map(|&token| token as usize)
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec::Vec};

    use sayso_span::Span;

    use super::*;

    #[test]
    fn tokens_of_one_number_are_spelled_alike() {
        let words = ["a", "b", "ab", "ba", "aba", "abcd", "abcdabcd", "", "\0", "\0\0", "said"];
        let longer = ["understandings", "understanding", "counterrevolutionaries", "“", "”"];
        let mut text = String::new();
        let mut tokens = Vec::new();
        for round in 0..3_000_usize {
            let all = words.len() + longer.len();
            let word = words.iter().chain(&longer).nth(round * round % all).expect("it is less");
            let start = text.len();
            text.push_str(word);
            if round % 5 == 0 {
                text.push_str(&alloc::format!("{round}"));
            }
            tokens.push(Span::new(start, text.len()));
        }
        let input =
            Input { text: &text, tokens: &tokens, sentences: &[], quotations: &[], names: &[] };
        let spellings = Spellings::new(input);
        let samples: Vec<usize> = spellings.samples().collect();
        for (at, token) in tokens.iter().enumerate() {
            assert_eq!(text[*token], text[tokens[samples[spellings.of(at)]]]);
        }
        assert!(spellings.len() < 1_500, "{}", spellings.len());
    }
}
