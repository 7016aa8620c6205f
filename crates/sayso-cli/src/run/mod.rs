//! From documents to results: a thread that reads, threads that work, and one
//! that writes.

mod journal;
mod pipeline;
mod process;
mod progress;
mod quarantine;
mod queue;
mod tally;
mod target;
mod worker;
mod writer;

use std::{fmt, fs::File, io, path::PathBuf, time::Instant};

use self::{
    journal::Checkpoint,
    progress::progress,
    quarantine::Quarantine,
    target::Target,
    worker::Worker,
    writer::{Stop, Writer},
};
pub(crate) use self::{
    pipeline::{Pipeline, Receive},
    process::{Encoded, Place, Process},
    tally::Tally,
};
use crate::{
    args::{DocumentArgs, FormatArg},
    cmd::Layer,
    format::{self, Sink},
    input::{Documents, Meter, Problem, Selection, Step},
    problem::{self, Reporter, Status},
};

/// Reads all documents, finds the layer in each, and writes it, one document
/// after the other.
pub(crate) fn run<L: Layer, F: FormatArg>(
    layer: L,
    args: &DocumentArgs<F>,
    settings: &dyn fmt::Debug,
) -> Status {
    let process = Encoded { layer, encoder: format::encoder(&args.output) };
    process_all(process, args, settings)
}

/// Does with each document what is to be done with it, and writes it in the form that
/// the arguments say.
pub(crate) fn process_all<P: Process, F: FormatArg>(
    process: P,
    args: &DocumentArgs<F>,
    settings: &dyn fmt::Debug,
) -> Status {
    let sink = |file, started| format::sink(&args.output, file, started);
    process_into(process, &sink, args, settings)
}

/// Opens a file, or else standard output, where documents have been written already or
/// not.
type OpenSink<'s> = dyn Fn(Option<File>, bool) -> io::Result<Box<dyn Sink>> + 's;

/// The same, into a sink of one's own.
///
/// `settings` are all that the results depend on: a run that is to be resumed is
/// known by them.
///
/// Memory does not depend on how many documents there are.
pub(crate) fn process_into<P: Process, F: FormatArg>(
    process: P,
    sink: &OpenSink<'_>,
    args: &DocumentArgs<F>,
    settings: &dyn fmt::Debug,
) -> Status {
    let name = process.name();
    let fields = args.input.fields(&process.fields());
    let sources = args.input.sources().except(written(args));
    let settings = format!("sayso {} {} {settings:?}", env!("CARGO_PKG_VERSION"), name);
    let mut writer = match start(args, settings, sink) {
        Ok(Some(writer)) => writer,
        Ok(None) => return Status::Success,
        Err(problem) => return problem::fail(&[problem]),
    };
    writer.progress = progress(args, &sources);
    writer.reporter.show(writer.progress.clone());
    let (meter, start) = (writer.meter.clone(), writer.checkpoint.position);
    let selection = Selection {
        kind: args.input.kind(),
        encoding: args.input.encoding,
        fields: fields.clone(),
        longest: args.input.longest,
        shard: args.job.shard,
        start,
    };
    let worker = Worker { process, fields };
    let weight = |step: &Step| step.draft.as_ref().map_or(0, |draft| draft.size());
    let result = args.job.pipeline().run(
        move || Documents::new(sources, selection, meter),
        weight,
        move |step| worker.work(step),
        &mut writer,
    );
    let result = result.and_then(|()| writer.finish());
    if let Some(progress) = &writer.progress {
        progress.finish_and_clear();
    }
    match result {
        Ok(()) => summarize(&writer, args, name),
        Err(stop) => interrupted(&mut writer, stop),
    }
    writer.reporter.status()
}

/// Returns the files that are written.
fn written<F: FormatArg>(args: &DocumentArgs<F>) -> Vec<PathBuf> {
    let output = args.output.file().into_iter().flat_map(|output| {
        ["", ".part", ".journal", ".journal.new"].map(|extension| journal::with(output, extension))
    });
    output.chain(args.job.quarantine().map(Into::into)).collect()
}

/// Opens what is written to; nothing if all has been done.
fn start<F: FormatArg>(
    args: &DocumentArgs<F>,
    settings: String,
    sink: &OpenSink<'_>,
) -> Result<Option<Writer>, Problem> {
    let job = &args.job;
    let opened = match args.output.folder() {
        Some(folder) => Some((Target::folder(folder), Checkpoint::default())),
        None => Target::open(args.output.file(), settings, job.resume)?,
    };
    let Some((target, checkpoint)) = opened else {
        if !job.quiet {
            let file = args.output.file().unwrap_or("-".as_ref()).display();
            problem::say(&format!("{file} is complete: nothing is left to be done"));
        }
        return Ok(None);
    };
    let open = |file| Quarantine::open(file, checkpoint.quarantine);
    let quarantine = job.quarantine().map(open).transpose()?;
    let sink = target.file().and_then(|file| sink(file, checkpoint.output > 0));
    let sink = sink.map_err(|error| Problem::io(&target.name(), &error))?;
    Ok(Some(Writer {
        sink,
        target,
        quarantine,
        on_error: job.on_error.clone(),
        reporter: Reporter::new(checkpoint.status, job.quiet),
        checkpoint,
        since: Instant::now(),
        progress: None,
        meter: Meter::default(),
    }))
}

/// Says at the end what has been done.
fn summarize<F: FormatArg>(writer: &Writer, args: &DocumentArgs<F>, layer: &str) {
    let tally = &writer.checkpoint.tally;
    let documents = tally.written + tally.failed;
    let of_file = args.output.file().is_some() || writer.progress.is_some() && documents > 1;
    if of_file && !args.job.quiet {
        problem::say(&tally.summary(layer));
    } else if tally.failed > 0 && documents > 1 {
        let failed = tally.failed;
        problem::say(&format!("{failed} of {documents} documents failed, the others are written"));
    }
    if let (Some(quarantine), true) = (&writer.quarantine, tally.failed > 0) {
        problem::say(&format!("what failed is in {}, with the reasons", quarantine.name()));
    }
}

/// Says why no more has been written, and what to do.
fn interrupted(writer: &mut Writer, stop: Stop) {
    let (problem, hint) = match stop {
        Stop::Closed => return,
        Stop::Unwritable(problem) => (problem, "make room, and go on with --resume"),
        Stop::Failed(problem) => {
            // All before it is kept; if not, that has been said.
            if let Err(Stop::Unwritable(problem)) = writer.save() {
                writer.reporter.report(&problem);
            }
            (problem, "mend it and go on with --resume, or also with --on-error skip")
        }
    };
    writer.reporter.report(&problem);
    if let Target::Part(_) = writer.target {
        let name = writer.target.name();
        problem::say(&format!("what has been done is in {name}"));
        problem::say(&format!("hint: {hint}"));
    }
}
