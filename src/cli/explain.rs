//! `bilint checks` and `bilint explain`

use super::Failure;
use super::arguments::{Checks, Explain, ListForm};
use crate::registry::Registry;
use std::io::{self, Write};
use std::process::ExitCode;

/// Lists the checks.
pub(super) fn list(registry: &Registry, command: &Checks) -> Result<ExitCode, Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match command.format {
        ListForm::Text | ListForm::Json | ListForm::Markdown => {
            for check in registry.iter() {
                writeln!(out, "{:<34} {}", check.id, check.summary())?;
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Explains one check.
pub(super) fn explain(registry: &Registry, command: &Explain) -> Result<ExitCode, Failure> {
    let Some(check) = registry.get(&command.id) else {
        let error = registry.select(&command.id).err();
        let message = error.map_or_else(|| format!("`{}` is a category", command.id), |error| error.to_string());
        return Err(Failure::Message(message));
    };
    let mut out = io::stdout().lock();
    writeln!(out, "{}\n\n{}", check.id, check.markdown())?;
    Ok(ExitCode::SUCCESS)
}
