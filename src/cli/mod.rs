//! The command line: arguments in, report and exit code out. A contract; scripts and CI depend on it.
//!
//! [`run`] is all of it, so a program that adds checks of its own to a [`Registry`] gets every command, flag and
//! report form.

mod arguments;
mod baseline;
mod check;
mod explain;
mod fixing;
mod init;
mod learn;
mod pairs;

use crate::config::{Config, ConfigError, Settings, paths, read_glossary};
use crate::evidence::Learned;
use crate::load;
use crate::locale::Locale;
use crate::model::{Origin, Refused, Role, SourceFile, Sources, Term};
use crate::registry::Registry;
use crate::report::tame;
use crate::suppress::baseline::Baseline;
use arguments::{Arguments, Command};
use clap::Parser;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Runs the command that `arguments` name (the program's own name first) with the checks of `registry`.
///
/// Exit codes: 0, nothing at or over `--fail-on`; 1, findings; 2, wrong usage, unreadable configuration or input.
///
/// The whole program of a team that adds checks of its own, each made by [`declare_check!`](crate::declare_check):
///
/// ```no_run
/// use bilint::{CheckDef, Registry};
/// use std::process::ExitCode;
///
/// fn team_lint(own: &[&'static CheckDef]) -> ExitCode {
///     let mut registry = Registry::builtin();
///     for check in own {
///         registry.add(check).expect("a name of its own");
///     }
///     bilint::cli::run(&registry, std::env::args_os())
/// }
/// ```
pub fn run(registry: &Registry, arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // A broken pipe while help is printed is nobody's fault.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    arguments.color.write_global();
    let result = match arguments.command {
        Command::Check(command) => check::run(registry, &command),
        Command::Baseline(command) => baseline::run(registry, &command),
        Command::Pairs(command) => pairs::run(registry, &command),
        Command::Checks(command) => explain::list(registry, &command),
        Command::Explain(command) => explain::explain(registry, &command),
        Command::Learn(command) => learn::run(registry, &command),
        Command::Init(command) => init::run(registry, &command),
    };
    match result {
        Ok(code) => code,
        Err(Failure::Pipe) => ExitCode::SUCCESS,
        Err(Failure::Message(message)) => {
            say(&message);
            ExitCode::from(2)
        }
    }
}

/// Says `text` to the user on standard error, on one line: the name of a file may hold line ends, and behind one of those
/// a command to the terminal, or to the service that runs a job.
fn say(text: &str) {
    anstream::eprintln!("bilint: {}", tame(text));
}

/// Why a command could not do its work.
enum Failure {
    /// In words, for the user.
    Message(String),
    /// Whoever read the output has gone.
    Pipe,
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Message(error.to_string())
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self::Message(refused.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe { Self::Pipe } else { Self::Message(error.to_string()) }
    }
}

/// The text of a configuration or glossary, which is UTF-8 or refused: a damaged name would never match.
fn read_setting(path: &Path, shown: &str) -> Result<String, Failure> {
    let file = Sources::read(path, shown.to_owned())?;
    match file.origin {
        Origin::Damaged => Err(Failure::Message(format!("{shown}: the file is not UTF-8"))),
        _ => Ok(file.text),
    }
}

/// The baseline in the file at `path`, and the file as one of a run, so that what is wrong there has a place.
fn read_baseline(path: &Path) -> Result<(Baseline, SourceFile), Failure> {
    let shown = load::shown(path, &std::env::current_dir()?);
    if !path.exists() {
        let reason = "no such file; `bilint baseline` writes it";
        return Err(Failure::Message(format!("{shown}: {reason}")));
    }
    let text = read_setting(path, &shown)?;
    let baseline = Baseline::parse(&text, &shown)?.without_pages(is_there);
    let file = SourceFile::new(shown, text, Origin::Plain);
    Ok((baseline, SourceFile { role: Role::Settings, ..file }))
}

/// Writes `bytes` to `path`, whole or not at all. Links are followed.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let shown = load::shown(path, &std::env::current_dir()?);
    let refuse = |error: std::io::Error| Refused { path: shown.clone(), reason: error.to_string() };
    let real = if path.exists() { path.canonicalize().map_err(refuse)? } else { path.to_owned() };
    Ok(crate::fix::replace(&real, bytes).map_err(refuse)?)
}

/// Refuses a file that could not be written, for there is no folder for it: `what` is said of it.
fn refuse_without_folder(path: &Path, what: &str) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir());
    folder.map_or(Ok(()), |folder| {
        Err(Failure::Message(format!("{}: no folder `{}` to write {what} to", path.display(), folder.display())))
    })
}

/// Says what of the `terms` of a glossary does nothing: there are none, or some say neither what a term is called nor what
/// it is not.
fn tell_of_idle(terms: &[Term], shown: &str, source: &Locale) {
    if terms.is_empty() {
        say(&format!("{shown}: no term in `{source}` is in it"));
    }
    let mut idle = terms.iter().filter(|term| term.targets.is_empty() && term.forbidden.is_empty());
    if let Some(first) = idle.next() {
        let (count, all) = (1 + idle.count(), terms.len());
        say(&format!(
            "{shown}: {count} of {all} terms have neither `target` nor `forbidden`; the first is `{}`",
            first.source
        ));
    }
}

/// Whether something lies at `path`. What may not be looked at counts as there: nobody knows that it is gone.
fn is_there(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

/// The configuration of a run, and where it was found.
struct Found {
    config: Config,
    said: String,
    path: String,
    folder: PathBuf,
}

impl Found {
    /// The configuration named by `named`, or the nearest `bilint.toml` at or above the current folder, or none.
    fn search(named: Option<&Path>, isolated: bool) -> Result<Self, Failure> {
        let current = std::env::current_dir()?;
        let path = match named {
            Some(path) => Some(path.to_owned()),
            None if isolated => None,
            None => current.ancestors().map(|folder| folder.join("bilint.toml")).find(|path| path.is_file()),
        };
        let Some(path) = path else {
            return Ok(Self { config: Config::default(), said: String::new(), path: String::new(), folder: current });
        };
        let shown = path.strip_prefix(&current).unwrap_or(&path).display().to_string();
        let said = read_setting(&path, &shown)?;
        let config = Config::parse(&said, &shown)?;
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).map_or(current, Path::to_owned);
        Ok(Self { config, said, path: shown, folder })
    }

    /// Its file as one of a run, so that what is wrong there has a place; `None` when there is none.
    fn file(&self) -> Option<SourceFile> {
        let file = SourceFile::new(&self.path, &self.said, Origin::Plain);
        (!self.path.is_empty()).then_some(SourceFile { role: Role::Settings, ..file })
    }

    /// What it means.
    fn settings(&self, registry: &Registry, named: &[PathBuf]) -> Result<Settings, Failure> {
        let mut glossaries = Vec::new();
        let source = self.config.source_locale.as_deref().and_then(Locale::parse).unwrap_or_else(Locale::english);
        for path in self.glossaries(named) {
            let shown = path.display().to_string();
            let text = read_setting(&path, &shown)?;
            let terms = read_glossary(&text, &shown, &source)?;
            tell_of_idle(&terms, &shown, &source);
            glossaries.push(terms);
        }
        // One glossary, however large, is not copied.
        let mut glossaries = glossaries.into_iter();
        let mut terms = glossaries.next().unwrap_or_default();
        terms.extend(glossaries.flatten());
        let settings = Settings::new(&self.config, registry, terms, &self.path, &self.said)?;
        load::dictionaries::refuse_missing(&settings)?;
        Ok(settings)
    }

    /// The evidence in the files and folders `named`, and in those that the configuration names.
    fn learned(&self, named: &[PathBuf]) -> Result<Learned, Failure> {
        Ok(Learned::default().with(learn::read_all(self.evidence(named))?))
    }

    /// The glossaries that the configuration names, and those `named`.
    fn glossaries(&self, named: &[PathBuf]) -> Vec<PathBuf> {
        let configured = self.config.glossary.iter().map(|path| self.folder.join(path));
        configured.chain(named.iter().cloned()).collect()
    }

    /// The files and folders of evidence `named`, and those that the configuration names.
    fn evidence(&self, named: &[PathBuf]) -> Vec<PathBuf> {
        let configured = self.config.evidence.iter().map(|path| self.folder.join(path));
        named.iter().cloned().chain(configured).collect()
    }

    /// Whether [`paths`](Self::paths) are all that the configuration means: none were named, and the current folder
    /// does not stand for them by chance.
    fn is_whole(&self, named: &[PathBuf], settings: &Settings) -> bool {
        let said = !self.config.paths.is_empty() || !settings.target_roots().is_empty();
        named.is_empty() && (said || paths::relative(Path::new("."), &self.folder).is_empty())
    }

    /// The files and folders to read: those named, else those configured, else those of the docsets, else the current
    /// folder.
    fn paths(&self, named: &[PathBuf], settings: &Settings) -> Vec<PathBuf> {
        let configured = self.config.paths.iter().map(|path| self.folder.join(path));
        let here = vec![PathBuf::from(".")];
        let choices = [named.to_vec(), configured.collect(), settings.target_roots(), here];
        let chosen = choices.into_iter().find(|paths| !paths.is_empty()).unwrap_or_default();
        // The current folder is called by no name in the paths that are put together here.
        chosen.into_iter().map(|path| if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }).collect()
    }
}
