//! The program `sayso`. All of it is in the library, where tests and fuzz
//! targets can reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    sayso_cli::main()
}
