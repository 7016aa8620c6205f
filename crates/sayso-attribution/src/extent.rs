//! Where a source begins and ends.

use core::ops::Range;

use crate::{candidate::Candidate, document::Document, floating, phrase, source, tag::Tag};

/// Makes the source of a candidate the whole mention, and no more than that.
///
/// # Complexity
///
/// Looks no farther around a source than a phrase is long.
pub(crate) fn settle(document: &Document<'_>, candidate: &mut Candidate) {
    leave_genitive(document, candidate);
    take_clause(document, candidate);
    take_rest(document, candidate);
    take_nickname(document, candidate);
    take_apposition(document, candidate);
    take_description(document, candidate);
    take_aside(document, candidate);
    leave_clause(document, candidate);
}

/// Leaves out the mark of a possessor: `Ms. May`*’s* `view`.
fn leave_genitive(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    let last = source.end - 1;
    if last > source.start && document.tag(last) == Tag::Genitive {
        source.end = last;
    }
}

/// Gives a source the noun that it is a clause about: `people who know` `the mayor`,
/// `residents of a town that was evacuated` `last winter`.
fn take_clause(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let floor = document.sentences[document.sentence(source.start)].tokens.start;
    let beside = source.end <= cue.start
        && source.end >= source::before_adverbs(document, cue.start, floor)
        && phrase::is_finite(document, cue.start);
    if !beside || document.tag(source.start) == Tag::Relative {
        return;
    }
    let start = phrase::relative_clause(document, source.start, floor);
    if let Some(start) = start.filter(|&start| document.quotes_in(&(start..source.end)).is_empty())
    {
        *source = start..cue.start;
    }
}

/// Gives a name the description before it: `The ambassador in Paris,` `Ana Roe,`.
fn take_description(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    let floor = document.sentences[document.sentence(source.start)].tokens.start;
    let named = document.tag(source.start) == Tag::Name
        && source.start > floor + 1
        && document.tag(source.start - 1) == Tag::Comma
        && (document.tag(source.end - 1) == Tag::Comma || document.tag(source.end) == Tag::Comma);
    let described = floor..source.start.saturating_sub(1);
    if named
        && phrase::before(document, described.end, floor) == Some(described.clone())
        && floating::is_person(document, &described)
        && document.tag(floor) != Tag::Name
    {
        source.start = floor;
    }
}

/// Gives a name of a firm its second half: `Hart &` `Daughters`.
fn take_rest(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    if document.is_any(source.end - 1, &["&", "+"]) {
        let ceiling = document.sentences[document.sentence(source.end - 1)].tokens.end;
        let is_name = |i: usize| document.tag(i) == Tag::Name && document.quote(i).is_none();
        while source.end < ceiling && is_name(source.end) {
            source.end += 1;
        }
    }
}

/// Gives a name what stands before its nickname: `Mayor William “Bill”` `Tanner`.
fn take_nickname(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    let floor = document.sentences[document.sentence(source.start)].tokens.start;
    let Some(mark) = source.start.checked_sub(1).filter(|&mark| mark > floor) else { return };
    // A quotation that is speech is no nickname.
    if document.tag(mark) != Tag::Mark || document.quote(mark).is_some() {
        return;
    }
    let name = phrase::before(document, source.start + 1, floor);
    let Some(name) = name.filter(|name| name.start + 2 < mark) else { return };
    let given = (name.start..mark).rev().skip_while(|&i| document.tag(i) != Tag::Mark).nth(1);
    if given.is_some_and(|given| document.tag(given) == Tag::Name) {
        source.start = name.start;
    }
}

/// Gives a name the apposition between a quotation and it: `“We lost”,` *the deputy
/// manager*, `Ann Bell said`.
fn take_apposition(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    let begins = document.tag(source.start) == Tag::Name;
    let Some(part) = candidate.content.iter_mut().find(|part| {
        part.end == source.start
            || part.end + 1 == source.start && document.tag(part.end) == Tag::Comma
    }) else {
        return;
    };
    let Some(quote) = document.quotes_in(part).next_back() else { return };
    let quote = &document.quotes[quote].tokens;
    let mut first = quote.end;
    if document.tag(first) == Tag::Comma {
        first += 1;
    }
    let apposed = first..source.start.saturating_sub(1);
    let describes = begins
        && document.tag(apposed.end) == Tag::Comma
        && quote.start >= part.start
        && !apposed.is_empty()
        && phrase::before(document, apposed.end, apposed.start) == Some(apposed.clone())
        && floating::is_person(document, &apposed);
    if describes {
        source.start = first;
        part.end = quote.end;
    }
}

/// Gives a source the phrase that stands between commas before the cue: `The commander,`
/// `known as Falcon,`.
fn take_aside(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    let comma = source.end - usize::from(document.tag(source.end - 1) == Tag::Comma);
    let (first, last) = (comma + 1, cue.start.saturating_sub(1));
    if comma <= source.start
        || first + 1 >= last
        || last - first > 12
        || document.tag(comma) != Tag::Comma
        || document.tag(last) != Tag::Comma
    {
        return;
    }
    let tells = document.is_any(first, &["known", "called", "nicknamed", "based", "of", "from"])
        && phrase::is_finite(document, cue.start);
    let plain = (first + 1..last).all(|i| {
        document.quote(i).is_none()
            && !phrase::is_finite(document, i)
            && (!document.tag(i).is_punctuation() || document.tag(i) == Tag::Comma)
    });
    if tells && plain {
        source.end = cue.start;
    }
}

/// Leaves out a clause that tells something else about somebody who is known: `May`*,
/// who was in Leeds,* `said`.
///
/// In annotated news three of five are left out where the name has been mentioned.
fn leave_clause(document: &Document<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, &candidate.cue) else { return };
    if cue.start < source.end {
        return;
    }
    let opens = |&comma: &usize| {
        document.tag(comma) == Tag::Comma
            && document.is_any(comma + 1, &["who", "which", "whose", "whom"])
    };
    let Some(comma) = (source.start + 1..source.end).find(opens) else { return };
    if is_known(document, &(source.start..comma)) {
        source.end = comma;
    }
}

/// Whether a mention is of somebody who is known already, or whom everybody knows.
fn is_known(document: &Document<'_>, mention: &Range<usize>) -> bool {
    let last = mention.end - 1;
    if document.tag(last) == Tag::Name {
        return document.is(mention.start, "the") || document.is_repeated(last, mention.start);
    }
    let plain = mention.clone().all(|i| document.tag(i) != Tag::Name);
    plain && document.is(mention.start, "the")
}

#[cfg(test)]
mod tests {
    use sayso_span::Span;

    use super::*;
    use crate::{Input, Quoted, spellings::Spellings};

    #[test]
    fn a_nickname_does_not_cut_a_name() {
        let text = "Mayor William “ Bill ” Tanner left .";
        let tokens: alloc::vec::Vec<Span> = text
            .split(' ')
            .map(|word| {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                Span::new(start, start + word.len())
            })
            .collect();
        let span = Span::new(tokens[2].start(), tokens[4].end());
        let inner = tokens[3];
        let nickname = Quoted { span, inner, depth: 0, chain: 0, speech: 0.1 };
        let input = Input {
            text,
            tokens: &tokens,
            sentences: &[Span::new(0, text.len())],
            quotations: &[nickname],
            names: &[],
        };
        let spellings = Spellings::new(input);
        let document = Document::new(input, &spellings);
        let mut candidate = Candidate {
            source: Some(5..6),
            cue: None,
            content: alloc::vec![6..7],
            confidence: 1.0,
            verbatim: false,
        };
        settle(&document, &mut candidate);
        assert_eq!(candidate.source, Some(0..6));
    }
}
