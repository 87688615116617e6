//! `bilint baseline`: accepts what is there.

use super::arguments::Baseline as Arguments;
use super::check::{complain_of_dictionaries, load, progress, set_threads, settings};
use super::{Failure, Found, read_baseline, replace, say};
use crate::engine::Linter;
use crate::load::shown;
use crate::registry::Registry;
use crate::suppress::Run;
use crate::suppress::baseline::{Baseline, Change, FILE, Terms};
use crate::text::dates::Day;
use std::process::ExitCode;

/// Lints, and writes the findings down.
pub(super) fn run(registry: &Registry, command: &Arguments) -> Result<ExitCode, Failure> {
    set_threads(command.reading.threads)?;
    let found = Found::search(command.reading.config.as_deref(), command.reading.isolated)?;
    let (settings, paths) = settings(registry, &command.reading, &command.choosing, found)?;
    let named = command.output.clone().or_else(|| settings.baseline.clone());
    let path = named.unwrap_or_else(|| settings.folder.join(FILE));
    let terms = terms(command, settings.today)?;
    let base = std::env::current_dir()?;
    let old =
        if path.exists() || command.prune { read_baseline(&path)?.0 } else { Baseline::new(&shown(&path, &base)) };
    let linter = Linter::new(registry, &settings)?;
    let progress = progress(command.reading.no_progress);
    let loaded = load(None, &paths, &settings, &base);
    let (docset, sources) = (linter.docset(&loaded), &loaded.sources);
    let report = linter.run(sources, &docset);
    progress.finish_and_clear();
    if !complain_of_dictionaries(linter.settings()) {
        // What is not found without a dictionary is not gone.
        return Ok(ExitCode::from(2));
    }
    let run = Run { sources, docset: &docset, registry, settings: &settings };
    let (new, change) = match &terms {
        Some(terms) => old.renewed(run, &report.findings, terms),
        None => old.pruned(run, &report.findings),
    };
    replace(&path, new.to_text().as_bytes())?;
    tell(&new, change);
    if settings.baseline.is_none() {
        let name = new.path();
        say(&format!("`baseline = \"{FILE}\"` in bilint.toml, or `--baseline {name}`, makes `check` accept it"));
    }
    Ok(if loaded.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// What is said of new findings; `None` when none are accepted.
fn terms(command: &Arguments, today: Option<Day>) -> Result<Option<Terms>, Failure> {
    if let Some(day) = command.expires.filter(|&day| today.is_some_and(|today| day <= today)) {
        return Err(Failure::Message(format!("--expires: {day} has come already")));
    }
    let terms = Terms { reason: command.reason.clone().unwrap_or_default(), expires: command.expires };
    Ok((!command.prune).then_some(terms))
}

fn tell(baseline: &Baseline, change: Change) {
    let Change { added, kept, removed, expired } = change;
    say(&format!("{}: {added} added, {kept} kept, {removed} removed", baseline.path()));
    if expired > 0 {
        say(&format!("{expired} of those kept have expired; `--expires YYYY-MM-DD` renews them"));
    }
}
