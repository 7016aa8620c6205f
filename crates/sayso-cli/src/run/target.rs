use std::{
    fs::{self, File, OpenOptions},
    io::{self, Seek, SeekFrom},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::journal::{Checkpoint, Journal, with};
use crate::input::Problem;

/// Where results go.
pub(super) enum Target {
    /// Where the program's output goes, a folder, or a file that is none of the disk,
    /// such as `/dev/null`. What has gone there cannot be taken back.
    Pipe { name: String, file: Option<File> },
    /// A file of the disk.
    Part(PartFile),
}

/// A file that has another name until it is complete, beside a journal.
///
/// # Guarantees
///
/// Under its own name there is never half a result. Killed at any moment, the run
/// can go on: the journal tells of a moment up to which the file is as it should
/// be, and what comes behind is cut off.
pub(super) struct PartFile {
    path: PathBuf,
    part: PathBuf,
    file: File,
    journal: Journal,
    /// When the next checkpoint is due.
    next: Instant,
}

/// How much work may be lost, at least. Checkpoints wait for the disk, and where
/// that is slow they are fewer: they take a fiftieth of the time.
const INTERVAL: Duration = Duration::from_millis(100);

impl Target {
    /// Opens the file at `path`, if there is one, or else standard output, and says
    /// from where on there is something to do; nothing if all has been done. The
    /// results will depend on `settings`.
    pub(super) fn open(
        path: Option<&Path>,
        settings: String,
        resume: bool,
    ) -> Result<Option<(Target, Checkpoint)>, Problem> {
        let checkpoint = Checkpoint { settings, ..Checkpoint::default() };
        let Some(path) = path else {
            let name = "standard output".into();
            return Ok(Some((Target::Pipe { name, file: None }, checkpoint)));
        };
        let name = path.display().to_string();
        let failed = |error: io::Error| Problem::io(&name, &error);
        if path.exists() && !path.is_file() {
            if resume {
                let reason = "what is written there cannot be resumed";
                return Err(Problem { fatal: true, ..Problem::document(&name, reason) });
            }
            let file = OpenOptions::new().write(true).open(path).map_err(failed)?;
            return Ok(Some((Target::Pipe { name, file: Some(file) }, checkpoint)));
        }
        let (journal, part) = (Journal::of(path), with(path, ".part"));
        let before = if resume {
            let read = journal.read();
            read.map_err(|error| Problem::io(&journal.name(), &error).hint(ANEW))?
        } else {
            None
        };
        let start = match before {
            // It was interrupted after its last step but one.
            Some(_) if path.exists() && !part.exists() => {
                journal.remove().map_err(failed)?;
                return Ok(None);
            }
            Some(before) if before.settings != checkpoint.settings => {
                let reason = "the run that was interrupted had other options";
                let problem = Problem::document(&journal.name(), reason);
                return Err(Problem { fatal: true, ..problem }.hint(ANEW));
            }
            Some(before) => before,
            None if resume && path.exists() && !part.exists() => return Ok(None),
            None => checkpoint,
        };
        let (part_name, path) = (part.display().to_string(), path.to_owned());
        let failed = |error: io::Error| Problem::io(&part_name, &error);
        let mut file = OpenOptions::new();
        let mut file =
            file.write(true).create(true).truncate(false).open(&part).map_err(failed)?;
        if file.metadata().map_err(failed)?.len() < start.output {
            let reason = "shorter than the journal says";
            return Err(
                Problem { fatal: true, ..Problem::document(&part_name, reason) }.hint(ANEW)
            );
        }
        // Before the file is cut, so that it is never shorter than the journal says.
        journal.write(&start).map_err(|error| Problem::io(&journal.name(), &error))?;
        file.set_len(start.output).map_err(failed)?;
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        let next = Instant::now() + INTERVAL;
        Ok(Some((Target::Part(PartFile { path, part, file, journal, next }), start)))
    }

    /// Returns the target for files of a folder, which needs no file of its own. A
    /// run that is resumed writes them anew.
    pub(super) fn folder(path: &Path) -> Target {
        Target::Pipe { name: path.display().to_string(), file: None }
    }

    /// Returns what is written to, unless it is standard output or a folder.
    pub(super) fn file(&self) -> io::Result<Option<File>> {
        match self {
            Target::Pipe { file, .. } => file.as_ref().map(File::try_clone).transpose(),
            Target::Part(part) => part.file.try_clone().map(Some),
        }
    }

    /// Returns what it is called in problems.
    pub(super) fn name(&self) -> String {
        match self {
            Target::Pipe { name, .. } => name.clone(),
            Target::Part(part) => part.part.display().to_string(),
        }
    }

    /// Whether it is time to write a checkpoint.
    pub(super) fn is_due(&self) -> bool {
        match self {
            Target::Part(part) => Instant::now() >= part.next,
            Target::Pipe { .. } => false,
        }
    }
}

impl PartFile {
    /// Writes a checkpoint: everything up to `checkpoint` has been written to the
    /// file, and the length of that is still to be filled in.
    pub(super) fn checkpoint(&mut self, checkpoint: &mut Checkpoint) -> Result<(), Problem> {
        let start = Instant::now();
        let sync = |file: &File| {
            file.sync_data()?;
            Ok(file.metadata()?.len())
        };
        let length = sync(&self.file);
        checkpoint.output = length.map_err(|error| Problem::io(&self.part_name(), &error))?;
        let written = self.journal.write(checkpoint);
        written.map_err(|error| Problem::io(&self.journal.name(), &error))?;
        self.next = Instant::now() + (start.elapsed() * 50).max(INTERVAL);
        Ok(())
    }

    /// Gives it its name: it is complete.
    pub(super) fn complete(&self) -> Result<(), Problem> {
        let name = || self.path.display().to_string();
        let complete = || {
            self.file.sync_all()?;
            fs::rename(&self.part, &self.path)?;
            self.journal.remove()
        };
        complete().map_err(|error| Problem::io(&name(), &error))
    }

    fn part_name(&self) -> String {
        self.part.display().to_string()
    }
}

/// What to do where a run cannot go on.
const ANEW: &str = "leave out --resume to start anew";
