use core::ops::Range;

use crate::{
    candidate::Candidate,
    complement::{self, Complement},
    cue::Cue,
    document::Document,
    phrase,
    source::{before_adverbs, following_subject, outside_quotes, subject},
    tag::Tag,
};

/// `…, saying that`: what is said by the source of the cue before, or by the
/// subject of the clause.
pub(crate) fn candidate(
    document: &Document<'_>,
    cue: &Cue,
    previous: Option<&Candidate>,
) -> Option<Candidate> {
    let Range { start: floor, end: ceiling } = cue.sentence(document);
    let complement = complement::read(document, cue, ceiling)?;
    let mut content = complement.content(document, ceiling);
    let Complement { cue_end, confidence, .. } = complement;
    if content.is_empty() {
        return None;
    }
    let left = before_adverbs(document, cue.tokens.start, floor);
    let source = if left == floor || left == floor + 1 && document.tag(floor) == Tag::Preposition {
        // `Citing the poll, May said`: of the clause that follows.
        let (comma, source) = following_subject(document, &content)?;
        content.end = comma;
        Some(source)
    } else {
        // `with analysts accusing X`, but `by accusing X`.
        let beside =
            matches!(document.tag(left - 1), Tag::Comma | Tag::Conjunction | Tag::Preposition);
        let adjacent = (!beside)
            .then(|| outside_quotes(document, phrase::before(document, left, floor)))
            .flatten()
            .map(|phrase| without_verb(document, phrase));
        let previous = previous.and_then(|previous| previous.source.clone());
        // `With May considering A, a poll found B.`
        if document.is_any(floor, &["with", "after", "before", "while", "by", "in"]) {
            if let Some((comma, _)) = following_subject(document, &content) {
                content.end = comma;
            }
        }
        adjacent
            .or_else(|| previous.filter(|source| source.start >= floor))
            .or_else(|| subject(document, floor, cue.tokens.start))
    };
    let confidence = if source.is_some() { confidence * 0.85 } else { confidence * 0.5 };
    Some(Candidate {
        source,
        cue: Some(cue.tokens.start..cue_end),
        content: alloc::vec![content],
        confidence,
        verbatim: false,
    })
}

/// `The day ended with members accusing`: the subject of the participle is only
/// what stands behind `with`.
fn without_verb(document: &Document<'_>, phrase: Range<usize>) -> Range<usize> {
    let with = (phrase.start + 1..phrase.end)
        .rev()
        .find(|&i| document.is(i, "with") && document.tag(i - 1) == Tag::Verb);
    with.map_or(phrase.start, |with| with + 1)..phrase.end
}
