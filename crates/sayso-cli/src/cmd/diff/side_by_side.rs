use std::{
    collections::{HashMap, VecDeque},
    path::Path,
};

use crate::input::{
    Documents, Fields, LONGEST, Meter, Position, Problem, Record, Selection, Sources,
};

/// Reads two files at the same time, and brings together what is the same document in
/// both.
///
/// Records are the same by their ids, in whatever order; without ids, and with the same
/// id several times, by their order. Memory is for the records that the other file has
/// not had so far: few, if the order is about the same.
pub(super) struct SideBySide {
    sides: [Side; 2],
    fields: Fields,
    /// Whose turn it is to be read from.
    turn: usize,
    found: VecDeque<Both>,
}

/// A document in one file, in the other or in both.
pub(super) struct Both {
    pub(super) before: Option<Record>,
    pub(super) after: Option<Record>,
}

struct Side {
    documents: Option<Documents>,
    /// What the other file has not had so far.
    waiting: HashMap<Key, Waiting>,
    /// How many records had no id.
    unnamed: u64,
}

type Waiting = VecDeque<(u64, Record)>;

/// By what a document is known.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Key {
    Id(String),
    /// It has none: its number among those without.
    Number(u64),
}

impl SideBySide {
    pub(super) fn new(files: [&Path; 2], fields: &Fields) -> SideBySide {
        let open = |file: &Path| {
            let selection = Selection {
                kind: None,
                encoding: None,
                fields: fields.clone(),
                longest: LONGEST,
                shard: None,
                start: Position::default(),
            };
            let sources = Sources::new(vec![file.into()]);
            let documents = Some(Documents::new(sources, selection, Meter::default()));
            Side { documents, waiting: HashMap::new(), unnamed: 0 }
        };
        SideBySide {
            sides: files.map(open),
            fields: fields.clone(),
            turn: 0,
            found: VecDeque::new(),
        }
    }

    /// Reads a document of the side whose turn it is.
    fn read(&mut self) -> Result<(), Problem> {
        let [one, other] = &mut self.sides;
        let (side, other) = if self.turn == 0 { (one, other) } else { (other, one) };
        let Some(documents) = &mut side.documents else { return Ok(()) };
        let Some(step) = documents.next() else {
            side.documents = None;
            return Ok(());
        };
        let record = step.draft?.record(&self.fields)?;
        let key = if record.has(&self.fields.id) {
            Key::Id(record.name.clone())
        } else {
            side.unnamed += 1;
            Key::Number(side.unnamed)
        };
        let partner = match other.waiting.get_mut(&key) {
            Some(waiting) => {
                let partner = waiting.pop_front();
                if waiting.is_empty() {
                    other.waiting.remove(&key);
                }
                partner
            }
            None => None,
        };
        match partner {
            Some((_, partner)) if self.turn == 0 => {
                self.found.push_back(Both { before: Some(record), after: Some(partner) });
            }
            Some((_, partner)) => {
                self.found.push_back(Both { before: Some(partner), after: Some(record) });
            }
            None => {
                side.waiting.entry(key).or_default().push_back((step.after.all, record));
            }
        }
        Ok(())
    }

    /// Gives what only one of the files has, in the order in which it has it.
    fn give_rest(&mut self) {
        for (position, side) in self.sides.iter_mut().enumerate() {
            let mut rest: Waiting =
                side.waiting.drain().flat_map(|(_, waiting)| waiting).collect();
            rest.make_contiguous().sort_by_key(|&(number, _)| number);
            for (_, record) in rest {
                self.found.push_back(if position == 0 {
                    Both { before: Some(record), after: None }
                } else {
                    Both { before: None, after: Some(record) }
                });
            }
        }
    }
}

impl Iterator for SideBySide {
    type Item = Result<Both, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(both) = self.found.pop_front() {
                return Some(Ok(both));
            }
            if self.sides.iter().all(|side| side.documents.is_none()) {
                self.give_rest();
                return self.found.pop_front().map(Ok);
            }
            let read = self.read();
            self.turn = 1 - self.turn;
            if let Err(problem) = read {
                return Some(Err(problem));
            }
        }
    }
}
