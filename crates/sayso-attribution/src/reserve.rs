use alloc::vec::Vec;
use core::ops::Range;

use crate::{candidate::Candidate, cue, document::Document, floating, ranges, rules, whole};

/// A quotation of fewer tokens, marks among them, may be no speech.
const SHORTEST: usize = 5;

/// How much less likely than others what rules find too may be.
const DOUBT: f32 = 0.16;

/// Adds to the candidates what the model has doubts about where rules [agree](agrees), or
/// where a quotation would else be left alone: that somebody utters it is likely, and only
/// the words that say so are in doubt. So is what stands right beside a quotation to which
/// others only reach over from another sentence, whether the model has it or not.
///
/// # Complexity
///
/// Linear in the sizes of the contents, and *n* log *n* in the number of candidates
/// in reserve.
pub(crate) fn draw(
    document: &Document<'_>,
    candidates: &mut Vec<Candidate>,
    mut reserve: Vec<Candidate>,
    threshold: f32,
) {
    let agreed = threshold - DOUBT;
    let mut taken = Taken::new(document, candidates);
    reserve.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let read = read_by_rules(document, &reserve, agreed);
    for candidate in reserve {
        let direct = is_direct(document, &candidate);
        let alone = |quote: usize| {
            let tokens = &document.quotes[quote].tokens;
            let beside = whole::is_beside(document, &candidate, quote);
            tokens.len() >= SHORTEST && (beside || direct && !taken.reaches(tokens))
        };
        let wanted = candidate.source.is_some()
            && taken.is_free(&candidate)
            && (whole::touched(document, &candidate).into_iter().any(alone)
                || candidate.confidence >= agreed
                    && !candidate.content.iter().any(|part| taken.reaches(part))
                    && agrees(&candidate, &read));
        if wanted {
            taken.add(&candidate);
            candidates.push(candidate);
        }
    }
    draw_clauses(document, candidates, &mut taken);
}

/// Adds the clauses of speaking beside quotations that are still left alone, or that
/// are only with others that stand further off: `“No,” advises Ms. May`, `A banner
/// read, “Stay.”`, `He denied all: “It was not me,” he said`.
fn draw_clauses(document: &Document<'_>, candidates: &mut Vec<Candidate>, taken: &mut Taken) {
    let mut has_neighbor = alloc::vec![false; document.quotes.len()];
    for candidate in candidates.iter() {
        for quote in whole::touched(document, candidate) {
            has_neighbor[quote] |= whole::is_beside(document, candidate, quote);
        }
    }
    for (number, quote) in document.quotes.iter().map(|quote| &quote.tokens).enumerate() {
        if quote.len() < SHORTEST || has_neighbor[number] {
            continue;
        }
        let clause = floating::beside(document, quote);
        let Some((source, cue)) = clause.or_else(|| floating::ahead(document, quote)) else {
            continue;
        };
        let candidate = Candidate {
            source: Some(source),
            cue: Some(cue),
            content: alloc::vec![quote.clone()],
            confidence: 0.6,
            verbatim: false,
        };
        let is_free = |range: &Range<usize>| !taken.own[range.clone()].contains(&true);
        let roles_free = candidate.source.iter().chain(&candidate.cue).all(is_free);
        if floating::speaks(document, &candidate) && roles_free {
            taken.add(&candidate);
            candidates.push(candidate);
        }
    }
}

/// What rules make of the cues of candidates that are likely enough, in order.
fn read_by_rules(
    document: &Document<'_>,
    reserve: &[Candidate],
    threshold: f32,
) -> Vec<Candidate> {
    let likely = reserve.iter().filter(|candidate| candidate.confidence >= threshold);
    let mut doubtful: Vec<Range<usize>> =
        likely.filter_map(|candidate| candidate.cue.clone()).collect();
    doubtful.sort_by_key(|cue| cue.start);
    let mut cues = Vec::new();
    let mut read = 0;
    for doubtful in doubtful {
        let start = doubtful.start.max(read);
        read = read.max(doubtful.end);
        cues.extend(cue::cues(document, start..read));
    }
    let mut found = rules::candidates(document, &cues);
    found.sort_by_key(|candidate| candidate.cue.as_ref().map(|cue| cue.start));
    found
}

/// Whether rules make the same of a cue: the same source, and a content that begins
/// or ends where that of the candidate does.
///
/// Each is wrong in its own way: of some 60 of those in annotated news of which both
/// make the same and the model has doubts, two of three are right.
fn agrees(candidate: &Candidate, read: &[Candidate]) -> bool {
    let Some(cue) = &candidate.cue else { return false };
    let source = |one: &Candidate| one.source.as_ref().map(|source| source.start);
    let first = |one: &Candidate| one.content.first().map(|part| part.start);
    let last = |one: &Candidate| one.content.last().map(|part| part.end);
    let near =
        read.partition_point(|other| other.cue.as_ref().is_some_and(|own| own.end <= cue.start));
    read[near..]
        .iter()
        .take_while(|other| other.cue.as_ref().is_some_and(|own| own.start < cue.end))
        .any(|other| {
            source(other) == source(candidate)
                && (first(other) == first(candidate) || last(other) == last(candidate))
        })
}

/// Whether nearly all of the content is quoted.
fn is_direct(document: &Document<'_>, candidate: &Candidate) -> bool {
    let tokens = candidate.content.iter().flat_map(|range| range.clone());
    let quoted = tokens.filter(|&i| document.quote(i).is_some()).count();
    quoted * 10 >= candidate.size() * 8
}

/// What candidates cover.
struct Taken {
    /// For each token, whether it is in a candidate.
    all: Vec<bool>,
    /// And whether in one whose cue is in the same sentence.
    own: Vec<bool>,
}

impl Taken {
    fn new(document: &Document<'_>, candidates: &[Candidate]) -> Taken {
        let len = document.len();
        let all = candidates.iter().flat_map(Candidate::ranges).cloned();
        let own = candidates.iter().flat_map(|candidate| {
            let sentence = whole::own_sentence(document, candidate).unwrap_or(0..len);
            candidate
                .ranges()
                .map(move |range| range.start.max(sentence.start)..range.end.min(sentence.end))
        });
        Taken { all: ranges::covered(len, all), own: ranges::covered(len, own) }
    }

    /// Adds a candidate that is free and that its sentence has.
    fn add(&mut self, candidate: &Candidate) {
        for range in candidate.ranges() {
            self.all[range.clone()].fill(true);
            self.own[range.clone()].fill(true);
        }
    }

    fn is_free(&self, candidate: &Candidate) -> bool {
        candidate.ranges().all(|range| !self.own[range.clone()].contains(&true))
    }

    fn reaches(&self, tokens: &Range<usize>) -> bool {
        self.all[tokens.clone()].contains(&true)
    }
}
