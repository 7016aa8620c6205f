//! Runs the program `sayso`.

// Every test file is a crate of its own and uses a part of this.
#![allow(dead_code)]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
};

/// What a run has left behind.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).expect("it writes UTF-8");
        let status = output.status.code().expect("it is not killed by a signal");
        Ran { status, out: text(output.stdout), err: text(output.stderr) }
    }
}

/// The program, in `folder` and without settings from outside.
pub(crate) fn sayso(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command.current_dir(folder).args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it with nothing to read on standard input.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    sayso(folder, arguments).output().expect("the program starts").into()
}

/// Runs it with `input` on standard input.
pub(crate) fn pipe(arguments: &[&str], input: impl AsRef<[u8]> + Send) -> Ran {
    let mut child =
        sayso(&root(), arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it has a standard input");
    thread::scope(|scope| {
        // At the same time, or both would wait for one another.
        scope.spawn(move || {
            // It may end before it has read everything.
            let _ = stdin.write_all(input.as_ref());
        });
        child.wait_with_output().expect("the program ends").into()
    })
}

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A new folder for the test called `name`, with `files` in it.
pub(crate) fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of the last run can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("a file can be written");
    }
    folder
}
