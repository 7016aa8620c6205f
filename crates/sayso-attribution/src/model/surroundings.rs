use alloc::vec::Vec;

use super::{
    features::{bucket, hash_word},
    tag::Tag,
    word::{Quote, Word},
};

/// What lies to the left and to the right of each word of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings {
    /// The nearest nominal to the left: `Name`, or the word itself; 0 if there
    /// is none. Then its distance.
    pub nominal_before: [u32; 2],
    /// The nearest nominal to the right.
    pub nominal_after: u32,
    /// The stem of the nearest verb to the left.
    pub verb_before: u32,
    /// The nearest mark to the left, and its distance.
    pub mark_before: [u32; 2],
    /// The nearest mark to the right, and its distance.
    pub mark_after: [u32; 2],
    /// The distance to the next `that`, up to 4; 5 if it is farther.
    pub that: u32,
}

impl Surroundings {
    /// Looks around in a sentence, once from each end.
    pub fn of(words: &[Word], out: &mut Vec<Surroundings>) {
        out.clear();
        out.resize(words.len(), Surroundings::default());
        let id = |word: &Word| if word.tag == Tag::Name { 1 } else { word.lower };
        let (mut nominal, mut verb, mut mark) = (None, 0, None);
        for (at, word) in words.iter().enumerate() {
            let own = &mut out[at];
            let far = |from: usize| bucket(at - from);
            own.nominal_before = nominal.map_or([0; 2], |n: usize| [id(&words[n]), far(n)]);
            own.verb_before = verb;
            own.mark_before = mark.map_or([0, far(0)], |m: usize| [words[m].lower, far(m)]);
            if word.tag.is_nominal() {
                nominal = Some(at);
            } else if word.tag.is_verb() {
                verb = word.stem;
            } else if word.tag == Tag::Mark {
                mark = Some(at);
            }
        }
        let (mut nominal, mut next_that) = (0, usize::MAX);
        let mut mark: Option<usize> = None;
        for (at, word) in words.iter().enumerate().rev() {
            let own = &mut out[at];
            own.nominal_after = nominal;
            own.mark_after = match mark {
                Some(m) => [words[m].lower, bucket(m - at)],
                None => [0, bucket(words.len() - at)],
            };
            own.that = next_that.saturating_sub(at).min(5) as u32;
            if word.tag.is_nominal() {
                nominal = id(word);
            } else if word.tag == Tag::Mark {
                mark = Some(at);
            }
            if word.lower == hash_word("that") {
                next_that = at;
            }
        }
    }
}

/// Returns how the first or last two words of a stretch stand to quotations.
pub(crate) fn edge(words: &[Word], last: bool) -> u32 {
    let quote = |at: usize| words.get(at).map_or(4, |word| word.quote as u32);
    if last {
        quote(words.len().wrapping_sub(1)) * 5 + quote(words.len().wrapping_sub(2))
    } else {
        quote(0) * 5 + quote(1)
    }
}

/// Returns the share of words that are in quotations, their marks included.
pub(crate) fn quoted_share(words: &[Word]) -> f32 {
    let quoted = words.iter().filter(|word| word.quote != Quote::Outside).count();
    quoted as f32 / words.len().max(1) as f32
}
