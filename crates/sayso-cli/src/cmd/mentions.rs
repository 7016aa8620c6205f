use std::io;

use sayso::{Mention, gazetteer::Gazetteers};
use serde::Serialize;

use super::Layer;
use crate::{
    args::{DocumentArgs, GazetteerArgs},
    format::{Found, Offsets, Page, Pair},
    input::Record,
    problem::{self, Status},
    run,
};

const EXAMPLES: &str = "\
Examples:
  sayso mentions article.txt
  sayso mentions --gazetteer people.tsv article.txt
  sayso mentions --gazetteer people.tsv --no-news-gazetteer article.txt

Added to each record: \"mentions\": a list of
  {\"span\": [0, 11], \"ids\": [\"Q264766\"], \"type\": \"person\", \"name\": \"Theresa May\"}";

/// Names of gazetteers: countries, organizations, titles, … and your own
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    gazetteer: GazetteerArgs,

    #[command(flatten)]
    documents: DocumentArgs,
}

pub(crate) fn run(args: &Args) -> Status {
    match args.gazetteer.load() {
        Ok(gazetteers) => run::run(Mentions(gazetteers), &args.documents, args),
        Err(problems) => problem::fail(&problems),
    }
}

struct Mentions(Gazetteers);

#[derive(Serialize)]
struct Row {
    span: Pair,
    ids: Vec<String>,
    r#type: String,
    name: String,
}

impl Layer for Mentions {
    const NAME: &'static str = "mentions";
    type Item = Mention;
    type Row = Row;

    fn find<'t>(
        &'t self,
        record: &'t Record,
    ) -> Result<Found<impl Iterator<Item = Mention> + 't>, String> {
        Ok(Found::only(self.0.mentions(&record.text).into_iter()))
    }

    fn row(&self, mention: &Mention, offsets: &Offsets<'_>) -> Row {
        let first = self.0.entry(*mention);
        Row {
            span: offsets.pair(mention.span),
            ids: self.0.entries(*mention).map(|entry| entry.key.into()).collect(),
            r#type: first.kind.into(),
            name: first.name.into(),
        }
    }

    fn show(
        &self,
        text: &str,
        mentions: impl Iterator<Item = Mention>,
        page: &mut Page,
    ) -> io::Result<()> {
        let mut first = true;
        for mention in mentions {
            first = false;
            let entry = self.0.entry(mention);
            page.line(&text[mention.span], &[entry.kind, entry.name])?;
        }
        if first {
            page.remark("no mentions")?;
        }
        Ok(())
    }
}
