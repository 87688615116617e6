//! `bilint init`: a configuration for the tree that is there.

use super::arguments::Init;
use super::{Failure, say};
use crate::config::Config;
use crate::config::paths::slashed;
use crate::load::recognise::{Proposal, Slugs, Survey, survey};
use crate::locale::Locale;
use crate::registry::Registry;
use crate::text::slugs::Dialect;
use ignore::WalkBuilder;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// The name of the configuration file.
const FILE: &str = "bilint.toml";

/// Writes the configuration, or what `command` asks for instead.
pub(super) fn run(registry: &Registry, command: &Init) -> Result<ExitCode, Failure> {
    if command.schema {
        return print(&format!("{:#}\n", schema(registry)));
    }
    let folder = &command.folder;
    if !folder.is_dir() {
        return Err(Failure::Message(format!("{}: no such folder", folder.display())));
    }
    let path = folder.strip_prefix(".").unwrap_or(folder).join(FILE);
    if !command.stdout && !command.force && path.exists() {
        return Err(Failure::Message(format!(
            "{}: is there already; `--force` writes over it, `--stdout` prints instead",
            path.display()
        )));
    }
    let paths = files(folder);
    let survey = survey(&paths, &Locale::english());
    let source = if survey.proposals.is_empty() { elsewhere(folder, &paths, &survey) } else { None };
    tell(&survey, source.as_ref());
    let text = compose(&survey, source.as_ref(), dialect(folder, &survey));
    if command.stdout {
        return print(&text);
    }
    // What came there in the meantime is not written over either.
    let mut options = File::options();
    options.write(true).create_new(!command.force).create(true).truncate(true);
    let written = options.open(&path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| Failure::Message(format!("{}: {error}", path.display())))?;
    say(&format!("wrote {}", path.display()));
    Ok(ExitCode::SUCCESS)
}

fn print(text: &str) -> Result<ExitCode, Failure> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The files below `folder`, relative to it, as git sees them; hidden ones, too, for they name site generators.
fn files(folder: &Path) -> Vec<String> {
    let walk = WalkBuilder::new(folder)
        .hidden(false)
        .require_git(false)
        .filter_entry(|entry| entry.file_name() != ".git")
        .build();
    let files = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let shown = |path: &Path| path.strip_prefix(folder).map(slashed).ok();
    let mut paths: Vec<String> = files.filter_map(|entry| shown(entry.path())).collect();
    paths.sort();
    paths
}

/// Source pages that lie outside the tree.
#[derive(Debug)]
struct Elsewhere {
    /// The folder where they would be.
    folder: String,
    /// Whether it is there.
    exists: bool,
    /// The locale of the translations, if the tree is that of one.
    locale: Option<String>,
    /// How that was recognised.
    why: String,
}

/// Where the sources of a tree that has translations only may be.
fn elsewhere(folder: &Path, paths: &[String], survey: &Survey) -> Option<Elsewhere> {
    let absolute = std::path::absolute(folder).ok()?;
    let name = absolute.file_name()?.to_string_lossy();
    // `docs.de-de` is the German of the repository `docs`.
    let split = name.rsplit_once('.').and_then(|(stem, tag)| Some((stem, Locale::parse_strict(tag)?)));
    let (source, locale, why) = if let Some((stem, locale)) = split.filter(|(_, locale)| locale.region().is_some()) {
        (format!("../{stem}"), Some(locale.tag().to_owned()), format!("the folder's name, `{name}`, ends in a locale"))
    } else if paths.iter().any(|path| path.starts_with("files/")) && !survey.alone.is_empty() {
        // MDN: translations in `translated-content`, English in `content`.
        ("../content/files".to_owned(), None, "`files` holds translations and no English".to_owned())
    } else if let Some(page) =
        paths.iter().filter(|path| is_page(path)).take(20).find(|path| names_source(&folder.join(path)))
    {
        ("../english".to_owned(), None, format!("pages name an English file by its hash ({page})"))
    } else if survey.alone.is_empty() {
        return None;
    } else {
        (
            "../english".to_owned(),
            None,
            "folders of locales hold translations, and no English lies beside them".to_owned(),
        )
    };
    let exists = folder.join(&source).is_dir();
    Some(Elsewhere { folder: source, exists, locale, why })
}

fn is_page(path: &str) -> bool {
    crate::formats::by_path(path).is_some_and(|format| format.extensions.contains(&"md"))
}

/// Whether the head of the page at `path` names the version of its source.
fn names_source(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(4096).read_to_end(&mut head));
    read.is_ok() && String::from_utf8_lossy(&head).contains("ms.openlocfilehash")
}

/// How anchors are made of headings, where all generators of the tree do it alike and their configuration does not say
/// otherwise.
fn dialect(folder: &Path, survey: &Survey) -> Option<Dialect> {
    let marks = survey.generators.iter().map(|(_, mark)| mark);
    let own = |(slugs, mark): (&Option<Slugs>, &String)| {
        let Slugs { dialect, setting } = (*slugs)?;
        let says_otherwise = !setting.is_empty() && std::fs::read_to_string(folder.join(mark)).ok()?.contains(setting);
        (!says_otherwise).then_some(dialect)
    };
    let mut dialects = survey.slugs.iter().zip(marks).map(own);
    let first = dialects.next()??;
    dialects.all(|other| other == Some(first)).then_some(first)
}

/// Says what was recognised.
fn tell(survey: &Survey, source: Option<&Elsewhere>) {
    for (name, mark) in &survey.generators {
        say(&format!("{name} ({mark})"));
    }
    for proposal in &survey.proposals {
        say(&format!("{} is translated in {}: {}", proposal.source, proposal.target, counted(proposal)));
    }
    if !survey.alone.is_empty() {
        let counts: Vec<_> = survey.alone.iter().map(|(tag, count)| format!("{tag} {count}")).collect();
        say(&format!("pages in folders of locales, without a source: {}", counts.join(", ")));
    }
    let rest = match source {
        Some(source) if source.exists => format!("the English is in {}: {}", source.folder, source.why),
        Some(source) => format!("the English is elsewhere: {}; name its folder as `source`", source.why),
        None if survey.proposals.is_empty() => "no layout was recognised; name it in [[docset]]".to_owned(),
        None => return,
    };
    say(&rest);
}

/// Pages by locale, in words.
fn counted(proposal: &Proposal) -> String {
    let count = |(tag, [paired, single]): (&String, &[usize; 2])| match single {
        0 => format!("{tag} {paired}"),
        _ => format!("{tag} {} ({single} without a source)", paired + single),
    };
    proposal.pages.iter().map(count).collect::<Vec<_>>().join(", ")
}

/// The text of the file. What could be said, too, stands behind `#` without a blank.
fn compose(survey: &Survey, source: Option<&Elsewhere>, slugs: Option<Dialect>) -> String {
    let mut text = String::from(
        "# bilint reads this file in this folder and in those below it. Paths are relative to it.\n\
         # A line that begins with `#` and no blank is a setting that is not made.\n\n",
    );
    let locale = source.and_then(|source| source.locale.as_deref());
    let mut put = |comment: &str, said: bool, setting: &str| {
        let _ = writeln!(text, "# {comment}\n{}{setting}\n", if said { "" } else { "#" });
    };
    let folder = source.map_or("../english", |source| &source.folder);
    put(
        "Folders of the English pages, which have the same paths there as the translations here.",
        source.is_some_and(|source| source.exists),
        &format!("source = [{}]", quoted(folder)),
    );
    put(
        "The locale of translations that do not name theirs.",
        locale.is_some(),
        &format!("target-locale = {}", quoted(locale.unwrap_or("de-DE"))),
    );
    put(
        "How anchors are made of headings: as on GitHub, or by docusaurus, hugo, mkdocs, pymdownx, docfx.",
        slugs.is_some(),
        &format!("slugs = {}", quoted(slugs.unwrap_or(Dialect::GitHub).name())),
    );
    put("Names that are not translated, in their right case.", false, "do-not-translate = [\"Lumen Desk\"]");
    put(
        "Terms: TBX, JSON, or CSV or TSV with columns such as source, target, forbidden, case, locale.",
        false,
        "glossary = [\"terms.csv\"]",
    );
    put("Files that are not read.", false, "exclude = [\"drafts/**\"]");
    put("Findings that were accepted; `bilint baseline` writes them.", false, "baseline = \"bilint-baseline.jsonl\"");
    put("Checks and categories that do not run; `bilint checks` lists them.", false, "ignore = [\"doubled-space\"]");
    text.push_str(
        "# Where translations and their sources lie. `{locale}` stands for the locale of a translation; what a wildcard\n\
         # of `target` matches is put in for that of `source`.\n",
    );
    if survey.proposals.is_empty() {
        text.push_str("#[[docset]]\n#source = \"docs/en/**/*.md\"\n#target = \"docs/{locale}/**/*.md\"\n\n");
    }
    for proposal in &survey.proposals {
        let (source, target) = (quoted(&proposal.source), quoted(&proposal.target));
        let _ = writeln!(text, "[[docset]]\nsource = {source}\ntarget = {target}\n");
    }
    text.push_str(
        "# Options of a check; `bilint explain ID` names them.\n\
         #[checks.missing-number]\n#severity = \"error\"\n\n\
         # Other choices for some paths or locales.\n\
         #[[overrides]]\n#paths = [\"legal/**\"]\n#locales = [\"tr\"]\n#ignore = [\"links\"]\n",
    );
    text
}

/// `text` as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The JSON schema of the configuration, with the checks of `registry`.
fn schema(registry: &Registry) -> serde_json::Value {
    let mut schema = schemars::schema_for!(Config).to_value();
    let options = schema["properties"]["checks"]["additionalProperties"].take();
    for check in registry.iter() {
        let known = &mut schema["properties"]["checks"]["properties"][check.id];
        known.clone_from(&options);
        known["description"] = check.summary().into();
    }
    schema["properties"]["checks"]["additionalProperties"] = false.into();
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;

    fn understood(text: &str) -> Settings {
        let config = Config::parse(text, FILE).unwrap();
        Settings::new(&config, &Registry::builtin(), Vec::new(), FILE, text).unwrap()
    }

    #[test]
    fn what_is_written_is_understood_with_all_its_settings() {
        let paths = ["docs/en/x.md", "docs/de/x.md", "i18n/x \"y\".md", "i18n/x \"y\".nl.md"].map(str::to_owned);
        let made = survey(&paths, &Locale::english());
        let source =
            Elsewhere { folder: "../site".into(), exists: true, locale: Some("de-DE".into()), why: String::new() };
        for (survey, source) in [(&made, None), (&Survey::default(), None), (&Survey::default(), Some(&source))] {
            let text = compose(survey, source, Some(Dialect::Docfx));
            assert_eq!(understood(&text).layouts.len(), survey.proposals.len());
            assert_eq!(understood(&text).slugs, Some(Dialect::Docfx));
            let active = |line: &str| match line.strip_prefix('#') {
                Some(setting) if !setting.starts_with(' ') => setting.to_owned(),
                _ => line.to_owned(),
            };
            let all: Vec<String> = text.lines().map(active).collect();
            let settings = understood(&all.join("\n"));
            assert!(!settings.layouts.is_empty() && !settings.exceptions().is_empty(), "{text}");
        }
    }

    #[test]
    fn the_dialect_of_anchors_is_that_of_the_generator_unless_it_is_told_otherwise() {
        let folder = tempfile::TempDir::new().unwrap();
        let known = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
            dialect(folder.path(), &survey(&files(folder.path()), &Locale::english()))
        };
        assert_eq!(known("mkdocs.yml", "site_name: x\n"), Some(Dialect::MkDocs));
        assert_eq!(known("mkdocs.yml", "markdown_extensions:\n- toc:\n    slugify: x\n"), None);
        assert_eq!(known("mkdocs.yml", ""), Some(Dialect::MkDocs));
        assert_eq!(known("docfx.json", "{}"), None);
    }

    #[test]
    fn a_file_that_is_there_is_written_over_only_by_force() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join(FILE);
        let run = |force| {
            let command = Init { folder: folder.path().to_owned(), force, stdout: false, schema: false };
            run(&Registry::builtin(), &command).is_ok()
        };
        assert!(run(false));
        std::fs::write(&path, "ignore = []\n").unwrap();
        assert!(!run(false) && std::fs::read_to_string(&path).unwrap() == "ignore = []\n");
        assert!(run(true) && std::fs::read_to_string(&path).unwrap().starts_with("# bilint reads"));
    }

    #[test]
    fn the_schema_knows_every_key() {
        let schema = schema(&Registry::builtin());
        let keys = |value: &serde_json::Value| {
            let mut keys: Vec<String> = value["properties"].as_object().unwrap().keys().cloned().collect();
            keys.sort();
            keys
        };
        // What the reader of the file says it knows, when it is asked for something that is like none of it.
        let known = |said: &str| {
            let message = Config::parse(said, FILE).unwrap_err().message;
            let (_, listed) = message.split_once("known are ").unwrap();
            let mut keys: Vec<String> = listed.split(", ").map(str::to_owned).collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(&schema), known("qqqq = 1"));
        let definitions = &schema["$defs"];
        assert_eq!(keys(&definitions["DocsetRule"]), known("[[docset]]\nqqqq = 1"));
        assert_eq!(keys(&definitions["MarkKeys"]), known("[marks]\nqqqq = 1"));
        assert_eq!(keys(&definitions["Override"]), known("[[overrides]]\nqqqq = 1"));
        assert!(schema["properties"]["checks"]["properties"]["missing-number"]["description"].is_string());
    }
}
