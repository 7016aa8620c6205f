use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use super::{Kind, Meter, Problem, compression::Compression, meter::Metered};

/// Where documents come from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Source {
    /// Standard input.
    StandardInput,
    /// A file.
    File(PathBuf),
}

/// What is read from.
pub(crate) type Reader = BufReader<Box<dyn io::Read + Send>>;

/// Large enough that reading costs nothing beside what is done with it.
pub(super) const BUFFER: usize = 128 * 1024;

/// What a file that is not there may be meant to be.
pub(crate) const SUBCOMMANDS: &[&str] = &[
    "attributions",
    "speakers",
    "stats",
    "diff",
    "quotations",
    "mentions",
    "sentences",
    "tokens",
    "gazetteer",
    "train",
    "eval",
    "completions",
    "man",
];

impl Source {
    /// Returns what a command line means by `path`.
    pub fn new(path: &Path) -> Source {
        if path.as_os_str() == "-" { Source::StandardInput } else { Source::File(path.into()) }
    }

    /// Returns the name that the user gave it, `-` for standard input.
    pub fn name(&self) -> String {
        match self {
            Source::StandardInput => "-".into(),
            Source::File(path) => path.display().to_string(),
        }
    }

    /// Returns what it is called in messages.
    pub fn label(&self) -> String {
        match self {
            Source::StandardInput => "standard input".into(),
            Source::File(_) => self.name(),
        }
    }

    /// Whether its name says that it is JSON Lines.
    pub fn is_named_jsonl(&self) -> bool {
        Kind::named(&self.name()) == Some(Kind::JsonLines)
    }

    /// Opens it for reading.
    ///
    /// # Errors
    ///
    /// If there is no such file, it is a folder, or must not be read.
    pub(crate) fn open(&self) -> Result<Reader, Problem> {
        self.open_metered(&Meter::default())
    }

    /// Opens it for reading, and counts the bytes that are read from it.
    ///
    /// # Errors
    ///
    /// As [`open`](Source::open).
    pub(crate) fn open_metered(&self, meter: &Meter) -> Result<Reader, Problem> {
        let read: Box<dyn io::Read + Send> = match self {
            Source::StandardInput => Box::new(io::stdin()),
            Source::File(path) => {
                Box::new(Metered { reader: self.open_file(path)?, meter: meter.clone() })
            }
        };
        let mut reader = BufReader::with_capacity(BUFFER, read);
        // Asked for now, so that what cannot be read at all is known before
        // anything is made of it.
        let failed = |error: io::Error| Problem::io(&self.label(), &error);
        reader.fill_buf().map_err(failed)?;
        self.unpack(reader)
    }

    /// Undoes how it is compressed. The reader's buffer has the start.
    pub(super) fn unpack(&self, mut reader: Reader) -> Result<Reader, Problem> {
        let failed = |error: io::Error| Problem::io(&self.label(), &error);
        while let Some(compression) = Compression::of(reader.buffer()) {
            reader = compression.undo(reader).map_err(failed)?.ok_or_else(|| {
                let problem =
                    Problem::document(&self.label(), "compressed in a way that is unknown");
                let (file, program) = (super::shell_name(&problem.file), compression.program());
                let hint = format!("{program} {file} | sayso …");
                Problem { fatal: true, ..problem }.hint(hint)
            })?;
        }
        Ok(reader)
    }

    /// Returns its size in bytes, if it is known.
    pub(crate) fn size(&self) -> Option<u64> {
        let Source::File(path) = self else { return None };
        let metadata = path.metadata().ok().filter(|metadata| metadata.is_file());
        metadata.map(|metadata| metadata.len())
    }

    fn open_file(&self, path: &Path) -> Result<File, Problem> {
        let name = self.name();
        if path.is_dir() {
            let problem = Problem { fatal: true, ..Problem::document(&name, "is a folder") };
            return Err(problem.hint("name a file in it"));
        }
        File::open(path).map_err(|error| {
            let problem = Problem::io(&name, &error);
            match error.kind() {
                io::ErrorKind::NotFound => problem.hint(missing(&name)),
                _ => problem,
            }
        })
    }
}

/// Says what may be meant by the name of a file that is not there.
fn missing(name: &str) -> String {
    if SUBCOMMANDS.contains(&name) {
        format!("the subcommand comes before everything else: sayso {name} …")
    } else if name.contains(['.', '/', '\\']) {
        "check the name and the folder".into()
    } else {
        format!("the subcommands are {}; see sayso --help", SUBCOMMANDS.join(", "))
    }
}
