use std::io;

use sayso::{Attribution, Span};

use super::{Annotate, Article};
use crate::{
    args::Unit,
    format::{Frame, Offsets, Sheet, rounded},
};

/// A table with a row for each attribution (RFC 4180, with line feeds).
pub(super) struct Csv {
    /// What offsets count.
    pub(super) unit: Unit,
}

/// Rows under the names of the columns.
pub(super) const FRAME: Frame = Frame {
    head: "id,attribution,speakers,kind,confidence,nested,source,cue,content,\
           source_spans,cue_spans,content_spans,fields\n",
    separator: "",
    tail: "",
};

impl Annotate for Csv {
    fn write(&self, article: &Article<'_>, sheet: &mut Sheet) -> io::Result<()> {
        let offsets = Offsets::new(article.text(), self.unit);
        let mut fields = None;
        let mut table = csv::Writer::from_writer(&mut sheet.bytes);
        for (number, attribution) in article.attributions().iter().enumerate() {
            let Attribution { source, cue, content, .. } = attribution;
            let words = |spans: &[Span]| {
                spans.iter().map(|&span| &article.text()[span]).collect::<Vec<_>>().join(" … ")
            };
            let places = |spans: &[Span]| {
                let pairs = offsets.pairs(spans.iter().copied());
                serde_json::to_string(&pairs).expect("numbers can be written as JSON")
            };
            let (source, cue) = (source.as_slice(), cue.as_slice());
            let speakers: Vec<String> =
                attribution.speakers.iter().map(ToString::to_string).collect();
            let row = [
                &article.record.name,
                &(number + 1).to_string(),
                &speakers.join("; "),
                attribution.kind.as_str(),
                &rounded(attribution.confidence).to_string(),
                &attribution.nested.to_string(),
                &words(source),
                &words(cue),
                &words(content),
                &places(source),
                &places(cue),
                &places(content),
                fields.get_or_insert_with(|| article.other_fields()),
            ];
            table.write_record(row)?;
        }
        table.flush()
    }
}
