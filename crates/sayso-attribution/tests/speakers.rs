//! The cases of `testdata/speaker`: given who speaks in the words of the text,
//! who is it?

use sayso_attribution::{Attribution, Attributor, Input, Quoted};
use sayso_span::Span;
use sayso_test::{Suite, corpora, locate, plain};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    attributions: Vec<Given>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    source: Option<String>,
    content: String,
    speakers: Vec<String>,
}

#[test]
fn suite() {
    Suite::<Expected>::load("speaker").run(|case| {
        let text = &case.text;
        let mut attributions = Vec::new();
        for given in &case.expected.attributions {
            let source = given.source.as_ref().map(|source| locate(text, source)).transpose()?;
            attributions.push(Attribution::new(source, None, vec![locate(text, &given.content)?]));
        }
        name_speakers(text, &mut attributions);
        for (given, found) in case.expected.attributions.iter().zip(&attributions) {
            let speakers: Vec<String> = found.speakers.iter().map(ToString::to_string).collect();
            if speakers != given.speakers {
                let who = given.source.as_ref().unwrap_or(&given.content);
                return Err(format!("{who:?}: {speakers:?}, expected {:?}", given.speakers));
            }
        }
        Ok(())
    });
}

fn name_speakers(text: &str, attributions: &mut [Attribution]) {
    let (tokens, sentences) = (plain::tokens(text), plain::sentences(text));
    let quotations = quotations(text);
    let (tokens, sentences, quotations) = (&tokens[..], &sentences[..], &quotations[..]);
    let input = Input { text, tokens, sentences, quotations, names: &[] };
    Attributor::new().name_speakers(input, attributions);
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
        assert!(accuracy >= 0.75, "{accuracy}");
    }
}

#[test]
fn house_styles() {
    if let Some(accuracy) = accuracy("styles/styles.jsonl") {
        assert!(accuracy >= 0.75, "{accuracy}");
    }
}
