use std::io::{self, Write};

use clap::ValueEnum;
use sayso::Analyzer;

use self::{report::Report, summary::Summary};
use super::said::Said;
use crate::{
    args::{self, DocumentArgs, FormatArg, ModelArgs, OutputFormat, Unit},
    format::{self, AttributionRow, Offsets, Page, Sheet, Sink},
    input::Record,
    problem::{Status, fail},
    run::{self, Place, Process, Tally},
};

mod html;
mod report;
mod summary;

const EXAMPLES: &str = "\
Examples:
  sayso stats attributions.jsonl             Figures of what an earlier run has found
  sayso stats articles/                      The same, found now
  sayso stats attributions.jsonl --format html -o figures.html

Records that have a field \"attributions\" are taken as they are; attributions are looked for in \
all others.";

/// Speakers, kinds and cues over a corpus, in figures
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// How many speakers and cues a table for a reader has, and a page
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,

    #[command(flatten)]
    model: ModelArgs,

    #[command(flatten)]
    documents: DocumentArgs<StatsFormat>,
}

/// How figures can be written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
enum StatsFormat {
    /// Text on a terminal, JSON elsewhere
    #[default]
    Auto,
    /// Tables for a reader
    Text,
    /// One object with all figures
    Json,
    /// A table with a row for each kind, speaker and cue
    Csv,
    /// A page for the browser, with plots
    Html,
}

impl FormatArg for StatsFormat {}

impl From<StatsFormat> for OutputFormat {
    fn from(format: StatsFormat) -> OutputFormat {
        match format {
            StatsFormat::Auto => OutputFormat::Auto,
            StatsFormat::Text => OutputFormat::Text,
            StatsFormat::Json => OutputFormat::Jsonl,
            StatsFormat::Csv => OutputFormat::Csv,
            StatsFormat::Html => OutputFormat::Html,
        }
    }
}

pub(crate) fn run(args: &Args) -> Status {
    let analyzer = match args.model.analyzer() {
        Ok(analyzer) => analyzer,
        Err(problems) => return fail(&problems),
    };
    let output = &args.documents.output;
    if output.folder().is_some() {
        args::usage("'--output' must name a file: the figures are one page");
    }
    let (format, top) = (output.format(), args.top);
    let sink = |file, _| {
        let out = Box::new(format::out(output, file)) as Box<dyn Write>;
        Ok(Box::new(Sum { summary: Summary::default(), format, top, out }) as Box<dyn Sink>)
    };
    let process = Summarize { analyzer, unit: output.offsets };
    run::process_into(process, &sink, &args.documents, args)
}

/// Sums up documents, one by one.
struct Summarize {
    analyzer: Analyzer,
    /// What the offsets of attributions count that are in records.
    unit: Unit,
}

impl Process for Summarize {
    fn name(&self) -> &'static str {
        Said::FIELD
    }

    fn fields(&self) -> Vec<&'static str> {
        Vec::new()
    }

    fn replaces(&self, _record: &Record) -> Option<&'static str> {
        None
    }

    fn process(&self, record: &Record, _place: Place, sheet: &mut Sheet) -> Result<Tally, String> {
        let text = record.text();
        let offsets = Offsets::new(text, self.unit);
        let said = match Said::read(record, &offsets)? {
            Some(said) => said,
            None => {
                let found = self.analyzer.analyze(text).attributions;
                found.iter().map(|one| AttributionRow::new(one, &offsets).into()).collect()
            }
        };
        let summary = Summary::of(text, &offsets, &said);
        let tally = Tally {
            written: 1,
            bytes: summary.bytes,
            found: summary.attributions,
            speakers: summary.speakers.len() as u64,
            ..Tally::default()
        };
        serde_json::to_writer(&mut sheet.bytes, &summary).expect("memory can be written to");
        Ok(tally)
    }
}

/// Adds up all documents, and writes the sum at the end.
struct Sum {
    summary: Summary,
    format: OutputFormat,
    /// How many rows a reader is shown of a table.
    top: usize,
    out: Box<dyn Write>,
}

impl Sink for Sum {
    fn document(&mut self, sheet: &Sheet) -> io::Result<()> {
        self.summary.add(serde_json::from_slice(&sheet.bytes)?);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let report = Report::from(std::mem::take(&mut self.summary));
        match self.format {
            OutputFormat::Text => {
                let mut page = Page::new(format::width());
                show(&report, self.top, &mut page)?;
                self.out.write_all(&page.into_bytes())?;
            }
            OutputFormat::Csv => write_csv(&report, &mut self.out)?,
            OutputFormat::Html => html::write(&report, self.top, &mut self.out)?,
            _ => {
                serde_json::to_writer(&mut self.out, &report)?;
                self.out.write_all(b"\n")?;
            }
        }
        self.out.flush()
    }

    fn is_resumable(&self) -> bool {
        false
    }
}

/// Shows tables to a reader.
fn show(report: &Report, top: usize, page: &mut Page) -> io::Result<()> {
    let row = |cells: &[&dyn ToString]| cells.iter().map(|cell| cell.to_string()).collect();
    let rows = [
        row(&[&"Documents", &report.documents]),
        row(&[&"Without attributions", &report.silent]),
        row(&[&"Megabytes", &format!("{:.1}", report.bytes as f64 / 1e6)]),
        row(&[&"Attributions", &report.attributions]),
        row(&[&"Of unknown speakers", &report.unknown]),
    ];
    page.table(&["", "Count"], &rows)?;
    page.gap()?;
    let counts = |counts: &[report::Count]| -> Vec<Vec<String>> {
        counts.iter().take(top).map(|count| row(&[&count.name, &count.attributions])).collect()
    };
    page.table(&["Kind", "Attributions"], &counts(&report.kinds))?;
    page.gap()?;
    let speakers = report.speakers.iter().take(top);
    let speakers: Vec<Vec<String>> = speakers
        .map(|speaker| {
            let voice = &speaker.voice;
            let name = format::speaker_name(&speaker.name);
            row(&[
                &name,
                &voice.documents,
                &voice.attributions,
                &voice.direct,
                &voice.mixed,
                &voice.indirect,
                &voice.words,
            ])
        })
        .collect();
    let head = ["Speaker", "Documents", "Attributions", "Direct", "Mixed", "Indirect", "Words"];
    page.table(&head, &speakers)?;
    rest(report.speakers.len(), top, "speakers", page)?;
    page.gap()?;
    page.table(&["Cue", "Attributions"], &counts(&report.cues))?;
    rest(report.cues.len(), top, "cues", page)
}

/// Says how many are not shown.
fn rest(all: usize, top: usize, what: &str, page: &mut Page) -> io::Result<()> {
    if all > top { page.remark(&format!("and {} more {what}", all - top)) } else { Ok(()) }
}

/// Writes everything as one table.
fn write_csv(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let head =
        ["what", "name", "attributions", "documents", "direct", "mixed", "indirect", "words"];
    table.write_record(head)?;
    for (what, counts) in [("kind", &report.kinds), ("cue", &report.cues)] {
        for count in counts {
            let attributions = count.attributions.to_string();
            table.write_record([what, &count.name, &attributions, "", "", "", "", ""])?;
        }
    }
    for speaker in &report.speakers {
        let voice = &speaker.voice;
        let numbers = [
            voice.attributions,
            voice.documents,
            voice.direct,
            voice.mixed,
            voice.indirect,
            voice.words,
        ];
        let numbers = numbers.map(|number| number.to_string());
        let names = ["speaker", &speaker.name].into_iter();
        table.write_record(names.chain(numbers.iter().map(String::as_str)))?;
    }
    table.flush()
}
