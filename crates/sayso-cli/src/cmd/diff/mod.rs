use std::{
    fmt,
    io::{self, Write},
    path::PathBuf,
};

use serde::Serialize;

use self::{
    changes::Changes,
    side_by_side::{Both, SideBySide},
};
use super::said::Said;
use crate::{
    args::{LayerFormat, OutputArgs, Unit, usage},
    format::{self, Offsets, Page},
    input::{Fields, Problem, Record},
    problem::{self, Reporter, Status},
};

mod changes;
mod shown;
mod side_by_side;

const EXAMPLES: &str = "\
Examples:
  sayso diff before.jsonl after.jsonl        What has changed, shown in the text
  sayso diff before.jsonl after.jsonl --format jsonl

− is what only the first has, + what only the second, ≠ what both have, but with other words, \
another kind or other speakers; [-words-] are only in the first, {+words+} only in the second.
As JSON Lines, an object for each document that differs: {\"id\": …, \"added\": […], \"removed\": […], \
\"changed\": [{\"what\": [\"content\"], \"before\": {…}, \"after\": {…}}], \"same\": 12}.

Exit status: 0 the two say the same, 1 they do not, 2 wrong usage, 3 something cannot be read or \
written.";

/// What two runs say differently
///
/// Documents are the same by their ids; without ids, by their order.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Results of `sayso attributions`
    before: PathBuf,

    /// Others for the same texts
    after: PathBuf,

    /// The field of a record that has the text
    #[arg(long, value_name = "FIELD", default_value = "text")]
    text_field: String,

    /// The field of a record that has its name
    #[arg(long, value_name = "FIELD", default_value = "id")]
    id_field: String,

    #[command(flatten)]
    output: OutputArgs<LayerFormat>,
}

pub(crate) fn run(args: &Args) -> Status {
    if args.before.as_os_str() == "-" && args.after.as_os_str() == "-" {
        usage("standard input '-' can be read only once");
    }
    let mut reporter = Reporter::default();
    match compare(args, &mut reporter) {
        Ok(sum) if reporter.status() == Status::Success => {
            if sum.differs() {
                Status::SomeFailed
            } else {
                Status::Success
            }
        }
        // What cannot be read may be different: that is no comparison.
        Ok(_) => Status::InputOutput,
        // Whoever read has seen enough, and that there is a difference.
        Err(problem) if problem.reason == BROKEN_PIPE => Status::SomeFailed,
        Err(problem) => problem::fail(&[problem]),
    }
}

/// What the operating system says where nobody reads any more.
const BROKEN_PIPE: &str = "broken pipe";

/// Compares all documents, and writes what differs.
fn compare(args: &Args, reporter: &mut Reporter) -> Result<Sum, Problem> {
    let Args { text_field, id_field, output, .. } = args;
    let fields = Fields { text: text_field.clone(), id: id_field.clone() };
    let name = output.file().map_or("standard output".into(), |file| file.display().to_string());
    let failed = |error: io::Error| Problem::io(&name, &error);
    let file = output.file().map(std::fs::File::create).transpose().map_err(failed)?;
    let mut out = format::out(output, file);
    let mut sum = Sum::default();
    for both in SideBySide::new([&args.before, &args.after], &fields) {
        let comparison = both.and_then(|both| Comparison::of(&both, output.offsets));
        match comparison {
            Ok(comparison) => {
                sum.add(&comparison);
                let written = comparison.write(output.is_text(), output.offsets);
                written.and_then(|bytes| out.write_all(&bytes)).map_err(failed)?;
            }
            Err(problem) => reporter.report(&problem),
        }
    }
    if output.is_text() {
        writeln!(out, "{sum}").map_err(failed)?;
    }
    out.flush().map_err(failed)?;
    Ok(sum)
}

/// What two runs say of a document.
#[derive(Serialize)]
struct Comparison {
    id: String,
    /// Where only one of them has the document: which.
    #[serde(skip_serializing_if = "Option::is_none")]
    only: Option<&'static str>,
    /// Whether the texts are not the same, so that nothing can be compared.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    other_text: bool,
    #[serde(flatten)]
    changes: Changes,
    #[serde(skip)]
    text: String,
}

impl Comparison {
    fn of(both: &Both, unit: Unit) -> Result<Comparison, Problem> {
        let read = |record: &Option<Record>| match record {
            Some(record) => said(record, unit),
            None => Ok(Vec::new()),
        };
        let (before, after) = (read(&both.before)?, read(&both.after)?);
        let (record, only) = match (&both.before, &both.after) {
            (Some(record), Some(_)) => (record, None),
            (Some(record), None) => (record, Some("before")),
            (None, Some(record)) => (record, Some("after")),
            (None, None) => unreachable!("a document is in one of them"),
        };
        let other_text = match (&both.before, &both.after) {
            (Some(before), Some(after)) => before.text() != after.text(),
            _ => false,
        };
        let changes = if only.is_some() || other_text {
            Changes::default()
        } else {
            Changes::between(before, after)
        };
        let (id, text) = (record.name.clone(), record.text().into());
        Ok(Comparison { id, only, other_text, changes, text })
    }

    fn differs(&self) -> bool {
        self.only.is_some() || self.other_text || !self.changes.is_empty()
    }

    /// Returns what is written of it: nothing, if there is no difference.
    fn write(&self, for_reader: bool, unit: Unit) -> io::Result<Vec<u8>> {
        if !self.differs() {
            return Ok(Vec::new());
        }
        if !for_reader {
            let mut line = serde_json::to_vec(self)?;
            line.push(b'\n');
            return Ok(line);
        }
        let mut page = Page::new(format::width());
        page.title(&self.id)?;
        match self.only {
            Some("before") => page.remark("only the first has this document")?,
            Some(_) => page.remark("only the second has this document")?,
            None if self.other_text => page.remark("the texts are not the same")?,
            None => {
                let offsets = Offsets::new(&self.text, unit);
                shown::show(&self.changes, &self.text, &offsets, &mut page)?;
            }
        }
        page.gap()?;
        Ok(page.into_bytes())
    }
}

/// Returns the attributions of a record.
fn said(record: &Record, unit: Unit) -> Result<Vec<Said>, Problem> {
    let offsets = Offsets::new(record.text(), unit);
    let said = Said::read(record, &offsets)
        .and_then(|said| said.ok_or_else(|| "there is no field \"attributions\"".into()));
    said.map_err(|reason| {
        let problem = Problem::document(&record.name, reason);
        problem.hint("compare what has been written with: sayso attributions --format jsonl")
    })
}

/// What has been compared, in all.
#[derive(Default)]
struct Sum {
    documents: u64,
    differ: u64,
    added: usize,
    removed: usize,
    changed: usize,
    same: u64,
    what: [usize; 5],
}

/// What can be another.
const WHAT: [&str; 5] = ["source", "cue", "content", "kind", "speakers"];

impl Sum {
    fn add(&mut self, comparison: &Comparison) {
        let changes = &comparison.changes;
        self.documents += 1;
        self.differ += u64::from(comparison.differs());
        self.added += changes.added.len();
        self.removed += changes.removed.len();
        self.changed += changes.changed.len();
        self.same += changes.same;
        for (count, what) in self.what.iter_mut().zip(WHAT) {
            *count += changes.changed.iter().filter(|change| change.what.contains(&what)).count();
        }
    }

    fn differs(&self) -> bool {
        self.differ > 0
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Sum { documents, differ, added, removed, changed, same, what } = self;
        write!(f, "{differ} of {documents} documents differ: ")?;
        write!(f, "{removed} attributions removed, {added} added, {changed} changed")?;
        let what: Vec<String> = WHAT
            .iter()
            .zip(what)
            .filter(|(_, count)| **count > 0)
            .map(|(what, count)| format!("{what} {count}"))
            .collect();
        if !what.is_empty() {
            write!(f, " ({})", what.join(", "))?;
        }
        write!(f, ", {same} the same")
    }
}
