use std::{
    fs, io,
    path::{Path, PathBuf},
    vec,
};

use super::{Problem, Source};

/// The sources that a command line names: files, folders with all files in them
/// and below them, and patterns.
///
/// Files of a folder come in the order of their names, so that it is always the
/// same; hidden ones are passed over. Folders are read as they are come to, and
/// memory is for the names in one of them and above.
#[derive(Clone, Debug)]
pub(crate) struct Sources {
    arguments: vec::IntoIter<PathBuf>,
    /// What a folder or pattern has brought up and is still to come, a list for
    /// each folder that is open.
    pending: Vec<vec::IntoIter<PathBuf>>,
    /// The folder or pattern that has brought up nothing yet.
    barren: Option<Problem>,
    /// What no folder has: the run's own output.
    except: Vec<PathBuf>,
    several: bool,
}

impl Sources {
    /// Returns what `arguments` name; without any, standard input.
    pub(crate) fn new(mut arguments: Vec<PathBuf>) -> Sources {
        if arguments.is_empty() {
            arguments.push("-".into());
        }
        let several = arguments.len() > 1 || arguments.iter().any(|path| !is_one(path));
        let arguments = arguments.into_iter();
        Sources { arguments, pending: Vec::new(), barren: None, except: Vec::new(), several }
    }

    /// Passes over these files in folders.
    pub(crate) fn except(mut self, files: Vec<PathBuf>) -> Sources {
        self.except = files.iter().filter_map(|file| real(file)).collect();
        self
    }

    /// Whether there may be more than one.
    pub(crate) fn are_several(&self) -> bool {
        self.several
    }

    /// Returns the size of all, in bytes, if it is known.
    pub(crate) fn size(&self) -> Option<u64> {
        let sizes = self.clone().filter_map(Result::ok).map(|source| source.size());
        sizes.sum()
    }

    /// Opens a folder.
    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            let path = entry.path();
            // A link to a folder may lead into a circle.
            let link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let unwanted = hidden || link && path.is_dir() || self.is_excepted(&path);
            if !unwanted {
                paths.push(path);
            }
        }
        paths.sort_unstable();
        self.pending.push(paths.into_iter());
        Ok(())
    }

    fn is_excepted(&self, path: &Path) -> bool {
        let name = path.file_name();
        let same_name = |file: &&PathBuf| file.file_name() == name;
        self.except.iter().filter(same_name).any(|file| Some(file) == real(path).as_ref())
    }

    /// Goes on to an argument.
    fn argument(&mut self, path: PathBuf) -> Result<Option<Source>, Problem> {
        let name = path.display().to_string();
        if is_one(&path) {
            return Ok(Some(Source::new(&path)));
        }
        if path.is_dir() {
            self.folder(&path).map_err(|error| Problem::io(&name, &error))?;
            let problem = Problem::document(&name, "no files are in this folder");
            self.barren = Some(Problem { fatal: true, ..problem });
            return Ok(None);
        }
        // Hidden files are not meant, as in folders.
        let options =
            glob::MatchOptions { require_literal_leading_dot: true, ..Default::default() };
        let files = glob::glob_with(&name, options).map_err(|error| {
            let reason = format!("wrong pattern: {}", error.msg);
            Problem { fatal: true, ..Problem::document(&name, reason) }
        })?;
        // What cannot be looked into has no file that could be named.
        let files: Vec<PathBuf> = files.flatten().filter(|path| !path.is_dir()).collect();
        self.pending.push(files.into_iter());
        let problem = Problem::document(&name, "no file has such a name");
        let problem = problem.hint("in a pattern, * is any letters and **/ any folders");
        self.barren = Some(Problem { fatal: true, ..problem });
        Ok(None)
    }
}

impl Iterator for Sources {
    type Item = Result<Source, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while let Some(paths) = self.pending.last_mut() {
                let Some(path) = paths.next() else {
                    self.pending.pop();
                    continue;
                };
                if !path.is_dir() {
                    self.barren = None;
                    return Some(Ok(Source::new(&path)));
                }
                if let Err(error) = self.folder(&path) {
                    return Some(Err(Problem::io(&path.display().to_string(), &error)));
                }
            }
            if let Some(problem) = self.barren.take() {
                return Some(Err(problem));
            }
            let path = self.arguments.next()?;
            match self.argument(path) {
                Ok(Some(source)) => return Some(Ok(source)),
                Ok(None) => {}
                Err(problem) => return Some(Err(problem)),
            }
        }
    }
}

/// Whether an argument names one file, be it there or not.
fn is_one(path: &Path) -> bool {
    let pattern =
        |path: &Path| path.as_os_str().as_encoded_bytes().iter().any(|b| b"*?[".contains(b));
    path.as_os_str() == "-" || !path.is_dir() && (path.exists() || !pattern(path))
}

/// Returns the path without links and dots. The file may not be there, but its
/// folder must be.
fn real(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| folder.as_os_str() != "");
    let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
    Some(folder.join(path.file_name()?))
}
