//! What `bilint.toml` says.

use crate::check::Audience;
use crate::finding::Severity;
use crate::text::similarity::explain_unknown_key;
use crate::text::slugs::Dialect;
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;
use toml::Spanned;

/// What a configuration file says, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Files and folders that are linted when none are named, relative to the file.
    #[serde(deserialize_with = "one_or_many")]
    #[cfg_attr(feature = "cli", schemars(with = "OneOrMany"))]
    pub paths: Vec<String>,
    /// Folders of source pages, relative to the file: a translation has the same path there as behind its locale.
    #[serde(deserialize_with = "one_or_many")]
    #[cfg_attr(feature = "cli", schemars(with = "OneOrMany"))]
    pub source: Vec<String>,
    /// Where translations and their sources lie, as pairs of globs.
    pub docset: Vec<DocsetRule>,
    /// Keys of the front matter that name a version of the source, beside those that are known.
    pub marks: MarkKeys,
    /// Globs of files that are not read, relative to the file; a name without `/` holds in every folder.
    #[serde(deserialize_with = "one_or_many")]
    #[cfg_attr(feature = "cli", schemars(with = "OneOrMany"))]
    pub exclude: Vec<String>,
    /// The locale of the source; English unless said.
    pub source_locale: Option<String>,
    /// The locale of translations that do not name theirs.
    pub target_locale: Option<String>,
    /// How anchors are made of headings: `github`, `docusaurus`, `hugo`, `mkdocs`, `pymdownx` or `docfx`. Unless
    /// said, an anchor is there when any of them would make it.
    pub slugs: Option<Dialect>,
    /// Checks and categories to run; all unless said.
    pub select: Vec<String>,
    /// Checks and categories not to run.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<String>"))]
    pub ignore: Vec<Spanned<String>>,
    /// Who reads the report.
    pub audience: Option<Audience>,
    /// The lowest severity that is shown.
    pub severity: Option<Severity>,
    /// The lowest severity that fails the run.
    pub fail_on: Option<Severity>,
    /// Names that are not translated, in their right case.
    #[serde(deserialize_with = "one_or_many")]
    #[cfg_attr(feature = "cli", schemars(with = "OneOrMany"))]
    pub do_not_translate: Vec<String>,
    /// Glossary files (TBX, JSON, CSV or TSV), relative to the file.
    #[serde(deserialize_with = "one_or_many")]
    #[cfg_attr(feature = "cli", schemars(with = "OneOrMany"))]
    pub glossary: Vec<String>,
    /// Dictionaries by locale or language: Hunspell's (`.dic`, its `.aff` beside it; feature `spelling`), and lists of
    /// words, one a line; relative to the file.
    #[cfg_attr(feature = "cli", schemars(with = "BTreeMap<String, OneOrMany>"))]
    pub dictionaries: BTreeMap<Spanned<String>, Files>,
    /// Files of evidence, which `bilint learn` writes, and folders of such files; relative to the file.
    #[serde(deserialize_with = "one_or_many")]
    #[cfg_attr(feature = "cli", schemars(with = "OneOrMany"))]
    pub evidence: Vec<String>,
    /// Whether the translations that are linted teach as well, where no file of evidence knows their language; `true`
    /// unless said.
    pub learn: Option<bool>,
    /// The file of findings that were accepted, which `bilint baseline` writes; relative to the file.
    pub baseline: Option<String>,
    /// Whether a directive or an entry of the baseline must say why.
    pub require_reasons: bool,
    /// Bytes that a text may be long to be checked; 32768 unless said.
    pub longest_text: Option<usize>,
    /// Options of checks.
    #[cfg_attr(feature = "cli", schemars(with = "BTreeMap<String, CheckOptions>"))]
    pub checks: BTreeMap<Spanned<String>, Spanned<toml::Table>>,
    /// Other choices for some paths or locales.
    pub overrides: Vec<Override>,
}

/// Where the pages of a docset lie, and where their sources do.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DocsetRule {
    /// Glob of the sources, relative to the file.
    #[cfg_attr(feature = "cli", schemars(with = "String"))]
    pub source: Spanned<String>,
    /// Glob of the translations, relative to the file. `{locale}` stands for their locale; the wildcards are those of
    /// `source`, in the same order, and stand for the same text.
    #[cfg_attr(feature = "cli", schemars(with = "String"))]
    pub target: Spanned<String>,
    /// The locale of the sources, unless it is that of the whole file.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "Option<String>"))]
    pub source_locale: Option<Spanned<String>>,
    /// The locales that `{locale}` may stand for; all but the source's unless said. Without `{locale}`, the one locale
    /// of the translations.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "Vec<String>"))]
    pub locales: Vec<Spanned<String>>,
}

/// Keys of the front matter that name a version of the source. Nested keys are dotted.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MarkKeys {
    /// Keys that hold the SHA-1 or SHA-256 of the source file.
    pub hash: Vec<String>,
    /// Keys that hold a commit of the source's repository.
    pub commit: Vec<String>,
}

/// Other choices for some paths or locales.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// Globs of paths, relative to the file; a name without `/` holds in every folder. All unless said.
    pub paths: Vec<String>,
    /// Locales, such as `tr-TR`, or languages, such as `tr`; all unless said.
    pub locales: Vec<String>,
    /// Checks and categories not to run there.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<String>"))]
    pub ignore: Vec<Spanned<String>>,
}

/// A file, or several.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Files(#[serde(deserialize_with = "one_or_many")] pub Vec<String>);

/// A text, or several: how [`one_or_many`] is told to editors.
#[cfg(feature = "cli")]
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// What every check understands, as it is told to editors; each has options of its own beside.
#[cfg(feature = "cli")]
#[derive(schemars::JsonSchema)]
#[allow(dead_code)]
struct CheckOptions {
    /// How bad its findings are.
    severity: Option<Severity>,
}

/// A text, or a list of texts.
fn one_or_many<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct Texts;
    impl<'d> Visitor<'d> for Texts {
        type Value = Vec<String>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a text or a list of texts")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(vec![text.to_owned()])
        }

        fn visit_seq<A: SeqAccess<'d>>(self, list: A) -> Result<Self::Value, A::Error> {
            Vec::deserialize(de::value::SeqAccessDeserializer::new(list))
        }
    }
    deserializer.deserialize_any(Texts)
}

/// A configuration that could not be used. Says file, line and key.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}{message}", place(path, *line))]
pub struct ConfigError {
    /// The file.
    pub path: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong, in words.
    pub message: String,
}

/// `path:line: `, as far as it is known.
fn place(path: &str, line: Option<usize>) -> String {
    match line {
        _ if path.is_empty() => String::new(),
        Some(line) => format!("{path}:{line}: "),
        None => format!("{path}: "),
    }
}

impl Config {
    /// Reads the text of the configuration file that is shown as `path`.
    ///
    /// # Errors
    /// When it is not TOML, a key is unknown, or a value is of the wrong type.
    pub fn parse(text: &str, path: &str) -> Result<Self, ConfigError> {
        toml::from_str(text).map_err(|error| {
            let (message, _) = explain_unknown_key(error.message());
            let at = error.span().map(|span| span.start);
            let key = at.filter(|_| message.starts_with("invalid ")).and_then(|at| key_before(text, at));
            let message = key.map_or(message.clone(), |key| format!("`{key}`: {message}"));
            ConfigError { path: path.to_owned(), line: at.map(|at| line_of(text, at)), message }
        })
    }
}

/// The key whose value holds byte `at`.
fn key_before(text: &str, at: usize) -> Option<&str> {
    let before = text[..at.min(text.len())].lines().rev().filter_map(|line| line.split_once('='));
    let mut keys = before.map(|(key, _)| key.trim());
    keys.find(|key| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
}

/// The line, from 1, of byte `at`.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at.min(text.len())].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_near_miss() {
        let error = Config::parse("select = []\nignor = []\n", "bilint.toml").unwrap_err();
        assert_eq!(error.to_string(), "bilint.toml:2: unknown key `ignor`; did you mean `ignore`?");
        let error =
            Config::parse("[[docset]]\nsource = \"en/*\"\ntagret = \"{locale}/*\"\n", "bilint.toml").unwrap_err();
        assert_eq!(error.to_string(), "bilint.toml:3: unknown key `tagret`; did you mean `target`?");
        let error = Config::parse("fail-on = \"warn\"\n", "bilint.toml").unwrap_err();
        assert_eq!(error.to_string(), "bilint.toml:1: unknown value `warn`; did you mean `warning`?");
    }

    #[test]
    fn source_is_a_folder_or_several() {
        let source = |said: &str| Config::parse(said, "bilint.toml").map(|config| config.source);
        assert_eq!(source("source = \"en\"").unwrap(), ["en"]);
        assert_eq!(source("source = [\"en\", \"../site\"]").unwrap(), ["en", "../site"]);
        let error = source("\nsource = 3").unwrap_err();
        assert_eq!(
            error.to_string(),
            "bilint.toml:2: `source`: invalid type: integer `3`, expected a text or a list of texts"
        );
        let error =
            Config::parse("glossary = \"t.csv\"\nselect = [\n  \"links\",\n  3,\n]\n", "bilint.toml").unwrap_err();
        assert_eq!(error.to_string(), "bilint.toml:4: `select`: invalid type: integer `3`, expected a string");
        assert_eq!(Config::parse("do-not-translate = \"Azure\"", "bilint.toml").unwrap().do_not_translate, ["Azure"]);
    }
}
