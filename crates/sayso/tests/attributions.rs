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
