use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    candidate::Candidate,
    document::{Document, Quote},
    ranges,
    tag::Tag,
};

/// A quotation is this near to its cue, in tokens.
const REACH: usize = 300;

/// Keeps quotations whole: each belongs to the attribution whose cue stands in its
/// sentence, all of it, however many sentences it has.
///
/// A content may reach over to sentences before and after that of its cue, and a
/// cue may be read with one sentence of a quotation that has several. But a
/// quotation has one speaker, and one that has a cue of its own does not go on with
/// what was said before.
///
/// # Complexity
///
/// Linear: of a content, what lies near the cue is looked at, and what it has in
/// other sentences, which no other content has.
pub(crate) fn keep_whole(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    let owners = owners(document, candidates);
    leave_to_neighbors(document, &owners, candidates);
    for (number, candidate) in candidates.iter_mut().enumerate() {
        give_up(document, &owners, number, candidate);
    }
    for (quote, owner) in owners.iter().enumerate() {
        if let Some(number) = *owner {
            candidates[number].content.push(document.quotes[quote].tokens.clone());
        }
    }
    for candidate in candidates.iter_mut() {
        join(&mut candidate.content);
    }
    candidates.retain(|candidate| !candidate.content.is_empty());
}

/// The sentence of the cue.
pub(crate) fn own_sentence(
    document: &Document<'_>,
    candidate: &Candidate,
) -> Option<Range<usize>> {
    let cue = candidate.cue.as_ref()?;
    Some(document.sentence_tokens(cue.start).clone())
}

/// The quotations that the content touches in the sentence of the cue, not too far
/// from it, and in which neither cue nor source lies.
pub(crate) fn touched(document: &Document<'_>, candidate: &Candidate) -> Vec<usize> {
    let mut quotes = Vec::new();
    let Some(cue) = &candidate.cue else { return quotes };
    let sentence = document.sentence_tokens(cue.start);
    let near =
        sentence.start.max(cue.start.saturating_sub(REACH))..sentence.end.min(cue.end + REACH);
    let holds = |quote: usize| {
        let mut roles = candidate.source.iter().chain(&candidate.cue);
        roles.any(|range| document.quote(range.start) == Some(quote))
    };
    for range in &candidate.content {
        let touched = document.quotes_in(&(range.start.max(near.start)..range.end.min(near.end)));
        quotes.extend(touched.filter(|&quote| !holds(quote)));
    }
    quotes
}

/// Whether the cue or the source stands next to a quotation, at most a comma or
/// colon between.
pub(crate) fn is_beside(document: &Document<'_>, candidate: &Candidate, quote: usize) -> bool {
    let tokens = &document.quotes[quote].tokens;
    candidate.source.iter().chain(&candidate.cue).any(|range| {
        let after = range.start >= tokens.end && range.start - tokens.end <= 1;
        let before = tokens.start >= range.end && tokens.start - range.end <= 1;
        after || before
    })
}

/// For each quotation, the candidate that it belongs to: of those that touch it
/// the one that stands beside it, or else the likeliest. A quotation that goes on
/// over paragraphs is one.
fn owners(document: &Document<'_>, candidates: &[Candidate]) -> Vec<Option<usize>> {
    let mut claims: Vec<Option<(bool, f32, usize)>> = alloc::vec![None; document.quotes.len()];
    for (number, candidate) in candidates.iter().enumerate() {
        for quote in touched(document, candidate) {
            let (beside, sure) = (is_beside(document, candidate, quote), candidate.confidence);
            if claims[quote].is_none_or(|(b, s, _)| (beside, sure) > (b, s)) {
                claims[quote] = Some((beside, sure, number));
            }
        }
    }
    let mut owners: Vec<Option<usize>> =
        claims.iter().map(|claim| claim.map(|(_, _, number)| number)).collect();
    let goes_on = |quote: usize| {
        let [before, after] = [&document.quotes[quote - 1], &document.quotes[quote]];
        let mark = |quote: &Quote| document.token(quote.tokens.start);
        // An excerpt and what it quotes have different marks.
        before.chain == after.chain && mark(before) == mark(after)
    };
    for quote in (1..owners.len()).rev().filter(|&quote| goes_on(quote)) {
        owners[quote - 1] = owners[quote - 1].or(owners[quote]);
    }
    for quote in (1..owners.len()).filter(|&quote| goes_on(quote)) {
        owners[quote] = owners[quote].or(owners[quote - 1]);
    }
    owners
}

/// Takes a quotation out of the contents of others in its sentence if source and cue
/// of its owner stand beside it, and outside of them: `Lowe defended the sale: “It was
/// time,” she said`. One that goes on with the words before it is left where it is.
fn leave_to_neighbors(
    document: &Document<'_>,
    owners: &[Option<usize>],
    candidates: &mut [Candidate],
) {
    let mut left: Vec<(usize, usize, Range<usize>)> = Vec::new();
    for (number, candidate) in candidates.iter().enumerate() {
        for quote in touched(document, candidate) {
            let tokens = &document.quotes[quote].tokens;
            let Some(owner) = owners[quote].filter(|&owner| owner != number) else { continue };
            let is_neighbor = |one: &Candidate| is_beside(document, one, quote);
            let outside = |role: &Range<usize>| {
                candidate.content.iter().all(|r| role.end <= r.start || r.end <= role.start)
            };
            let other = &candidates[owner];
            let mut roles = other.source.iter().chain(&other.cue);
            if is_neighbor(other)
                && !is_neighbor(candidate)
                && other.source.is_some()
                && roles.all(outside)
                && begins(document, tokens.start)
            {
                left.push((number, owner, tokens.clone()));
            }
        }
    }
    for (number, owner, quote) in left {
        let mut rest = Vec::new();
        for range in core::mem::take(&mut candidates[number].content) {
            let mut before = range.start..range.end.min(quote.start);
            while before.start < before.end && is_pause(document, before.end - 1) {
                before.end -= 1;
            }
            let after = range.start.max(quote.end)..range.end;
            rest.extend([before, after].into_iter().filter(|part| part.start < part.end));
        }
        // What only goes on with the quotation goes with it.
        let sentence = own_sentence(document, &candidates[number]).unwrap_or_default();
        let stays = rest.iter().any(|r| r.start < sentence.end && sentence.start < r.end);
        candidates[if stays { number } else { owner }].content.append(&mut rest);
    }
}

/// Whether what begins there is set off from the words before it.
fn begins(document: &Document<'_>, start: usize) -> bool {
    let before = start.checked_sub(1);
    before.is_none_or(|before| {
        is_pause(document, before) || document.sentence(before) != document.sentence(start)
    })
}

fn is_pause(document: &Document<'_>, i: usize) -> bool {
    matches!(document.tag(i), Tag::Colon | Tag::Comma | Tag::Dash)
}

/// Takes out of a content what reaches over to the quotations of others. What has
/// no source does not reach over at all: nobody goes on.
fn give_up(
    document: &Document<'_>,
    owners: &[Option<usize>],
    number: usize,
    candidate: &mut Candidate,
) {
    let Some(sentence) = own_sentence(document, candidate) else { return };
    let goes_on = candidate.source.is_some();
    let mut kept = Vec::with_capacity(candidate.content.len());
    for range in core::mem::take(&mut candidate.content) {
        let own = range.start.max(sentence.start)..range.end.min(sentence.end);
        let (before, after) = if own.start < own.end {
            (range.start..own.start, own.end..range.end)
        } else {
            (range, 0..0)
        };
        for part in [before, own, after].into_iter().filter(|part| part.start < part.end) {
            if part.start >= sentence.start && part.end <= sentence.end {
                kept.push(part);
            } else if goes_on {
                let others = document
                    .quotes_in(&part)
                    .filter(|&quote| owners[quote].is_some_and(|owner| owner != number));
                let others: Vec<Range<usize>> =
                    others.map(|quote| document.quotes[quote].tokens.clone()).collect();
                kept.append(&mut ranges::without(&[part], &others));
            }
        }
    }
    candidate.content = kept;
}

/// Puts ranges in order and joins those that touch.
fn join(content: &mut Vec<Range<usize>>) {
    content.sort_by_key(|range| range.start);
    content.dedup_by(|next, last| {
        let joins = next.start <= last.end;
        if joins {
            last.end = last.end.max(next.end);
        }
        joins
    });
}
