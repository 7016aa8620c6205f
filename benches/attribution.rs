//! Attributions by rules in news, and in texts on which careless rules are slow.
//! Tokens, sentences and quotations are found before the clock starts.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sayso::{
    Analyzer, Span,
    attribution::{Attributor, Config, Input, Quoted},
};

/// What an attributor is given, kept by value.
struct Prepared {
    text: String,
    tokens: Vec<Span>,
    sentences: Vec<Span>,
    quotations: Vec<Quoted>,
}

impl Prepared {
    fn new(text: String) -> Prepared {
        let analyzer = Analyzer::builder().attributor(Attributor::with_rules(Config::new()));
        let analysis = analyzer.build().analyze(&text);
        let quoted = |q: &sayso::Quotation| Quoted {
            span: q.span,
            inner: q.inner,
            depth: q.depth,
            chain: q.chain,
            speech: q.speech,
        };
        Prepared {
            tokens: analysis.tokens.iter().map(|token| token.span).collect(),
            sentences: analysis.sentences.iter().map(|sentence| sentence.span).collect(),
            quotations: analysis.quotations.iter().map(quoted).collect(),
            text,
        }
    }

    fn input(&self) -> Input<'_> {
        Input {
            text: &self.text,
            tokens: &self.tokens,
            sentences: &self.sentences,
            quotations: &self.quotations,
            names: &[],
        }
    }
}

fn rules(criterion: &mut Criterion) {
    const NEWS: [usize; 4] = [1, 12, 4_922, 0];
    const PIECES: [(&str, &str, usize); 6] = [
        ("cues", "he said it rained; ", 13_797),
        ("interrupted", "“no,” he said, ", 13_754),
        ("one-word-quotations", "“no” ", 0),
        ("coordinated", "and added, ", 0),
        ("phrases", "the mayor of Leeds and ", 0),
        ("turns", "A: b\n\n", 43_690),
    ];
    let attributor = Attributor::with_rules(Config::new());
    let mut group = criterion.benchmark_group("attribution");
    let news = sayso_bench::corpora().into_iter().zip(NEWS);
    let pathological = PIECES.into_iter().map(|(name, piece, expected)| {
        let text = piece.repeat((1 << 18) / piece.len());
        (sayso_bench::Corpus { name, text }, expected)
    });
    group.sample_size(10);
    for (corpus, expected) in news.chain(pathological) {
        let prepared = Prepared::new(corpus.text);
        let count = || attributor.attributions(black_box(prepared.input())).len();
        assert_eq!(count(), expected, "{}", corpus.name);
        group.throughput(Throughput::Bytes(prepared.text.len() as u64));
        group.bench_function(corpus.name, |b| b.iter(count));
    }
    group.finish();
}

criterion_group!(benches, rules);
criterion_main!(benches);
