//! The cases of `testdata/sentence`.

use sayso_sentence::{Config, Paragraphs, SentenceSegmenter};
use sayso_test::{Suite, locate_all};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    sentences: Vec<String>,
    /// Why each ended, if the case is about that.
    #[serde(default)]
    ends: Vec<String>,
    #[serde(default)]
    whole_quotations: bool,
    #[serde(default)]
    paragraphs: Option<String>,
}

#[test]
fn cases() {
    Suite::<Expected>::load("sentence").run(|case| {
        let paragraphs = match case.expected.paragraphs.as_deref() {
            None => Paragraphs::Detect,
            Some("blank-line") => Paragraphs::BlankLine,
            Some("every-line") => Paragraphs::EveryLine,
            Some("wrapped") => Paragraphs::Wrapped,
            Some(other) => return Err(format!("no paragraphs are called {other:?}")),
        };
        let config =
            Config::new().paragraphs(paragraphs).whole_quotations(case.expected.whole_quotations);
        let segmenter = SentenceSegmenter::with_config(config);
        let found: Vec<_> = segmenter.sentences(&case.text).collect();
        let spans: Vec<_> = found.iter().map(|sentence| sentence.span).collect();
        let expected = locate_all(&case.text, &case.expected.sentences)?;
        if spans != expected {
            return Err(case.difference(&spans, &expected));
        }
        let ends: Vec<_> = found.iter().map(|sentence| format!("{:?}", sentence.end)).collect();
        if !case.expected.ends.is_empty() && ends != case.expected.ends {
            return Err(format!("found ends {ends:?}, expected {:?}", case.expected.ends));
        }
        Ok(())
    });
}
