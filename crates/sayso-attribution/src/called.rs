//! `what Ms. May called “a trap”`

use alloc::vec::Vec;
use core::ops::Range;

use crate::{candidate::Candidate, document::Document, phrase, tables::list, tag::Tag};

/// What is less likely gives way.
const DOUBTFUL: f32 = 0.45;

/// Between `what` and the verb stand at most so many tokens.
const LONGEST: usize = 20;

/// Adds what somebody calls something in a quotation of a few words, in place of what is
/// doubtful around it: `Engineers found` *what the mayor called “serious” cracks*. Where
/// somebody is likely to say all of that, it is left there.
///
/// # Complexity
///
/// Linear in the number of tokens and in the sizes of candidates.
pub(crate) fn add(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    let mut next = 0;
    for quote in &document.quotes {
        found.extend(before(document, &quote.tokens, next));
        next = quote.tokens.end;
    }
    if found.is_empty() {
        return;
    }
    // For each token, the clause that it is in.
    let mut clause_of = alloc::vec![None; document.len()];
    for (number, one) in found.iter().enumerate() {
        clause_of[one.start()..one.end()].fill(Some(number));
    }
    let mut is_said = alloc::vec![false; found.len()];
    let has_cue = |number: usize, one: &Candidate| {
        let verb = found[number].cue.as_ref().map(|cue| cue.start);
        one.cue.as_ref().zip(verb).is_some_and(|(cue, verb)| cue.start <= verb && verb < cue.end)
    };
    let mut touched: Vec<Vec<usize>> = Vec::new();
    for one in candidates.iter() {
        let mut clauses: Vec<usize> = one
            .ranges()
            .flat_map(|range| clause_of[range.clone()].iter().flatten())
            .copied()
            .collect();
        clauses.dedup();
        for &number in &clauses {
            let whole = one.content.iter().any(|part| part.start <= found[number].start());
            is_said[number] |= one.confidence >= DOUBTFUL && (whole || !has_cue(number, one));
        }
        touched.push(clauses);
    }
    let mut touched = touched.into_iter();
    candidates
        .retain(|_| touched.next().is_none_or(|clauses| clauses.iter().all(|&one| is_said[one])));
    let free = found.into_iter().zip(is_said).filter(|(_, is_said)| !is_said);
    candidates.extend(free.map(|(one, _)| one));
}

/// The clause that ends in a quotation.
fn before(document: &Document<'_>, quote: &Range<usize>, floor: usize) -> Option<Candidate> {
    let sentence = document.sentence_tokens(quote.start).clone();
    let floor = floor.max(sentence.start);
    let mut verb = quote.start.checked_sub(1)?;
    if document.is(verb, "as") {
        verb = verb.checked_sub(1)?;
        document.is_listed(verb, list::DESCRIBING).then_some(())?;
    } else {
        document.is_listed(verb, list::CALLING).then_some(())?;
    }
    let limit = floor.max(verb.saturating_sub(LONGEST));
    let what = (limit..verb).rev().find(|&i| document.is(i, "what"))?;
    let subject = phrase::after(document, what + 1, verb, true)?;
    let mut start = subject.end;
    if document.tag(start) == Tag::Comma {
        // `the mayor, Ann Lowe, called`
        let name = (start + 1..verb).find(|&i| document.tag(i) != Tag::Name).unwrap_or(verb);
        start = if document.tag(name) == Tag::Comma { name + 1 } else { start + 1 };
    }
    let source = what + 1..start;
    while start < verb && document.tag(start) == Tag::Adverb {
        start += 1;
    }
    let group = (start..verb).all(|i| matches!(document.tag(i), Tag::Auxiliary | Tag::Adverb));
    let mut end = quote.end;
    // `“serious” cracks in the hull`
    let noun = |i: usize| match document.tag(i) {
        Tag::Noun | Tag::Name => true,
        Tag::Verb => document.token(i).ends_with('s') && document.tag(i + 1) == Tag::Preposition,
        _ => false,
    };
    while end < sentence.end && noun(end) {
        end += 1;
    }
    (group && start <= verb).then(|| Candidate {
        source: Some(source),
        cue: Some(start..quote.start),
        content: alloc::vec![what..what + 1, quote.start..end],
        confidence: 0.6,
        verbatim: false,
    })
}
