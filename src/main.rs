//! The `bilint` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    bilint::cli::run(&bilint::Registry::builtin(), std::env::args_os())
}
