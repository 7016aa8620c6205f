//! What the model that is built in is worth: on the articles of our own that it has
//! not learned from, and on corpora that are not part of the repository.

use std::path::{Path, PathBuf};

use sayso::{
    Analyzer,
    attribution::{Attributor, Config},
};
use sayso_test::corpora;
use sayso_train::{Corpus, Gold, Report, evaluate};

fn report(analyzer: &Analyzer, name: &str) -> Option<Report> {
    Some(measure(analyzer, corpora::find(name)?))
}

fn measure(analyzer: &Analyzer, path: PathBuf) -> Report {
    let documents = Corpus::open(path).expect("a corpus").documents;
    let find = |text: &str| analyzer.analyze(text).attributions.iter().map(Gold::from).collect();
    let found: Vec<Vec<Gold>> = documents.iter().map(|document| find(&document.text)).collect();
    evaluate(&documents, &found)
}

/// Fails if a figure of a report is less than its floor.
#[track_caller]
fn assert_at_least<const N: usize>(report: &Report, figures: [(&str, f64, f64); N]) {
    for (name, is, least) in figures {
        assert!(is >= least, "{name}: {is:.4} is less than {least}\n{report}");
    }
}

#[test]
fn news_of_our_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/held-out");
    let report = measure(&Analyzer::new(), folder);
    assert_at_least(
        &report,
        [
            ("correct", report.all().correct.f1(), 0.90),
            ("strict", report.all().strict.f1(), 0.82),
            ("direct", report.direct().correct.f1(), 0.93),
            ("indirect", report.indirect().correct.f1(), 0.87),
            ("mixed", report.mixed().correct.f1(), 0.92),
            ("covered", report.covered.value(), 0.97),
            ("speaker", report.speaker.value(), 0.95),
        ],
    );
}

#[test]
fn us_news() {
    let Some(report) = report(&Analyzer::new(), "polnear/polnear-dev.jsonl") else { return };
    assert_at_least(
        &report,
        [
            ("correct", report.all().correct.f1(), 0.71),
            ("strict", report.all().strict.f1(), 0.59),
            ("direct", report.direct().correct.f1(), 0.89),
            ("indirect", report.indirect().correct.f1(), 0.625),
            ("mixed", report.mixed().correct.f1(), 0.79),
            ("covered", report.covered.value(), 0.97),
            ("speaker", report.speaker.value(), 0.905),
        ],
    );
}

#[test]
fn many_styles() {
    let Some(report) = report(&Analyzer::new(), "styles/styles.jsonl") else { return };
    assert_at_least(
        &report,
        [
            ("correct", report.all().correct.f1(), 0.94),
            ("strict", report.all().strict.f1(), 0.90),
            ("direct", report.direct().correct.f1(), 0.94),
            ("indirect", report.indirect().correct.f1(), 0.94),
            ("mixed", report.mixed().correct.f1(), 0.91),
        ],
    );
}

/// More is right with one preset, more is found with the other.
#[test]
fn presets() {
    let with = |config| Analyzer::builder().attributor(Attributor::with_config(config)).build();
    let name = "styles/styles.jsonl";
    let Some(precise) = report(&with(Config::precise()), name) else { return };
    let Some(complete) = report(&with(Config::complete()), name) else { return };
    let (precise, complete) = (precise.all().correct, complete.all().correct);
    assert!(precise.precision() > complete.precision(), "{precise:?} {complete:?}");
    assert!(precise.recall() < complete.recall(), "{precise:?} {complete:?}");
}
