use alloc::vec::Vec;

use super::{
    candidate::{Candidate, disjoint},
    choice::normalize,
    features::{Features, Sink, bucket, half, tenth},
    reading::Reading,
    table::Table,
    tag::Tag,
    word::{Quote, Word},
};

/// Chooses among the analyses of a candidate, or rejects it: one log-linear
/// model of all that may be, the likelihood of nothing being fixed.
#[derive(Clone, Debug)]
pub struct Ranker {
    /// The weights of the features.
    pub table: Table<1, { 1 << Ranker::BITS }>,
}

/// Five bits for each kind of word, runs of a kind once, at most `limit`.
fn path(words: &[Word], limit: usize) -> u32 {
    let (mut path, mut last, mut length) = (1_u32, 99, 0);
    for word in words {
        let symbol = match word.tag {
            Tag::Determiner | Tag::Adjective | Tag::Adverb | Tag::Number => continue,
            Tag::Name => Tag::Noun as u32,
            Tag::Mark if word.quote.is_mark() => 29,
            Tag::Mark => 24 + word.lower % 5,
            tag => tag as u32,
        };
        if symbol != last {
            path = path.wrapping_mul(31).wrapping_add(symbol);
            last = symbol;
            length += 1;
            if length == limit {
                break;
            }
        }
    }
    path
}

/// Three levels of a share of quoted words: none, some, nearly all.
fn quoted_level(share: f32) -> u32 {
    u32::from(share > 0.05) + u32::from(share >= 0.85)
}

impl Ranker {
    /// Binary logarithm of the rows of the table.
    pub const BITS: u32 = 18;

    /// Seeds of the features that a candidate has whatever its analysis, and of an
    /// analysis' own.
    pub(super) const BASE: u32 = 16;
    pub(super) const OWN: u32 = 17;

    /// Collects the features that do not depend on the analysis.
    pub fn base<S: Sink>(reading: &Reading, candidates: &[Candidate], at: usize, sink: S) -> S {
        let Candidate { cue, nested, .. } = &candidates[at];
        let sentence = &reading.sentences[cue.sentence];
        let near = |at: Option<usize>| {
            at.filter(|at| sentence.words.contains(at)).map(|at| &reading.words[at])
        };
        let key = |word: Option<&Word>| word.map_or(77, |word| word.key);
        let (next, next2) = (key(near(Some(cue.words.end))), key(near(Some(cue.words.end + 1))));
        let before = key(near(cue.words.start.checked_sub(1)));
        let before2 = key(near(cue.words.start.checked_sub(2)));
        let odds = |p: f32| half(super::math::ln(p.max(1e-5) / (1.0 - p).max(1e-5)));
        let (begins, mass) = (odds(cue.begins), odds(cue.mass));
        let (kind, stem, string) = (cue.kind as u32, cue.stem, cue.string);
        let [fine, coarse] = cue.classes;
        let quote = reading.words[cue.words.start].quote as u32;
        let others = Candidate::neighbors(candidates, at).count().min(3) as u32;
        let tags = reading.words[cue.words.clone()].iter().take(3);
        let tags = tags.fold(1, |all, word| all * 32 + word.tag as u32);
        let mut features = Features::new(Ranker::BASE, sink);
        features.add([]);
        features.add([begins]);
        features.add([mass]);
        features.add([begins, mass]);
        features.add([mass, kind]);
        features.add([stem]);
        features.add([string]);
        features.add([kind]);
        features.add([stem, kind]);
        features.add([tags]);
        features.add([tags, next]);
        features.add([next, kind]);
        features.add([before, kind]);
        features.add([stem, next]);
        features.add([stem, before]);
        features.add([next, next2, kind]);
        features.add([before2, before, kind]);
        features.add([fine]);
        features.add([coarse, next]);
        features.add([fine, next]);
        features.add([fine, kind]);
        features.add([coarse, mass]);
        features.add([quote, kind]);
        features.add([quote, stem]);
        features.add([*nested]);
        features.add([*nested, kind]);
        features.add([*nested, quote]);
        features.add([*nested, stem]);
        features.add([others, kind]);
        features.add([others, mass]);
        features.add([u32::from(sentence.quotes), kind]);
        features.add([u32::from(sentence.quotes), stem]);
        features.add([bucket(sentence.words.len())]);
        features.add([bucket(cue.words.start - sentence.words.start), kind]);
        features.add([bucket(sentence.words.end - cue.words.end), kind]);
        features.add([cue.words.len().min(5) as u32, kind]);
        features.finish()
    }

    /// Collects the features of an analysis.
    pub fn features<S: Sink>(
        reading: &Reading,
        candidates: &[Candidate],
        at: usize,
        rank: usize,
        sink: S,
    ) -> S {
        let candidate = &candidates[at];
        let (cue, analysis) = (&candidate.cue, &candidate.analyses[rank]);
        let words = &reading.words;
        let sentence = &reading.sentences[cue.sentence].words;
        let word = |at: Option<usize>| at.filter(|at| sentence.contains(at)).map(|at| &words[at]);
        let key = |at: usize| word(Some(at)).map_or(77, |word| word.key);
        let key_before = |at: usize| word(at.checked_sub(1)).map_or(77, |word| word.key);
        let quote = |at: usize| word(Some(at)).map_or(9, |word| word.quote as u32);
        let quote_before = |at: usize| word(at.checked_sub(1)).map_or(9, |word| word.quote as u32);
        let (kind, stem, coarse, fine) =
            (cue.kind as u32, cue.stem, cue.classes[1], cue.classes[0]);
        let mass = tenth(cue.mass);
        let next = key(cue.words.end);
        let best = candidate.analyses[0].log_p;
        let rank = rank.min(10) as u32;

        // Source.
        let source = &analysis.source;
        let source_words = &words[source.clone()];
        let side = match source {
            s if s.is_empty() => 0,
            s if s.end <= cue.words.start => 1 + u32::from(s.end == cue.words.start),
            s => 3 + u32::from(s.start == cue.words.end),
        };
        let gap = match side {
            0 => 0..0,
            1 | 2 => source.end..cue.words.start,
            _ => cue.words.end..source.start,
        };
        let gap_path = path(&words[gap.clone()], 6);
        let source_len = bucket(source.len());
        let source_path = path(source_words, 6);
        let source_first = source_words.first().map_or(0, |w| w.key);
        let last = source_words.last();
        let source_last = last.map_or(0, |w| w.lower);
        let source_tag = last.map_or(30, |w| w.tag as u32);
        let source_class = last.map_or(0, |w| w.classes[1]);
        let source_shape = last.map_or(9, |w| w.shape as u32);
        let [before_source, after_source] =
            if side == 0 { [76; 2] } else { [key_before(source.start), key(source.end)] };
        let has = |test: fn(&Word) -> bool| u32::from(source_words.iter().any(test));
        let insides = has(|w| w.tag == Tag::Mark) * 4
            + has(|w| w.tag == Tag::Question) * 2
            + has(|w| w.tag == Tag::Preposition);
        let source_quotes = if side == 0 {
            99
        } else {
            quote_before(source.start) * 100 + quote(source.start) * 10 + quote(source.end)
        };
        let borrowed = u32::from(analysis.borrowed);

        // Content.
        let content = &analysis.content;
        let (start, end) = match (content.first(), content.last()) {
            (Some(first), Some(last)) => (first.start, last.end),
            _ => (cue.words.end, cue.words.end),
        };
        let sides = u32::from(content.iter().any(|c| c.end <= cue.words.start))
            + 2 * u32::from(content.iter().any(|c| c.start >= cue.words.end));
        let inner = || content.iter().flat_map(|c| &words[c.clone()]);
        let len = analysis.content_len();
        let quoted = inner().filter(|w| w.quote != Quote::Outside).count();
        let share = quoted_level(quoted as f32 / len.max(1) as f32);
        let finite = u32::from(inner().any(|w| w.tag.is_finite()));
        let length = bucket(len);
        let runs = content.len().min(3) as u32;
        let (first_key, second_key) =
            if len == 0 { (76, 76) } else { (key(start), key(start + 1)) };
        let first_word = if len == 0 { None } else { word(Some(start)) };
        let first_lower = first_word.map_or(0, |w| w.lower);
        let first_class = first_word.map_or(0, |w| w.classes[1]);
        let last_key = if len == 0 { 76 } else { key_before(end) };
        let (before_key, after_key, after_key2) = (key_before(start), key(end), key(end + 1));
        let content_gap = if sides & 2 != 0 {
            let right =
                content.iter().find(|c| c.start >= cue.words.end).map_or(start, |c| c.start);
            path(&words[cue.words.end..right], 5)
        } else {
            path(&words[end.min(cue.words.start)..cue.words.start], 5)
        };
        let left_over = &words[sentence.start..start.clamp(sentence.start, sentence.end)];
        let right_over = &words[end.clamp(sentence.start, sentence.end)..sentence.end];
        let near_left = &left_over[left_over.len().saturating_sub(24)..];
        let near_right = &right_over[..right_over.len().min(24)];
        let (left_path, right_path) = (path(near_left, 5), path(near_right, 5));
        let verb_left = u32::from(near_left.iter().any(|w| w.tag.is_finite()));
        let verb_right = u32::from(near_right.iter().any(|w| w.tag.is_finite()));
        let edges = u32::from(left_over.is_empty()) * 2 + u32::from(right_over.len() <= 1);
        let content_path = content.last().map_or(0, |c| path(&words[c.clone()], 5));
        let quotes =
            quote_before(start) * 1000 + quote(start) * 100 + quote_before(end) * 10 + quote(end);
        let tag = |at: usize| word(Some(at)).map_or(77, |w| w.tag as u32);
        let tag_before = |at: usize| word(at.checked_sub(1)).map_or(77, |w| w.tag as u32);

        // Others.
        let (mut inside, mut shared, mut same_source, mut likelier) = (0, 0, 0, 0);
        for other in Candidate::neighbors(candidates, at).filter(|o| o.cue.mass > 0.35) {
            inside += u32::from(content.iter().any(|c| c.contains(&other.cue.words.start)));
            let Some(first) = other.analyses.first() else { continue };
            let overlaps = content.iter().any(|c| first.content.iter().any(|o| !disjoint(c, o)));
            shared += u32::from(overlaps);
            likelier += u32::from(overlaps && other.cue.mass > cue.mass);
            same_source += u32::from(!source.is_empty() && first.source == *source);
        }
        let (inside, shared, same_source, likelier) =
            (inside.min(2), shared.min(2), same_source.min(1), likelier.min(1));
        let log_p = half(analysis.log_p);

        let mut features = Features::new(Ranker::OWN, sink);
        features.add([log_p]);
        features.add([log_p, kind]);
        features.add([half(analysis.log_p - best)]);
        features.add([half(analysis.log_p - best), kind]);
        features.add([rank]);
        features.add([rank, mass]);
        features.add([rank, log_p]);
        features.add([borrowed, kind]);
        features.add([borrowed, stem]);
        // Source.
        features.add([side, kind]);
        features.add([side, stem]);
        features.add([side, coarse]);
        features.add([side, mass]);
        features.add([source_len, side]);
        features.add([source_tag, kind, side]);
        features.add([source_last, side]);
        features.add([source_last, stem]);
        features.add([source_first, side]);
        features.add([source_shape, stem]);
        features.add([source_shape, kind, side]);
        features.add([bucket(gap.len()), side, kind]);
        features.add([source_path]);
        features.add([source_path, side, after_source]);
        features.add([source_path, kind]);
        features.add([before_source, source_first]);
        features.add([before_source, source_first, side]);
        features.add([source_tag, after_source]);
        features.add([source_last, after_source]);
        features.add([before_source, after_source, side]);
        features.add([source_len, after_source, side]);
        features.add([insides, after_source]);
        features.add([gap_path, side]);
        features.add([gap_path, side, kind]);
        features.add([gap_path, source_path]);
        features.add([source_quotes, side]);
        features.add([source_class, side]);
        features.add([source_class, stem]);
        features.add([source_class, coarse]);
        features.add([source_class, fine, side]);
        // Content.
        features.add([sides, kind]);
        features.add([sides, stem]);
        features.add([sides, side, kind]);
        features.add([sides, fine]);
        features.add([length, kind]);
        features.add([length, sides, share]);
        features.add([length, stem]);
        features.add([share, kind, sides]);
        features.add([share, stem]);
        features.add([share, fine]);
        features.add([finite, stem]);
        features.add([finite, kind, sides]);
        features.add([finite, fine, length]);
        features.add([first_key, kind]);
        features.add([first_key, stem]);
        features.add([first_key, fine]);
        features.add([first_key, second_key]);
        features.add([first_key, second_key, kind]);
        features.add([first_lower, kind]);
        features.add([first_class, coarse]);
        features.add([before_key, first_key, sides]);
        features.add([before_key, first_key, kind]);
        features.add([last_key, after_key]);
        features.add([last_key, after_key, after_key2]);
        features.add([after_key, after_key2, kind]);
        features.add([after_key, sides, kind]);
        features.add([tag_before(end), tag(end), tag(end + 1)]);
        features.add([tag_before(end.wrapping_sub(1)), tag_before(end), tag(end)]);
        features.add([quotes]);
        features.add([quotes, kind, sides]);
        features.add([content_gap, kind]);
        features.add([content_gap, stem]);
        features.add([content_gap, fine]);
        features.add([runs, sides, kind]);
        features.add([left_path, kind, sides]);
        features.add([right_path, kind, sides]);
        features.add([right_path, stem]);
        features.add([left_path, right_path, kind]);
        features.add([verb_left, verb_right, sides, kind]);
        features.add([content_path, kind]);
        features.add([content_path, stem]);
        features.add([content_path, coarse]);
        features.add([edges, sides, kind]);
        features.add([bucket(left_over.len()), sides, side]);
        features.add([bucket(right_over.len()), sides, side]);
        // Others.
        features.add([inside, kind]);
        features.add([inside, stem]);
        features.add([shared, likelier, kind]);
        features.add([shared, likelier, candidate.nested]);
        features.add([same_source, side, kind]);
        features.add([same_source, mass]);
        features.add([next, side, sides]);
        features.add([next, stem, sides]);
        features.finish()
    }

    /// Returns what a candidate scores whatever its analysis.
    pub fn base_score(&self, reading: &Reading, candidates: &[Candidate], at: usize) -> f32 {
        let [score] = Ranker::base(reading, candidates, at, self.table.sums()).scores();
        score
    }

    /// Returns the probabilities of a candidate's analyses, given what it scores
    /// whatever its analysis; what is left to 1 is the probability that it is
    /// nothing.
    pub fn probabilities(
        &self,
        reading: &Reading,
        candidates: &[Candidate],
        at: usize,
        base: f32,
    ) -> Vec<f32> {
        let score = |rank| {
            let sums = Ranker::features(reading, candidates, at, rank, self.table.sums());
            base + sums.scores()[0]
        };
        let scores: Vec<f32> = (0..candidates[at].analyses.len()).map(score).collect();
        normalize(&scores)
    }
}
