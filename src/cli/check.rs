//! `bilint check`

use super::arguments::{Check, Form, Input};
use super::{Failure, Found};
use crate::config::Settings;
use crate::engine::{Linter, Report};
use crate::load::{self, Loaded};
use crate::locale::Locale;
use crate::model::Docset;
use crate::registry::Registry;
use crate::report::{Reporter, Scene, concise::Concise, json::Json, json::JsonLines, statistics};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Instant;

/// Lints and reports.
pub(super) fn run(registry: &Registry, command: &Check) -> Result<ExitCode, Failure> {
    set_threads(command.input.threads)?;
    let found = Found::search(command.input.config.as_deref(), command.input.isolated)?;
    let settings = settings(registry, command, found)?;
    let linter = Linter::new(registry, &settings.0)?;
    let linter = if command.timings { linter.timed() } else { linter };
    let start = Instant::now();
    let loaded = load::read(&settings.1, &settings.0, &std::env::current_dir()?);
    let read = start.elapsed();
    complain(&loaded);
    let Loaded { sources, others, refused } = loaded;
    let docset = Docset::parse(&sources, &settings.0).with_others(others);
    let parsed = start.elapsed();
    let report = linter.run(&sources, &docset);
    let checked = start.elapsed();
    let scene = Scene::new(&report, &docset, &sources, registry);
    write(command, &scene, checked)?;
    if command.timings {
        let stages = [("read", read), ("parse", parsed - read), ("check", checked - parsed)];
        statistics::write_timings(&scene, &stages, &mut io::stderr().lock())?;
    }
    Ok(code(command, &settings.0, &report, refused.is_empty()))
}

fn settings(
    registry: &Registry,
    command: &Check,
    mut found: Found,
) -> Result<(Settings, Vec<std::path::PathBuf>), Failure> {
    let config = &mut found.config;
    if !command.select.is_empty() {
        config.select.clone_from(&command.select);
    }
    config.ignore.extend(command.ignore.iter().cloned());
    config.audience = command.audience.map(Into::into).or(config.audience);
    config.severity = command.severity.map(Into::into).or(config.severity);
    config.fail_on = command.fail_on.map(Into::into).or(config.fail_on);
    let mut settings = found.settings(registry, &command.glossary)?;
    apply_locales(&command.input, &mut settings)?;
    let paths = found.paths(&command.input.paths);
    Ok((settings, paths))
}

/// The locales of the command line are stronger than any other.
pub(super) fn apply_locales(input: &Input, settings: &mut Settings) -> Result<(), Failure> {
    let parse = |flag: &str, tag: &str| {
        Locale::parse(tag).ok_or_else(|| Failure::Message(format!("{flag}: `{tag}` is no locale")))
    };
    if let Some(tag) = &input.source_locale {
        settings.source_locale = parse("--source-locale", tag)?;
    }
    if let Some(tag) = &input.target_locale {
        settings.forced_locale = Some(parse("--target-locale", tag)?);
    }
    Ok(())
}

/// Uses `threads` threads from here on.
pub(super) fn set_threads(threads: Option<usize>) -> Result<(), Failure> {
    #[cfg(feature = "parallel")]
    if let Some(threads) = threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.max(1)).build_global();
        pool.map_err(|error| Failure::Message(format!("--threads: {error}")))?;
    }
    #[cfg(not(feature = "parallel"))]
    let _ = threads;
    Ok(())
}

/// Says what could not be read.
pub(super) fn complain(loaded: &Loaded) {
    for refused in &loaded.refused {
        anstream::eprintln!("bilint: {refused}");
    }
}

fn write(command: &Check, scene: &Scene<'_>, elapsed: std::time::Duration) -> Result<(), Failure> {
    let terminal = command.output.is_none() && io::stdout().is_terminal();
    let mut out: Box<dyn Write> = match &command.output {
        Some(path) => {
            let file = std::fs::File::create(path);
            Box::new(file.map_err(|error| Failure::Message(format!("{}: {error}", path.display())))?)
        }
        None => Box::new(anstream::stdout().lock()),
    };
    let mut out = io::BufWriter::new(&mut out);
    if command.statistics {
        statistics::write(scene, elapsed, &mut out)?;
        return Ok(out.flush()?);
    }
    let form = command.format.unwrap_or(if terminal { Form::Pretty } else { Form::Concise });
    let reporter: &dyn Reporter = match form {
        Form::Pretty | Form::Concise => &Concise,
        Form::Json => &Json,
        Form::Jsonl => &JsonLines,
    };
    reporter.write(scene, &mut out)?;
    Ok(out.flush()?)
}

fn code(command: &Check, settings: &Settings, report: &Report, complete: bool) -> ExitCode {
    let failed = report.findings.iter().any(|finding| finding.severity >= settings.fail_on);
    match (complete, failed && !command.exit_zero) {
        (false, _) => ExitCode::from(2),
        (true, true) => ExitCode::from(1),
        (true, false) => ExitCode::SUCCESS,
    }
}
