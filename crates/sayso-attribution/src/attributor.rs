use alloc::vec::Vec;

use sayso_span::Span;

use crate::{
    Attribution, Config, Input, candidate::Candidate, colon, cue, document::Document, extension,
    kind, outermost, rules,
};

/// Finds attributions.
#[derive(Clone, Debug, Default)]
pub struct Attributor {
    _config: Config,
}

impl Attributor {
    /// Returns an attributor with the default configuration.
    pub fn new() -> Attributor {
        Attributor::with_config(Config::default())
    }

    /// Returns an attributor with the given configuration.
    pub fn with_config(config: Config) -> Attributor {
        Attributor { _config: config }
    }

    /// Returns the attributions of the text, in order of their first span.
    pub fn attributions(&self, input: Input<'_>) -> Vec<Attribution> {
        let document = Document::new(input);
        let cues = cue::cues(&document);
        let mut candidates = rules::candidates(&document, &cues);
        candidates.extend(colon::candidates(&document));
        let settled = colon::settled(&document);
        let outermost = outermost::outermost(&document, settled, candidates);
        let found = extension::extend(&document, outermost);
        let mut attributions: Vec<Attribution> =
            found.into_iter().filter_map(|candidate| finish(&document, candidate)).collect();
        attributions.sort_by_key(first);
        self.name_speakers(input, &mut attributions);
        attributions
    }

    /// Fills in the speakers of attributions in order, whoever found them.
    pub fn name_speakers(&self, input: Input<'_>, attributions: &mut [Attribution]) {
        crate::speaker::name_speakers(input, attributions);
    }
}

/// Turns tokens into bytes, and takes source and cue out of the content.
fn finish(document: &Document<'_>, mut candidate: Candidate) -> Option<Attribution> {
    candidate.separate();
    let kind = kind::kind(document, &candidate);
    let Candidate { source, cue, content, confidence } = candidate;
    if content.is_empty() {
        return None;
    }
    Some(Attribution {
        source: source.map(|range| document.span(range)),
        cue: cue.map(|range| document.span(range)),
        content: content.into_iter().map(|range| document.span(range)).collect(),
        kind,
        speakers: Vec::new(),
        confidence,
    })
}

fn first(attribution: &Attribution) -> usize {
    let spans = attribution.content.iter().chain(&attribution.source).chain(&attribution.cue);
    spans.map(|span: &Span| span.start()).min().unwrap_or(0)
}
