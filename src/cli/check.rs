//! `bilint check`

use super::arguments::{Check, Choosing, Form, Further, Reading};
use super::{Failure, Found, fixing, read_baseline, refuse_without_folder, say};
use crate::config::Settings;
use crate::engine::{Linter, Report};
use crate::finding::{Severity, Trust};
use crate::fix::{self, FixedFile};
use crate::load::changes::{Changes, Since};
use crate::load::{self, Loaded, Tree};
use crate::locale::Locale;
use crate::model::{Docset, Refused, Role, SourceFile, Term};
use crate::registry::Registry;
use crate::report::statistics;
use crate::report::{
    Reporter, Scene, checkstyle::Checkstyle, concise::Concise, github::GitHub, gitlab::GitLab, html::Html, json::Json,
    json::JsonLines, junit::Junit, markdown::Markdown, pretty::Pretty, sarif::Sarif,
};
use crate::text::dates::Day;
use indicatif::ProgressBar;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime};
use toml::Spanned;

/// Lints, fixes if asked to, and reports.
pub(super) fn run(registry: &Registry, command: &Check) -> Result<ExitCode, Failure> {
    set_threads(command.reading.threads)?;
    refuse_lost_reports(command)?;
    let plan = Plan::new(registry, command)?;
    let progress = progress(command.reading.no_progress);
    let start = Instant::now();
    let changes = plan.changes(command)?;
    let Plan { mut linter, paths, decisions, given, folder } = plan;
    if let Some(changes) = &changes {
        // What was before is read first, and its memory is free again when the files are read as they are now.
        linter = since(linter, changes, &paths, &folder);
    }
    let mut loaded = load(changes.as_ref(), &paths, linter.settings(), &folder);
    for file in decisions {
        loaded.sources.push(file);
    }
    let read = start.elapsed();
    let mut complete = loaded.refused.is_empty();
    let trust = if command.unsafe_fixes { Trust::Unsafe } else { Trust::Safe };
    if command.diff {
        let fixed = fix::fix(&linter, &loaded, trust);
        progress.finish_and_clear();
        complete &= complain_of_dictionaries(linter.settings());
        return Ok(code(command, fixing::show(&fixed)?, complete));
    }
    let mut fixed = None;
    if command.fix || command.unsafe_fixes {
        let (written, refused) = fixing::write(fix::fix(&linter, &loaded, trust), |path| {
            changes.as_ref().is_some_and(|it| it.now.differs_at(path))
        });
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
    complete &= complain_of_dictionaries(linter.settings());
    let scene = Scene::new(&report, &docset, sources, registry).within(folder);
    let run = Run { scene: &scene, settings: linter.settings(), refused: &loaded.refused };
    // What stands in files is complete even when whoever reads the main report stops reading it.
    command.report.iter().try_for_each(|further| write_further(further, &run))?;
    match write(command, &run, checked) {
        // Who stops reading has seen enough; what was found still decides how the run ends.
        Err(Failure::Pipe) => {}
        written => written?,
    }
    if let Some(fixed) = &fixed {
        fixing::tell(fixed, &scene, trust);
    }
    warn_of_nothing(&docset);
    given.warn_of_other_languages(&docset, linter.settings());
    if command.timings {
        let stages = [
            ("read", read),
            ("parse", parsed.saturating_sub(read)),
            ("alignment, all threads", docset.aligning),
            ("check", checked.saturating_sub(parsed)),
        ];
        statistics::write_timings(&scene, &stages, &mut io::stderr().lock())?;
    }
    let failed = fails(linter.settings(), &report)
        | (command.fail_on_new && has_slack(&report))
        | (command.staged && lacks_fixes(fixed.as_deref()));
    Ok(code(command, failed, complete))
}

/// Says that no page is a translation, where there are pages: a gate over nothing would hold for ever.
fn warn_of_nothing(docset: &Docset<'_>) {
    let pages = docset.documents.iter().filter(|document| document.role != Role::Settings).count();
    if pages > 0 && docset.documents.iter().all(|document| document.segments().is_empty()) {
        let remedy = "name where they lie in `[[docset]]`, or their language with `--target-locale`";
        say(&format!("nothing was compared: none of {pages} files is known as a translation; {remedy}"));
    }
}

/// What a run is to do, known before a page is read.
struct Plan {
    linter: Linter,
    /// The files and folders to read.
    paths: Vec<PathBuf>,
    /// The files that decisions stand in: the configuration and the baseline.
    decisions: Vec<SourceFile>,
    /// Where the words of the run come from.
    given: Given,
    /// The current folder.
    folder: PathBuf,
}

/// The files of glossaries and evidence, as far as each is expected to be for some language of the run: it was named for
/// it, or the run is over everything.
struct Given {
    glossaries: Vec<PathBuf>,
    evidence: Vec<PathBuf>,
}

impl Given {
    /// Says what is for none of the languages of `docset`: it was read for nothing, and perhaps misspelt.
    fn warn_of_other_languages(&self, docset: &Docset<'_>, settings: &Settings) {
        let translations = docset.documents.iter().filter(|document| document.role == Role::Translation);
        let pairs: BTreeMap<[&str; 2], &[Locale; 2]> =
            translations.map(|it| ([it.locales[0].tag(), it.locales[1].tag()], &it.locales)).collect();
        if pairs.is_empty() {
            return;
        }
        let list =
            |paths: &[PathBuf]| paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
        let targets: BTreeSet<&str> = pairs.keys().map(|[_, target]| *target).collect();
        let targets = Vec::from_iter(targets).join(", ");
        let terms = settings.glossary.terms();
        let is_for = |term: &Term| pairs.values().any(|[_, target]| term.is_for(target));
        if !self.glossaries.is_empty() && !terms.is_empty() && !terms.iter().any(is_for) {
            say(&format!("no term of {} is for {targets}", list(&self.glossaries)));
        }
        if !self.evidence.is_empty()
            && pairs.values().all(|[source, target]| settings.learned.of(source, target).is_none())
        {
            say(&format!("no evidence of {} is for {targets}", list(&self.evidence)));
        }
    }
}

impl Plan {
    /// What `command` asks for.
    fn new(registry: &Registry, command: &Check) -> Result<Self, Failure> {
        let found = Found::search(command.reading.config.as_deref(), command.reading.isolated)?;
        let mut decisions: Vec<_> = found.file().into_iter().collect();
        let [glossaries, evidence] = [&command.choosing.glossary, &command.choosing.evidence];
        let (all_glossaries, all_evidence) = (found.glossaries(glossaries), found.evidence(evidence));
        let (mut settings, paths) = settings(registry, &command.reading, &command.choosing, found)?;
        let told = |named: &[PathBuf], all| if settings.whole || !named.is_empty() { all } else { Vec::new() };
        let given = Given { glossaries: told(glossaries, all_glossaries), evidence: told(evidence, all_evidence) };
        settings.fail_on = match command.fail_on {
            // Whatever is new fails.
            _ if command.fail_on_new => Severity::Info,
            said => said.map_or(settings.fail_on, Into::into),
        };
        let baseline = command.baseline.as_ref().or(settings.baseline.as_ref());
        let baseline = baseline.map(|path| read_baseline(path)).transpose()?;
        if command.fail_on_new && baseline.is_none() {
            let remedy = "name it with `--baseline FILE` or in bilint.toml; `bilint baseline` writes it";
            return Err(Failure::Message(format!("--fail-on-new: there is no baseline; {remedy}")));
        }
        let mut linter = Linter::new(registry, &settings)?;
        if let Some((baseline, file)) = baseline {
            linter = linter.accepting(baseline);
            decisions.push(file);
        }
        if command.timings {
            linter = linter.timed();
        }
        Ok(Self { linter, paths, decisions, given, folder: std::env::current_dir()? })
    }

    /// What changed, where only that is to be looked at.
    fn changes(&self, command: &Check) -> Result<Option<Changes>, Failure> {
        let since = match &command.changed_since {
            Some(revision) => Since::Revision(revision.clone()),
            // Git calls a hook with an index of its own when it commits a part of what is staged.
            None if command.staged => Since::Commit { index: std::env::var_os("GIT_INDEX_FILE").map(PathBuf::from) },
            None => return Ok(None),
        };
        let changes = Changes::find(&since, &self.paths, self.linter.settings(), &self.folder);
        let changes = changes.map_err(|error| Failure::Message(error.to_string()))?;
        notify(&changes.notices);
        Ok(Some(changes))
    }
}

/// Lets `linter` look only at what `changes` caused.
fn since(linter: Linter, changes: &Changes, paths: &[PathBuf], base: &Path) -> Linter {
    let paths = changes.paths_before(paths);
    // What cannot be read, or is said of it, is told of the files as they are.
    let before = load::read_in(&changes.before, &paths, linter.settings(), base);
    linter.since(changes.files.clone(), &before)
}

/// Reads the files as they are to be looked at, and says what could not be read.
pub(super) fn load(changes: Option<&Changes>, paths: &[PathBuf], settings: &Settings, base: &Path) -> Loaded {
    let disk = Tree::default();
    let loaded = load::read_in(changes.map_or(&disk, |changes| &changes.now), paths, settings, base);
    complain(&loaded.refused);
    notify(&loaded.notices);
    loaded
}

/// Whether the baseline accepts more than is there; says so, for the report may not show it.
fn has_slack(report: &Report) -> bool {
    if report.slack > 0 {
        let remedy = "run `bilint baseline --prune`, so that it does not come back";
        say(&format!("the baseline accepts more than is there, by {}; {remedy}", report.slack));
    }
    report.slack > 0
}

/// Whether what is staged lacks fixes that were `written`; says so.
fn lacks_fixes(written: Option<&[FixedFile]>) -> bool {
    let lacks = written.is_some_and(|written| !written.is_empty());
    if lacks {
        say("the fixes are not staged yet");
    }
    lacks
}

/// A sign of life on a terminal, for runs that take longer than a moment.
pub(super) fn progress(silent: bool) -> ProgressBar {
    if silent || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let progress = ProgressBar::new_spinner().with_message("reading translations");
    progress.enable_steady_tick(Duration::from_millis(200));
    progress
}

/// What holds for a run, and the files and folders to read.
pub(super) fn settings(
    registry: &Registry,
    reading: &Reading,
    choosing: &Choosing,
    mut found: Found,
) -> Result<(Settings, Vec<PathBuf>), Failure> {
    for (flag, names) in [("--select", &choosing.select), ("--ignore", &choosing.ignore)] {
        for name in names {
            registry.select(name).map_err(|error| Failure::Message(format!("{flag}: {error}")))?;
        }
    }
    let config = &mut found.config;
    if !choosing.select.is_empty() {
        config.select.clone_from(&choosing.select);
    }
    config.ignore.extend(choosing.ignore.iter().map(|name| Spanned::new(0..0, name.clone())));
    config.audience = choosing.audience.map(Into::into).or(config.audience);
    config.severity = choosing.severity.map(Into::into).or(config.severity);
    let mut settings = found.settings(registry, &choosing.glossary)?;
    apply(reading, &mut settings)?;
    settings.learned = found.learned(&choosing.evidence)?;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    settings.today = now.ok().map(|elapsed| Day::of_unix_time(elapsed.as_secs()));
    let chosen = !choosing.select.is_empty() || !choosing.ignore.is_empty() || choosing.audience.is_some();
    settings.whole = !chosen && found.is_whole(&reading.paths, &settings);
    let paths = found.paths(&reading.paths, &settings);
    Ok((settings, paths))
}

/// What the command line says of locales and sources is stronger than anything else.
pub(super) fn apply(reading: &Reading, settings: &mut Settings) -> Result<(), Failure> {
    settings.force_exclude = reading.force_exclude;
    if !reading.source.is_empty() {
        settings.source_roots.clone_from(&reading.source);
    }
    // A page that is named alone may be held against another that is named.
    let is_pair = matches!(&*reading.paths, [page] if !page.is_dir()) && reading.source.len() == 1;
    if let Some(missing) = settings.source_roots.iter().find(|root| !(root.is_dir() || is_pair && root.is_file())) {
        let said = if reading.source.is_empty() { "source" } else { "--source" };
        let reason = if missing.exists() {
            "a file; name the folder of the English pages, or the one page to hold against it"
        } else {
            "no such folder"
        };
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
        settings.target_locale = load::locale_of_folder(&std::env::current_dir()?, settings);
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
        say(notice);
    }
}

/// Says what could not be read.
pub(super) fn complain(refused: &[Refused]) {
    for refused in refused {
        say(&refused.to_string());
    }
}

/// Says which dictionaries could not be read; whether all could.
pub(super) fn complain_of_dictionaries(settings: &Settings) -> bool {
    let misread = load::dictionaries::misread(settings);
    for error in &misread {
        say(&error.to_string());
    }
    misread.is_empty()
}

/// A run that is over, for its reports.
struct Run<'a> {
    scene: &'a Scene<'a>,
    settings: &'a Settings,
    refused: &'a [Refused],
}

impl Run<'_> {
    /// The reporter of `form`.
    fn reporter(&self, form: Form, color: bool) -> Box<dyn Reporter + '_> {
        match form {
            Form::Pretty => Box::new(Pretty { color, width: width() }),
            Form::Concise => Box::new(Concise),
            Form::Json => Box::new(Json),
            Form::Jsonl => Box::new(JsonLines),
            Form::Sarif => Box::new(Sarif { choices: &self.settings.choices, refused: self.refused }),
            Form::GitHub => Box::new(GitHub),
            Form::GitLab => Box::new(GitLab),
            Form::Junit => Box::new(Junit { fail_on: self.settings.fail_on }),
            Form::Checkstyle => Box::new(Checkstyle),
            Form::Markdown => Box::new(Markdown),
            Form::Html => Box::new(Html),
        }
    }
}

/// Refuses, before any work, a file of a report that could not be written at its end: in a folder that does not exist,
/// or over another report.
fn refuse_lost_reports(command: &Check) -> Result<(), Failure> {
    let mut named: Vec<&Path> = Vec::new();
    for path in command.output.iter().chain(command.report.iter().map(|further| &further.path)) {
        refuse_without_folder(path, "the report")?;
        if named.contains(&path.as_path()) {
            return Err(Failure::Message(format!("{}: two reports are to be written to it", path.display())));
        }
        named.push(path);
    }
    Ok(())
}

/// The file `path`, new and empty.
fn create(path: &Path) -> Result<io::BufWriter<std::fs::File>, Failure> {
    let file = std::fs::File::create(path);
    file.map(io::BufWriter::new).map_err(|error| Failure::Message(format!("{}: {error}", path.display())))
}

fn write_further(further: &Further, run: &Run<'_>) -> Result<(), Failure> {
    let mut out = create(&further.path)?;
    let written = run.reporter(further.form, false).write(run.scene, &mut out).and_then(|()| out.flush());
    written.map_err(|error| Failure::Message(format!("{}: {error}", further.path.display())))
}

fn write(command: &Check, run: &Run<'_>, elapsed: Duration) -> Result<(), Failure> {
    let terminal = command.output.is_none() && io::stdout().is_terminal();
    let color = terminal && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
        || anstream::ColorChoice::global() == anstream::ColorChoice::AlwaysAnsi;
    let mut out: Box<dyn Write> = match &command.output {
        Some(path) => Box::new(create(path)?),
        None => Box::new(io::BufWriter::new(io::stdout().lock())),
    };
    if command.statistics {
        statistics::write(run.scene, elapsed, &mut out)?;
    } else {
        let form = command.format.unwrap_or(if terminal { Form::Pretty } else { Form::Concise });
        run.reporter(form, color).write(run.scene, &mut out)?;
    }
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
