//! The fenced examples in a check's docs, as data: shown by `explain`, run by tests.
//!
//! Two forms. A fence `fails` or `passes` holds pairs of lines, `en | source` and `de | target`; carets under a line
//! mark exactly what is reported on it. A fence `fails page` or `passes page` holds whole files, each after a line
//! `-- path`; what a file held before a change stands after a line `-- path before`, and then only what changed is
//! looked at. Carets under a line again mark what is reported. Lines `option | min-length = 3` set options of the check,
//! lines `config | do-not-translate = ["Azure"]` anything else that a configuration file may say. A file `bilint.toml` is
//! the configuration itself, which may name files of the example as dictionaries, and `bilint-baseline.jsonl` the
//! baseline. A line `learned 30 | source # | target #` is what translations taught: thirty segments, each in a document
//! of its own, with its number in place of `#`. What the configuration selects runs beside the check; only the findings
//! of the check count.

use crate::check::CheckDef;
use crate::config::paths::slashed;
use crate::config::{Config, Settings};
use crate::engine::Linter;
use crate::evidence::{Draft, Evidence, Learner};
use crate::finding::Trust;
use crate::fix;
use crate::load::{Loaded, dictionaries};
use crate::locale::Locale;
use crate::model::{ChangedFiles, Docset, Origin, Place, Refused, Role, Side, SourceFile, Sources};
use crate::registry::Registry;
use crate::span::LineIndex;
use crate::suppress::baseline::{self, Baseline};
use std::fmt::Write as _;
use std::path::Path;

/// One fenced example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// Whether the check reports it.
    pub fails: bool,
    /// The example's configuration, as TOML.
    pub configuration: String,
    /// Its files, by path; pairs become a file of JSON lines.
    pub files: Vec<(String, String)>,
    /// What some of them held before a change, by path.
    pub before: Vec<(String, String)>,
    /// Pairs of source and target, when it is of that form.
    pub pairs: Vec<(String, String)>,
    /// The language of the targets, when it is of that form.
    pub language: String,
    /// What translations taught: how many segments, source, target; `#` stands for the number of the segment.
    pub learned: Vec<(usize, String, String)>,
    /// What is reported.
    pub marks: Vec<Mark>,
}

/// A place that an example says is reported.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The file, or for pairs the number of the line, from 1: odd for sources, even for targets.
    pub place: String,
    /// The line, from 1; always 1 for pairs.
    pub line: usize,
    /// First column, from 0, in characters.
    pub start: usize,
    /// One past the last column; equal to `start` for a place between two characters.
    pub end: usize,
}

/// All examples in the docs of `check`, in order.
pub fn parse(check: &CheckDef) -> Vec<Example> {
    let docs = check.markdown();
    let mut lines = docs.lines();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```").map(str::trim) else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let mut example = match info {
            "fails" | "passes" => pairs(&body),
            "fails page" | "passes page" => pages(&body),
            _ => continue,
        };
        example.fails = info.starts_with("fails");
        example.configuration = configuration(check, &body);
        example.learned = body.iter().filter_map(|line| learned(line)).collect();
        found.push(example);
    }
    found
}

/// What the lines `option | …` and `config | …` of an example say, as one configuration.
fn configuration(check: &CheckDef, body: &[&str]) -> String {
    let said = |prefix: &'static str| body.iter().filter_map(move |line| line.strip_prefix(prefix));
    let mut lines: Vec<&str> = said("config | ").collect();
    let section = format!("[checks.\"{}\"]", check.id);
    let mut options = said("option | ").peekable();
    if options.peek().is_some() {
        lines.push(&section);
        lines.extend(options);
    }
    lines.join("\n")
}

/// Whether `line` of an example sets something.
fn is_setting(line: &str) -> bool {
    line.starts_with("option | ") || line.starts_with("config | ") || learned(line).is_some()
}

/// What `line` says that translations taught.
fn learned(line: &str) -> Option<(usize, String, String)> {
    let mut parts = line.strip_prefix("learned ")?.split(" | ");
    let count = parts.next()?.parse().ok()?;
    Some((count, parts.next()?.to_owned(), parts.next()?.to_owned()))
}

/// What the translations of `example` taught.
fn evidence(example: &Example) -> Option<Evidence> {
    let locale = Locale::parse(&example.language).or_else(|| {
        let mut locales = example.files.iter().flat_map(|(path, _)| Locale::in_path(path));
        locales.find(|locale| locale.language().code != "en")
    })?;
    let numbered = |text: &str, number: usize| text.replace('#', &number.to_string());
    let texts = example.learned.iter().flat_map(|(count, source, target)| {
        (1..=*count).map(move |number| (numbered(source, number), numbered(target, number)))
    });
    let texts: Vec<_> = texts.collect();
    let mut learner = Learner::new(Locale::english(), locale);
    for (source, target) in &texts {
        let mut draft = Draft::default();
        draft.add(source, target);
        learner.add(draft);
    }
    (!texts.is_empty()).then(|| learner.learn())
}

/// The columns of the carets in a line of carets; `None` for any other line. `|` marks a place between characters:
/// the one before the character above it.
fn carets(line: &str) -> Option<Vec<(usize, usize)>> {
    if !line.contains(['^', '|']) || line.trim_start().is_empty() || !line.chars().all(|c| matches!(c, ' ' | '^' | '|'))
    {
        return None;
    }
    let marks: Vec<char> = line.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < marks.len() {
        let length = marks[at..].iter().take_while(|c| **c == '^').count();
        match marks[at] {
            '^' => found.push((at, at + length)),
            '|' => found.push((at, at)),
            _ => {}
        }
        at += length.max(1);
    }
    Some(found)
}

fn pairs(body: &[&str]) -> Example {
    let mut example = Example::default();
    let mut sides: Vec<String> = Vec::new();
    // The columns before the text: the language and ` | `.
    let mut prefix = 0;
    for line in body.iter().filter(|line| !is_setting(line)) {
        if let Some(columns) = carets(line) {
            example.marks.extend(columns.into_iter().map(|(start, end)| Mark {
                place: sides.len().to_string(),
                line: 1,
                start: start.saturating_sub(prefix),
                end: end.saturating_sub(prefix),
            }));
        } else if let Some((language, text)) = line.split_once(" |") {
            prefix = language.len() + " | ".len();
            text.strip_prefix(' ').unwrap_or(text).clone_into({
                sides.push(String::new());
                let last = sides.len() - 1;
                &mut sides[last]
            });
            if sides.len().is_multiple_of(2) {
                language.clone_into(&mut example.language);
            }
        }
    }
    example.pairs = sides.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    let mut text = String::new();
    for (source, target) in &example.pairs {
        let line = serde_json::json!({"source": source, "target": target, "target_locale": example.language});
        let _ = writeln!(text, "{line}");
    }
    example.files = vec![("example.jsonl".to_owned(), text)];
    example
}

fn pages(body: &[&str]) -> Example {
    let mut example = Example::default();
    let mut is_earlier = false;
    for line in body.iter().filter(|line| !is_setting(line)) {
        if let Some(path) = line.strip_prefix("-- ") {
            let earlier = path.strip_suffix(" before");
            is_earlier = earlier.is_some();
            let files = if is_earlier { &mut example.before } else { &mut example.files };
            files.push((earlier.unwrap_or(path).to_owned(), String::new()));
            continue;
        }
        let files = if is_earlier { &mut example.before } else { &mut example.files };
        let Some((path, text)) = files.last_mut() else { continue };
        if let Some(columns) = carets(line) {
            let number = text.lines().count();
            let mark = |(start, end)| Mark { place: path.clone(), line: number, start, end };
            example.marks.extend(columns.into_iter().map(mark));
        } else {
            text.push_str(line);
            text.push('\n');
        }
    }
    example
}

/// The name of the file that is the configuration of an example.
const SETTINGS: &str = "bilint.toml";

/// A linter that runs `check`, and what `example` selects beside it, configured as `example` says.
fn linter(check: &'static CheckDef, example: &Example) -> Result<Linter, String> {
    let mut registry = Registry::builtin();
    if registry.get(check.id).is_none() {
        registry.add(check).map_err(|error| error.to_string())?;
    }
    let file = |name: &str| example.files.iter().find(|(path, _)| path == name).map(|(_, text)| text);
    let said = file(SETTINGS).unwrap_or(&example.configuration);
    let mut config = Config::parse(said, SETTINGS).map_err(|error| error.to_string())?;
    config.select.push(check.id.to_owned());
    let settings = Settings::new(&config, &registry, Vec::new(), SETTINGS, said);
    let mut settings = settings.map_err(|error| error.to_string())?;
    settings.whole = true;
    for named in settings.dictionaries.iter() {
        let missing = |path: &Path| Refused { path: path.display().to_string(), reason: "no such file".into() };
        let bytes =
            |path: &Path| file(&slashed(path)).map(|text| text.clone().into_bytes()).ok_or_else(|| missing(path));
        named.open(|named| dictionaries::dictionary(&named.files, bytes));
    }
    if let Some(error) = dictionaries::misread(&settings).first() {
        return Err(error.to_string());
    }
    settings.learned = settings.learned.with(evidence(example));
    let linter = Linter::new(&registry, &settings).map_err(|error| error.to_string())?;
    let linter = if example.before.is_empty() { linter } else { since(linter, example) };
    let Some(text) = file(baseline::FILE) else { return Ok(linter) };
    let baseline = Baseline::parse(text, baseline::FILE).map_err(|error| error.to_string())?;
    Ok(linter.accepting(baseline))
}

/// Lets `linter` look only at what `example` changed.
fn since(linter: Linter, example: &Example) -> Linter {
    let (mut files, mut earlier) = (ChangedFiles::default(), Sources::new());
    for (path, text) in &example.files {
        let before = example.before.iter().find(|(it, _)| it == path);
        if before.is_some() {
            files.moved(path.clone(), path.clone());
        }
        earlier.push(file(path, before.map_or(text, |(_, text)| text), false));
    }
    linter.since(files, &Loaded::from(earlier))
}

fn sources(example: &Example) -> Sources {
    let mut sources = Sources::new();
    for (path, text) in &example.files {
        sources.push(file(path, text, example.pairs.is_empty()));
    }
    sources
}

/// A file of an example. In whole files a replacement character stands for a byte that is no UTF-8.
fn file(path: &str, text: &str, whole: bool) -> SourceFile {
    if [SETTINGS, baseline::FILE].contains(&path) {
        return SourceFile { role: Role::Settings, ..SourceFile::new(path, text, Origin::Plain) };
    }
    let lost = whole && text.contains('\u{fffd}');
    let decoded = lost.then(|| {
        let pieces: Vec<&[u8]> = text.split('\u{fffd}').map(str::as_bytes).collect();
        Sources::decode(pieces.join(&0xff), path.to_owned()).ok()
    });
    let plain = || SourceFile::new(path, text, Origin::Plain);
    decoded.flatten().unwrap_or_else(plain)
}

/// What `check` reports on `example`.
///
/// # Errors
/// When the example's configuration is not understood.
pub fn run(check: &'static CheckDef, example: &Example) -> Result<Vec<Mark>, String> {
    let linter = linter(check, example)?;
    let loaded = Loaded::from(sources(example));
    let (sources, docset) = (&loaded.sources, linter.docset(&loaded));
    let report = linter.run(sources, &docset);
    let own = report.findings.iter().filter(|finding| finding.check == check.id);
    let mut marks: Vec<Mark> = own.map(|finding| mark(example, sources, &docset, finding.place)).collect();
    marks.sort();
    Ok(marks)
}

/// How an example would mark `place`.
fn mark(example: &Example, sources: &Sources, docset: &Docset<'_>, place: Place) -> Mark {
    if let (Place::Segment { segment, side, span, .. }, false) = (place, example.pairs.is_empty()) {
        let (source, target) = &example.pairs[segment as usize];
        let text = if side == Side::Source { source } else { target };
        let column = |at: u32| text[..at as usize].chars().count();
        let number = segment as usize * 2 + 1 + usize::from(side == Side::Target);
        return Mark { place: number.to_string(), line: 1, start: column(span.start), end: column(span.end) };
    }
    let (file, span) = docset.locate(place);
    let file = sources.file(file);
    let start = LineIndex::new(&file.text).line_column(&file.text, span.range().start);
    let width = file.text[span.range()].chars().take_while(|c| *c != '\n').count();
    let from = start.column as usize - 1;
    Mark { place: file.path.clone(), line: start.line as usize, start: from, end: from + width }
}

/// Runs the examples of `check`.
///
/// # Panics
/// When there is no failing example, none that passes, or one does not do what it says. The message shows what was
/// reported.
#[track_caller]
pub fn verify(check: &'static CheckDef) {
    let examples = parse(check);
    let place = format!("`{}` ({}:{})", check.id, check.file, check.line);
    assert!(examples.iter().any(|example| example.fails), "{place} shows no failing example");
    assert!(examples.iter().any(|example| !example.fails), "{place} shows no passing example");
    for example in &examples {
        let found = run(check, example).unwrap_or_else(|error| panic!("{place}: {error}"));
        let mut expected = example.marks.clone();
        expected.sort();
        assert_eq!(
            example.fails,
            !expected.is_empty(),
            "{place}: a failing example marks its place, a passing one none"
        );
        assert_eq!(
            found, expected,
            "{place}: what is reported (left) is not what the carets mark (right) in {:?}",
            example.files
        );
    }
}

/// What fixing an example left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The files after fixing, by path.
    pub files: Vec<(String, String)>,
    /// Findings that remain.
    pub remaining: usize,
    /// Whether fixing the fixed files again changes nothing.
    pub settled: bool,
}

/// Applies the fixes of `check` to `example`, safe and unsafe; `None` when it offers none there.
///
/// # Errors
/// When the example's configuration is not understood.
pub fn fix(check: &'static CheckDef, example: &Example) -> Result<Option<Fixed>, String> {
    let linter = linter(check, example)?;
    let fixed = fix::fix(&linter, &sources(example).into(), Trust::Unsafe);
    if fixed.is_empty() {
        return Ok(None);
    }
    let mut after = Sources::new();
    for (path, text) in &example.files {
        let changed = fixed.iter().find(|file| file.path == *path);
        after.push(file(path, changed.map_or(text, |file| &file.after), false));
    }
    let after = Loaded::from(after);
    let remaining = linter.run(&after.sources, &linter.docset(&after)).findings.len();
    let settled = fix::fix(&linter, &after, Trust::Unsafe).is_empty();
    let files = after.sources.files().map(|(_, file)| (file.path.clone(), file.text.clone())).collect();
    Ok(Some(Fixed { files, remaining, settled }))
}
