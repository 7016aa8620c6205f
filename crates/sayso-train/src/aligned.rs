use std::{collections::HashMap, ops::Range};

use sayso::{
    Analysis, Analyzer, Span,
    attribution::{
        Input, Quoted,
        model::{Classes, Ends, Reading, Tag},
    },
};

use crate::{Document, Gold};

/// A document as the model reads it, with what is right in its words.
#[derive(Clone, Debug)]
pub(crate) struct Aligned {
    pub(crate) reading: Reading,
    /// The letters at the ends of its words.
    pub(crate) ends: Vec<Ends>,
    /// The parts of speech that are known.
    pub(crate) tags: Vec<Option<Tag>>,
    pub(crate) gold: Vec<GoldWords>,
}

/// An attribution in words: runs of them, in order.
#[derive(Clone, Debug)]
pub(crate) struct GoldWords {
    pub(crate) source: Vec<Range<usize>>,
    pub(crate) cue: Vec<Range<usize>>,
    pub(crate) content: Vec<Range<usize>>,
}

impl Aligned {
    pub(crate) fn new(analyzer: &Analyzer, document: &Document, classes: &Classes) -> Aligned {
        let text = &document.text;
        let analysis = analyzer.analyze(text);
        let tokens: Vec<Span> = analysis.tokens.iter().map(|token| token.span).collect();
        let (reading, ends) = with_input(text, &analysis, |input| Reading::new(input, classes));
        let known: HashMap<Span, &str> =
            document.tags.iter().map(|(span, tag)| (*span, tag.as_str())).collect();
        let tag = |span: Span| known.get(&span).and_then(|name| Tag::from_penn(name));
        let tags = tokens.iter().map(|token| tag(*token)).collect();
        let words = |gold: &Gold| GoldWords {
            source: runs(&tokens, &gold.source),
            cue: runs(&tokens, &gold.cue),
            content: runs(&tokens, &gold.content),
        };
        let outer = document.attributions.iter().filter(|gold| !gold.aside);
        let gold = outer.map(words).filter(|gold| !gold.content.is_empty()).collect();
        Aligned { reading, ends, tags, gold }
    }
}

/// Calls `read` with what an analysis has found in a text.
pub(crate) fn with_input<T>(
    text: &str,
    analysis: &Analysis,
    read: impl FnOnce(Input<'_>) -> T,
) -> T {
    let tokens: Vec<Span> = analysis.tokens.iter().map(|token| token.span).collect();
    let sentences: Vec<Span> = analysis.sentences.iter().map(|sentence| sentence.span).collect();
    let quoted = analysis.quotations.iter().map(|q| Quoted {
        span: q.span,
        inner: q.inner,
        depth: q.depth,
        chain: q.chain,
        speech: q.speech,
    });
    let quotations: Vec<Quoted> = quoted.collect();
    read(Input {
        text,
        tokens: &tokens,
        sentences: &sentences,
        quotations: &quotations,
        names: &[],
    })
}

/// Returns the words that the spans touch: they have the numbers of their tokens.
fn runs(tokens: &[Span], spans: &[Span]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for span in spans {
        let start = tokens.partition_point(|token| token.end() <= span.start());
        let end = tokens.partition_point(|token| token.start() < span.end());
        match runs.last_mut().filter(|last| last.end >= start) {
            Some(last) => last.end = last.end.max(end),
            None if start < end => runs.push(start..end),
            None => {}
        }
    }
    runs
}

/// Returns the parts of runs that lie in a range.
pub(crate) fn clip(runs: &[Range<usize>], to: &Range<usize>) -> Vec<Range<usize>> {
    let part = |run: &Range<usize>| run.start.max(to.start)..run.end.min(to.end);
    runs.iter().map(part).filter(|part| !part.is_empty()).collect()
}

/// Returns the share of words in both lists of runs among those in either; 1 if
/// both are empty.
pub(crate) fn jaccard(a: &[Range<usize>], b: &[Range<usize>]) -> f32 {
    let count = |runs: &[Range<usize>]| runs.iter().map(ExactSizeIterator::len).sum::<usize>();
    let common: usize = a.iter().map(|run| count(&clip(b, run))).sum();
    let either = count(a) + count(b) - common;
    if either == 0 { 1.0 } else { common as f32 / either as f32 }
}
