//! What the model that is built in is worth, on corpora that are not part of the
//! repository.

use sayso::{
    Analyzer,
    attribution::{Attributor, Config},
};
use sayso_test::corpora;
use sayso_train::{Corpus, Gold, Report, evaluate};

fn report(analyzer: &Analyzer, name: &str) -> Option<Report> {
    let documents = Corpus::open(corpora::find(name)?).expect("a corpus").documents;
    let find = |text: &str| analyzer.analyze(text).attributions.iter().map(Gold::from).collect();
    let found: Vec<Vec<Gold>> = documents.iter().map(|document| find(&document.text)).collect();
    Some(evaluate(&documents, &found))
}

#[test]
fn us_news() {
    let Some(report) = report(&Analyzer::new(), "polnear/polnear-dev.jsonl") else { return };
    for (name, is, least) in [
        ("correct", report.all().correct.f1(), 0.705),
        ("strict", report.all().strict.f1(), 0.59),
        ("direct", report.direct().correct.f1(), 0.885),
        ("indirect", report.indirect().correct.f1(), 0.615),
        ("mixed", report.mixed().correct.f1(), 0.79),
        ("covered", report.covered.value(), 0.97),
        ("speaker", report.speaker.value(), 0.90),
    ] {
        assert!(is >= least, "{name}: {is:.4} is less than {least}\n{report}");
    }
}

#[test]
fn many_styles() {
    let Some(report) = report(&Analyzer::new(), "styles/styles.jsonl") else { return };
    for (name, is, least) in [
        ("correct", report.all().correct.f1(), 0.86),
        ("strict", report.all().strict.f1(), 0.77),
        ("direct", report.direct().correct.f1(), 0.90),
        ("indirect", report.indirect().correct.f1(), 0.76),
        ("mixed", report.mixed().correct.f1(), 0.89),
    ] {
        assert!(is >= least, "{name}: {is:.4} is less than {least}\n{report}");
    }
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
