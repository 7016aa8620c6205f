//! What is found in annotated news: the direct speech of its attributions.

mod pairing;

use std::collections::BTreeSet;

use sayso_quote::quotations;
use sayso_span::Span;
use sayso_test::corpora;
use serde_json::Value;

#[derive(Debug, Default)]
struct Score {
    direct: usize,
    /// The quotations in the content have its letters, and no others.
    exact: usize,
    /// Nine tenths of the letters of both are in both.
    close: usize,
    /// Titles, nicknames, words at a distance; and those found exactly.
    others: usize,
    others_found: usize,
}

type Letters = BTreeSet<usize>;

fn letters(text: &str, spans: &[Span]) -> Letters {
    let letters = |&span: &Span| {
        let chars = text[span].char_indices().filter(|(_, c)| c.is_alphanumeric());
        chars.map(move |(at, _)| span.start() + at).collect::<Vec<_>>()
    };
    spans.iter().flat_map(letters).collect()
}

/// Measures on a corpus; `None` if it is not here.
fn measure(name: &str) -> Option<Score> {
    let mut score = Score::default();
    for document in corpora::read(name)? {
        let text = document["text"].as_str().expect("a document has a text");
        let found: Vec<Letters> =
            quotations(text).iter().map(|q| letters(text, &[q.span])).collect();
        let marked = letters(text, &pairing::pair(text));
        for gold in document["attributions"].as_array().expect("a list") {
            let content = letters(text, &corpora::spans(text, &gold["content"]));
            let quoted = content.intersection(&marked).count();
            let kind = gold.get("kind").and_then(Value::as_str).unwrap_or("direct");
            if gold["nested"] == true || kind != "direct" || quoted * 5 < content.len() * 4 {
                continue;
            }
            let half =
                |q: &&Letters| !q.is_empty() && 2 * q.intersection(&content).count() >= q.len();
            let union: Letters = found.iter().filter(half).flatten().copied().collect();
            let both = union.intersection(&content).count();
            let either = union.union(&content).count();
            score.direct += 1;
            score.exact += usize::from(both == either);
            score.close += usize::from(10 * both >= 9 * either);
        }
        for span in document.get("not_attributions").and_then(Value::as_array).unwrap_or(&vec![]) {
            let spans = corpora::spans(text, &Value::Array(vec![span.clone()]));
            score.others += 1;
            score.others_found += usize::from(found.contains(&letters(text, &spans)));
        }
    }
    println!("{name}: {score:?}");
    Some(score)
}

#[test]
fn many_house_styles() {
    let Some(score) = measure("styles/styles.jsonl") else { return };
    assert_eq!(score.exact, score.direct);
    assert_eq!(score.others_found, score.others);
}

/// Its contents often hold a word outside the marks, so that more is out of
/// reach.
#[test]
fn american_news() {
    let Some(score) = measure("polnear/polnear-dev.jsonl") else { return };
    assert!(score.close as f64 >= 0.935 * score.direct as f64, "{score:?}");
}

#[test]
fn the_first_article() {
    let Some(documents) = corpora::read("seed/may-trump-russia.jsonl") else { return };
    let text = documents[0]["text"].as_str().expect("a document has a text");
    let found = quotations(text);
    let start = text.find("\"They also discussed").expect("it is in the text");
    let chain = found.iter().find(|q| q.span.start() == start).expect("it is found").chain;
    let pieces: Vec<_> = found.iter().filter(|q| q.chain == chain).collect();
    assert_eq!(pieces.len(), 2);
    assert!(text[pieces[1].span].ends_with("it poses.\"") && pieces[1].closed);
}
