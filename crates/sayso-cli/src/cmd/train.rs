use std::{fs, io, io::Write as _, path::PathBuf, time::Instant};

use sayso_train::{Corpus, Trainer};

use super::eval;
use crate::{
    args::with_model,
    problem::{Problem, Status, fail},
};

const EXAMPLES: &str = "\
Examples:
  sayso train articles.jsonl --model my.model
  sayso train a.jsonl b.jsonl --model my.model --dev dev.jsonl
  sayso train articles.jsonl --model my.model --parts 5
  sayso train marked/ --model my.model
  sayso attributions --model my.model article.txt

A corpus has an article a line: {\"id\": …, \"text\": …, \"attributions\": [{\"source\": [[0, 9]], \
\"cue\": [[10, 14]], \"content\": [[15, 40]]}, …]}, spans in Unicode code points. Or it is a folder of \
articles that are marked by hand, *.txt: {source 1|The mayor} {cue 1|said} {content 1|that it was late}.

A corpus that is given twice weighs twice as much.";

/// Learn a model from articles in which attributions are marked
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Articles with attributions: JSON Lines, or a folder of marked articles
    #[arg(required = true, value_name = "CORPUS")]
    corpora: Vec<PathBuf>,

    /// Where to write the model
    #[arg(long, value_name = "FILE")]
    model: PathBuf,

    /// Articles to measure the model on
    #[arg(long, value_name = "CORPUS")]
    dev: Option<PathBuf>,

    /// Measure by cross-validation too: learn from all articles but each N-th, N times
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=100), conflicts_with = "dev")]
    parts: Option<u64>,

    /// Texts with parts of speech ("text", "tokens", "xpos"), JSON Lines
    #[arg(long, value_name = "FILE")]
    tags: Vec<PathBuf>,

    /// Parts of speech of the articles ("id", "sentences" of "tokens" and "tags"), JSON Lines
    #[arg(long, value_name = "FILE")]
    article_tags: Vec<PathBuf>,

    /// Classes of words: a table with columns word, class256, class64
    #[arg(long, value_name = "FILE")]
    classes: Option<PathBuf>,

    /// Number that the order of learning depends on
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(args: &Args) -> Status {
    let trainer = match trainer(args) {
        Ok(trainer) => trainer,
        Err(error) => return eval::failed(&error),
    };
    let start = Instant::now();
    let progress = |line: &str| {
        let seconds = start.elapsed().as_secs_f32();
        // Progress is for whoever watches: nobody may.
        let _ = writeln!(io::stderr(), "{seconds:7.1} s  {line}");
    };
    let model = trainer.train(progress);
    if let Err(error) = fs::write(&args.model, model.to_bytes()) {
        return fail(&[Problem::io(&args.model.display().to_string(), &error)]);
    }
    match (&args.dev, args.parts) {
        (Some(dev), _) => eval::measure(dev, &with_model(model)),
        (None, Some(parts)) => {
            eval::show(&trainer.cross_validate(parts as usize, progress).to_string())
        }
        (None, None) => Status::Success,
    }
}

fn trainer(args: &Args) -> Result<Trainer, sayso_train::CorpusError> {
    let mut trainer = Trainer::new().seed(args.seed);
    for path in &args.corpora {
        let mut corpus = Corpus::open(path)?;
        for tags in &args.article_tags {
            corpus.open_tags(tags)?;
        }
        trainer = trainer.corpus(corpus);
    }
    for path in &args.tags {
        trainer = trainer.tags(Corpus::open(path)?);
    }
    match &args.classes {
        Some(path) => trainer.classes(path),
        None => Ok(trainer),
    }
}
