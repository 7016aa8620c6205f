use sayso::{Analysis, Attribution, Span};

use super::{
    cast::Cast,
    mark::{Mark, Role},
};
use crate::{
    input::{Fields, Record},
    run::Place,
};

/// A document, and what has been found in it.
pub(crate) struct Article<'a> {
    pub(super) record: &'a Record,
    pub(super) analysis: &'a Analysis,
    /// Everybody who speaks in it.
    pub(super) cast: Cast<'a>,
    pub(super) place: Place,
    /// Which fields of the record are its text and its name.
    pub(super) fields: &'a Fields,
}

impl<'a> Article<'a> {
    pub(super) fn new(
        record: &'a Record,
        analysis: &'a Analysis,
        place: Place,
        fields: &'a Fields,
    ) -> Article<'a> {
        Article { record, analysis, cast: Cast::new(analysis), place, fields }
    }

    /// Returns the fields of the record that are neither its text nor its name, as a
    /// JSON object.
    pub(super) fn other_fields(&self) -> String {
        let other = |field: &str| field != self.fields.text && field != self.fields.id;
        let mut json = b"{".to_vec();
        self.record.write_fields(&mut json, other).expect("memory can be written to");
        if json.len() > 1 {
            json.pop();
        }
        json.push(b'}');
        String::from_utf8(json).expect("JSON is UTF-8")
    }

    /// Returns the text.
    pub(super) fn text(&self) -> &'a str {
        &self.record.text
    }

    /// Returns its attributions.
    pub(super) fn attributions(&self) -> &'a [Attribution] {
        &self.analysis.attributions
    }

    /// Returns an identifier that begins with this letter and that no other
    /// document of the run has.
    pub(super) fn id(&self, letter: char, number: usize) -> String {
        format!("d{}-{letter}{}", self.place.number, number + 1)
    }

    /// Returns the parts of all attributions, in order of their starts, the longer
    /// first.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (attribution, found) in self.attributions().iter().enumerate() {
            let mut add = |role, span: Span| marks.push(Mark { attribution, role, span });
            found.source.into_iter().for_each(|span| add(Role::Source, span));
            found.cue.into_iter().for_each(|span| add(Role::Cue, span));
            found.content.iter().for_each(|&span| add(Role::Content, span));
        }
        marks.sort_by_key(|mark| (mark.span.start(), usize::MAX - mark.span.end()));
        marks
    }
}
