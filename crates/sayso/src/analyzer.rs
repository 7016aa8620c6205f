use alloc::vec::Vec;

use sayso_attribution::{Attributor, Input, Quoted};
use sayso_gazetteer::Gazetteer;
use sayso_quote::QuotationFinder;
use sayso_sentence::SentenceSegmenter;
use sayso_span::Span;
use sayso_token::Tokenizer;

use crate::Analysis;

/// Collects what an [`Analyzer`] is to use.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    gazetteer: Option<Gazetteer>,
    attributor: Option<Attributor>,
}

impl Builder {
    /// Returns a builder with the defaults.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Sets the gazetteer whose mentions are looked for.
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Builder {
        self.gazetteer = Some(gazetteer);
        self
    }

    /// Sets the attributor, with another configuration or model than its
    /// default.
    pub fn attributor(mut self, attributor: Attributor) -> Builder {
        self.attributor = Some(attributor);
        self
    }

    /// Returns the analyzer.
    pub fn build(self) -> Analyzer {
        let Builder { gazetteer, attributor } = self;
        let attributor = attributor.unwrap_or_default();
        Analyzer { gazetteer, attributor, ..Analyzer::default() }
    }
}

/// Reads articles: text in, [`Analysis`] out.
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    tokenizer: Tokenizer,
    segmenter: SentenceSegmenter,
    finder: QuotationFinder,
    gazetteer: Option<Gazetteer>,
    attributor: Attributor,
}

impl Analyzer {
    /// Returns an analyzer with the defaults.
    pub fn new() -> Analyzer {
        Analyzer::default()
    }

    /// Returns a builder with the defaults.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Returns everything that is found in the text.
    pub fn analyze(&self, text: &str) -> Analysis {
        let tokens: Vec<_> = self.tokenizer.tokens(text).collect();
        let sentences: Vec<_> = self.segmenter.sentences(text).collect();
        let quotations = self.finder.quotations(text).to_vec();
        let mentions = self.gazetteer.iter().flat_map(|g| g.mentions(text)).collect();
        let token_spans: Vec<Span> = tokens.iter().map(|token| token.span).collect();
        let sentence_spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
        let quoted: Vec<Quoted> = quotations
            .iter()
            .map(|q| Quoted {
                span: q.span,
                inner: q.inner,
                depth: q.depth,
                chain: q.chain,
                speech: q.speech,
            })
            .collect();
        let attributions = self.attributor.attributions(Input {
            text,
            tokens: &token_spans,
            sentences: &sentence_spans,
            quotations: &quoted,
            names: &[],
        });
        Analysis { tokens, sentences, quotations, mentions, attributions }
    }
}
