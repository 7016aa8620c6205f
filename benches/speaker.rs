//! The speakers of given attributions: every other sentence of the news has its
//! first word as source, which is a name, a pronoun, an article or anything.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sayso::{
    Span,
    attribution::{Attribution, Attributor, Input},
    sentence::SentenceSegmenter,
    token::Tokenizer,
};

fn speakers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("speaker");
    for (name, bytes) in [("news/small", 1_000), ("news/huge", 500_000)] {
        let text = sayso_test::news::text(bytes, 1);
        let tokens: Vec<Span> = Tokenizer::new().tokens(&text).map(|token| token.span).collect();
        let sentences: Vec<Span> =
            SentenceSegmenter::new().sentences(&text).map(|sentence| sentence.span).collect();
        let given: Vec<Attribution> = sentences
            .iter()
            .step_by(2)
            .filter_map(|sentence| {
                let source = tokens.iter().find(|token| sentence.covers(**token))?;
                Some(Attribution::new(Some(*source), None, vec![*sentence]))
            })
            .collect();
        let input = Input {
            text: &text,
            tokens: &tokens,
            sentences: &sentences,
            quotations: &[],
            names: &[],
        };
        let attributor = Attributor::new();
        let named = |mut attributions: Vec<Attribution>| {
            attributor.name_speakers(black_box(input), &mut attributions);
            attributions.iter().filter(|one| !one.speakers.is_empty()).count()
        };
        assert!(named(given.clone()) * 2 > given.len(), "{name}");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| named(given.clone())));
    }
    group.finish();
}

criterion_group!(benches, speakers);
criterion_main!(benches);
