use std::io::{self, BufWriter, Write};

use super::{Offsets, Page, jsonl, page};
use crate::{
    args::{OutputArgs, Unit},
    cmd::Layer,
    input::Record,
};

/// Where results go, and in which form.
pub(crate) enum Output {
    /// For a reader.
    Page(Page),
    /// JSON Lines, with offsets in this unit.
    Lines(Box<dyn Write>, Unit),
}

impl Output {
    /// Opens standard output for what the user has asked for.
    pub(crate) fn new(args: &OutputArgs) -> Output {
        if args.is_text() {
            // It takes styles out again where nobody would see them.
            let out = BufWriter::new(anstream::stdout().lock());
            Output::Page(Page::new(Box::new(out), page::width()))
        } else {
            Output::Lines(Box::new(BufWriter::new(io::stdout().lock())), args.offsets)
        }
    }

    /// Finds the layer in a record and writes it. `titled`: a reader must be
    /// told which document it is.
    pub(crate) fn write<L: Layer>(
        &mut self,
        layer: &L,
        record: &Record,
        titled: bool,
    ) -> io::Result<()> {
        let found = layer.find(&record.text);
        match self {
            Output::Page(page) => {
                page.document(titled.then_some(&*record.name))?;
                layer.show(&record.text, found, page)
            }
            Output::Lines(out, unit) => {
                let offsets = Offsets::new(&record.text, *unit);
                let rows = found.map(|item| layer.row(&item, &offsets));
                jsonl::write_record(out, record, L::NAME, rows)
            }
        }
    }

    /// Writes what it has held back.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Page(page) => page.flush(),
            Output::Lines(out, _) => out.flush(),
        }
    }
}
