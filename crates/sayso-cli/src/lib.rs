/*!
The insides of the program `sayso`.

**This is no public API.** It is a library only so that tests and fuzz targets
can reach its parts, and any of it may change at any time. To use what the
program does from Rust, depend on the crate `sayso`.

# Layout

* `annotation`: the formats of attributions: a page, a table, and what other
  tools read.
* `args`: the options, one file a group.
* `cmd`: the subcommands, one file each. Those that read documents are a
  `Layer`: what is found in a text, how it is written as JSON and how it is
  shown to a reader.
* [`input`]: from files to [`Record`](input::Record)s.
* `format`: from records and what has been found to JSON Lines or a page.
* `gazetteer`: from files of names to a gazetteer.
* `run`: a thread that reads, threads that work, and one that writes.
*/

mod annotation;
mod args;
mod cmd;
mod format;
mod gazetteer;
pub mod input;
mod problem;
mod run;

use std::{env, panic, process::ExitCode};

use clap::Parser;

/// Does what the program's arguments say.
pub fn main() -> ExitCode {
    // On one line, since a run over a corpus goes on where it can.
    panic::set_hook(Box::new(|panic| {
        problem::say(&format!("a fault in the program: {}", panic.to_string().replace('\n', " ")));
    }));
    let arguments = args::Arguments::parse_from(args::OnError::join(env::args_os()));
    ExitCode::from(cmd::run(&arguments.into_command()) as u8)
}
