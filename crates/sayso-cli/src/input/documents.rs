use std::{io::Read, sync::Arc, vec};

use super::{
    Draft, JsonLines, Kind, Problem, Source,
    draft::{FileName, Payload, Place},
};

/// All documents of all sources, in order.
pub(crate) struct Documents {
    sources: vec::IntoIter<Source>,
    /// What the sources are, unless it is told from each.
    kind: Option<Kind>,
    /// Whether there are several, so that a reader must be told which.
    several: bool,
    open: Option<Open>,
}

/// One document, or what was in its place.
pub(crate) struct Step {
    pub(crate) draft: Result<Draft, Problem>,
    /// Whether a reader must be told which document it is.
    pub(crate) titled: bool,
}

/// A source that is being read.
struct Open {
    drafts: Box<dyn Iterator<Item = Result<Draft, Problem>>>,
    titled: bool,
}

impl Documents {
    /// Reads `sources`, which are all of one kind, or of any.
    pub(crate) fn new(sources: Vec<Source>, kind: Option<Kind>) -> Documents {
        Documents { several: sources.len() > 1, sources: sources.into_iter(), kind, open: None }
    }

    fn open(&self, source: &Source) -> Result<Open, Problem> {
        let reader = source.open()?;
        let kind = self.kind.unwrap_or_else(|| Kind::of(reader.buffer(), &source.name()));
        Ok(match kind {
            Kind::Text => Open {
                drafts: Box::new(std::iter::once(whole(reader, source))),
                titled: self.several,
            },
            Kind::JsonLines => {
                Open { drafts: Box::new(JsonLines::new(reader, source.label())), titled: true }
            }
        })
    }
}

impl Iterator for Documents {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        loop {
            if let Some(open) = &mut self.open {
                if let Some(draft) = open.drafts.next() {
                    return Some(Step { draft, titled: open.titled });
                }
            }
            self.open = None;
            let source = self.sources.next()?;
            match self.open(&source) {
                Ok(open) => self.open = Some(open),
                Err(problem) => return Some(Step { draft: Err(problem), titled: true }),
            }
        }
    }
}

/// Reads a source that is one document.
fn whole(mut reader: impl Read, source: &Source) -> Result<Draft, Problem> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|error| Problem::io(&source.label(), &error))?;
    let file = Arc::new(FileName { label: source.label(), name: source.name() });
    Ok(Draft { place: Place { file, line: None, offset: 0 }, payload: Payload::Text(bytes) })
}
