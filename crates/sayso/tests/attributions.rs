//! What the parts make together of sentences that ask for several of them.

use sayso::Analyzer;

/// The contents of each attribution, in order.
fn contents(text: &str) -> Vec<String> {
    let analysis = Analyzer::new().analyze(text);
    let piece = |content: &[sayso::Span]| {
        content.iter().map(|&span| &text[span]).collect::<Vec<_>>().join(" … ")
    };
    analysis.attributions.iter().map(|attribution| piece(&attribution.content)).collect()
}

#[test]
fn what_is_added_is_an_attribution_of_its_own() {
    let text = "Ms. Hale said the ferry must go, adding: “You can’t mend it for ever.”";
    assert_eq!(contents(text), ["the ferry must go", "“You can’t mend it for ever.”"]);
}

// Rules have another opinion: to them an aside is a clause like others.
#[cfg(feature = "compiled-data")]
#[test]
fn an_aside_behind_a_dash_is_the_writers() {
    let text = "Mr. Tull said the sale had crossed a line - echoing the mayor's own words.";
    assert_eq!(contents(text), ["the sale had crossed a line"]);
}

#[cfg(feature = "compiled-data")]
#[test]
fn a_second_verb_has_the_source_of_the_first() {
    let text = "The drivers’ secretary, Joan Pell, complained that ‘cold’ depots were ‘takin’ the heat \
                out o’ drivers’ bones’, and called for an inquiry.";
    let found = Analyzer::new().analyze(text).attributions;
    let sources: Vec<_> = found.iter().map(|one| one.source.map(|source| &text[source])).collect();
    assert_eq!(sources, [Some("The drivers’ secretary, Joan Pell,"); 2]);
}

#[test]
fn a_content_around_its_cue_keeps_both_pieces() {
    let text = "The city council, she added, had promised to change the rules by June.";
    assert_eq!(contents(text), ["The city council … had promised to change the rules by June"]);
}

#[test]
fn a_quotation_over_paragraphs_is_one() {
    let text = "She added: “They reported noises.\n\n“But a report does not mend a ship.”";
    assert_eq!(contents(text), [&text[11..]]);
}

/// What lies in another's content, and why anything was found, is there for
/// those who ask.
#[cfg(feature = "compiled-data")]
#[test]
fn nested_ones_and_explanations() {
    use sayso::attribution::{Attributor, Config, Origin};
    let text = "“We will rebuild the bridge,” said Ms. Hale. She said Mr. Tull had told the council that it was safe.\n\n\
                “Nobody asked us what we think about it.”";
    let plain = Analyzer::new().analyze(text).attributions;
    assert!(plain.iter().all(|one| !one.nested && one.explanation.is_none()));

    let config = Config::complete().explain(true);
    let analyzer = Analyzer::builder().attributor(Attributor::with_config(config)).build();
    let explained = analyzer.analyze(text).attributions;
    let origin = |one: &sayso::Attribution| one.explanation.as_ref().map(|why| why.origin);
    let count = |of| explained.iter().filter(|one| origin(one) == Some(of)).count();
    assert_eq!([Origin::Model, Origin::Quotation, Origin::Rule].map(count), [2, 1, 0]);
    let why = explained[0].explanation.as_ref().expect("it was asked for");
    assert!(why.cue > 0.5 && why.rejection < 0.5, "{why:?}");
    assert!(why.reasons.len() == 8 && why.reasons[0].weight > 0.0, "{why:?}");
    assert!(why.alternatives.is_sorted_by(|a, b| a.probability >= b.probability));

    let attributor = Attributor::with_rules(Config::new().nested(true).explain(true));
    let analyzer = Analyzer::builder().attributor(attributor).build();
    let all = analyzer.analyze(text).attributions;
    let nested: Vec<_> =
        all.iter().filter(|one| one.nested).map(|one| &text[one.content[0]]).collect();
    assert_eq!(nested, ["that it was safe", "what we think about it"]);
    assert!(
        all.iter().all(|one| one.explanation.as_ref().is_some_and(|why| why.reasons.is_empty()))
    );
}

/// What lies in another's content is explained in terms of the article, and changes
/// nothing else.
#[cfg(feature = "compiled-data")]
#[test]
fn nested_ones_are_explained_too() {
    use sayso::attribution::{Attributor, Config, Origin};
    let text = "“We asked the owner,” Ms. Hale said, “and he told us, ‘It’s the wind.’”\n\n\
                ‘Mr. Pell told me that the gate was open,’ said Mr. Tull.";
    let read = |config: Config| {
        let attributor = Attributor::with_config(config);
        Analyzer::builder().attributor(attributor).build().analyze(text).attributions
    };
    let all = read(Config::new().nested(true).explain(true));
    let nested: Vec<_> = all.iter().filter(|one| one.nested).collect();
    let contents: Vec<_> = nested.iter().map(|one| &text[one.content[0]]).collect();
    assert_eq!(contents, ["‘It’s the wind.’", "that the gate was open"]);
    for one in nested {
        let why = one.explanation.as_ref().expect("it was asked for");
        assert_eq!((why.origin, why.reasons.is_empty()), (Origin::Model, false), "{one:?}");
        let outer = all.iter().filter(|other| !other.nested).flat_map(|other| &other.content);
        let spans = why.alternatives.iter().flat_map(|other| &other.content);
        let mut inside = spans.filter(|span| outer.clone().any(|content| content.covers(**span)));
        assert!(why.alternatives.is_empty() || inside.next().is_some(), "{why:?}");
    }
    let outer: Vec<_> = all.into_iter().filter(|one| !one.nested).collect();
    assert_eq!(outer.len(), 2);
    for (with, without) in outer.iter().zip(read(Config::new())) {
        assert_eq!((&with.content, &with.speakers), (&without.content, &without.speakers));
    }
}
