use serde::{Deserialize, Serialize};

/// How far a run has read.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Position {
    /// How many sources have been read to their end.
    pub(crate) sources: u64,
    /// How many documents have been read of the source after them.
    pub(crate) documents: u64,
    /// How many documents have been read in all.
    pub(crate) all: u64,
}
