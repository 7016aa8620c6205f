use std::{collections::BTreeSet, io};

use sayso::{Quotation, quote::QuotationFinder};
use serde::Serialize;

use super::Layer;
use crate::{
    args::{InputArgs, OutputArgs},
    format::{Offsets, Page, Pair},
    problem::Status,
    run,
};

const EXAMPLES: &str = "\
Examples:
  sayso quotations article.txt               To be read
  sayso quotations articles.jsonl > quotations.jsonl

Added to each record: \"quotations\": a list of
  {\"span\": [85, 124], \"inner\": [86, 123], \"depth\": 0, \"parent\": null, \"chain\": 0, \"closed\": true}
where quotations of the same chain are one that goes on over several paragraphs, and the parent \
is the position, in the list, of the quotation that this one lies in.";

/// What stands between quotation marks
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,

    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &Args) -> Status {
    run::run(&Quotations(QuotationFinder::new()), &args.input, &args.output)
}

struct Quotations(QuotationFinder);

#[derive(Serialize)]
struct Row {
    span: Pair,
    inner: Pair,
    depth: usize,
    parent: Option<usize>,
    chain: usize,
    closed: bool,
}

impl Layer for Quotations {
    const NAME: &'static str = "quotations";
    type Item = Quotation;
    type Row = Row;

    fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Quotation> + 't {
        let found = self.0.quotations(text);
        // Not a copy of them all: a page of quotation marks has half as many.
        (0..found.len()).map(move |position| found[position])
    }

    fn row(&self, quotation: &Quotation, offsets: &Offsets<'_>) -> Row {
        Row {
            span: offsets.pair(quotation.span),
            inner: offsets.pair(quotation.inner),
            depth: quotation.depth,
            parent: quotation.parent,
            chain: quotation.chain,
            closed: quotation.closed,
        }
    }

    fn show(
        &self,
        text: &str,
        quotations: impl Iterator<Item = Quotation>,
        page: &mut Page,
    ) -> io::Result<()> {
        /// Deeper ones are not shown on their own. Each step repeats what is
        /// shown already, and a text can have a hundred thousand steps.
        const DEEPEST: usize = 3;
        let quotations: Vec<Quotation> = quotations.collect();
        let closed = quotations.iter().filter(|quotation| quotation.closed);
        let closed: BTreeSet<usize> = closed.map(|quotation| quotation.chain).collect();
        let mut before = None;
        for quotation in quotations.iter().filter(|quotation| quotation.depth <= DEEPEST) {
            if quotation.depth == 0 {
                if before.is_some_and(|chain| chain != quotation.chain) {
                    page.gap()?;
                }
                before = Some(quotation.chain);
            }
            page.words(quotation.depth, &text[quotation.span])?;
            if !closed.contains(&quotation.chain) {
                page.remark(quotation.depth, "not closed")?;
            }
        }
        if quotations.is_empty() {
            page.remark(0, "no quotations")?;
        }
        Ok(())
    }
}
