use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    gazetteer::NameList,
    input::{Problem, Source},
    problem::{self, Status, say},
};

const EXAMPLES: &str = "\
Examples:
  sayso gazetteer build people.tsv -o people.gaz
  sayso gazetteer build people.tsv parties.jsonl -o names.gaz
  sayso mentions --gazetteer names.gaz article.txt

A table has tabs between its columns, and a first line that names them: id, type, name, priority, \
properties of your own and, last, aliases, as many as there are. Only the name must be there.

  id<TAB>type<TAB>name<TAB>aliases
  Q264766<TAB>person<TAB>Theresa May<TAB>Mrs May<TAB>Mrs. May

JSON Lines have the same fields: {\"id\": \"Q264766\", \"name\": \"Theresa May\", \"aliases\": [\"Mrs May\"]}";

/// Files of names
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    Build(Build),
}

/// Makes one file of files of names, which is read at once
///
/// Names that stand for several entries are reported.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
struct Build {
    /// Files of names: JSON Lines if they are named .jsonl, otherwise tables
    #[arg(value_name = "NAMES", required = true)]
    files: Vec<PathBuf>,

    /// The file to write
    #[arg(short, long, value_name = "NAMES.gaz")]
    output: PathBuf,

    /// Report all names that stand for several entries, and not ten alone
    #[arg(long)]
    duplicates: bool,
}

pub(crate) fn run(args: &Args) -> Status {
    let Command::Build(args) = &args.command;
    match build(args) {
        Ok(()) => Status::Success,
        Err(problems) => problem::fail(&problems),
    }
}

fn build(args: &Build) -> Result<(), Vec<Problem>> {
    let mut list = NameList::default();
    let results = args.files.iter().map(|file| list.read(&Source::new(file)));
    let problems: Vec<Problem> = results.filter_map(Result::err).flatten().collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    report(&list, if args.duplicates { usize::MAX } else { 10 });
    let gazetteer = list.build().map_err(|problem| vec![problem])?;
    let output = args.output.display().to_string();
    write(&args.output, gazetteer.as_bytes())
        .map_err(|error| vec![Problem::io(&output, &error)])?;
    let (entries, size) = (gazetteer.len(), gazetteer.as_bytes().len().div_ceil(1024));
    say(&format!("{output}: {entries} entries, {size} KiB"));
    Ok(())
}

/// Tells of names that stand for several entries: of so many in full.
fn report(list: &NameList, shown: usize) {
    let mut duplicates = list.duplicates();
    for (name, entries) in duplicates.by_ref().take(shown) {
        say(&format!("note: \"{name}\" stands for {}", entries.join(" and ")));
    }
    let more = duplicates.count();
    if more > 0 {
        say(&format!("note: {more} more names stand for several entries; --duplicates tells all"));
    }
}

/// Writes a file in such a way that it is there as a whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // What is left of it is of no use to anybody.
        let _ = fs::remove_file(&part);
    }
    written
}
