use std::{collections::BTreeSet, io};

use clap::ValueEnum;
use sayso::{
    Quotation,
    quote::{Config, QuotationFinder, Role},
};
use serde::Serialize;

use super::Layer;
use crate::{
    args::DocumentArgs,
    format::{Found, Offsets, Page, Pair, rounded},
    input::Record,
    problem::Status,
    run,
};

const EXAMPLES: &str = "\
Examples:
  sayso quotations article.txt               To be read
  sayso quotations articles.jsonl > quotations.jsonl
  sayso quotations --convention british article.txt

Added to each record: \"quotations\": a list of
  {\"span\": [85, 124], \"inner\": [86, 123], \"depth\": 0, \"parent\": null, \"chain\": 0, \"closed\": true,
   \"role\": \"speech\", \"reason\": \"introduced\", \"speech\": 0.98}
where quotations of the same chain are one that goes on over several paragraphs, and the parent \
is the position, in the list, of the quotation that this one lies in. The role is speech, fragment (some words of \
somebody's), term, title or nickname; \"reason\" is how it was told, and \"speech\" how likely the \
words are somebody's.";

/// What stands between quotation marks
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Which marks the texts use
    #[arg(long, value_enum, value_name = "CONVENTION", default_value_t)]
    convention: Convention,

    #[command(flatten)]
    documents: DocumentArgs,
}

/// Which marks a text uses.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Convention {
    /// Told from each text
    #[default]
    Auto,
    /// "…", and '…' inside
    Straight,
    /// “…”, and ‘…’ inside
    American,
    /// ‘…’, and “…” inside
    British,
}

impl From<Convention> for Option<sayso::quote::Convention> {
    fn from(convention: Convention) -> Self {
        match convention {
            Convention::Auto => None,
            Convention::Straight => Some(sayso::quote::Convention::STRAIGHT),
            Convention::American => Some(sayso::quote::Convention::AMERICAN),
            Convention::British => Some(sayso::quote::Convention::BRITISH),
        }
    }
}

pub(crate) fn run(args: &Args) -> Status {
    let config = Config::new().convention(args.convention.into());
    run::run(Quotations(QuotationFinder::with_config(config)), &args.documents, args)
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
    role: &'static str,
    reason: &'static str,
    speech: f64,
}

impl Layer for Quotations {
    const NAME: &'static str = "quotations";
    type Item = Quotation;
    type Row = Row;

    fn find<'t>(
        &'t self,
        record: &'t Record,
    ) -> Result<Found<impl Iterator<Item = Quotation> + 't>, String> {
        let found = self.0.quotations(&record.text);
        // Not a copy of them all: a page of quotation marks has half as many.
        Ok(Found::only((0..found.len()).map(move |position| found[position])))
    }

    fn row(&self, quotation: &Quotation, offsets: &Offsets<'_>) -> Row {
        Row {
            span: offsets.pair(quotation.span),
            inner: offsets.pair(quotation.inner),
            depth: quotation.depth,
            parent: quotation.parent,
            chain: quotation.chain,
            closed: quotation.closed,
            role: quotation.role.as_str(),
            reason: quotation.reason.as_str(),
            speech: rounded(quotation.speech),
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
            let role = match quotation.role {
                // What is expected of a quotation need not be said.
                Role::Speech | Role::Fragment => None,
                other => Some(other.as_str()),
            };
            let open = (!closed.contains(&quotation.chain)).then_some("not closed");
            let details: Vec<&str> = role.into_iter().chain(open).collect();
            page.words(quotation.depth, &text[quotation.span], &details)?;
        }
        if quotations.is_empty() {
            page.remark("no quotations")?;
        }
        Ok(())
    }
}
