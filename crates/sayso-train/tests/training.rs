//! Training from beginning to end, on a few hundred sentences of one pattern.

use sayso_train::{Corpus, Trainer};

/// Articles in which everybody says something.
fn corpus(count: usize) -> Corpus {
    let names = ["Ada Quill", "Lev Maron", "Tom Bask", "Ines Orrin", "Sam Tully"];
    let verbs = ["said", "told reporters", "claimed"];
    let things = ["the pier was closed", "it would rain", "nobody had come", "the ferry sank"];
    let mut lines = String::new();
    for number in 0..count {
        let (name, verb) = (names[number % 5], verbs[number / 2 % 3]);
        let thing = things[number / 3 % 4];
        let head = format!("A crowd met at the harbor. {name} ");
        let (cue, content) = (head.len(), head.len() + verb.len() + 1);
        let end = content + "that ".len() + thing.len();
        lines += &format!(
            r#"{{"id": "{number}", "text": "{head}{verb} that {thing}. It was late.", "attributions": [
                {{"source": [[27, {}]], "cue": [[{cue}, {}]], "content": [[{content}, {end}]]}}]}}"#,
            cue - 1,
            content - 1,
        )
        .replace('\n', " ");
        lines.push('\n');
    }
    lines.parse().expect("the pattern is a corpus")
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let bytes = |seed| Trainer::new().seed(seed).corpus(corpus(24)).train(|_| {}).to_bytes();
    let first = bytes(1);
    assert!(first == bytes(1), "two trainings of the same");
    assert!(first != bytes(2), "the seed orders the articles");
    let model = sayso::attribution::Model::from_bytes(first.clone()).expect("a model");
    assert!(model.to_bytes() == first, "what is loaded is what was written");
}

#[test]
fn what_is_measured_was_not_learned_from() {
    let report = Trainer::new().corpus(corpus(24)).cross_validate(2, |_| {});
    assert_eq!((report.documents, report.all().correct.gold), (24, 24));
    assert!(report.all().correct.f1() > 0.9, "{report}");
}

#[test]
fn a_corpus_says_where_it_is_wrong() {
    for (line, message) in [
        ("{", "line 1: "),
        (r#"{"text": "a", "attributions": [{"content": [[0, 2]]}]}"#, "outside the text"),
        (r#"{"text": "ab", "attributions": [{"content": [[1, 0]]}]}"#, "outside the text"),
    ] {
        let error = line.parse::<Corpus>().expect_err("a wrong line").to_string();
        assert!(error.contains(message), "{error}");
    }
}
