use std::{
    collections::HashMap,
    io,
    io::Write as _,
    path::{Path, PathBuf},
};

use sayso::Analyzer;
use sayso_train::{Corpus, CorpusError, Gold, evaluate};

use crate::{
    args::ModelArgs,
    problem::{Problem, Status, fail},
};

const EXAMPLES: &str = "\
Examples:
  sayso eval gold.jsonl
  sayso eval gold.jsonl --model my.model
  sayso eval marked/
  sayso eval gold.jsonl --found attributions.jsonl

Attributions that are marked \"nested\" or \"optional\" in the gold do not count, found or not.";

/// Measure attributions against marked ones
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Articles with attributions: JSON Lines, or a folder of marked articles
    gold: PathBuf,

    #[command(flatten)]
    model: ModelArgs,

    /// The same articles with attributions to measure, JSON Lines
    #[arg(long, value_name = "FILE", conflicts_with_all = ["model", "prefer"])]
    found: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Status {
    if let Some(found) = &args.found {
        return compare(&args.gold, found);
    }
    match args.model.analyzer() {
        Ok(analyzer) => measure(&args.gold, &analyzer),
        Err(problems) => fail(&problems),
    }
}

/// Tells that a corpus cannot be read.
pub(crate) fn failed(error: &CorpusError) -> Status {
    let (file, reason) = (error.file(), error.reason());
    let problem = Problem::document(file, reason);
    let problem = match error.line() {
        Some(line) => problem.line(line),
        None => problem,
    };
    fail(&[Problem { fatal: true, ..problem }])
}

/// Measures what an analyzer finds.
pub(crate) fn measure(gold: &Path, analyzer: &Analyzer) -> Status {
    let gold = match Corpus::open(gold) {
        Ok(gold) => gold.documents,
        Err(error) => return failed(&error),
    };
    let found: Vec<Vec<Gold>> = gold
        .iter()
        .map(|document| {
            analyzer.analyze(&document.text).attributions.iter().map(Gold::from).collect()
        })
        .collect();
    show(&evaluate(&gold, &found).to_string())
}

/// Measures what a file has.
fn compare(gold: &Path, found: &Path) -> Status {
    let (gold, found) = match (Corpus::open(gold), Corpus::open(found)) {
        (Ok(gold), Ok(found)) => (gold.documents, found.documents),
        (Err(error), _) | (_, Err(error)) => return failed(&error),
    };
    // In reverse: of two that are the same, the first counts.
    let known: HashMap<_, _> =
        found.iter().rev().map(|found| ((&found.id, &found.text), found)).collect();
    let mut lists = Vec::new();
    for document in &gold {
        match known.get(&(&document.id, &document.text)) {
            Some(found) => lists.push(found.attributions.clone()),
            None => {
                let reason =
                    format!("it is not among the found ones with this text: {}", document.id);
                return fail(&[Problem::document("gold", reason)]);
            }
        }
    }
    show(&evaluate(&gold, &lists).to_string())
}

/// Prints a report.
pub(crate) fn show(report: &str) -> Status {
    match io::stdout().write_all(report.as_bytes()) {
        Ok(()) => Status::Success,
        Err(error) => fail(&[Problem::io("standard output", &error)]),
    }
}
