//! `In the view of Ms. May, it was late`, `It was, in her words, “late”`

use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    candidate::Candidate, content, document::Document, phrase, ranges, tables::list, tag::Tag,
};

/// A source before its noun has at most so many tokens.
const LONGEST: usize = 12;

/// Whose view it is, and where that is said.
struct View {
    source: Range<usize>,
    cue: Range<usize>,
    all: Range<usize>,
}

/// Adds the clauses that somebody's view or words introduce and that are in no candidate.
///
/// # Complexity
///
/// Linear in the number of tokens, and *n* log *n* in that of candidates.
pub(crate) fn add(document: &Document<'_>, candidates: &mut Vec<Candidate>) {
    let mut found: Vec<Candidate> = Vec::new();
    for sentence in &document.sentences {
        let Range { start: floor, end: ceiling } = sentence.tokens;
        let mut next = floor;
        while next < ceiling {
            let at = next;
            next += 1;
            if !document.is(at, "in") || document.quote(at).is_some() {
                continue;
            }
            let view = of_somebody(document, at, floor..ceiling)
                .or_else(|| somebodys(document, at, ceiling));
            let Some(view) = view else { continue };
            next = view.all.end.max(next);
            found.extend(clause(document, view, floor..ceiling));
        }
    }
    add_apart(document, candidates, found);
}

/// Adds what is found apart from all candidates: cues that are in none, with contents that
/// tell of nobody who says so.
pub(crate) fn add_apart(
    document: &Document<'_>,
    candidates: &mut Vec<Candidate>,
    mut found: Vec<Candidate>,
) {
    if found.is_empty() {
        return;
    }
    let taken =
        ranges::covered(document.len(), candidates.iter().flat_map(Candidate::ranges).cloned());
    // They are disjoint.
    let mut cues: Vec<Range<usize>> =
        candidates.iter().filter_map(|one| one.cue.clone()).collect();
    cues.sort_by_key(|cue| cue.start);
    found.retain(|one| {
        let is_free = |range: &Range<usize>| !taken[range.clone()].contains(&true);
        // `In his judgment, Mr. Cole said it was late`: who says so is told.
        let tells = |part: &Range<usize>| {
            let behind = cues.partition_point(|cue| cue.start < part.end);
            cues[..behind].last().is_some_and(|cue| part.start < cue.end)
        };
        one.cue.iter().all(is_free) && !one.content.iter().any(tells)
    });
    candidates.append(&mut found);
}

/// `in the view of Ms. May`
fn of_somebody(document: &Document<'_>, at: usize, sentence: Range<usize>) -> Option<View> {
    let found = document.is(at + 1, "the")
        && document.is_listed(at + 2, list::VIEW)
        && document.is(at + 3, "of")
        && at + 4 < sentence.end;
    let opens = at == sentence.start;
    let source = found.then(|| phrase::after(document, at + 4, sentence.end, opens)).flatten()?;
    Some(View { cue: at..at + 4, all: at..source.end, source })
}

/// `in her view`, `in Ms. May’s opinion`
fn somebodys(document: &Document<'_>, at: usize, ceiling: usize) -> Option<View> {
    let limit = ceiling.min(at + LONGEST);
    let noun = (at + 2..limit).find(|&i| document.is_listed(i, list::VIEW))?;
    let cue = noun..noun + 1;
    if noun == at + 2 && document.is_any(at + 1, &["his", "her", "their"]) {
        return Some(View { source: at + 1..at + 2, cue, all: at..noun + 1 });
    }
    let source = at + 1..noun - 1;
    let owner = document.tag(noun - 1) == Tag::Genitive
        && !source.is_empty()
        && source.clone().all(|i| !document.tag(i).is_punctuation())
        && phrase::before(document, noun - 1, at + 1) == Some(source.clone());
    owner.then_some(View { source, cue, all: at..noun + 1 })
}

/// The clause around it, if it stands apart in that.
fn clause(document: &Document<'_>, view: View, sentence: Range<usize>) -> Option<Candidate> {
    let View { source, cue, all } = view;
    let Range { start: floor, end: ceiling } = sentence;
    let comma = |i: usize| i < ceiling && document.tag(i) == Tag::Comma;
    let mut content = Vec::new();
    if all.start > floor && comma(all.start - 1) && (comma(all.end) || ends(document, all.end)) {
        content.extend(content::leftward(document, all.start, floor));
    } else if all.start != floor {
        return None;
    }
    if comma(all.end) && all.end + 1 < ceiling {
        content.push(content::rightward(document, all.end + 1, ceiling, false));
    }
    content.retain(|range| !range.is_empty());
    (!content.is_empty()).then_some(Candidate {
        source: Some(source),
        cue: Some(cue),
        content,
        confidence: 0.6,
        verbatim: false,
    })
}

/// Whether the sentence ends here.
fn ends(document: &Document<'_>, i: usize) -> bool {
    document.tag(i) == Tag::Stop
}
