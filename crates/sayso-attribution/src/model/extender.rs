use alloc::vec::Vec;
use core::ops::Range;

use super::{
    claims::{Claims, Step},
    cue::Cue,
    features::{Features, Sink, bucket, hash_word},
    reading::Reading,
    surroundings::{edge, quoted_share},
    table::Table,
    word::{Quote, Word},
};

/// Tells how far a content goes on over the sentences before and after its
/// cue's: a logistic model of one neighboring sentence after another.
#[derive(Clone, Debug)]
pub struct Extender {
    /// The weights of the features.
    pub table: Table<1, { 1 << Extender::BITS }>,
}

/// A cue with the content in its sentence.
#[derive(Clone, Debug)]
pub struct Anchor {
    /// The cue.
    pub cue: Cue,
    /// The source; empty if there is none.
    pub source: Range<usize>,
    /// The content in the cue's sentence, in order.
    pub content: Vec<Range<usize>>,
}

/// How many sentences a content can go on in either direction.
const LIMIT: usize = 60;

/// What distance takes from the claim to a sentence, in log-odds a sentence.
const DECAY: f32 = 0.5;

impl Extender {
    /// Binary logarithm of the rows of the table.
    pub const BITS: u32 = 15;

    /// Collects the features of a step.
    pub fn features<S: Sink>(reading: &Reading, anchor: &Anchor, step: Step, sink: S) -> S {
        let Anchor { cue, content, .. } = anchor;
        let own = &reading.sentences[cue.sentence];
        let toward = if step.forward { step.sentence - 1 } else { step.sentence + 1 };
        let (sentence, before) = (&reading.sentences[step.sentence], &reading.sentences[toward]);
        let (words, near) = (reading.words_of(step.sentence), reading.words_of(toward));
        let level =
            |share: f32| u32::from(share > 0.0) + u32::from(share > 0.3) + u32::from(share > 0.95);
        let (starts, ends) = (edge(words, false), edge(words, true));
        // The words on either side of the line between the two sentences.
        let line = if step.forward {
            edge(near, true) * 25 + starts
        } else {
            ends * 25 + edge(near, false)
        };
        let (share, near_share) =
            (level(quoted_share(head(words))), level(quoted_share(head(near))));
        let paragraphs = sentence.paragraph.abs_diff(before.paragraph).min(2) as u32;
        let resumes = u32::from(words.first().is_some_and(|w| w.resumes))
            + 2 * u32::from(near.first().is_some_and(|w| w.resumes));
        let inner = || content.iter().flat_map(|c| &reading.words[c.clone()]);
        let quoted = inner().filter(|w| w.quote != Quote::Outside).count();
        let total = inner().count();
        let quoted = if total == 0 { 3 } else { level(quoted as f32 / total as f32) };
        let (left, right) = (
            content.iter().any(|c| c.end <= cue.words.start),
            content.iter().any(|c| c.start >= cue.words.end),
        );
        let reaches = if step.forward {
            content.iter().any(|c| c.end + 2 > own.words.end)
        } else {
            content.iter().any(|c| c.start < own.words.start + 2)
        };
        let shape = quoted * 8 + u32::from(left) * 4 + u32::from(right) * 2 + u32::from(reaches);
        let taken = step.taken.min(4) as u32;
        let cues = step.cues.min(2) as u32;
        let claimed = u32::from(step.claimed > 0.1) + u32::from(step.claimed > 0.6);
        let owner = step.owner as u32;
        let (kind, stem) = (cue.kind as u32, cue.stem);
        let after = &reading.words[cue.words.end..own.words.end.max(cue.words.end)];
        let next = after.first().map_or(77, |w| w.key);
        let colon = hash_word(":");
        let ends_in =
            u32::from(reading.words[..own.words.end].last().is_some_and(|w| w.lower == colon)) * 2
                + u32::from(after.len() <= 1);
        let first = words.first().map_or(0, |w| w.key);
        let second = words.get(1).map_or(0, |w| w.key);
        let lower = words.first().map_or(0, |w| w.lower);
        let person = u32::from(head(words).iter().any(is_first_person))
            + 2 * u32::from(inner().any(is_first_person));
        let length = bucket(words.len());
        let leads = u32::from(sentence.leads) + 2 * u32::from(before.leads);
        let quotes = reading.sentences[cue.sentence].quotes;
        let distance = step.sentence.abs_diff(cue.sentence).min(6) as u32;
        let mut features = Features::new(24 + u32::from(step.forward), sink);
        features.add([]);
        features.add([line]);
        features.add([line, paragraphs]);
        features.add([line, paragraphs, shape]);
        features.add([line, shape, taken]);
        features.add([line, share, taken]);
        features.add([starts, ends, share]);
        features.add([starts, paragraphs, shape]);
        features.add([share, near_share, paragraphs]);
        features.add([share, near_share, paragraphs, shape]);
        features.add([share, near_share, paragraphs, taken]);
        features.add([paragraphs, taken, shape]);
        features.add([resumes, paragraphs]);
        features.add([resumes, shape, share]);
        features.add([leads, share, shape]);
        features.add([shape]);
        features.add([shape, kind]);
        features.add([shape, share, kind]);
        features.add([shape, stem]);
        features.add([share, stem, taken.min(1)]);
        features.add([cues, share]);
        features.add([cues, share, shape, paragraphs]);
        features.add([claimed, share]);
        features.add([claimed, shape, paragraphs]);
        features.add([claimed, cues, taken.min(1), share]);
        features.add([kind, ends_in]);
        features.add([kind, ends_in, share, paragraphs]);
        features.add([ends_in, shape, share, paragraphs]);
        features.add([next, shape, paragraphs]);
        features.add([next, share, paragraphs]);
        features.add([first, share]);
        features.add([first, second, share]);
        features.add([lower, share]);
        features.add([first, shape, paragraphs]);
        features.add([person, share]);
        features.add([person, share, shape, paragraphs]);
        features.add([length, share]);
        features.add([length, share, shape]);
        features.add([distance, share, paragraphs]);
        features.add([u32::from(quotes), share, paragraphs]);
        features.add([owner]);
        features.add([owner, line]);
        features.add([owner, share, shape]);
        features.add([owner, taken, shape]);
        features.add([owner, paragraphs, shape]);
        features.add([owner, cues, paragraphs]);
        features.finish()
    }

    /// Adds to the contents of anchors, in order of their cues, what goes on
    /// in other sentences.
    pub fn extend(
        &self,
        reading: &Reading,
        anchors: &[Anchor],
        cues: &[Cue],
    ) -> Vec<Vec<Range<usize>>> {
        let claims = Claims::new(reading, anchors, cues);
        // Who wants a sentence, and how much.
        let mut wanted: Vec<Option<(f32, usize)>> = alloc::vec![None; reading.sentences.len()];
        for (number, anchor) in anchors.iter().enumerate() {
            for forward in [true, false] {
                let mut sentence = anchor.cue.sentence;
                for taken in 0..LIMIT {
                    let next = if forward { sentence + 1 } else { sentence.wrapping_sub(1) };
                    if next >= reading.sentences.len() {
                        break;
                    }
                    sentence = next;
                    let step = claims.step(reading, anchor, sentence, forward, taken);
                    let sums = Extender::features(reading, anchor, step, self.table.sums());
                    let [score] = sums.scores();
                    if score <= 0.0 {
                        break;
                    }
                    let want = score - DECAY * taken as f32;
                    if wanted[sentence].is_none_or(|(most, _)| want > most) {
                        wanted[sentence] = Some((want, number));
                    }
                }
            }
        }
        let mut contents: Vec<Vec<Range<usize>>> =
            anchors.iter().map(|anchor| anchor.content.clone()).collect();
        for (sentence, claim) in wanted.iter().enumerate() {
            let Some((_, number)) = claim else { continue };
            contents[*number].push(part(reading, sentence));
        }
        for content in &mut contents {
            content.sort_by_key(|part| part.start);
        }
        contents
    }
}

/// Returns the words of a sentence that go with a content that reaches it: a
/// quotation at its beginning without what follows it, or all.
fn part(reading: &Reading, sentence: usize) -> Range<usize> {
    let all = reading.sentences[sentence].words.clone();
    let words = reading.words_of(sentence);
    if words.first().is_some_and(|w| w.quote != Quote::Outside) {
        let closing = words.iter().position(|w| w.quote == Quote::Closing);
        if let Some(at) = closing.filter(|at| words.len() - at - 1 > 3) {
            return all.start..all.start + at + 1;
        }
    }
    all
}

/// Returns the words of a sentence that are looked at: all, but of a sentence
/// such as nobody writes. Many cues may ask for the same one.
fn head(words: &[Word]) -> &[Word] {
    &words[..words.len().min(200)]
}

/// Returns whether a word is the speaker's name for himself.
fn is_first_person(word: &Word) -> bool {
    const WORDS: [u32; 6] = [
        hash_word("i"),
        hash_word("we"),
        hash_word("my"),
        hash_word("our"),
        hash_word("me"),
        hash_word("us"),
    ];
    WORDS.contains(&word.lower)
}
