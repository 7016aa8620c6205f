use alloc::vec::Vec;
use core::ops::Range;

use super::{cue::Cue, extender::Anchor, reading::Reading, word::Quote};

/// A sentence that a content may take.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The sentence.
    pub sentence: usize,
    /// Whether it comes after the cue.
    pub forward: bool,
    /// How many have been taken in this direction.
    pub taken: usize,
    /// How many other cues are in it.
    pub cues: usize,
    /// Which share of it is content of the other cues.
    pub claimed: f32,
    /// Whose the quotation is that comes first in it, seen from the cue.
    pub owner: Owner,
}

/// Whose a quotation is: which contents have words of it in the sentences of
/// their cues.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum Owner {
    /// There is no quotation.
    None,
    /// No content has words of it.
    Nobody,
    /// Only the content that may take the sentence has.
    Own,
    /// Only others have.
    Others,
    /// That and others have.
    Both,
}

/// Which sentences have cues, and how much of them is content.
#[derive(Clone, Debug)]
pub struct Claims {
    cues: Vec<usize>,
    contents: Vec<usize>,
    stretches: Vec<Stretch>,
    /// For each quotation, how many contents have words of it.
    holders: Vec<usize>,
}

/// A run of words of one quotation, which may have others in other paragraphs.
#[derive(Clone, Debug)]
struct Stretch {
    words: Range<usize>,
    quotation: usize,
}

impl Claims {
    /// Counts.
    pub fn new(reading: &Reading, anchors: &[Anchor], cues: &[Cue]) -> Claims {
        let stretches = stretches(reading);
        let quotations = stretches.last().map_or(0, |last| last.quotation + 1);
        let mut counts = alloc::vec![0; reading.sentences.len()];
        for cue in cues.iter().filter(|cue| cue.mass > 0.35) {
            counts[cue.sentence] += 1;
        }
        let mut contents = alloc::vec![0; reading.sentences.len()];
        let mut holders = alloc::vec![0; quotations];
        for anchor in anchors {
            let len: usize = anchor.content.iter().map(ExactSizeIterator::len).sum();
            contents[anchor.cue.sentence] += len;
            let mut last = None;
            for stretch in anchor.content.iter().flat_map(|part| within(&stretches, part)) {
                // They come in order: each but the last is done with.
                if last.replace(stretch.quotation) != Some(stretch.quotation) {
                    holders[stretch.quotation] += 1;
                }
            }
        }
        Claims { cues: counts, contents, stretches, holders }
    }

    /// Returns the step of an anchor to a sentence that is not the cue's own.
    pub fn step(
        &self,
        reading: &Reading,
        anchor: &Anchor,
        sentence: usize,
        forward: bool,
        taken: usize,
    ) -> Step {
        let words = &reading.sentences[sentence].words;
        let claimed = (self.contents[sentence] as f32 / words.len().max(1) as f32).min(1.0);
        let owner = self.owner(anchor, words, forward);
        Step { sentence, forward, taken, cues: self.cues[sentence], claimed, owner }
    }

    /// Whose the first quotation in these words is, or the last one.
    fn owner(&self, anchor: &Anchor, words: &Range<usize>, first: bool) -> Owner {
        let all = within(&self.stretches, words);
        let Some(stretch) = (if first { all.first() } else { all.last() }) else {
            return Owner::None;
        };
        let mut parts = anchor.content.iter().flat_map(|part| within(&self.stretches, part));
        let own = parts.any(|other| other.quotation == stretch.quotation);
        match (own, self.holders[stretch.quotation] > usize::from(own)) {
            (false, false) => Owner::Nobody,
            (true, false) => Owner::Own,
            (false, true) => Owner::Others,
            (true, true) => Owner::Both,
        }
    }
}

/// Returns those of the stretches, which are in order, that have some of these words.
fn within<'s>(stretches: &'s [Stretch], words: &Range<usize>) -> &'s [Stretch] {
    let from = stretches.partition_point(|stretch| stretch.words.end <= words.start);
    let to = stretches.partition_point(|stretch| stretch.words.start < words.end);
    &stretches[from..to.max(from)]
}

/// Returns the stretches of quoted words, in order.
fn stretches(reading: &Reading) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut before = Quote::Outside;
    for (at, word) in reading.words.iter().enumerate() {
        let begins =
            before == Quote::Outside || word.quote == Quote::Opening && before != Quote::Opening;
        before = word.quote;
        match stretches.last_mut() {
            _ if word.quote == Quote::Outside => {}
            Some(last) if !begins => last.words.end = at + 1,
            last => {
                let quotation = last.map_or(0, |last| last.quotation + usize::from(!word.resumes));
                stretches.push(Stretch { words: at..at + 1, quotation });
            }
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::{Input, Quoted, model::Classes};
    use sayso_span::Span;

    /// Two quotations: one of two sentences, the first without a cue, and one of
    /// one sentence.
    const TEXT: &str = "\"It rained. It poured,\" he said. \"Yes.\"";

    fn reading() -> Reading {
        let mut tokens: Vec<Span> = Vec::new();
        for (at, c) in TEXT.char_indices() {
            let is_word = c.is_alphabetic();
            match tokens.last_mut() {
                Some(last)
                    if is_word && last.end() == at && !TEXT[*last].starts_with(['"', ' ']) =>
                {
                    *last = Span::new(last.start(), at + 1);
                }
                _ if c == ' ' => {}
                _ => tokens.push(Span::new(at, at + 1)),
            }
        }
        let find = |part: &str| {
            let at = TEXT.find(part).expect("it is in the text");
            Span::new(at, at + part.len())
        };
        let sentences = [find("\"It rained."), find("It poured,\" he said."), find("\"Yes.\"")];
        let quotation = |part: &str, chain| {
            let span = find(part);
            let inner = Span::new(span.start() + 1, span.end() - 1);
            Quoted { span, inner, depth: 0, chain, speech: 1.0 }
        };
        let quotations = [quotation("\"It rained. It poured,\"", 0), quotation("\"Yes.\"", 1)];
        let input = Input {
            text: TEXT,
            tokens: &tokens,
            sentences: &sentences,
            quotations: &quotations,
            names: &[],
        };
        Reading::new(input, &Classes::default()).0
    }

    /// An anchor at a word, with a content.
    fn anchor(reading: &Reading, word: usize, content: Range<usize>) -> Anchor {
        let content = core::iter::once(content).collect();
        Anchor { cue: Cue::new(reading, word..word + 1), source: word..word, content }
    }

    #[test]
    fn a_quotation_has_an_owner() {
        let reading = reading();
        // " It rained . It poured , " he said . " Yes . "
        assert_eq!(reading.words.len(), 15);
        let one = anchor(&reading, 9, 4..8);
        let two = anchor(&reading, 8, 4..6);
        let owner = |anchors: &[Anchor], sentence: usize| {
            let claims = Claims::new(&reading, anchors, &[]);
            claims.step(&reading, &anchors[0], sentence, sentence > 1, 0).owner
        };
        assert_eq!(owner(core::slice::from_ref(&one), 0), Owner::Own);
        assert_eq!(owner(core::slice::from_ref(&one), 2), Owner::Nobody);
        assert_eq!(owner(&[one.clone(), two], 0), Owner::Both);
        let other = anchor(&reading, 9, 12..13);
        assert_eq!(owner(&[one.clone(), other.clone()], 2), Owner::Others);
        assert_eq!(owner(&[other, one], 0), Owner::Others);
        let claims = Claims::new(&reading, &[], &[]);
        assert_eq!(claims.stretches.len(), 2);
    }
}
