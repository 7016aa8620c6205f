use std::io;

use sayso::{Mention, gazetteer::Gazetteer};
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
  sayso mentions --gazetteer people.tsv article.txt

Added to each record: \"mentions\": a list of
  {\"span\": [0, 11], \"ids\": [\"Q264766\"], \"type\": \"person\", \"name\": \"Theresa May\"}";

/// Names of a gazetteer
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
        Ok(gazetteer) => run::run(Mentions(gazetteer), &args.documents, args),
        Err(problems) => problem::fail(&problems),
    }
}

struct Mentions(Gazetteer);

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
        Ok(Found::only(self.0.mentions(&record.text)))
    }

    fn row(&self, mention: &Mention, offsets: &Offsets<'_>) -> Row {
        let entries = || self.0.ids(*mention).map(|id| self.0.entry(id));
        let first = entries().next();
        Row {
            span: offsets.pair(mention.span),
            ids: entries().map(|entry| entry.key.into()).collect(),
            r#type: first.map(|entry| entry.kind.into()).unwrap_or_default(),
            name: first.map(|entry| entry.name.into()).unwrap_or_default(),
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
            let entry = self.0.entry(mention.id);
            page.line(&text[mention.span], &[entry.kind, entry.name])?;
        }
        if first {
            page.remark("no mentions")?;
        }
        Ok(())
    }
}
