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
        let id = |word: &Word| if word.tag == Tag::Name { 1 } else { word.lower };
        // What was seen last, and where.
        let (mut nominal, mut verb, mut mark) = (None, 0, (0, 0));
        out.extend(words.iter().enumerate().map(|(at, word)| {
            let far = |from: usize| bucket(at - from);
            let own = Surroundings {
                nominal_before: nominal.map_or([0; 2], |(id, from)| [id, far(from)]),
                verb_before: verb,
                mark_before: [mark.0, far(mark.1)],
                ..Surroundings::default()
            };
            if word.tag.is_nominal() {
                nominal = Some((id(word), at));
            } else if word.tag.is_verb() {
                verb = word.stem;
            } else if word.tag == Tag::Mark {
                mark = (word.lower, at);
            }
            own
        }));
        let (mut nominal, mut mark, mut that) = (0, (0, words.len()), usize::MAX);
        for (at, (own, word)) in out.iter_mut().zip(words).enumerate().rev() {
            own.nominal_after = nominal;
            own.mark_after = [mark.0, bucket(mark.1 - at)];
            own.that = that.saturating_sub(at).min(5) as u32;
            if word.tag.is_nominal() {
                nominal = id(word);
            } else if word.tag == Tag::Mark {
                mark = (word.lower, at);
            }
            if word.lower == hash_word("that") {
                that = at;
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
