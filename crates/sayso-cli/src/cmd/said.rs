use serde::{Deserialize, Serialize};

use crate::{
    format::{AttributionRow, Offsets, Pair},
    input::Record,
};

/// An attribution in the results of an earlier run, or by somebody else's hand.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub(super) struct Said {
    pub(super) source: Vec<Pair>,
    pub(super) cue: Vec<Pair>,
    pub(super) content: Vec<Pair>,
    pub(super) kind: Option<String>,
    pub(super) speakers: Vec<String>,
    pub(super) confidence: Option<f64>,
}

impl Said {
    /// The field that has them.
    pub(super) const FIELD: &'static str = "attributions";

    /// Reads those of a record, if it has any field for them.
    ///
    /// # Errors
    ///
    /// If they are no attributions, or their spans none of the text.
    pub(super) fn read(
        record: &Record,
        offsets: &Offsets<'_>,
    ) -> Result<Option<Vec<Said>>, String> {
        let Some(raw) = record.field(Said::FIELD) else { return Ok(None) };
        let all: Vec<Said> = serde_json::from_str(raw.get())
            .map_err(|_| "the field \"attributions\" is not a list of attributions")?;
        for (position, said) in all.iter().enumerate() {
            let pairs = said.source.iter().chain(&said.cue).chain(&said.content);
            if let Some(pair) = pairs.copied().find(|&pair| offsets.span(pair).is_none()) {
                return Err(format!(
                    "attribution {}: {pair:?} is no span of the text",
                    position + 1
                ));
            }
        }
        Ok(Some(all))
    }

    /// Returns the spans of all its parts.
    pub(super) fn spans(&self) -> [&[Pair]; 3] {
        [&self.source, &self.cue, &self.content]
    }

    /// Returns where its first part starts.
    pub(super) fn start(&self) -> Option<usize> {
        self.spans().into_iter().flatten().map(|pair| pair[0]).min()
    }
}

impl From<AttributionRow> for Said {
    fn from(row: AttributionRow) -> Said {
        let AttributionRow { source, cue, content, kind, speakers, confidence, .. } = row;
        let (kind, confidence) = (Some(kind.into()), Some(confidence));
        Said { source, cue, content, kind, speakers, confidence }
    }
}

/// Returns the words of spans in a text, with a mark between two.
///
/// # Panics
///
/// If they are no spans of the text.
pub(super) fn words(text: &str, offsets: &Offsets<'_>, pairs: &[Pair]) -> String {
    let words = |&pair: &Pair| &text[offsets.span(pair).expect("spans have been checked")];
    pairs.iter().map(words).collect::<Vec<&str>>().join(" … ")
}
