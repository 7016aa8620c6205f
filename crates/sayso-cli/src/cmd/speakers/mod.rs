use std::io;

use sayso::{Analysis, Analyzer};
use serde::Serialize;

use self::{
    given::Given,
    merged::{Merged, Rows},
    share::{Count, Share, shares},
};
use super::Layer;
use crate::{
    args::{DocumentArgs, ModelArgs, Unit},
    format::{
        self, AttributionRow, Beside, Found, Offsets, Page, Pair, Sink, speaker_name, write_list,
    },
    input::Record,
    problem::{Status, fail},
    run::{self, Encoded},
};

mod given;
mod merged;
mod share;

const EXAMPLES: &str = "\
Examples:
  sayso speakers article.txt                 A table: who has said how much
  sayso speakers --merge articles.jsonl      The same for all articles together
  sayso speakers --gold annotated.jsonl --format jsonl > named.jsonl

Added to each record: \"speakers\": a list, by the words that are quoted, of
  {\"id\": 3, \"name\": \"Boris Johnson\", \"kind\": \"person\", \"description\": \"British Foreign Secretary\",
   \"quoted\": 41, \"words\": 60, \"direct\": 2, \"mixed\": 1, \"indirect\": 0,
   \"first\": [15, 40], \"last\": [310, 352]}
where the words count all that they say, and first and last is where; and \"attributions\" and \
\"entities\" as of `sayso attributions`.
With --merge a line for each of them, with the number of \"documents\", and the first and the last \
document in which they speak.";

/// Who speaks, and how much
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Take all documents together: who has the same name is the same
    #[arg(long, conflicts_with_all = ["resume", "unordered"])]
    merge: bool,

    /// Name the speakers of the attributions that the records have in their field
    /// "attributions", and look for no others
    #[arg(long)]
    gold: bool,

    #[command(flatten)]
    model: ModelArgs,

    #[command(flatten)]
    documents: DocumentArgs,
}

pub(crate) fn run(args: &Args) -> Status {
    let analyzer = match args.model.analyzer() {
        Ok(analyzer) => analyzer,
        Err(problems) => return fail(&problems),
    };
    let unit = args.documents.output.offsets;
    let layer = Speakers { analyzer, gold: args.gold, unit };
    if !args.merge {
        return run::run(layer, &args.documents, args);
    }
    let output = &args.documents.output;
    let sink = |file, _| {
        let width = output.is_text().then(format::width);
        Ok(Box::new(Merged::new(format::out(output, file), width)) as Box<dyn Sink>)
    };
    let process = Encoded { layer, encoder: Box::new(Rows) };
    run::process_into(process, &sink, &args.documents, args)
}

struct Speakers {
    analyzer: Analyzer,
    /// Whether the attributions are in the records.
    gold: bool,
    /// What their offsets count.
    unit: Unit,
}

/// What one has said in a text, as JSON.
#[derive(Serialize)]
struct Row {
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    name: Option<String>,
    kind: Option<&'static str>,
    description: Option<String>,
    #[serde(flatten)]
    count: Count,
    first: Pair,
    last: Pair,
}

impl Layer for Speakers {
    const NAME: &'static str = "speakers";
    const BESIDE: &'static [&'static str] = &["attributions", "entities"];
    type Item = Share;
    type Row = Row;

    fn takes(&self, field: &str) -> bool {
        self.gold && field == Given::FIELD
    }

    fn find<'t>(
        &'t self,
        record: &'t Record,
    ) -> Result<Found<impl Iterator<Item = Share> + 't>, String> {
        let text = &record.text;
        let mut beside: Vec<Box<dyn Beside>> = Vec::new();
        let mut analysis;
        if self.gold {
            let given = Given::read(record)?;
            let attributions = given.attributions(&Offsets::new(text, self.unit))?;
            analysis = self.analyzer.analyze_given(text, attributions);
            given.set_kinds(text, &mut analysis);
            beside.push(Box::new(given.with_speakers(&analysis.attributions)));
        } else {
            analysis = self.analyzer.analyze(text);
            beside.push(Box::new(analysis.attributions.clone()));
        }
        let items = shares(text, &analysis).into_iter();
        let Analysis { entities, .. } = analysis;
        beside.push(Box::new(entities));
        Ok(Found { items, beside })
    }

    fn row(&self, share: &Share, offsets: &Offsets<'_>) -> Row {
        let entity = share.entity.as_ref();
        Row {
            id: entity.map(|entity| entity.id.index()),
            key: entity.and_then(|entity| entity.key.clone()),
            name: entity.map(|entity| entity.name.to_string()),
            kind: entity.map(|entity| entity.kind.as_str()),
            description: entity.and_then(|entity| entity.description.clone()),
            count: share.count,
            first: offsets.pair(share.first),
            last: offsets.pair(share.last),
        }
    }

    fn show(
        &self,
        text: &str,
        shares: impl Iterator<Item = Share>,
        page: &mut Page,
    ) -> io::Result<()> {
        let offsets = Offsets::new(text, self.unit);
        let cells = |share: Share| {
            let name =
                share.entity.map(|entity| speaker_name(&entity.name.to_string()).into_owned());
            let name = name.unwrap_or_else(|| "Unknown speaker".into());
            let places = [share.first, share.last].map(|span| offsets.pair(span)[0]);
            let numbers = share.count.columns().into_iter().chain(places);
            [name].into_iter().chain(numbers.map(|number| number.to_string())).collect()
        };
        let rows: Vec<Vec<String>> = shares.map(cells).collect();
        if rows.is_empty() {
            return page.remark("no speakers");
        }
        let head: Vec<&str> =
            ["Speaker"].into_iter().chain(Count::HEAD).chain(["First", "Last"]).collect();
        page.table(&head, &rows)
    }
}

impl Beside for Vec<sayso::Attribution> {
    fn name(&self) -> &'static str {
        "attributions"
    }

    fn write(&self, offsets: &Offsets<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        write_list(self.iter().map(|one| AttributionRow::new(one, offsets)), out)
    }
}
