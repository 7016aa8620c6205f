use std::io;

use sayso::{Sentence, sentence::SentenceSegmenter};

use super::Layer;
use crate::{
    args::DocumentArgs,
    format::{Found, Offsets, Page, Pair},
    input::Record,
    problem::Status,
    run,
};

const EXAMPLES: &str = "\
Examples:
  sayso sentences article.txt                One a line
  sayso sentences --text-field body articles.jsonl > sentences.jsonl

Added to each record: \"sentences\": [[0, 71], [73, 264], …]";

/// Sentences
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    documents: DocumentArgs,
}

pub(crate) fn run(args: &Args) -> Status {
    run::run(Sentences(SentenceSegmenter::new()), &args.documents, args)
}

struct Sentences(SentenceSegmenter);

impl Layer for Sentences {
    const NAME: &'static str = "sentences";
    type Item = Sentence;
    type Row = Pair;

    fn find<'t>(
        &'t self,
        record: &'t Record,
    ) -> Result<Found<impl Iterator<Item = Sentence> + 't>, String> {
        Ok(Found::only(self.0.sentences(&record.text)))
    }

    fn row(&self, sentence: &Sentence, offsets: &Offsets<'_>) -> Pair {
        offsets.pair(sentence.span)
    }

    fn show(
        &self,
        text: &str,
        sentences: impl Iterator<Item = Sentence>,
        page: &mut Page,
    ) -> io::Result<()> {
        for sentence in sentences {
            page.line(&text[sentence.span], &[])?;
        }
        Ok(())
    }
}
