use sayso_span::Span;

/// One of the steps that lead from a source to the name of who speaks.
///
/// The steps of an attribution are a chain: each starts from where the last one
/// led, but for sources that name several.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Step {
    /// Why it leads there.
    pub kind: StepKind,
    /// The words that it starts from.
    pub from: Span,
    /// The words that it leads to; the same where it goes no further.
    pub to: Span,
}

impl Step {
    pub(crate) fn new(kind: StepKind, from: Span, to: Span) -> Step {
        Step { kind, from, to }
    }
}

/// Why a [`Step`] leads where it does.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum StepKind {
    /// The words are a name, or have one at their head.
    Name,
    /// From a name to the fullest way in which the article has it.
    FullName,
    /// A description has its name beside it: `her sister, Jane Hale`.
    Apposition,
    /// `he`, `it`, `they`: whom they mean most likely.
    Pronoun,
    /// `who`, `which`: what stands before.
    Relative,
    /// `I`, `we`: who is quoted around, or the writer.
    FirstPerson,
    /// `you` in a question: who answers it.
    SecondPerson,
    /// `both`, `the two leaders`: those who were mentioned last.
    Pair,
    /// `Hale's letter`: whose it is.
    Utterance,
    /// `the mayor`: of whom the article says that.
    Role,
    /// `the 45-year-old`, `the senator`: whom the article is about.
    Prominence,
    /// `the council`: the last one of the sort that has a name.
    Sort,
    /// A description of somebody who has no name here, and the one before.
    Description,
    /// A quotation without a source goes on with who spoke before.
    Continuation,
}

impl StepKind {
    /// Returns what it is called: `pronoun`, `full-name`.
    pub fn as_str(self) -> &'static str {
        match self {
            StepKind::Name => "name",
            StepKind::FullName => "full-name",
            StepKind::Apposition => "apposition",
            StepKind::Pronoun => "pronoun",
            StepKind::Relative => "relative",
            StepKind::FirstPerson => "first-person",
            StepKind::SecondPerson => "second-person",
            StepKind::Pair => "pair",
            StepKind::Utterance => "utterance",
            StepKind::Role => "role",
            StepKind::Prominence => "prominence",
            StepKind::Sort => "sort",
            StepKind::Description => "description",
            StepKind::Continuation => "continuation",
        }
    }
}
