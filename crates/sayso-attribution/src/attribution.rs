use alloc::{boxed::Box, vec::Vec};

use sayso_span::Span;

use crate::{EntityId, Explanation, Speaker, Step};

/// Somebody says something: the words that say who, that, and what.
///
/// # Guarantees
///
/// All spans lie inside the text, on character boundaries, and are trimmed. The
/// content is not empty, and its spans are in order and disjoint. Source, cue
/// and content have no byte in common. Each speaker is the name of the entity at
/// the same place.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Attribution {
    /// Who, as the text puts it: `a senior official`.
    pub source: Option<Span>,
    /// The words that signal it: `said`, `according to`, a colon.
    pub cue: Option<Span>,
    /// What, with its quotation marks.
    pub content: Vec<Span>,
    /// Whether the content is quoted.
    pub kind: AttributionKind,
    /// Who it is. Empty where it is not known.
    pub speakers: Vec<Speaker>,
    /// The speakers again, as entities of the text, in the same order.
    pub entities: Vec<EntityId>,
    /// How the source, or else the content, led to the speakers.
    pub steps: Vec<Step>,
    /// How likely the attribution is right, from 0 to 1.
    pub confidence: f32,
    /// Whether it lies in the content of another: there are such if
    /// [`Config::nested`](crate::Config::nested) asks for them.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_not"))]
    pub nested: bool,
    /// Why it is one, if [`Config::explain`](crate::Config::explain) asks for it.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub explanation: Option<Box<Explanation>>,
}

/// What is not so goes without saying.
#[cfg(feature = "serde")]
fn is_not(flag: &bool) -> bool {
    !flag
}

impl Attribution {
    /// Returns an attribution that somebody else has found, to have its
    /// speakers [named](crate::Attributor::name_speakers).
    pub fn new(source: Option<Span>, cue: Option<Span>, content: Vec<Span>) -> Attribution {
        Attribution {
            source,
            cue,
            content,
            kind: AttributionKind::Indirect,
            speakers: Vec::new(),
            entities: Vec::new(),
            steps: Vec::new(),
            confidence: 1.0,
            nested: false,
            explanation: None,
        }
    }
}

/// Whether the content of an [`Attribution`] is quoted.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum AttributionKind {
    /// All of it stands between quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// A part of it does.
    Mixed,
}

impl AttributionKind {
    /// Returns what it is called: `direct`, `indirect`, `mixed`.
    pub fn as_str(self) -> &'static str {
        match self {
            AttributionKind::Direct => "direct",
            AttributionKind::Indirect => "indirect",
            AttributionKind::Mixed => "mixed",
        }
    }
}
