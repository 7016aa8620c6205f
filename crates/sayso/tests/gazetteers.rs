//! Names of one's own beside those of the news.

use sayso::{Analyzer, gazetteer::Gazetteer};

fn people() -> Gazetteer {
    let mut people = Gazetteer::builder();
    let may = people.entry("p1", "person", "Florida May");
    people.alias(may, "May");
    people.build().expect("the names have letters")
}

fn kinds(analyzer: &Analyzer, text: &str) -> Vec<(String, String)> {
    let entry = |mention| analyzer.gazetteers().entry(mention).kind.to_owned();
    let mentions = analyzer.analyze(text).mentions;
    mentions.iter().map(|&mention| (text[mention.span].to_owned(), entry(mention))).collect()
}

/// A state's name and a month are a person's, who keeps her key.
#[test]
fn ones_own_go_before_those_of_the_news() {
    let text = "Florida May has left Texas. “I will come back in June,” May said.";
    let own = Analyzer::builder().gazetteer(people()).build();
    let analysis = own.analyze(text);
    let speaker = analysis.attributions[0].entities[0];
    assert_eq!(analysis.entities[speaker].key.as_deref(), Some("p1"));
    let person = |name: &str| (name.to_owned(), "person".to_owned());
    let mut expected = vec![person("Florida May"), person("May")];
    let alone = Analyzer::builder().without_gazetteer().gazetteer(people()).build();
    assert_eq!(kinds(&alone, text), expected);
    if cfg!(feature = "news") {
        expected.insert(1, ("Texas".into(), "state".into()));
        expected.insert(2, ("June".into(), "date".into()));
    }
    assert_eq!(kinds(&own, text), expected);
}

#[test]
fn no_names_at_all() {
    let analyzer = Analyzer::builder().gazetteer(people()).without_gazetteer().build();
    assert_eq!(kinds(&analyzer, "Florida May has left Texas."), []);
}
