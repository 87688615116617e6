//! What a configuration means: names resolved, patterns compiled, options split.

use super::file::{Config, ConfigError, line_of};
use crate::check::{CheckDef, Options};
use crate::finding::Severity;
use crate::locale::Locale;
use crate::model::{Glossary, Term};
use crate::registry::Registry;
use crate::text::dates::Day;
use crate::text::terms::TermSet;
use globset::{Glob, GlobSet, GlobSetBuilder};
use std::collections::{BTreeMap, BTreeSet};

/// A check that is to run, how bad its findings are, and its options.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The check.
    pub check: &'static CheckDef,
    /// How bad its findings are.
    pub severity: Severity,
    /// Its options.
    pub options: Options,
    /// Where the options stand, for messages.
    pub said: Option<Said>,
}

/// Where the options of a check stand.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The configuration file.
    pub path: String,
    /// The line of the section, from 1.
    pub line: usize,
    /// The lines of its keys, from 1.
    pub keys: BTreeMap<String, usize>,
}

/// Paths and locales where some checks do not run.
#[derive(Clone, Debug)]
struct Exception {
    paths: Option<GlobSet>,
    locales: Vec<String>,
    checks: BTreeSet<&'static str>,
}

/// What holds for a run. Nothing above this floor sees a raw key or flag.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Checks to run, by id.
    pub choices: Vec<Choice>,
    /// Terms that are not translated.
    pub kept: TermSet,
    /// The glossary.
    pub glossary: Glossary,
    /// The day of the run, for what may not lie in the future; the command line says it.
    pub today: Option<Day>,
    /// The locale of the source.
    pub source_locale: Locale,
    /// The locale of translations, when it was said on the command line: stronger than what a file says.
    pub forced_locale: Option<Locale>,
    /// The locale of translations that do not name theirs.
    pub target_locale: Option<Locale>,
    /// Files that are not read.
    pub exclude: GlobSet,
    /// The lowest severity that is reported.
    pub lowest: Severity,
    /// The lowest severity that fails a run.
    pub fail_on: Severity,
    /// Folders of pages in the source language, whose paths are those of their translations.
    pub source_trees: Vec<std::path::PathBuf>,
    exceptions: Vec<Exception>,
}

impl Settings {
    /// What `config`, read from the text `said` of the file `path`, means for the checks of `registry`. `terms` are
    /// those of its glossaries.
    ///
    /// # Errors
    /// When a name, pattern or locale is unknown; the error names file, line and near miss.
    pub fn new(
        config: &Config,
        registry: &Registry,
        terms: Vec<Term>,
        path: &str,
        said: &str,
    ) -> Result<Self, ConfigError> {
        let context = Context { path, said };
        let audience = config.audience.unwrap_or_default();
        let ignored = context.ids(registry, &config.ignore)?;
        let named = context.ids(registry, &config.select)?;
        // A check that is named by its own id runs whoever reads, and though its category is ignored; a category
        // brings what its readers want. What is ignored by its own id is ignored.
        let is_named = |names: &[String], check: &CheckDef| {
            names.iter().any(|name| registry.get(name).is_some_and(|it| it.id == check.id))
        };
        let wanted = |check: &&CheckDef| {
            !is_named(&config.ignore, check)
                && (config.select.is_empty() || named.contains(check.id))
                && (check.audience <= audience || is_named(&config.select, check))
                && (!ignored.contains(check.id) || is_named(&config.select, check))
        };
        let mut choices: Vec<Choice> = registry.iter().filter(wanted).map(Choice::plain).collect();
        for (name, section) in &config.checks {
            let line = line_of(said, name.span().start);
            let check = registry.get(name.get_ref()).ok_or_else(|| {
                let message = registry.select(name.get_ref()).err().map_or_else(
                    || format!("`{}` is a category; options belong to a check", name.get_ref()),
                    |error| error.to_string(),
                );
                context.at(line, message)
            })?;
            let mut table = section.get_ref().clone();
            let severity = match table.remove("severity") {
                Some(value) => Some(value.try_into::<Severity>().map_err(|error| {
                    let (message, _) = crate::text::similarity::explain_unknown_key(error.message());
                    context.at(context.line_of_key("severity", section.span().start), message)
                })?),
                None => None,
            };
            if let Some(choice) = choices.iter_mut().find(|choice| choice.check.id == check.id) {
                choice.severity = severity.unwrap_or(check.severity);
                let at = section.span().start;
                let keys = table.keys().map(|key| (key.clone(), context.line_of_key(key, at))).collect();
                choice.said = Some(Said { path: path.to_owned(), line, keys });
                choice.options = Options::from_table(table);
            }
        }
        let exceptions = config.overrides.iter().map(|over| {
            Ok(Exception {
                paths: (!over.paths.is_empty()).then(|| context.globs(&over.paths)).transpose()?,
                locales: over.locales.iter().map(|tag| context.tag(tag)).collect::<Result<_, _>>()?,
                checks: context.ids(registry, &over.ignore)?,
            })
        });
        Ok(Self {
            choices,
            kept: TermSet::new(config.do_not_translate.iter().cloned())
                .map_err(|error| context.error("do-not-translate", error.to_string()))?,
            glossary: Glossary::new(terms).map_err(|error| context.error("glossary", error.to_string()))?,
            today: None,
            source_locale: context
                .locale("source-locale", config.source_locale.as_deref())?
                .unwrap_or_else(Locale::english),
            forced_locale: None,
            target_locale: context.locale("target-locale", config.target_locale.as_deref())?,
            exclude: context.globs(&config.exclude)?,
            lowest: config.severity.unwrap_or(Severity::Info),
            fail_on: config.fail_on.unwrap_or(Severity::Warning),
            source_trees: Vec::new(),
            exceptions: exceptions.collect::<Result<_, _>>()?,
        })
    }

    /// The default settings for the checks of `registry`.
    ///
    /// # Panics
    /// Never: an empty configuration is always understood.
    pub fn defaults(registry: &Registry) -> Self {
        Self::new(&Config::default(), registry, Vec::new(), "", "").expect("an empty configuration is understood")
    }

    /// Settings under which only `check` runs, whoever it is for.
    pub fn only(registry: &Registry, check: &'static CheckDef) -> Self {
        let mut settings = Self::defaults(registry);
        settings.choices = vec![Choice::plain(check)];
        settings
    }

    /// Whether `check` runs on the translation at `path` in `locale`.
    pub fn allows(&self, check: &str, path: &str, locale: &Locale) -> bool {
        !self.exceptions.iter().any(|exception| {
            exception.checks.contains(check)
                && exception.paths.as_ref().is_none_or(|paths| paths.is_match(path))
                && (exception.locales.is_empty()
                    || exception.locales.iter().any(|tag| {
                        tag.eq_ignore_ascii_case(locale.tag()) || tag.eq_ignore_ascii_case(locale.language().code)
                    }))
        })
    }

    /// Whether anything is excepted anywhere.
    pub fn has_exceptions(&self) -> bool {
        !self.exceptions.is_empty()
    }
}

impl Choice {
    /// `check` as it is by default.
    pub fn plain(check: &'static CheckDef) -> Self {
        Self { check, severity: check.severity, options: Options::default(), said: None }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::defaults(&Registry::builtin())
    }
}

/// Where a configuration was read from, for messages.
struct Context<'c> {
    path: &'c str,
    said: &'c str,
}

impl Context<'_> {
    fn at(&self, line: usize, message: String) -> ConfigError {
        ConfigError { path: self.path.to_owned(), line: Some(line), message }
    }

    /// An error about `what`, on the line where it is said.
    fn error(&self, what: &str, message: String) -> ConfigError {
        let line = self.said.find(what).map(|at| line_of(self.said, at));
        ConfigError { path: self.path.to_owned(), line, message }
    }

    /// The line, from 1, on which `key` is set, at or behind byte `from`.
    fn line_of_key(&self, key: &str, from: usize) -> usize {
        let first = line_of(self.said, from);
        let sets =
            |line: &str| line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        let offset = self.said.lines().skip(first - 1).position(sets);
        first + offset.unwrap_or_default()
    }

    fn ids(&self, registry: &Registry, names: &[String]) -> Result<BTreeSet<&'static str>, ConfigError> {
        let mut ids = BTreeSet::new();
        for name in names {
            let checks = registry.select(name).map_err(|error| self.error(name, error.to_string()))?;
            ids.extend(checks.into_iter().map(|check| check.id));
        }
        Ok(ids)
    }

    fn globs(&self, patterns: &[String]) -> Result<GlobSet, ConfigError> {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            // A pattern holds anywhere below the configuration file, as in `.gitignore`.
            let anywhere = if pattern.contains('/') { pattern.clone() } else { format!("**/{pattern}") };
            for form in [anywhere.clone(), format!("**/{}", anywhere.trim_start_matches("**/"))] {
                set.add(Glob::new(&form).map_err(|error| self.error(pattern, error.to_string()))?);
            }
        }
        set.build().map_err(|error| self.error("paths", error.to_string()))
    }

    /// A tag in its right spelling.
    fn tag(&self, tag: &str) -> Result<String, ConfigError> {
        let locale = Locale::parse(tag).ok_or_else(|| self.error(tag, format!("`{tag}` is no locale")))?;
        Ok(locale.tag().to_owned())
    }

    fn locale(&self, key: &str, tag: Option<&str>) -> Result<Option<Locale>, ConfigError> {
        tag.map(|tag| Locale::parse(tag).ok_or_else(|| self.error(key, format!("`{tag}` is no locale")))).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(said: &str) -> Result<Settings, ConfigError> {
        let config = Config::parse(said, "bilint.toml")?;
        Settings::new(&config, &Registry::builtin(), Vec::new(), "bilint.toml", said)
    }

    #[test]
    fn unknown_names_are_refused_with_line_and_near_miss() {
        let error = settings("select = [\"all\"]\nignore = [\"doubled-wrd\"]\n").unwrap_err();
        assert_eq!(
            error.to_string(),
            "bilint.toml:2: no check or category is called `doubled-wrd`; did you mean `doubled-word`?"
        );
        let error = settings("\n[checks.doubled-wrd]\n").unwrap_err();
        assert_eq!(error.line, Some(2));
        let error = settings("[checks.doubled-word]\nseverity = \"bad\"\n").unwrap_err();
        assert_eq!(error.line, Some(2));
        let error = settings("source-locale = \"english\"\n").unwrap_err();
        assert_eq!(error.to_string(), "bilint.toml:1: `english` is no locale");
    }

    #[test]
    fn overrides_hold_for_their_paths_and_locales() {
        let settings =
            settings("[[overrides]]\npaths = [\"old/**\"]\nlocales = [\"tr\"]\nignore = [\"spacing\"]\n").unwrap();
        let (tr, de) = (Locale::parse("tr-TR").unwrap(), Locale::parse("de").unwrap());
        assert!(!settings.allows("doubled-space", "old/a.md", &tr));
        assert!(settings.allows("doubled-space", "old/a.md", &de));
        assert!(settings.allows("doubled-space", "new/a.md", &tr));
    }
}
