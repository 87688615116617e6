//! `bilint check`

use super::arguments::{Check, Form, Reading};
use super::{Failure, Found, fixing};
use crate::config::Settings;
use crate::engine::{Linter, Report};
use crate::finding::Trust;
use crate::fix;
use crate::load;
use crate::locale::Locale;
use crate::model::Refused;
use crate::registry::Registry;
use crate::report::{Reporter, Scene, concise::Concise, json::Json, json::JsonLines, pretty::Pretty, statistics};
use crate::text::dates::Day;
use indicatif::ProgressBar;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime};

/// Lints, fixes if asked to, and reports.
pub(super) fn run(registry: &Registry, command: &Check) -> Result<ExitCode, Failure> {
    set_threads(command.reading.threads)?;
    let found = Found::search(command.reading.config.as_deref(), command.reading.isolated)?;
    let (settings, paths) = settings(registry, command, found)?;
    let linter = Linter::new(registry, &settings)?;
    let linter = if command.timings { linter.timed() } else { linter };
    let progress = progress(command.reading.no_progress);
    let start = Instant::now();
    let mut loaded = load::read(&paths, &settings, &std::env::current_dir()?);
    let read = start.elapsed();
    complain(&loaded.refused);
    notify(&loaded.notices);
    let mut complete = loaded.refused.is_empty();
    let trust = if command.unsafe_fixes { Trust::Unsafe } else { Trust::Safe };
    if command.diff {
        let pending = fixing::show(&fix::fix(&linter, &loaded, trust))?;
        return Ok(code(command, pending, complete));
    }
    let mut fixed = None;
    if command.fix || command.unsafe_fixes {
        let (written, refused) = fixing::write(fix::fix(&linter, &loaded, trust));
        complain(&refused);
        complete &= refused.is_empty();
        loaded.sources = fixing::after(&loaded.sources, &written);
        fixed = Some(written);
    }
    let (docset, sources) = (linter.docset(&loaded), &loaded.sources);
    let parsed = start.elapsed();
    let report = linter.run(sources, &docset);
    let checked = start.elapsed();
    progress.finish_and_clear();
    let scene = Scene::new(&report, &docset, sources, registry);
    write(command, &scene, checked)?;
    if let Some(fixed) = fixed {
        fixing::tell(&fixed, &scene, trust);
    }
    if command.timings {
        let stages = [
            ("read", read),
            ("parse", parsed.saturating_sub(read)),
            ("alignment, all threads", docset.aligning),
            ("check", checked.saturating_sub(parsed)),
        ];
        statistics::write_timings(&scene, &stages, &mut io::stderr().lock())?;
    }
    Ok(code(command, fails(&settings, &report), complete))
}

/// A sign of life on a terminal, for runs that take longer than a moment.
fn progress(silent: bool) -> ProgressBar {
    if silent || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let progress = ProgressBar::new_spinner().with_message("reading translations");
    progress.enable_steady_tick(Duration::from_millis(200));
    progress
}

fn settings(registry: &Registry, command: &Check, mut found: Found) -> Result<(Settings, Vec<PathBuf>), Failure> {
    for (flag, names) in [("--select", &command.select), ("--ignore", &command.ignore)] {
        for name in names {
            registry.select(name).map_err(|error| Failure::Message(format!("{flag}: {error}")))?;
        }
    }
    let config = &mut found.config;
    if !command.select.is_empty() {
        config.select.clone_from(&command.select);
    }
    config.ignore.extend(command.ignore.iter().cloned());
    config.audience = command.audience.map(Into::into).or(config.audience);
    config.severity = command.severity.map(Into::into).or(config.severity);
    config.fail_on = command.fail_on.map(Into::into).or(config.fail_on);
    let mut settings = found.settings(registry, &command.glossary)?;
    apply(&command.reading, &mut settings)?;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    settings.today = now.ok().map(|elapsed| Day::of_unix_time(elapsed.as_secs()));
    let paths = found.paths(&command.reading.paths, &settings);
    Ok((settings, paths))
}

/// What the command line says of locales and sources is stronger than anything else.
pub(super) fn apply(reading: &Reading, settings: &mut Settings) -> Result<(), Failure> {
    settings.force_exclude = reading.force_exclude;
    if !reading.source.is_empty() {
        settings.source_roots.clone_from(&reading.source);
    }
    if let Some(missing) = settings.source_roots.iter().find(|root| !root.is_dir()) {
        let said = if reading.source.is_empty() { "source" } else { "--source" };
        let reason = if missing.exists() { "a file; name the folder of the English pages" } else { "no such folder" };
        return Err(Failure::Message(format!("{said}: {}: {reason}", missing.display())));
    }
    let parse = |flag: &str, tag: &str| {
        Locale::parse(tag).ok_or_else(|| Failure::Message(format!("{flag}: `{tag}` is no locale")))
    };
    if let Some(tag) = &reading.source_locale {
        settings.source_locale = parse("--source-locale", tag)?;
    }
    if let Some(tag) = &reading.target_locale {
        settings.forced_locale = Some(parse("--target-locale", tag)?);
    }
    if settings.target_locale.is_none() {
        // Within a folder such as `nl-nl`, paths do not show it.
        let current = std::env::current_dir()?.to_string_lossy().replace('\\', "/");
        let mut inner = current.rsplit('/').take(2).filter(|name| name.contains('-'));
        settings.target_locale = inner.find_map(Locale::parse_strict);
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

/// Says what the user should know.
pub(super) fn notify(notices: &[String]) {
    for notice in notices {
        anstream::eprintln!("bilint: {notice}");
    }
}

/// Says what could not be read.
pub(super) fn complain(refused: &[Refused]) {
    for refused in refused {
        anstream::eprintln!("bilint: {refused}");
    }
}

fn write(command: &Check, scene: &Scene<'_>, elapsed: Duration) -> Result<(), Failure> {
    let terminal = command.output.is_none() && io::stdout().is_terminal();
    let color = terminal && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
        || anstream::ColorChoice::global() == anstream::ColorChoice::AlwaysAnsi;
    let mut out: Box<dyn Write> = match &command.output {
        Some(path) => {
            let file = std::fs::File::create(path);
            Box::new(file.map_err(|error| Failure::Message(format!("{}: {error}", path.display())))?)
        }
        None => Box::new(io::stdout().lock()),
    };
    let mut out = io::BufWriter::new(&mut out);
    if command.statistics {
        statistics::write(scene, elapsed, &mut out)?;
        return Ok(out.flush()?);
    }
    let reporter: &dyn Reporter = match command.format.unwrap_or(if terminal { Form::Pretty } else { Form::Concise }) {
        Form::Pretty => &Pretty { color, width: width() },
        Form::Concise => &Concise,
        Form::Json => &Json,
        Form::Jsonl => &JsonLines,
    };
    reporter.write(scene, &mut out)?;
    Ok(out.flush()?)
}

/// Columns to write for: those that the shell tells, else a hundred.
fn width() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(100)
}

/// Whether anything was found that fails a run.
fn fails(settings: &Settings, report: &Report) -> bool {
    report.findings.iter().any(|finding| finding.severity >= settings.fail_on)
}

fn code(command: &Check, failed: bool, complete: bool) -> ExitCode {
    match (complete, failed && !command.exit_zero) {
        (false, _) => ExitCode::from(2),
        (true, true) => ExitCode::from(1),
        (true, false) => ExitCode::SUCCESS,
    }
}
