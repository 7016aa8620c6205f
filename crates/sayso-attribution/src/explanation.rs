use alloc::{string::String, vec::Vec};

use sayso_span::Span;

/// Why an [`Attribution`](crate::Attribution) is one: what made it, and what it
/// could have been instead.
///
/// There is one where [`Config::explain`](crate::Config::explain) asks for it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Explanation {
    /// What made it.
    pub origin: Origin,
    /// How likely its cue signals an attribution, whatever it says, from 0 to 1;
    /// 0 without a cue or a model.
    pub cue: f32,
    /// How likely the cue signals nothing after all, from 0 to 1.
    pub rejection: f32,
    /// What spoke most for it and against it, the strongest first.
    pub reasons: Vec<Reason>,
    /// Other readings of the cue, the likeliest first.
    pub alternatives: Vec<Alternative>,
}

/// What made an [`Attribution`](crate::Attribution).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Origin {
    /// The model: it is likely.
    Model,
    /// A rule about the cue: a transcript's label, a signature behind a dash, a
    /// verb of the lexicon.
    Rule,
    /// A quotation without a cue, given to who was talking.
    Quotation,
}

impl Origin {
    /// Returns what it is called: `model`, `rule`, `quotation`.
    pub fn as_str(self) -> &'static str {
        match self {
            Origin::Model => "model",
            Origin::Rule => "rule",
            Origin::Quotation => "quotation",
        }
    }
}

/// A feature of an attribution.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Reason {
    /// What it looks at: `source tag + kind + side`.
    pub name: String,
    /// What it adds to the log-odds.
    pub weight: f32,
}

/// What an attribution could have been.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Alternative {
    /// Who.
    pub source: Option<Span>,
    /// What; nothing if it lies in other sentences.
    pub content: Vec<Span>,
    /// How likely it is, from 0 to 1.
    pub probability: f32,
}

impl Explanation {
    /// Returns that a rule made it, or a quotation without a cue.
    pub(crate) fn of(origin: Origin) -> Explanation {
        let (reasons, alternatives) = (Vec::new(), Vec::new());
        Explanation { origin, cue: 0.0, rejection: 0.0, reasons, alternatives }
    }
}
