use std::{collections::BTreeSet, fmt, io, io::Write as _};

use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};

/// How the program ends, from good to bad.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub(crate) enum Status {
    /// All is well.
    #[default]
    Success = 0,
    /// Some documents failed, and the rest are written; or two runs differ.
    SomeFailed = 1,
    /// Something could not be read or written at all.
    InputOutput = 3,
}

/// Why a document or a file cannot be read, or a result not written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// The file, as the user named it.
    pub file: String,
    /// The number of the line in it, from 1, where the file has documents by the
    /// line.
    pub line: Option<u64>,
    /// What counts as a line in the file: `line`, `row`, `record`.
    pub unit: &'static str,
    /// What is wrong.
    pub reason: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Whether the file as a whole is lost, and not a document alone.
    pub fatal: bool,
}

impl Problem {
    /// A document of `file` cannot be read.
    pub(crate) fn document(file: &str, reason: impl Into<String>) -> Problem {
        let (file, reason) = (file.into(), reason.into());
        Problem { file, line: None, unit: "line", reason, hint: None, fatal: false }
    }

    /// The operating system refuses to read or write `file`.
    pub(crate) fn io(file: &str, error: &io::Error) -> Problem {
        // Without the number that the standard library adds: `(os error 2)`.
        let reason = error.to_string();
        let reason = reason.split(" (os error").next().unwrap_or_default();
        let mut letters = reason.chars();
        let first = letters.next().map(|c| c.to_ascii_lowercase());
        let reason = first.into_iter().chain(letters);
        Problem { fatal: true, ..Problem::document(file, reason.collect::<String>()) }
    }

    /// Says in which line it is.
    pub(crate) fn line(self, line: u64) -> Problem {
        Problem { line: Some(line), ..self }
    }

    /// Says what to do.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Problem {
        Problem { hint: Some(hint.into()), ..self }
    }

    fn status(&self) -> Status {
        if self.fatal { Status::InputOutput } else { Status::SomeFailed }
    }
}

/// As on standard error, without the hint: `FILE: line N: reason`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.file)?;
        if let Some(line) = self.line {
            write!(f, "{} {line}: ", self.unit)?;
        }
        f.write_str(&self.reason)
    }
}

/// Tells the user of problems, and remembers how bad they were.
#[derive(Debug, Default)]
pub(crate) struct Reporter {
    status: Status,
    /// Whether notes are not wanted.
    quiet: bool,
    /// What has been said and is not said again: a corpus may have the same
    /// fault in every other line.
    said: BTreeSet<String>,
    /// What must make room for messages.
    progress: Option<ProgressBar>,
}

impl Reporter {
    /// Returns one that starts with this status.
    pub(crate) fn new(status: Status, quiet: bool) -> Reporter {
        Reporter { status, quiet, ..Reporter::default() }
    }

    /// Has this make room for messages.
    pub(crate) fn show(&mut self, progress: Option<ProgressBar>) {
        self.progress = progress;
    }

    /// Writes a problem to standard error, with its hint if that is new.
    pub(crate) fn report(&mut self, problem: &Problem) {
        self.count(problem);
        self.say(&problem.to_string());
        if let Some(hint) = &problem.hint {
            self.once(format!("hint: {hint}"));
        }
    }

    /// Remembers a problem, of which the user is told otherwise.
    pub(crate) fn count(&mut self, problem: &Problem) {
        self.status = self.status.max(problem.status());
    }

    /// Writes to standard error, once in a run, what may not be as the user
    /// thinks.
    pub(crate) fn note(&mut self, note: &str) {
        if !self.quiet {
            self.once(format!("note: {note}"));
        }
    }

    /// Returns how the program is to end.
    pub(crate) fn status(&self) -> Status {
        self.status
    }

    /// Writes a line to standard error.
    pub(crate) fn say(&self, message: &str) {
        match &self.progress {
            Some(progress) => progress.suspend(|| say(message)),
            None => say(message),
        }
    }

    fn once(&mut self, message: String) {
        if self.said.insert(message.clone()) {
            self.say(&message);
        }
    }
}

/// Tells the user of problems that come before any document, and returns how the
/// program is to end.
pub(crate) fn fail(problems: &[Problem]) -> Status {
    let mut reporter = Reporter::default();
    problems.iter().for_each(|problem| reporter.report(problem));
    reporter.status()
}

/// Writes a line to standard error, if anybody is there to read it.
pub(crate) fn say(message: &str) {
    // Not `eprintln!`, which panics where standard error is closed.
    let _ = writeln!(io::stderr(), "sayso: {message}");
}
