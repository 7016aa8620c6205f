use std::io;

use crate::{
    args::{InputArgs, InputFormat, OutputArgs},
    cmd::Layer,
    format::Output,
    input::{self, Fields, JsonlRecords, Problem, Record, Source},
    problem::{Reporter, Status},
};

/// Reads all documents, finds the layer in each, and writes it, one document
/// after the other.
///
/// Memory is for one document, however many there are.
pub(crate) fn run<L: Layer>(layer: &L, input: &InputArgs, output: &OutputArgs) -> Status {
    let (sources, fields) = (input.sources(), input.fields(L::NAME));
    let mut run = Run {
        layer,
        fields,
        several: sources.len() > 1,
        guessed: input.input == InputFormat::Auto,
        output: Output::new(output),
        reporter: Reporter::default(),
        written: 0,
    };
    let result = sources.iter().try_for_each(|source| {
        let jsonl = match input.input {
            InputFormat::Auto => source.is_named_jsonl(),
            InputFormat::Text => false,
            InputFormat::Jsonl => true,
        };
        run.source(source, jsonl)
    });
    match result.and_then(|()| run.output.flush()) {
        Ok(()) => run.reporter.finish(run.written),
        Err(error) => run.reporter.interrupted(&error),
    }
}

struct Run<'a, L> {
    layer: &'a L,
    fields: Fields,
    /// Whether there are several files, so that a reader must be told which.
    several: bool,
    /// Whether the user leaves it to the program what the files are.
    guessed: bool,
    output: Output,
    reporter: Reporter,
    written: u64,
}

impl<L: Layer> Run<'_, L> {
    /// Does one file. What cannot be read is reported; what cannot be written is
    /// an error.
    fn source(&mut self, source: &Source, jsonl: bool) -> io::Result<()> {
        let reader = match source.open() {
            Ok(reader) => reader,
            Err(problem) => {
                self.reporter.report(&problem);
                return Ok(());
            }
        };
        if !jsonl {
            if self.guessed && reader.buffer().starts_with(b"{\"") {
                self.reporter.note(&format!(
                    "{} looks like JSON Lines and is read as text; if it has records, say \
                     --input jsonl",
                    source.label()
                ));
            }
            let record = input::read_text(reader, source, &self.fields);
            return self.document(record, self.several);
        }
        let mut records = JsonlRecords::new(reader, source.label(), self.fields.clone());
        while let Some(record) = records.next() {
            self.document(record, true)?;
            // Who waits for these results is not kept waiting for the next
            // record; who reads a file does not pay for it.
            if records.reader().buffer().is_empty() {
                self.output.flush()?;
            }
        }
        Ok(())
    }

    fn document(&mut self, record: Result<Record, Problem>, titled: bool) -> io::Result<()> {
        match record {
            Ok(record) => {
                if record.has(L::NAME) {
                    self.reporter.note(&format!(
                        "the field \"{}\" that records have already is replaced",
                        L::NAME
                    ));
                }
                self.output.write(self.layer, &record, titled)?;
                self.written += 1;
            }
            Err(problem) => self.reporter.report(&problem),
        }
        Ok(())
    }
}
