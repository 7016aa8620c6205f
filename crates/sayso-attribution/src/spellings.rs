use alloc::vec::Vec;

use crate::{Input, ends::Ends};

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

/// A place of the table: the token that belongs there and was met last.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    ends: Ends,
    /// One more than its length, or 0 if there is none yet.
    len: u32,
    number: u32,
}

impl Spellings {
    /// Compares the tokens of a text.
    pub(crate) fn new(input: Input<'_>) -> Spellings {
        let bits = input.tokens.len().next_power_of_two().trailing_zeros().clamp(4, 11);
        let mut table = alloc::vec![Place::default(); 1 << bits];
        let mut of: Vec<u32> = Vec::with_capacity(input.tokens.len());
        let mut samples: Vec<u32> = Vec::with_capacity(input.tokens.len() / 2);
        for (at, token) in input.tokens.iter().enumerate() {
            let new = samples.len() as u32;
            let bytes = input.text[*token].as_bytes();
            let number = if bytes.len() <= Ends::WHOLE {
                let (ends, len) = (Ends::new(bytes), bytes.len() as u32 + 1);
                let place = &mut table[(ends.hash(bytes.len()) >> (64 - bits)) as usize];
                if place.ends != ends || place.len != len {
                    *place = Place { ends, len, number: new };
                }
                place.number
            } else {
                new
            };
            if number == new {
                samples.push(at as u32);
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
