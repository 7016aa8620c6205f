use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::Tally;
use crate::{input::Position, problem::Status};

/// The state of a run at a document, from which it can go on after it was
/// interrupted.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(crate) struct Checkpoint {
    /// What the results depend on.
    pub(crate) settings: String,
    /// What has been read, of what is in the files below.
    pub(crate) position: Position,
    /// The length of the output, in bytes.
    pub(crate) output: u64,
    /// The length of the quarantine file, in bytes.
    pub(crate) quarantine: u64,
    pub(crate) tally: Tally,
    pub(crate) status: Status,
}

/// The file with the last checkpoint of a run.
///
/// It is replaced, not written to: at any moment there is one checkpoint, whole.
#[derive(Clone, Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    next: PathBuf,
}

impl Journal {
    /// Returns the journal that belongs to an output.
    pub(crate) fn of(output: &Path) -> Journal {
        Journal { path: with(output, ".journal"), next: with(output, ".journal.new") }
    }

    /// Reads the checkpoint, if there is one.
    pub(crate) fn read(&self) -> io::Result<Option<Checkpoint>> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes a checkpoint in place of the last one. What it tells of must have
    /// reached the disk before.
    pub(crate) fn write(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        let mut file = File::create(&self.next)?;
        file.write_all(&serde_json::to_vec(checkpoint)?)?;
        file.sync_data()?;
        fs::rename(&self.next, &self.path)
    }

    /// Removes it.
    pub(crate) fn remove(&self) -> io::Result<()> {
        for path in [&self.next, &self.path] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Returns its name.
    pub(crate) fn name(&self) -> String {
        self.path.display().to_string()
    }
}

/// Adds to a name.
pub(super) fn with(path: &Path, extension: &str) -> PathBuf {
    let mut path = OsString::from(path);
    path.push(extension);
    path.into()
}
