use std::io::{self, Write};

use sayso::{Analysis, Attribution, Span, attribution::AttributionKind};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::share::{Count, outermost};
use crate::{
    format::{Beside, Offsets, Pair},
    input::Record,
};

/// Attributions that a record has already, as they were read.
pub(super) struct Given(Vec<Map<String, Value>>);

/// What is read of one.
#[derive(Deserialize)]
struct Spans {
    #[serde(default)]
    source: Vec<Pair>,
    #[serde(default)]
    cue: Vec<Pair>,
    content: Vec<Pair>,
}

impl Given {
    pub(super) const FIELD: &'static str = "attributions";

    /// Reads them.
    ///
    /// # Errors
    ///
    /// Why they cannot be read.
    pub(super) fn read(record: &Record) -> Result<Given, String> {
        let field = record.field(Given::FIELD);
        let raw =
            field.ok_or("there is no field \"attributions\" whose speakers could be named")?;
        let given = serde_json::from_str(raw.get());
        given.map(Given).map_err(|_| "the field \"attributions\" is not a list of objects".into())
    }

    /// Returns them for a text.
    ///
    /// # Errors
    ///
    /// If their spans are not such in the text.
    pub(super) fn attributions(&self, offsets: &Offsets<'_>) -> Result<Vec<Attribution>, String> {
        let read = |(position, given): (usize, &Map<String, Value>)| {
            let number = position + 1;
            let spans = Spans::deserialize(Value::Object(given.clone()))
                .map_err(|error| format!("attribution {number}: {error}"))?;
            let find = |pairs: &[Pair]| -> Result<Vec<Span>, String> {
                let span = |pair: &Pair| {
                    let span = offsets.span(*pair).filter(|span| !span.is_empty());
                    span.ok_or_else(|| {
                        format!("attribution {number}: {pair:?} is no span of the text")
                    })
                };
                pairs.iter().map(span).collect()
            };
            let source = find(&spans.source)?.into_iter().reduce(Span::hull);
            let cue = find(&spans.cue)?.into_iter().reduce(Span::hull);
            Ok(Attribution::new(source, cue, find(&spans.content)?))
        };
        self.0.iter().enumerate().map(read).collect()
    }

    /// Sets the kinds of the attributions that have been made of these: as they
    /// say, or else by how many of the words are quoted.
    pub(super) fn set_kinds(&self, text: &str, analysis: &mut Analysis) {
        let quotations = outermost(analysis);
        for (given, attribution) in self.0.iter().zip(&mut analysis.attributions) {
            attribution.kind = match given.get("kind").and_then(Value::as_str) {
                Some("direct") => AttributionKind::Direct,
                Some("indirect") => AttributionKind::Indirect,
                Some("mixed") => AttributionKind::Mixed,
                _ => match Count::new(text, attribution, &quotations) {
                    Count { quoted: 0, .. } => AttributionKind::Indirect,
                    Count { quoted, words, .. } if quoted == words => AttributionKind::Direct,
                    _ => AttributionKind::Mixed,
                },
            };
        }
    }

    /// The same with the speakers that have been found, and all else as it was.
    pub(super) fn with_speakers(mut self, found: &[Attribution]) -> Given {
        for (given, found) in self.0.iter_mut().zip(found) {
            let speakers: Vec<String> = found.speakers.iter().map(ToString::to_string).collect();
            let entities: Vec<usize> = found.entities.iter().map(|id| id.index()).collect();
            given.insert("speakers".into(), speakers.into());
            given.insert("entities".into(), entities.into());
        }
        self
    }
}

impl Beside for Given {
    fn name(&self) -> &'static str {
        Given::FIELD
    }

    fn write(&self, _offsets: &Offsets<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &self.0)?;
        out.flush()
    }
}
