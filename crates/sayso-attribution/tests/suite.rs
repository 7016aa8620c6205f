//! The cases of `testdata/attribution`: what rules make of plain text, and those
//! of `testdata/attribution-model`: what the model does. Tokens, sentences and
//! quotations come from stand-ins that are right for the cases.

mod plain;

use sayso_attribution::{Attribution, AttributionKind, Attributor, Config};
use sayso_span::Span;
use sayso_test::{Case, Suite, locate};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// In order of their first span.
    attributions: Vec<Wanted>,
    /// Whether those in another's content are asked for.
    #[serde(default)]
    nested: bool,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    cue: Option<String>,
    content: Pieces,
    /// `direct` if it is left out.
    #[serde(default = "direct")]
    kind: String,
    /// Whether it lies in the content of another.
    #[serde(default)]
    nested: bool,
}

fn direct() -> String {
    "direct".to_string()
}

#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Pieces {
    One(String),
    Many(Vec<String>),
}

impl Wanted {
    fn pieces(&self) -> &[String] {
        match &self.content {
            Pieces::One(piece) => core::slice::from_ref(piece),
            Pieces::Many(pieces) => pieces,
        }
    }
}

/// An attribution as a line of a failure message, and to compare.
fn shown(
    text: &str,
    source: Option<Span>,
    cue: Option<Span>,
    content: &[Span],
    kind: &str,
) -> String {
    let one = |span: Option<Span>| span.map_or("-".into(), |s| format!("{s} {:?}", &text[s]));
    let all: Vec<String> = content.iter().map(|&span| one(Some(span))).collect();
    format!("{} | {} | {} | {kind}", one(source), one(cue), all.join(" + "))
}

fn found(text: &str, attribution: &Attribution) -> String {
    let kind = match attribution.kind {
        AttributionKind::Direct => "direct",
        AttributionKind::Indirect => "indirect",
        AttributionKind::Mixed => "mixed",
        _ => "new",
    };
    let shown = shown(text, attribution.source, attribution.cue, &attribution.content, kind);
    if attribution.nested { format!("{shown} | nested") } else { shown }
}

fn wanted(text: &str, wanted: &Wanted) -> Result<String, String> {
    let find = |piece: &Option<String>| piece.as_ref().map(|p| locate(text, p)).transpose();
    let content: Result<Vec<Span>, String> =
        wanted.pieces().iter().map(|piece| locate(text, piece)).collect();
    let shown = shown(text, find(&wanted.source)?, find(&wanted.cue)?, &content?, &wanted.kind);
    Ok(if wanted.nested { format!("{shown} | nested") } else { shown })
}

/// Checks a case with what `make` makes of a configuration.
fn check(make: fn(Config) -> Attributor, case: &Case<Expected>) -> Result<(), String> {
    let text = case.text.as_str();
    let attributor = make(Config::default().nested(case.expected.nested));
    let found: Vec<String> = plain::analyze(text, |input| attributor.attributions(input))
        .iter()
        .map(|attribution| self::found(text, attribution))
        .collect();
    let expected: Result<Vec<String>, String> =
        case.expected.attributions.iter().map(|one| wanted(text, one)).collect();
    let expected = expected?;
    if found == expected {
        return Ok(());
    }
    Err(format!(
        "found    {}\n  expected {}",
        found.join("\n           "),
        expected.join("\n           ")
    ))
}

#[test]
fn suite() {
    Suite::<Expected>::load("attribution").run(|case| check(Attributor::with_rules, case));
}

/// A model learns from examples and not from these cases: one that it gets
/// wrong is marked, and not a reason to change it.
#[cfg(feature = "compiled-data")]
#[test]
fn model() {
    Suite::<Expected>::load("attribution-model").run(|case| check(Attributor::with_config, case));
}
