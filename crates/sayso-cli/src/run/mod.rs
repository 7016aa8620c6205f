//! From documents to results: a thread that reads, threads that work, and one
//! that writes.

mod pipeline;
mod queue;

use std::{fmt, io};

pub(crate) use self::pipeline::{Pipeline, Receive};
use crate::{
    args::DocumentArgs,
    cmd::Layer,
    format::{self, Encoder, Sink},
    input::{Documents, Fields, Problem, Step},
    problem::{Reporter, Status},
};

/// Reads all documents, finds the layer in each, and writes it, one document
/// after the other.
///
/// `settings` are all that the results depend on.
///
/// Memory does not depend on how many documents there are.
pub(crate) fn run<L: Layer>(layer: L, args: &DocumentArgs, _settings: &dyn fmt::Debug) -> Status {
    let (sources, kind) = (args.input.sources(), args.input.kind());
    let worker = Worker {
        layer,
        fields: args.input.fields(L::NAME),
        encoder: format::encoder(&args.output),
    };
    let mut writer =
        Writer { sink: format::sink(&args.output), reporter: Reporter::default(), written: 0 };
    let weight = |step: &Step| step.draft.as_ref().map_or(0, |draft| draft.size());
    let result = args.job.pipeline().run(
        move || Documents::new(sources, kind),
        weight,
        move |step| worker.work(step),
        &mut writer,
    );
    match result.and_then(|()| writer.sink.finish()) {
        Ok(()) => writer.reporter.finish(writer.written),
        Err(error) => writer.reporter.interrupted(&error),
    }
}

/// What every worker does.
struct Worker<L> {
    layer: L,
    fields: Fields,
    encoder: Box<dyn Encoder<L>>,
}

/// What has become of a document.
struct Outcome {
    /// What is to be written.
    encoded: Result<Vec<u8>, Problem>,
    /// What the user should know.
    note: Option<String>,
}

impl<L: Layer> Worker<L> {
    fn work(&self, step: Step) -> Outcome {
        let record = match step.draft.and_then(|draft| draft.record(&self.fields)) {
            Ok(record) => record,
            Err(problem) => return Outcome { encoded: Err(problem), note: None },
        };
        let note = record
            .has(L::NAME)
            .then(|| format!("the field \"{}\" that records have already is replaced", L::NAME));
        let mut out = Vec::new();
        let mut found = self.layer.find(&record.text);
        self.encoder
            .encode(&self.layer, &record, step.titled, &mut found, &mut out)
            .expect("memory can be written to");
        Outcome { encoded: Ok(out), note }
    }
}

/// What is done with the results.
struct Writer {
    sink: Box<dyn Sink>,
    reporter: Reporter,
    written: u64,
}

impl Receive<Outcome> for Writer {
    type Stop = io::Error;

    fn receive(&mut self, outcome: Outcome) -> io::Result<()> {
        if let Some(note) = outcome.note {
            self.reporter.note(&note);
        }
        match outcome.encoded {
            Ok(encoded) => {
                self.sink.document(&encoded)?;
                self.written += 1;
            }
            Err(problem) => self.reporter.report(&problem),
        }
        Ok(())
    }

    fn idle(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}
