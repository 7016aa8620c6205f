use std::{
    io::{self, BufRead, BufReader, Read},
    iter,
    sync::Arc,
};

use encoding_rs::{Encoding, UTF_8};

use super::{
    Draft, Fields, JsonLines, Kind, Meter, Position, Problem, Source, Sources,
    draft::{FileName, Payload, Place},
    encoding::{self, Stated},
    source::Reader,
    table::{self, Table},
    transcoded::Transcoded,
    warc::Warc,
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
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    /// What the sources are, unless it is told from each.
    pub(crate) kind: Option<Kind>,
    /// The encoding of all sources, unless it is told from each.
    pub(crate) encoding: Option<&'static Encoding>,
    pub(crate) fields: Fields,
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
    drafts: Drafts,
    titled: bool,
}

type Drafts = Box<dyn Iterator<Item = Result<Draft, Problem>>>;

impl Documents {
    /// Reads `sources`; `meter` counts their bytes.
    pub(crate) fn new(sources: Sources, selection: Selection, meter: Meter) -> Documents {
        Documents { sources, selection, meter, position: Position::default(), open: None }
    }

    fn open(&self, source: &Source) -> Result<Open, Problem> {
        let reader = source.open_metered(&self.meter)?;
        let (drafts, one) = self.selection.drafts(source, reader)?;
        Ok(Open { drafts, titled: !one || self.sources.are_several() })
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
            match source.and_then(|source| self.open(&source)) {
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

impl Selection {
    /// Returns what is in a source that has been opened, and whether that is one
    /// document.
    fn drafts(&self, source: &Source, reader: Reader) -> Result<(Drafts, bool), Problem> {
        let Selection { kind, encoding, fields, longest, .. } = self;
        let marked = Encoding::for_bom(reader.buffer()).map(|(encoding, _)| encoding);
        let encoding = encoding.or(marked.filter(|&marked| marked != UTF_8));
        let head = encoding.map(|encoding| encoding.decode(reader.buffer()).0);
        let head = head.as_ref().map_or(reader.buffer(), |head| head.as_bytes());
        let kind = kind.unwrap_or_else(|| Kind::of(head, &source.name(), fields));
        let stated = self.encoding.map_or(Stated::Nowhere, Stated::ByUser);
        let drafts: Drafts = match kind {
            Kind::Text => whole(reader, source, |bytes| Payload::Text(bytes, stated)),
            Kind::Html => whole(reader, source, |bytes| Payload::Html(bytes, stated)),
            Kind::JsonLines => {
                let lines = JsonLines::new(utf8(reader, encoding), source.label());
                Box::new(lines.limit(*longest))
            }
            Kind::Table(delimiter) => {
                let delimiter =
                    table::delimiter(&String::from_utf8_lossy(head), fields).unwrap_or(delimiter);
                let guessed = encoding.is_none().then(|| encoding::foreign(reader.buffer()));
                let guessed = guessed.flatten();
                let reader = utf8(reader, encoding.or(guessed));
                let table = Table::new(reader, file(source), delimiter, fields, *longest)?;
                Box::new(table.guessed(guessed.map(Encoding::name)))
            }
            Kind::Warc => Box::new(Warc::new(reader, file(source), *longest)),
            Kind::Parquet => parquet(source, reader, fields)?,
        };
        Ok((drafts, matches!(kind, Kind::Text | Kind::Html)))
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

fn file(source: &Source) -> FileName {
    FileName { label: source.label(), name: source.name() }
}

/// Reads a source that is one document.
fn whole(mut reader: Reader, source: &Source, payload: impl FnOnce(Vec<u8>) -> Payload) -> Drafts {
    let mut bytes = Vec::new();
    let read = reader.read_to_end(&mut bytes);
    let draft = read.map(|_| {
        let file = Arc::new(file(source));
        let place = Place { file, unit: "line", line: None, offset: 0 };
        Draft { place, payload: payload(bytes) }
    });
    Box::new(iter::once(draft.map_err(|error| Problem::io(&source.label(), &error))))
}

/// Makes UTF-8 of what is in another encoding.
fn utf8(reader: Reader, encoding: Option<&'static Encoding>) -> Reader {
    match encoding.filter(|&encoding| encoding != UTF_8) {
        Some(encoding) => BufReader::new(Box::new(Transcoded::new(reader, encoding))),
        None => reader,
    }
}

#[cfg(feature = "parquet")]
fn parquet(source: &Source, reader: Reader, fields: &Fields) -> Result<Drafts, Problem> {
    Ok(Box::new(super::parquet::Rows::new(source, reader, fields)?))
}

#[cfg(not(feature = "parquet"))]
fn parquet(source: &Source, _reader: Reader, _fields: &Fields) -> Result<Drafts, Problem> {
    let problem =
        Problem::document(&source.label(), "a Parquet file, which this sayso cannot read");
    Err(Problem { fatal: true, ..problem }.hint("build it with its default features"))
}

/// Returns the documents that are in `bytes`, told from their content by `kind` 0 and
/// otherwise read as the kind that this number stands for.
///
/// It is for fuzzing: a file is read in the same way.
pub fn drafts(kind: u8, bytes: Vec<u8>) -> Vec<Result<Draft, Problem>> {
    use Kind::{Html, JsonLines, Parquet, Table, Text, Warc};
    let kinds = [Text, JsonLines, Table(b','), Table(b'\t'), Html, Warc, Parquet];
    let kind = kind.checked_sub(1).map(|kind| kinds[usize::from(kind) % kinds.len()]);
    let (fields, start) = (Fields::default(), Position::default());
    let selection =
        Selection { kind, encoding: None, fields, longest: 1 << 20, shard: None, start };
    let mut reader: Reader = BufReader::new(Box::new(io::Cursor::new(bytes)));
    let opened = reader.fill_buf().map_err(|error| Problem::io("bytes", &error));
    let opened = opened.map(drop).and_then(|()| Source::StandardInput.unpack(reader));
    match opened.and_then(|reader| selection.drafts(&Source::StandardInput, reader)) {
        Ok((drafts, _)) => drafts.collect(),
        Err(problem) => vec![Err(problem)],
    }
}
