use alloc::vec::Vec;
use core::ops::Range;

use crate::{AttributionKind, candidate::Candidate, document::Document, kind::kind, tag::Tag};

/// Gives the quotations that have no speaker to the one who is talking.
///
/// * The rest of a chain over several paragraphs belongs to the content that has
///   its beginning.
/// * A quotation in the paragraph of an attribution, before or after it, belongs
///   to that attribution: `"A," he said. "B."`
/// * A quotation in a paragraph of its own is an attribution of its own, without
///   a cue, and its source is the last mention of the speaker.
pub(crate) fn extend(document: &Document<'_>, mut found: Vec<Candidate>) -> Vec<Candidate> {
    let mut owner: Vec<Option<usize>> = alloc::vec![None; document.quotes.len()];
    for (number, candidate) in found.iter().enumerate() {
        for range in &candidate.content {
            let mut i = range.start;
            while i < range.end {
                i = match document.quote(i) {
                    Some(quote) => {
                        owner[quote].get_or_insert(number);
                        document.quotes[quote].tokens.end
                    }
                    None => i + 1,
                };
            }
        }
    }
    // Attributions in order; `next` is the first that starts behind the quotation.
    let mut next = 0;
    let mut added = Vec::new();
    for number in 0..document.quotes.len() {
        let quote = document.quotes[number].tokens.clone();
        while found.get(next).is_some_and(|candidate| candidate.start() < quote.start) {
            next += 1;
        }
        if owner[number].is_some() {
            continue;
        }
        let chain = document.quotes[number].chain;
        let before = number.checked_sub(1);
        let chained = before.filter(|&b| document.quotes[b].chain == chain).and_then(|b| owner[b]);
        if let Some(speaker) = chained {
            owner[number] = Some(speaker);
            append(&mut speaker_of(&mut found, &mut added, speaker).content, quote, true);
            continue;
        }
        let paragraph = document.paragraph(quote.start);
        // Before it in its paragraph.
        let near = (next.saturating_sub(3)..next).rev().filter(|&last| {
            document.paragraph(found[last].end() - 1) == paragraph
                && follows(document, &found[last], &quote)
        });
        // `"A," he said, referring to B. "C."`: one that is quoted goes before.
        let last = near.clone().find(|&last| quoted(document, &found[last])).or(near.max());
        if let Some(last) = last {
            owner[number] = Some(last);
            let joined = found[last].content.last().is_some_and(|r| r.end == quote.start);
            append(&mut found[last].content, quote, joined);
            continue;
        }
        let length = quote.len();
        let opens = quote.start == 0 || document.paragraph(quote.start - 1) != paragraph;
        // A fragment within a sentence is no turn of a speaker.
        if !opens || length < 5 {
            continue;
        }
        // After it in its paragraph: `"A." May shook her head. "B," she said.`
        let following = found.get(next).filter(|candidate| {
            document.paragraph(candidate.start()) == paragraph
                && candidate
                    .content
                    .first()
                    .is_some_and(|range| document.quote(range.start).is_some())
        });
        if following.is_some() {
            owner[number] = Some(next);
            let joined = found[next].content[0].start == quote.end;
            let first = &mut found[next].content[0];
            if joined {
                first.start = quote.start
            } else {
                found[next].content.insert(0, quote)
            }
            continue;
        }
        // In a paragraph of its own.
        let speaker = before.and_then(|b| owner[b]).map(|speaker| {
            let index = speaker;
            let candidate =
                if index < found.len() { &found[index] } else { &added[index - found.len()] };
            candidate.source.clone()
        });
        let near = before
            .is_some_and(|b| paragraph - document.paragraph(document.quotes[b].tokens.start) <= 3);
        let source = speaker.flatten().filter(|_| near);
        owner[number] = Some(found.len() + added.len());
        let confidence = if source.is_some() { 0.6 } else { 0.3 };
        added.push(Candidate {
            source,
            cue: None,
            content: alloc::vec![quote],
            confidence,
            verbatim: false,
        });
    }
    found.append(&mut added);
    found.sort_by_key(Candidate::start);
    found
}

fn speaker_of<'a>(
    found: &'a mut [Candidate],
    added: &'a mut [Candidate],
    number: usize,
) -> &'a mut Candidate {
    let known = found.len();
    if number < known { &mut found[number] } else { &mut added[number - known] }
}

fn quoted(document: &Document<'_>, candidate: &Candidate) -> bool {
    kind(document, candidate) != AttributionKind::Indirect
}

/// Whether a quotation goes on with an attribution before it: at most one
/// sentence stands between.
fn follows(document: &Document<'_>, candidate: &Candidate, quote: &Range<usize>) -> bool {
    let end = candidate.end();
    if quote.start < end {
        return false;
    }
    let opens = quote.start == end
        || matches!(
            document.tag(quote.start - 1),
            Tag::Stop | Tag::Colon | Tag::Comma | Tag::Dash | Tag::Mark
        );
    opens && document.sentence(quote.start) - document.sentence(end - 1) <= 2
}

fn append(content: &mut Vec<Range<usize>>, quote: Range<usize>, joined: bool) {
    match content.last_mut() {
        Some(last) if joined => last.end = last.end.max(quote.end),
        _ => content.push(quote),
    }
}
