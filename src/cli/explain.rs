//! `bilint checks` and `bilint explain`

use super::Failure;
use super::arguments::{Checks, Explain, ListForm};
use crate::registry::Registry;
use crate::report::reference;
use std::io::{self, Write};
use std::process::ExitCode;

/// Lists the checks.
pub(super) fn list(registry: &Registry, command: &Checks) -> Result<ExitCode, Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match command.format {
        ListForm::Text => reference::write_text(registry, &mut out)?,
        ListForm::Json => reference::write_json(registry, &mut out)?,
        ListForm::Markdown => reference::write_table(registry, &mut out)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Explains one check.
pub(super) fn explain(registry: &Registry, command: &Explain) -> Result<ExitCode, Failure> {
    let Some(check) = registry.get(&command.id) else {
        let unknown = registry.select(&command.id).err().map(|error| error.to_string());
        let message =
            unknown.unwrap_or_else(|| format!("`{}` is a category; `bilint checks` lists its checks", command.id));
        return Err(Failure::Message(message));
    };
    let mut out = io::stdout().lock();
    writeln!(out, "{}", reference::page(check))?;
    Ok(ExitCode::SUCCESS)
}
