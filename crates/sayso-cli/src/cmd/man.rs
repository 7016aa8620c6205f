use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use clap::CommandFactory;
use clap_mangen::Man;

use crate::{
    args::Arguments,
    problem::{Problem, Status, fail},
};

const EXAMPLES: &str = "\
Examples:
  sayso man | man -l -                       Read the page of the program
  sayso man ~/.local/share/man/man1          Write the pages of all subcommands";

/// Write the manual
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The folder for the pages, one for each subcommand [default: the page of the
    /// program to standard output]
    folder: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Status {
    let (written, place) = match &args.folder {
        Some(folder) => (write_all(folder), folder.display().to_string()),
        None => (write_one(), "standard output".into()),
    };
    match written {
        Ok(()) => Status::Success,
        Err(error) => fail(&[Problem::io(&place, &error)]),
    }
}

fn write_one() -> io::Result<()> {
    let mut page = Vec::new();
    Man::new(Arguments::command()).render(&mut page)?;
    io::stdout().write_all(&page)
}

fn write_all(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Arguments::command(), folder)
}
