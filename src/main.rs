//! The `bilint` command.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    bilint::cli::run(&bilint::Registry::builtin(), std::env::args_os())
}
