//! The cases of `testdata/speaker`: given who speaks in the words of the text,
//! who is it?

use sayso_attribution::{
    Attribution, AttributionKind, Attributor, Config, Entities, Input, Quoted,
};
use sayso_span::Span;
use sayso_test::{Suite, corpora, locate, plain};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    #[serde(default)]
    attributions: Vec<Given>,
    /// Some of the entities.
    #[serde(default)]
    entities: Vec<ExpectedEntity>,
}

/// An entity by its name, and what of it is looked at.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedEntity {
    name: String,
    kind: Option<String>,
    gender: Option<String>,
    description: Option<String>,
    /// The words of its mentions.
    mentions: Option<Vec<String>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    source: Option<String>,
    cue: Option<String>,
    content: String,
    speakers: Vec<String>,
    /// The kinds of the steps.
    steps: Option<Vec<String>>,
    /// Whether all of the content is quoted.
    #[serde(default)]
    direct: bool,
    /// Whether it lies in the content of another.
    #[serde(default)]
    nested: bool,
}

#[test]
fn suite() {
    Suite::<Expected>::load("speaker").run(|case| {
        let text = &case.text;
        let mut attributions = Vec::new();
        for given in &case.expected.attributions {
            let source = given.source.as_ref().map(|source| locate(text, source)).transpose()?;
            let cue = given.cue.as_ref().map(|cue| locate(text, cue)).transpose()?;
            let mut one = Attribution::new(source, cue, vec![locate(text, &given.content)?]);
            one.nested = given.nested;
            if given.direct {
                one.kind = AttributionKind::Direct;
            }
            attributions.push(one);
        }
        let entities = name_speakers(text, &mut attributions);
        for expected in &case.expected.entities {
            check_entity(text, &entities, expected)?;
        }
        for (given, found) in case.expected.attributions.iter().zip(&attributions) {
            let speakers: Vec<String> = found.speakers.iter().map(ToString::to_string).collect();
            if speakers != given.speakers {
                let who = given.source.as_ref().unwrap_or(&given.content);
                return Err(format!("{who:?}: {speakers:?}, expected {:?}", given.speakers));
            }
            let steps: Vec<String> =
                found.steps.iter().map(|step| step.kind.as_str().to_string()).collect();
            if given.steps.as_ref().is_some_and(|expected| *expected != steps) {
                return Err(format!("steps {steps:?}, expected {:?}", given.steps));
            }
        }
        Ok(())
    });
}

fn check_entity(text: &str, entities: &Entities, expected: &ExpectedEntity) -> Result<(), String> {
    let named: Vec<_> =
        entities.iter().filter(|entity| entity.name.to_string() == expected.name).collect();
    let [entity] = named[..] else {
        let all: Vec<_> = entities.iter().map(|entity| entity.name.to_string()).collect();
        return Err(format!("{} entities are {:?} among {all:?}", named.len(), expected.name));
    };
    let gender = entity.gender.map(|gender| format!("{gender:?}").to_lowercase());
    let kind = format!("{:?}", entity.kind).to_lowercase();
    let mentions: Vec<_> = entity.mentions.iter().map(|&span| &text[span]).collect();
    let fits = expected.kind.as_ref().is_none_or(|expected| *expected == kind)
        && (expected.gender.is_none() || expected.gender == gender)
        && (expected.description.is_none() || expected.description == entity.description)
        && expected.mentions.as_ref().is_none_or(|expected| *expected == mentions);
    let what = format!("{kind}, {gender:?}, {:?}, {mentions:?}", entity.description);
    if fits { Ok(()) } else { Err(format!("{} is {what}", expected.name)) }
}

fn name_speakers(text: &str, attributions: &mut [Attribution]) -> Entities {
    let (tokens, sentences) = (plain::tokens(text), plain::sentences(text));
    let quotations = quotations(text);
    let (tokens, sentences, quotations) = (&tokens[..], &sentences[..], &quotations[..]);
    let input = Input { text, tokens, sentences, quotations, names: &[] };
    Attributor::with_rules(Config::default()).name_speakers(input, attributions)
}

/// What stands between `“` and `”`, or between every two `"`.
fn quotations(text: &str) -> Vec<Quoted> {
    let mut open = None;
    let mut found = Vec::new();
    for (at, mark) in text.match_indices(['“', '”', '"']) {
        match open.take() {
            Some(start) if mark != "“" => {
                let span = Span::new(start, at + mark.len());
                let inner = Span::new(start + mark.len(), at);
                let chain = found.len();
                found.push(Quoted { span, inner, depth: 0, chain, speech: 1.0 });
            }
            _ => open = Some(at),
        }
    }
    found
}

/// Of the attributions of a corpus, those that have speakers: the share whose
/// speakers are as annotated but for case and a leading `the`.
fn accuracy(corpus: &str) -> Option<f64> {
    let (mut right, mut all) = (0_u32, 0_u32);
    for document in corpora::read(corpus)? {
        let text = document["text"].as_str().expect("a document has a text");
        let annotated = document["attributions"].as_array().expect("a list of attributions");
        let mut attributions: Vec<Attribution> = annotated
            .iter()
            .map(|one| {
                let source = corpora::spans(text, &one["source"]);
                let source = source.into_iter().reduce(|a, b| a.hull(b));
                Attribution::new(source, None, corpora::spans(text, &one["content"]))
            })
            .collect();
        name_speakers(text, &mut attributions);
        for (found, gold) in attributions.iter().zip(annotated) {
            let gold = gold["speakers"].as_array().into_iter().flatten();
            let mut gold: Vec<_> = gold.filter_map(|name| name.as_str()).map(plain_name).collect();
            let mut found: Vec<_> =
                found.speakers.iter().map(|speaker| plain_name(&speaker.to_string())).collect();
            gold.sort_unstable();
            found.sort_unstable();
            all += u32::from(!gold.is_empty());
            right += u32::from(!gold.is_empty() && gold == found);
        }
    }
    let accuracy = f64::from(right) / f64::from(all.max(1));
    println!("{corpus}: {accuracy:.3} of {all}");
    Some(accuracy)
}

fn plain_name(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_prefix("the ").map_or(name.clone(), str::to_string)
}

/// Exactly the annotated names: a judge who takes `Clinton` for `Hillary
/// Clinton` finds some points more.
#[test]
fn polnear_dev() {
    if let Some(accuracy) = accuracy("polnear/polnear-dev.jsonl") {
        assert!(accuracy >= 0.82, "{accuracy}");
    }
}

#[test]
fn house_styles() {
    if let Some(accuracy) = accuracy("styles/styles.jsonl") {
        assert!(accuracy >= 0.86, "{accuracy}");
    }
}
