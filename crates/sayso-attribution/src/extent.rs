//! Where a source begins and ends.

mod circumstance;
mod clause;
mod description;
mod name;
mod pair;

use crate::{candidate::Candidate, document::Document, tag::Tag};

/// Makes the source of a candidate the whole mention, and no more than that.
///
/// # Complexity
///
/// Looks no farther around a source than a phrase is long.
pub(crate) fn settle(document: &Document<'_>, candidate: &mut Candidate) {
    circumstance::leave_behind(document, candidate);
    circumstance::leave_before(document, candidate);
    leave_genitive(document, candidate);
    name::take_role(document, candidate);
    pair::take_first(document, candidate);
    clause::take_antecedent(document, candidate);
    name::take_rest(document, candidate);
    name::take_nickname(document, candidate);
    name::take_age(document, candidate);
    description::take(document, candidate);
    circumstance::take_noun(document, candidate);
    name::take_between_commas(document, candidate);
    clause::take_phrase(document, candidate);
    clause::leave(document, candidate);
}

/// Leaves out the mark of a possessor: `Ms. May`*’s* `view`.
fn leave_genitive(document: &Document<'_>, candidate: &mut Candidate) {
    let Some(source) = &mut candidate.source else { return };
    let last = source.end - 1;
    if last > source.start && document.tag(last) == Tag::Genitive {
        source.end = last;
    }
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
