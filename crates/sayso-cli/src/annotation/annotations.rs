use std::collections::BTreeSet;

use sayso::{Analysis, attribution::Speaker};

use super::{Annotate, Article};
use crate::{
    format::Sheet,
    input::{Fields, Record},
    run::{Place, Process, Tally},
};

/// Attributions, written in one of the formats.
pub(crate) struct Annotations<A> {
    /// How a record is read.
    pub(crate) analyze: A,
    pub(crate) format: Box<dyn Annotate>,
    /// Which fields of records are their text and their names.
    pub(crate) fields: Fields,
}

impl<A> Process for Annotations<A>
where
    A: Fn(&Record) -> Result<Analysis, String> + Send + Sync + 'static,
{
    fn name(&self) -> &'static str {
        "attributions"
    }

    fn fields(&self) -> Vec<&'static str> {
        Vec::new()
    }

    fn replaces(&self, _record: &Record) -> Option<&'static str> {
        None
    }

    fn process(&self, record: &Record, place: Place, sheet: &mut Sheet) -> Result<Tally, String> {
        let analysis = (self.analyze)(record)?;
        let article = Article::new(record, &analysis, place, &self.fields);
        self.format.write(&article, sheet).expect("memory can be written to");
        let attributions = &analysis.attributions;
        let speakers: BTreeSet<String> =
            attributions.iter().flat_map(|a| &a.speakers).map(Speaker::to_string).collect();
        Ok(Tally {
            written: 1,
            bytes: record.text.len() as u64,
            found: attributions.len() as u64,
            speakers: speakers.len() as u64,
            ..Tally::default()
        })
    }
}
