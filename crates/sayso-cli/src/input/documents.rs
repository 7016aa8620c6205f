use std::{io::Read, sync::Arc};

use super::{
    Draft, JsonLines, Kind, Meter, Position, Problem, Source, Sources,
    draft::{FileName, Payload, Place},
};
use crate::args::Shard;

/// All documents of all sources, in order.
pub(crate) struct Documents {
    sources: Sources,
    selection: Selection,
    meter: Meter,
    position: Position,
    open: Option<Open>,
}

/// Which documents are read, and as what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Selection {
    /// What the sources are, unless it is told from each.
    pub(crate) kind: Option<Kind>,
    /// How long a document may be, in bytes, where a file has many.
    pub(crate) longest: usize,
    /// The part that is read, if not all.
    pub(crate) shard: Option<Shard>,
    /// What has been read already.
    pub(crate) start: Position,
}

/// One document, or what was in its place.
pub(crate) struct Step {
    pub(crate) draft: Result<Draft, Problem>,
    /// Whether a reader must be told which document it is.
    pub(crate) titled: bool,
    /// How far has been read with it.
    pub(crate) after: Position,
}

/// A source that is being read.
struct Open {
    drafts: Box<dyn Iterator<Item = Result<Draft, Problem>>>,
    titled: bool,
}

impl Documents {
    /// Reads `sources`; `meter` counts their bytes.
    pub(crate) fn new(sources: Sources, selection: Selection, meter: Meter) -> Documents {
        Documents { sources, selection, meter, position: Position::default(), open: None }
    }

    fn open(&self, source: Result<Source, Problem>) -> Result<Open, Problem> {
        let source = source?;
        let reader = source.open_metered(&self.meter)?;
        let kind = self.selection.kind;
        Ok(match kind.unwrap_or_else(|| Kind::of(reader.buffer(), &source.name())) {
            Kind::Text => Open {
                drafts: Box::new(std::iter::once(whole(reader, &source))),
                titled: self.sources.are_several(),
            },
            Kind::JsonLines => {
                let lines = JsonLines::new(reader, source.label());
                Open { drafts: Box::new(lines.limit(self.selection.longest)), titled: true }
            }
        })
    }

    /// Reads the next document, whether it is selected or not. Says how far had been
    /// read before it.
    fn step(&mut self) -> Option<(Position, Step)> {
        loop {
            let before = self.position;
            if let Some(open) = &mut self.open {
                if let Some(draft) = open.drafts.next() {
                    let titled = open.titled;
                    self.position.documents += 1;
                    self.position.all += 1;
                    return Some((before, Step { draft, titled, after: self.position }));
                }
                self.open = None;
                self.position = Position { sources: before.sources + 1, documents: 0, ..before };
                continue;
            }
            let source = self.sources.next()?;
            if before.sources < self.selection.start.sources {
                // It has been done with; what is in it need not be looked at.
                self.meter.add(source.map_or(0, |source| source.size().unwrap_or(0)));
                self.position.sources += 1;
                self.position.all = self.selection.start.all - self.selection.start.documents;
                continue;
            }
            match self.open(source) {
                Ok(open) => self.open = Some(open),
                Err(problem) => {
                    self.position = Position { sources: before.sources + 1, ..before };
                    let draft = Err(problem);
                    return Some((before, Step { draft, titled: true, after: self.position }));
                }
            }
        }
    }

    fn is_selected(&self, before: Position, step: &Step) -> bool {
        let start = self.selection.start;
        let done = (before.sources, before.documents) < (start.sources, start.documents);
        // What is no document, such as a file that is not there, is in no part
        // more than in the others.
        let is_document = !step.draft.as_ref().is_err_and(|problem| problem.fatal);
        let other = |shard: Shard| is_document && !shard.has(before.all);
        !done && !self.selection.shard.is_some_and(other)
    }
}

impl Iterator for Documents {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        loop {
            let (before, step) = self.step()?;
            if self.is_selected(before, &step) {
                return Some(step);
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
