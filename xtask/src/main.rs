//! Chores of the workspace.
//!
//! * `cargo xtask tidy` checks the picture in ARCHITECTURE.md.
//! * `cargo xtask generate [WHAT]` writes the generated files, and with
//!   `--check` compares them instead.

mod generate;
mod tidy;

use std::{
    env,
    path::Path,
    process::{Command, ExitCode},
};

const USAGE: &str = "\
usage: cargo xtask tidy
       cargo xtask generate [--check] [WHAT]";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let problems = match words[..] {
        ["tidy"] => {
            let mut problems = tidy::problems();
            problems.extend(generate::run(None, true));
            problems
        }
        ["generate", "--check"] => generate::run(None, true),
        ["generate", "--check", what] => generate::run(Some(what), true),
        ["generate"] => generate::run(None, false),
        ["generate", what] => generate::run(Some(what), false),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    for problem in &problems {
        eprintln!("{problem}");
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The root of the workspace.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Runs a command in the root and returns what it prints.
///
/// # Panics
///
/// If it cannot be run or fails.
fn output(program: &str, arguments: &[&str]) -> String {
    let run = Command::new(program).args(arguments).current_dir(root()).output();
    let run = run.unwrap_or_else(|error| panic!("{program}: {error}"));
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{program} {}: {errors}", arguments.join(" "));
    String::from_utf8(run.stdout).expect("a program's output is text")
}
