use std::io::{self, Write as _};

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::{
    args::Arguments,
    problem::{Problem, Status, fail},
};

const EXAMPLES: &str = "\
Examples:
  sayso completions bash > ~/.local/share/bash-completion/completions/sayso
  sayso completions zsh > ~/.zfunc/_sayso
  sayso completions fish > ~/.config/fish/completions/sayso.fish";

/// Write what a shell needs to complete command lines
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(args: &Args) -> Status {
    let mut script = Vec::new();
    generate(args.shell, &mut Arguments::command(), "sayso", &mut script);
    match io::stdout().write_all(&script) {
        Ok(()) => Status::Success,
        Err(error) => fail(&[Problem::io("standard output", &error)]),
    }
}
