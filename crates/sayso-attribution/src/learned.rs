use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    Input, Model,
    candidate::Candidate,
    lexicon::Word,
    model::{Found, Quote, Reading, Tag},
    spellings::Spellings,
    tables::list,
};

/// How much less likely a candidate may be that is kept in reserve.
const DOUBT: f32 = 0.23;

/// What a model finds, each in order.
#[derive(Debug)]
pub(crate) struct Learned {
    /// What is likely enough.
    pub(crate) candidates: Vec<Candidate>,
    /// What is not, but not out of the question either; only what their sentence
    /// has of their contents.
    pub(crate) reserve: Vec<Candidate>,
}

/// Returns the attributions that a model finds to be likelier than `threshold`, and
/// those that are a little less likely.
pub(crate) fn candidates(
    model: &Model,
    input: Input<'_>,
    spellings: &Spellings,
    threshold: f32,
) -> Learned {
    let reading = model.read_spellings(input, spellings);
    let (found, reserve) = model.find_and_reserve(&reading, threshold, threshold - DOUBT);
    let candidates = |found: Vec<Found>| {
        let found = found.into_iter().map(|found| candidate(input, &reading, found));
        let mut candidates: Vec<Candidate> = found.collect();
        candidates.sort_by_key(Candidate::start);
        candidates
    };
    Learned { candidates: candidates(found), reserve: candidates(reserve) }
}

/// The text of a word, which is that of its token.
fn token(input: Input<'_>, word: usize) -> &str {
    &input.text[input.tokens[word]]
}

/// Joins what belongs together, and leaves the marks at the edges of a content
/// outside that are not the speaker's.
fn candidate(input: Input<'_>, reading: &Reading, found: Found) -> Candidate {
    let mut content: Vec<Range<usize>> = Vec::new();
    for part in found.content {
        match content.last_mut() {
            Some(last) if last.end == part.start => last.end = part.end,
            _ => content.push(part),
        }
    }
    let is_edge = |at: usize| {
        reading.words[at].quote == Quote::Outside
            && matches!(token(input, at), "," | "." | ";" | ":" | "-" | "--" | "–" | "—")
    };
    if let Some(last) = content.last_mut() {
        last.end = before_aside(input, reading, last.clone());
        if found.source.end <= found.cue.words.start && found.cue.words.end <= last.start {
            last.end = before_main_clause(input, reading, &found.source, last.clone());
        }
    }
    for part in &mut content {
        while part.start < part.end && is_edge(part.end - 1) {
            part.end -= 1;
        }
        while part.start < part.end && is_edge(part.start) {
            part.start += 1;
        }
    }
    content.retain(|part| !part.is_empty());
    Candidate {
        source: Some(found.source).filter(|source| !source.is_empty()),
        cue: Some(found.cue.words),
        content,
        confidence: found.confidence,
        verbatim: false,
    }
}

/// The end of a content without what the writer adds behind a dash, as in
/// `said the plan was dead - echoing what his rival had said`.
fn before_aside(input: Input<'_>, reading: &Reading, content: Range<usize>) -> usize {
    let is_dash = |at: &usize| {
        let outside = reading.words[*at].quote == Quote::Outside;
        outside && matches!(token(input, *at), "-" | "--" | "–" | "—")
    };
    let spaced = |at: usize| input.text[..input.tokens[at].start()].ends_with(' ');
    let mut dashes = content.clone().skip(1).filter(is_dash).filter(|&at| spaced(at));
    match (dashes.next(), dashes.next()) {
        (Some(dash), None) if dash + 1 < content.end => {
            let next = token(input, dash + 1);
            if next.len() > 4 && next.ends_with("ing") { dash } else { content.end }
        }
        _ => content.end,
    }
}

/// The end of a content in a clause that begins the sentence, as in `While Lowe
/// said the talks had ended, the doors stayed shut`: the main clause is the
/// writer's.
///
/// Of some 200 such clauses in annotated news nearly all have contents that end
/// at the first comma. `As` is no such word: `As he said, the talks had ended`.
fn before_main_clause(
    input: Input<'_>,
    reading: &Reading,
    source: &Range<usize>,
    content: Range<usize>,
) -> usize {
    let sentence = &reading.sentences[reading.sentence_of(content.start)].words;
    let opens = |at: &usize| Word::look_up(token(input, *at)).is_listed(list::CLAUSE);
    let first = source.start.checked_sub(1).filter(|at| sentence.contains(at)).filter(opens);
    let leads = first.is_some_and(|first| first - sentence.start <= 1);
    if !leads {
        return content.end;
    }
    let comma =
        |at: &usize| reading.words[*at].quote == Quote::Outside && token(input, *at) == ",";
    let begins_clause = |at: &usize| {
        let next = reading.words[*at + 1..sentence.end.max(*at + 1)].first();
        next.is_some_and(|next| {
            next.tag.is_nominal() || matches!(next.tag, Tag::Determiner | Tag::Possessive)
        })
    };
    let limit = content.end.min(sentence.end);
    let verb = |words: Range<usize>| reading.words[words].iter().any(|word| word.tag.is_finite());
    // In `the water, the air and the soil are safe, the shops sell bottles` the first
    // comma has no verb before it.
    let commas = || (content.start + 1..limit).filter(comma).filter(begins_clause);
    let clause = commas().find(|&comma| verb(content.start..comma));
    let Some(main) = clause.or_else(|| commas().next()) else { return content.end };
    // A verb may be taken for a noun: it stands behind the last comma.
    let ends = verb(main..sentence.end) || commas().all(|comma| comma <= main);
    if ends { main } else { content.end }
}
