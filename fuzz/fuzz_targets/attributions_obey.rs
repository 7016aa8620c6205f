#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso::{
    Analyzer, Span,
    attribution::{Attributor, Config, Input, Quoted},
};
use sayso_test::laws;

fuzz_target!(|text: &str| {
    let analysis = Analyzer::new().analyze(text);
    let tokens: Vec<Span> = analysis.tokens.iter().map(|token| token.span).collect();
    let sentences: Vec<Span> = analysis.sentences.iter().map(|sentence| sentence.span).collect();
    let quotations: Vec<Quoted> = analysis
        .quotations
        .iter()
        .map(|&sayso::Quotation { span, inner, depth, chain, speech, .. }| Quoted {
            span,
            inner,
            depth,
            chain,
            speech,
        })
        .collect();
    let input = Input {
        text,
        tokens: &tokens,
        sentences: &sentences,
        quotations: &quotations,
        names: &[],
    };
    let by_rules = Attributor::with_rules(Config::default()).attributions(input);
    let all = Config::complete().nested(true).explain(true);
    let all = Attributor::with_config(all).attributions(input);
    for attribution in analysis.attributions.iter().chain(&by_rules).chain(&all) {
        let roles = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        laws::apart(text, roles.copied());
        assert!(!attribution.content.is_empty(), "{attribution:?}");
        assert!((0.0..=1.0).contains(&attribution.confidence), "{attribution:?}");
    }
    let outer = all.iter().filter(|one| !one.nested).map(|one| &one.content[..]);
    for one in all.iter().filter(|one| one.nested) {
        let roles = one.source.iter().chain(&one.cue).chain(&one.content);
        laws::within(roles.copied(), outer.clone());
    }
});
