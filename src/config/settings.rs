//! What a configuration means: names resolved, patterns compiled, options split.

use super::exceptions::{Exception, Ignored};
use super::file::{Config, ConfigError, DocsetRule, line_of};
use super::layout::{Half, Layout};
use super::marks::Marks;
use super::paths;
use crate::check::{Audience, CheckDef, Options};
use crate::evidence::Learned;
use crate::finding::Severity;
use crate::locale::Locale;
use crate::model::{Dictionaries, Glossary, NamedDictionary, Term};
use crate::registry::Registry;
use crate::span::FileSpan;
use crate::text::dates::Day;
use crate::text::slugs::Dialect;
use crate::text::terms::TermSet;
use globset::{Glob, GlobSet, GlobSetBuilder};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use toml::Spanned;

/// Segments of one pair of languages that must be linted at once for them to teach anything: with fewer, what is usual
/// cannot be told from chance.
pub const LEAST_SEGMENTS: usize = 2000;

/// Bytes that a text may be long to be checked, unless the configuration says otherwise: ten printed pages without a
/// new paragraph. The longest of real pages have 3,000. A check compares words, marks and numbers of one side with those
/// of the other, which takes a time that may grow with the square of their number.
pub(super) const LONGEST_TEXT: usize = 32 * 1024;

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

/// What holds for a run. Nothing above this floor sees a raw key or flag.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Checks to run, by id.
    pub choices: Vec<Choice>,
    /// Terms that are not translated.
    pub kept: TermSet,
    /// The glossary.
    pub glossary: Glossary,
    /// The dictionaries, which are opened when a page of their locale is there.
    pub dictionaries: Dictionaries,
    /// What other translations taught.
    pub learned: Learned,
    /// How many segments must be linted at once for them to teach as well, where nothing else is known of their
    /// language; `None` when they never do.
    pub learns_from: Option<usize>,
    /// The day of the run, for what may not lie in the future; the command line says it.
    pub today: Option<Day>,
    /// The locale of the source.
    pub source_locale: Locale,
    /// The locale of translations, when it was said on the command line: stronger than what a file says.
    pub forced_locale: Option<Locale>,
    /// The locale of translations that do not name theirs.
    pub target_locale: Option<Locale>,
    /// How anchors are made of headings.
    pub slugs: Option<Dialect>,
    /// How the configuration file is shown; empty when there is none.
    pub path: String,
    /// The folder of the configuration file, to which globs are relative; empty for the current one.
    pub folder: PathBuf,
    /// Where translations and their sources lie. [`source_of`](Self::source_of) asks them.
    pub layouts: Vec<Layout>,
    /// Folders of source pages, for translations that no layout knows; or one file, the source of the only page.
    pub source_roots: Vec<PathBuf>,
    /// Keys of the front matter that name a version of the source.
    pub marks: Marks,
    /// Whether what is excluded is left out although it is named.
    pub force_exclude: bool,
    /// The file of accepted findings that the configuration names, as the current folder sees it.
    pub baseline: Option<PathBuf>,
    /// Whether a directive or an entry of the baseline must say why.
    pub require_reasons: bool,
    /// Bytes that a text may be long to be checked.
    pub longest_text: usize,
    /// Whether all pages that the configuration means are read, for all checks that it means: only then is it certain
    /// that something in it is of no use. The command line says it.
    pub whole: bool,
    /// The lowest severity that is reported.
    pub lowest: Severity,
    /// The lowest severity that fails a run.
    pub fail_on: Severity,
    exclude: GlobSet,
    exceptions: Vec<Exception>,
    needless: Vec<Ignored>,
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
        let ignored = context.ignored(registry, &config.ignore)?;
        let named = context.ids(registry, &config.select)?;
        let selection = Selection { registry, select: &config.select, named };
        let wanted = |check: &&CheckDef| selection.wants(check, audience, &ignored);
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
                ignored: context.ignored(registry, &over.ignore)?,
            })
        });
        let source_locale =
            context.locale("source-locale", config.source_locale.as_deref())?.unwrap_or_else(Locale::english);
        let folder = Path::new(path).parent().map(Path::to_owned).unwrap_or_default();
        let layouts = config.docset.iter().map(|rule| context.layout(rule, &source_locale));
        Ok(Self {
            layouts: layouts.collect::<Result<_, _>>()?,
            source_roots: config.source.iter().map(|root| folder.join(root)).collect(),
            marks: Marks::new(&config.marks.hash, &config.marks.commit),
            baseline: config.baseline.as_ref().map(|path| folder.join(path)),
            require_reasons: config.require_reasons,
            longest_text: config.longest_text.unwrap_or(LONGEST_TEXT),
            whole: false,
            path: path.to_owned(),
            choices,
            kept: TermSet::new(&config.do_not_translate)
                .map_err(|error| context.error("do-not-translate", error.to_string()))?,
            glossary: Glossary::new(terms).map_err(|error| context.error("glossary", error.to_string()))?,
            dictionaries: context.dictionaries(config, &folder)?,
            learned: Learned::default(),
            learns_from: config.learn.unwrap_or(true).then_some(LEAST_SEGMENTS),
            today: None,
            source_locale,
            forced_locale: None,
            target_locale: context.locale("target-locale", config.target_locale.as_deref())?,
            slugs: config.slugs,
            force_exclude: false,
            lowest: config.severity.unwrap_or(Severity::Info),
            fail_on: config.fail_on.unwrap_or(Severity::Warning),
            exclude: context.globs(&config.exclude)?,
            exceptions: exceptions.collect::<Result<_, _>>()?,
            needless: selection.needless(ignored),
            folder,
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

    /// The path of the source of the page at `path`, both as the current folder sees them, and the layout that says
    /// so with the locale of the page. `None` when no layout knows the page.
    pub fn source_of(&self, path: &Path) -> Option<(PathBuf, &Layout, Locale)> {
        if self.layouts.is_empty() {
            return None;
        }
        let below = self.below(path)?;
        self.layouts.iter().find_map(|layout| {
            let (source, locale) = layout.source_of(&below)?;
            Some((self.folder.join(source), layout, locale))
        })
    }

    /// The folders of the layouts' translations, as the current folder sees them; none within another.
    pub fn target_roots(&self) -> Vec<PathBuf> {
        let mut roots: Vec<PathBuf> =
            self.layouts.iter().map(|layout| self.folder.join(layout.target_root())).collect();
        roots.sort();
        roots.dedup_by(|root, outer| root.starts_with(outer));
        roots
    }

    /// Where some checks do not run.
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }

    /// Names that `ignore` gives for nothing: their checks would not run without them either, whoever reads.
    pub fn needless(&self) -> &[Ignored] {
        &self.needless
    }

    /// The path of `path`, as the current folder sees it, below the folder of the configuration file.
    pub fn below(&self, path: &Path) -> Option<String> {
        paths::below(path, &self.folder)
    }

    /// Whether the file at `path` is not to be read.
    pub fn excludes(&self, path: &Path) -> bool {
        !self.exclude.is_empty() && self.below(path).is_some_and(|path| self.exclude.is_match(path))
    }

    /// The choice of the check called `id`, when it is to run.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.check.id == id)
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

/// What is to run, by name.
struct Selection<'c> {
    registry: &'c Registry,
    select: &'c [String],
    /// The checks that `select` means.
    named: BTreeSet<&'static str>,
}

impl Selection<'_> {
    /// Whether `check` is to run for `audience` where `ignored` is not to.
    ///
    /// A check that is named by its own id runs whoever reads, and though its category is ignored; a category brings
    /// what its readers want. What is ignored by its own id is ignored.
    fn wants(&self, check: &CheckDef, audience: Audience, ignored: &[Ignored]) -> bool {
        let is = |name: &str| self.registry.get(name).is_some_and(|it| it.id == check.id);
        let named = || self.select.iter().any(|name| is(name));
        !ignored.iter().any(|ignored| is(&ignored.name))
            && (self.select.is_empty() || self.named.contains(check.id))
            && (check.audience <= audience || named())
            && (!ignored.iter().any(|ignored| ignored.checks.contains(check.id)) || named())
    }

    /// Those of `ignored` without which no other check would run, the later of two that do the same. Who reads is not
    /// asked: that is said anew at each run.
    fn needless(&self, mut ignored: Vec<Ignored>) -> Vec<Ignored> {
        let mut needless = Vec::new();
        for index in (0..ignored.len()).rev() {
            let one = ignored.remove(index);
            let checks = one.checks.iter().filter_map(|id| self.registry.get(id));
            if checks.into_iter().any(|check| self.wants(check, Audience::Auditor, &ignored)) {
                ignored.insert(index, one);
            } else {
                needless.push(one);
            }
        }
        needless.reverse();
        needless
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

    fn ignored(&self, registry: &Registry, names: &[Spanned<String>]) -> Result<Vec<Ignored>, ConfigError> {
        let read = |said: &Spanned<String>| {
            let (name, span) = (said.get_ref(), said.span());
            let checks = registry.select(name);
            let checks = checks.map_err(|error| self.at(line_of(self.said, span.start), error.to_string()))?;
            let checks = checks.into_iter().map(|check| check.id).collect();
            Ok(Ignored { name: name.clone(), checks, span: FileSpan::new(span.start, span.end) })
        };
        names.iter().map(read).collect()
    }

    /// The set of `patterns`, which are relative to the folder of the file; one that names no folder holds in each.
    fn globs(&self, patterns: &[String]) -> Result<GlobSet, ConfigError> {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            let plain = pattern.strip_prefix("./").or_else(|| pattern.strip_prefix('/')).unwrap_or(pattern);
            let form = if pattern.contains('/') { plain.to_owned() } else { format!("**/{plain}") };
            set.add(Glob::new(&form).map_err(|error| self.error(pattern, error.to_string()))?);
        }
        set.build().map_err(|error| self.error("paths", error.to_string()))
    }

    /// The dictionaries that `config` names, relative to `folder`.
    fn dictionaries(&self, config: &Config, folder: &Path) -> Result<Dictionaries, ConfigError> {
        let named = config.dictionaries.iter().map(|(tag, files)| {
            let line = line_of(self.said, tag.span().start);
            let said = tag.get_ref();
            let locale =
                Locale::parse(said).ok_or_else(|| self.at(line, format!("[dictionaries]: `{said}` is no locale")))?;
            if files.0.is_empty() {
                return Err(self.at(line, format!("[dictionaries] `{said}`: no file is named")));
            }
            let files = files.0.iter().map(|path| folder.join(path)).collect();
            Ok(NamedDictionary::new(locale.tag(), files, line))
        });
        Ok(Dictionaries::new(named.collect::<Result<_, _>>()?))
    }

    fn layout(&self, rule: &DocsetRule, source_locale: &Locale) -> Result<Layout, ConfigError> {
        let at = |said: &Spanned<String>, key: &str, message: &str| {
            self.at(line_of(self.said, said.span().start), format!("[[docset]] `{key}`: {message}"))
        };
        let locale = |said: &Spanned<String>, key: &str| {
            let tag = said.get_ref();
            Locale::parse(tag).ok_or_else(|| at(said, key, &format!("`{tag}` is no locale")))
        };
        let own = rule.source_locale.as_ref().map(|said| locale(said, "source-locale")).transpose()?;
        let locales = rule.locales.iter().map(|said| locale(said, "locales")).collect::<Result<_, _>>()?;
        let own = own.unwrap_or_else(|| source_locale.clone());
        Layout::new(rule.source.get_ref(), rule.target.get_ref(), own, locales).map_err(|error| match error.half {
            Half::Source => at(&rule.source, "source", &error.message),
            Half::Target => at(&rule.target, "target", &error.message),
        })
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

    fn is_excepted(settings: &Settings, path: &str, locale: &Locale) -> bool {
        settings.exceptions()[0].holds(settings.below(Path::new(path)).as_deref(), locale)
    }

    #[test]
    fn paths_are_relative_to_the_folder_of_the_file() {
        let said = "exclude = [\"drafts/**\", \"*.tmp.md\", \"**/old/**\", \"./top.md\"]\n\
                    [[overrides]]\npaths = [\"legal/**\"]\nignore = [\"links\"]\n";
        let config = Config::parse(said, "docs/bilint.toml").unwrap();
        let settings = Settings::new(&config, &Registry::builtin(), Vec::new(), "docs/bilint.toml", said).unwrap();
        let excludes = |path: &str| settings.excludes(Path::new(path));
        assert!(excludes("docs/drafts/a.md") && excludes("docs/x/../drafts/a.md") && excludes("docs/top.md"));
        assert!(!excludes("docs/de/drafts/a.md") && !excludes("drafts/a.md") && !excludes("docs/de/top.md"));
        assert!(excludes("docs/de/a.tmp.md") && excludes("docs/de/old/a.md") && excludes("docs/old/a.md"));
        assert!(!excludes("other/a.tmp.md") && !excludes("other/old/a.md"), "these lie outside of the folder");
        let de = Locale::parse("de").unwrap();
        assert!(is_excepted(&settings, "docs/legal/a.md", &de));
        assert!(!is_excepted(&settings, "docs/de/legal/a.md", &de));
        assert!(!is_excepted(&settings, "legal/a.md", &de));
    }

    #[test]
    fn names_that_are_ignored_for_nothing_are_known() {
        let needless = |said: &str| {
            let settings = settings(said).unwrap();
            settings.needless().iter().map(|it| it.span.of(said).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(needless("ignore = [\"links\", \"doubled-word\"]"), [""; 0]);
        assert_eq!(needless("ignore = [\"links\", \"broken-link\"]"), ["\"broken-link\""]);
        assert_eq!(needless("ignore = [\"broken-link\", \"links\"]"), ["\"broken-link\""]);
        assert_eq!(needless("ignore = [\"broken-link\", \"broken-link\"]"), ["\"broken-link\""]);
        assert_eq!(needless("select = [\"spacing\"]\nignore = [\"broken-link\"]"), ["\"broken-link\""]);
        assert_eq!(needless("select = [\"links\", \"broken-link\"]\nignore = [\"links\", \"broken-link\"]"), [""; 0]);
        // Who reads is said at each run.
        assert_eq!(needless("ignore = [\"suspicious-number\"]"), [""; 0]);
    }

    #[test]
    fn overrides_hold_for_their_paths_and_locales() {
        let settings =
            settings("[[overrides]]\npaths = [\"old/**\"]\nlocales = [\"tr\"]\nignore = [\"spacing\"]\n").unwrap();
        let (tr, de) = (Locale::parse("tr-TR").unwrap(), Locale::parse("de").unwrap());
        assert!(is_excepted(&settings, "old/a.md", &tr));
        assert!(!is_excepted(&settings, "old/a.md", &de));
        assert!(!is_excepted(&settings, "new/a.md", &tr));
        assert!(settings.exceptions()[0].ignored()[0].checks.contains("doubled-space"));
    }

    #[test]
    fn a_docset_that_makes_no_sense_is_told_with_its_line_and_key() {
        let error = settings("[[docset]]\nsource = \"en/*.md\"\ntarget = \"{locale}/**\"\n").unwrap_err();
        let told = error.to_string();
        assert!(told.starts_with("bilint.toml:3: [[docset]] `target`: the wildcards are `**`, and those"), "{told}");
        let said = "[[docset]]\nsource = \"en/*\"\ntarget = \"{locale}/*\"\nlocales = [\n  \"de\",\n  \"dutch\",\n]\n";
        assert_eq!(
            settings(said).unwrap_err().to_string(),
            "bilint.toml:6: [[docset]] `locales`: `dutch` is no locale"
        );
    }

    #[test]
    fn globs_are_relative_to_the_folder_of_the_file() {
        let said = "source = \"../site\"\n[[docset]]\nsource = \"../en/**/*.md\"\ntarget = \"t/{locale}/**/*.md\"\n\
                    [[docset]]\nsource = \"blog/*.md\"\ntarget = \"t/blog/*.{locale}.md\"\n";
        let config = Config::parse(said, "docs/bilint.toml").unwrap();
        let read = |path: &str| Settings::new(&config, &Registry::builtin(), Vec::new(), path, said).unwrap();
        let settings = read("docs/bilint.toml");
        assert_eq!(settings.source_roots, [Path::new("docs/../site")]);
        assert_eq!(settings.target_roots(), [Path::new("docs/t")]);
        let source = |path: &str| settings.source_of(Path::new(path)).map(|(path, _, _)| path);
        assert_eq!(source("./docs/t/de/a/x.md").as_deref(), Some(Path::new("docs/../en/a/x.md")));
        assert_eq!(source("docs/t/blog/x.de.md").as_deref(), Some(Path::new("docs/blog/x.md")));
        assert_eq!(source("t/de/x.md"), None);
        // A file that was found above the current folder.
        let outer = std::path::absolute("..").unwrap();
        let settings = read(&outer.join("bilint.toml").to_string_lossy());
        assert!(settings.source_of(Path::new("t/de/x.md")).is_none());
        assert!(settings.source_of(Path::new("../t/de/x.md")).is_some());
    }
}
