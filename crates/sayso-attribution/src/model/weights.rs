use alloc::{borrow::Cow, vec::Vec};
use core::ops::Range;

use super::{
    chain::{FORBIDDEN, Transitions},
    classes::Classes,
    extender::Extender,
    finder::CueFinder,
    ranker::Ranker,
    role::RoleFinder,
    table::Table,
    tagger::Tagger,
};
use crate::LoadError;

/// What was learned from annotated articles.
///
/// It is loaded from the bytes that training wrote. With `'static` bytes,
/// nothing is copied.
#[derive(Clone, Debug)]
pub struct Model {
    /// Classes of words.
    pub classes: Classes,
    /// Tells parts of speech.
    pub tagger: Tagger,
    /// Finds cues.
    pub cues: CueFinder,
    /// Finds source and content of a cue.
    pub roles: RoleFinder,
    /// Chooses among them.
    pub ranker: Ranker,
    /// Carries contents on.
    pub extender: Extender,
}

const MAGIC: &[u8; 8] = b"sayso-at";

/// Changes whenever older bytes would be misread: with the format, and with the
/// features.
const VERSION: u32 = 3;

/// No transition is worth more, and no step of a weight. What is learned is far
/// below; above, sums of weights could make up for what is forbidden.
const LARGEST: f32 = 100.0;

impl Model {
    /// Returns a model that has learned nothing but classes: all that is allowed is as
    /// likely.
    pub fn untrained(classes: Classes) -> Model {
        Model {
            classes,
            tagger: Tagger { table: Table::zero() },
            cues: CueFinder {
                table: Table::zero(),
                transitions: Transitions::uniform(0.0, CueFinder::allows),
                least: [FORBIDDEN; 2],
            },
            roles: RoleFinder {
                table: Table::zero(),
                transitions: Transitions::uniform(0.0, RoleFinder::allows),
            },
            ranker: Ranker { table: Table::zero() },
            extender: Extender { table: Table::zero() },
        }
    }

    /// Returns the model that these bytes are.
    ///
    /// # Errors
    ///
    /// If they are no model, one of another version, cut off or too long.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Model, LoadError> {
        let mut reader = Reader { bytes: bytes.into(), at: 0 };
        if reader.take(MAGIC.len())?.as_ref() != MAGIC {
            return Err(LoadError::NOT_A_MODEL);
        }
        if reader.number()? != VERSION {
            return Err(LoadError::VERSION);
        }
        let length = reader.number()? as usize;
        let entries = reader.take(length)?;
        let model = Model {
            classes: Classes::from_entries(entries).ok_or(LoadError::CORRUPT)?,
            tagger: Tagger { table: reader.table()? },
            cues: CueFinder {
                table: reader.table()?,
                transitions: reader.transitions(CueFinder::allows)?,
                least: [reader.float()?, reader.float()?],
            },
            roles: RoleFinder {
                table: reader.table()?,
                transitions: reader.transitions(RoleFinder::allows)?,
            },
            ranker: Ranker { table: reader.table()? },
            extender: Extender { table: reader.table()? },
        };
        if reader.at != reader.bytes.len() {
            return Err(LoadError::CORRUPT);
        }
        Ok(model)
    }

    /// Returns the bytes to load the model from.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.write().bytes
    }

    /// Returns where in its [bytes](Model::to_bytes) the weights are, in order. These may be
    /// any bytes; each of the others says how to read them.
    pub fn weight_ranges(&self) -> Vec<Range<usize>> {
        self.write().weights
    }

    /// Writes what [`from_bytes`](Model::from_bytes) reads.
    fn write(&self) -> Writer {
        let mut writer = Writer { bytes: MAGIC.to_vec(), weights: Vec::new() };
        writer.number(VERSION);
        writer.number(self.classes.entries().len() as u32);
        writer.bytes.extend(self.classes.entries());
        writer.table(&self.tagger.table);
        writer.table(&self.cues.table);
        writer.transitions(&self.cues.transitions);
        writer.floats(self.cues.least);
        writer.table(&self.roles.table);
        writer.transitions(&self.roles.transitions);
        writer.table(&self.ranker.table);
        writer.table(&self.extender.table);
        writer
    }
}

/// Writes the parts of a model in order.
struct Writer {
    bytes: Vec<u8>,
    /// Where the weights are.
    weights: Vec<Range<usize>>,
}

impl Writer {
    fn number(&mut self, number: u32) {
        self.bytes.extend(number.to_le_bytes());
    }

    fn floats(&mut self, floats: impl IntoIterator<Item = f32>) {
        floats.into_iter().for_each(|float| self.number(float.to_bits()));
    }

    fn table<const L: usize, const BYTES: usize>(&mut self, table: &Table<L, BYTES>) {
        self.floats([table.scale()]);
        let start = self.bytes.len();
        self.bytes.extend(table.rows());
        self.weights.push(start..self.bytes.len());
    }

    fn transitions<const L: usize>(&mut self, transitions: &Transitions<L>) {
        self.floats(transitions.scores().iter().flatten().copied());
    }
}

/// Reads the parts of a model in order.
struct Reader {
    bytes: Cow<'static, [u8]>,
    at: usize,
}

impl Reader {
    /// Returns the next bytes: the very same ones if they are borrowed.
    fn take(&mut self, count: usize) -> Result<Cow<'static, [u8]>, LoadError> {
        let end = self.at.checked_add(count).ok_or(LoadError::CORRUPT)?;
        let range = core::mem::replace(&mut self.at, end)..end;
        match &self.bytes {
            Cow::Borrowed(bytes) => bytes.get(range).map(Cow::Borrowed),
            Cow::Owned(bytes) => bytes.get(range).map(|part| Cow::Owned(part.to_vec())),
        }
        .ok_or(LoadError::CORRUPT)
    }

    fn number(&mut self) -> Result<u32, LoadError> {
        let bytes = self.take(4)?;
        let bytes = bytes.as_ref().try_into().map_err(|_| LoadError::CORRUPT)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn float(&mut self) -> Result<f32, LoadError> {
        let float = f32::from_bits(self.number()?);
        if float.is_finite() { Ok(float) } else { Err(LoadError::CORRUPT) }
    }

    fn table<const L: usize, const BYTES: usize>(&mut self) -> Result<Table<L, BYTES>, LoadError> {
        let scale = self.float()?;
        if scale.abs() > LARGEST {
            return Err(LoadError::CORRUPT);
        }
        let rows = self.take(BYTES)?;
        Table::from_rows(rows, scale).ok_or(LoadError::CORRUPT)
    }

    /// Reads transitions of which those that are not allowed are forbidden.
    fn transitions<const L: usize>(
        &mut self,
        allows: impl Fn(Option<usize>, usize) -> bool,
    ) -> Result<Transitions<L>, LoadError> {
        let mut matrix = [[0.0; L]; L];
        for (from, row) in matrix.iter_mut().enumerate() {
            for (to, score) in row.iter_mut().enumerate() {
                *score = self.float()?;
                let fits = if allows(Some(from), to) {
                    score.abs() <= LARGEST
                } else {
                    *score == FORBIDDEN
                };
                if !fits {
                    return Err(LoadError::CORRUPT);
                }
            }
        }
        Ok(Transitions::new(matrix))
    }
}
