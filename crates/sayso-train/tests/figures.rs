//! The figures of `evaluate` are those that the reference implementation of its
//! definitions, another program, gave for the same files.

use sayso_train::{Corpus, Counts, Report, evaluate};

fn open(name: &str) -> Corpus {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/train/");
    Corpus::open(format!("{folder}{name}")).expect("a corpus of the project's own")
}

fn report() -> Report {
    let found = open("found.jsonl").documents.into_iter().map(|d| d.attributions);
    evaluate(&open("gold.jsonl").documents, &found.collect::<Vec<_>>())
}

fn figures(counts: &Counts) -> String {
    format!("{:.4} {:.4} {:.4}", counts.precision(), counts.recall(), counts.f1())
}

#[test]
fn spans() {
    let report = report();
    assert_eq!(report.documents, 2);
    let exact = report.exact.each_ref().map(figures);
    assert_eq!(exact, ["0.4000 0.5000 0.4444", "0.7778 0.7778 0.7778", "0.6000 0.6667 0.6316"]);
    let overlap = report.overlap.each_ref().map(figures);
    assert_eq!(overlap, ["0.7200 0.6923 0.7059", "0.7692 0.9091 0.8333", "0.9706 0.8684 0.9167"]);
}

#[test]
fn attributions() {
    let report = report();
    for (kind, correct, strict, content, head) in [
        (report.all(), "0.5000 0.5556 0.5263", "0.3000 0.3333 0.3158", "0.8000 0.8889 0.8421", 5),
        (
            report.direct(),
            "0.5000 0.5000 0.5000",
            "0.2500 0.2500 0.2500",
            "0.7500 0.7500 0.7500",
            3,
        ),
        (
            report.indirect(),
            "0.2500 0.3333 0.2857",
            "0.2500 0.3333 0.2857",
            "0.7500 1.0000 0.8571",
            1,
        ),
        (
            report.mixed(),
            "1.0000 1.0000 1.0000",
            "0.5000 0.5000 0.5000",
            "1.0000 1.0000 1.0000",
            1,
        ),
    ] {
        assert_eq!(figures(&kind.correct), correct);
        assert_eq!(figures(&kind.strict), strict);
        assert_eq!(figures(&kind.content), content);
        assert_eq!(kind.head.part, head);
    }
}

#[test]
fn speakers() {
    let report = report();
    for share in [report.covered, report.speaker, report.speaker_best] {
        assert_eq!((share.part, share.of), (3, 4));
    }
}

#[test]
fn the_gold_is_perfect() {
    let gold = open("gold.jsonl").documents;
    let found: Vec<_> = gold.iter().map(|d| d.attributions.clone()).collect();
    let report = evaluate(&gold, &found);
    for kind in [report.all(), report.direct(), report.indirect(), report.mixed()] {
        assert_eq!((kind.strict.f1(), kind.head.value()), (1.0, 1.0));
    }
    // And nothing is found in nothing.
    let nothing = evaluate(&gold, &vec![Vec::new(); gold.len()]);
    assert_eq!(nothing.all().content.f1(), 0.0);
}
