//! The baseline: findings that were accepted earlier, in a file that people read and git merges.
//!
//! The file is JSON lines: a line that says what it is, then an entry a line, in order. An entry accepts as many
//! findings as it counts. It knows them by fingerprint and path; what is left over on both sides is known by fingerprint
//! alone, so that a page may be moved and a paragraph may go to another page.

use super::fingerprint::{Fingerprint, excerpt, fingerprint};
use super::{Decision, Run, Settled, Verdict};
use crate::checks::format::stale_baseline_entry::STALE_BASELINE_ENTRY;
use crate::config::{ConfigError, paths};
use crate::finding::Finding;
use crate::model::{Role, Side};
use crate::span::FileSpan;
use crate::text::dates::Day;
use crate::text::similarity::explain_unknown_key;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// The version of the form.
pub const VERSION: u32 = 1;

/// The name that the file has unless another is said.
pub const FILE: &str = "bilint-baseline.jsonl";

/// Findings that were accepted earlier.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    path: String,
    folder: PathBuf,
    entries: Vec<Entry>,
    absent: HashSet<String>,
}

/// Findings of one text on one page that were accepted at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What is shared by all that it accepts.
    pub key: Key,
    /// How many findings it accepts.
    pub count: usize,
    /// The locale of the page, for people.
    pub locale: String,
    /// The text around the place, for people.
    pub text: String,
    /// Where it stands in the file; empty when it was not read.
    pub span: FileSpan,
}

/// What tells two entries apart; entries are ordered by it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The page of the translation, relative to the folder of the baseline, with `/`.
    pub path: String,
    /// The id of the check.
    pub check: String,
    /// What the findings are recognised by.
    pub fingerprint: Fingerprint,
    /// Why they are accepted; may be empty.
    pub reason: String,
    /// The day from which on they are not.
    pub expires: Option<Day>,
}

/// What is said of the findings that are newly accepted.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Why they are accepted; may be empty.
    pub reason: String,
    /// The day from which on they are not. Entries that have expired by the day of the run are renewed with it.
    pub expires: Option<Day>,
}

/// What a new baseline accepts beside the old one, in findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Those that the old one did not accept.
    pub added: usize,
    /// Those that both accept.
    pub kept: usize,
    /// Those that the old one accepts alone.
    pub removed: usize,
    /// Those among the kept whose entry has expired, so that they are reported all the same.
    pub expired: usize,
}

/// The first line of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    #[serde(rename = "bilint-baseline")]
    version: u32,
}

/// An entry as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    path: String,
    check: String,
    fingerprint: String,
    #[serde(default = "one")]
    count: usize,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expires: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    locale: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

/// Findings that one entry accepts at most: as many as a file has bytes, so that sums of them stay numbers.
const MOST: usize = u32::MAX as usize;

fn one() -> usize {
    1
}

impl Line {
    /// Reads the line `text`.
    fn parse(text: &str, span: FileSpan) -> Result<Entry, String> {
        let line: Self = serde_json::from_str(text).map_err(|error| explain(&error))?;
        if line.count == 0 {
            return Err("`count` is at least 1".to_owned());
        }
        if line.count > MOST {
            return Err(format!("`count` is at most {MOST}"));
        }
        let fingerprint = line.fingerprint.parse().map_err(|error| format!("`fingerprint`: {error}"))?;
        let expires = line.expires.map(|day| day.parse().map_err(|error| format!("`expires`: {error}")));
        let key =
            Key { path: line.path, check: line.check, fingerprint, reason: line.reason, expires: expires.transpose()? };
        Ok(Entry { key, count: line.count, locale: line.locale, text: line.text, span })
    }

    fn of(entry: &Entry) -> Self {
        let Key { path, check, fingerprint, reason, expires } = entry.key.clone();
        Self {
            path,
            check,
            fingerprint: fingerprint.to_string(),
            count: entry.count,
            reason,
            expires: expires.map(|day| day.to_string()),
            locale: entry.locale.clone(),
            text: entry.text.clone(),
        }
    }
}

/// What is wrong with a line, without the place in it.
fn explain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let (message, _) = message.rsplit_once(" at line ").unwrap_or((&message, ""));
    explain_unknown_key(message).0
}

impl Baseline {
    /// A baseline without entries, to be written to the file that is shown as `path`.
    pub fn new(path: &str) -> Self {
        let folder = Path::new(path).parent().map(Path::to_owned).unwrap_or_default();
        Self { path: path.to_owned(), folder, ..Self::default() }
    }

    /// Reads the text of the file that is shown as `path`. The order of the entries does not matter.
    ///
    /// # Errors
    /// When it is no baseline, or a line cannot be read; the error names file, line and the near miss of an unknown key.
    pub fn parse(text: &str, path: &str) -> Result<Self, ConfigError> {
        let mut baseline = Self::new(path);
        let (mut at, mut is_first) = (0, true);
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let start = at;
            at += line.len();
            let line = line.trim_end();
            let error = |message: String| ConfigError { path: path.to_owned(), line: Some(number + 1), message };
            if line.is_empty() {
                continue;
            }
            if ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark)) {
                return Err(error("the conflict of a merge is not resolved: keep the lines of both sides".to_owned()));
            }
            if std::mem::take(&mut is_first) {
                version(line).map_err(error)?;
                continue;
            }
            let span = FileSpan::new(start, start + line.len());
            baseline.entries.push(Line::parse(line, span).map_err(error)?);
        }
        if is_first {
            return Err(ConfigError { path: path.to_owned(), line: None, message: NO_BASELINE.to_owned() });
        }
        Ok(baseline)
    }

    /// Its text, which depends on nothing but the entries.
    ///
    /// # Panics
    /// Never: strings and numbers are always JSON.
    pub fn to_text(&self) -> String {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_by(|one, other| one.key.cmp(&other.key));
        let mut text = serde_json::to_string(&Header { version: VERSION }).expect("a number is JSON") + "\n";
        for entry in entries {
            text += &serde_json::to_string(&Line::of(entry)).expect("strings are JSON");
            text.push('\n');
        }
        text
    }

    /// How its file is shown.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What it accepts.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Says for which pages of its entries there is no file, by `exists`, which is asked for paths as the current folder
    /// sees them. What was accepted there is accepted wherever the page has gone.
    #[must_use]
    pub fn without_pages(mut self, exists: impl Fn(&Path) -> bool) -> Self {
        let paths: HashSet<&String> = self.entries.iter().map(|entry| &entry.key.path).collect();
        self.absent = paths.into_iter().filter(|path| !exists(&self.folder.join(path))).cloned().collect();
        self
    }

    /// A baseline that accepts all `findings` of `run`, the new ones on `terms`. What was accepted on pages that are
    /// not part of the run, or of checks that did not run, stays.
    #[must_use]
    pub fn renewed(&self, run: Run<'_>, findings: &[Finding], terms: &Terms) -> (Self, Change) {
        self.rewritten(run, findings, Some(terms))
    }

    /// A baseline without what it accepts and is not there any more in `findings`, those of `run`.
    #[must_use]
    pub fn pruned(&self, run: Run<'_>, findings: &[Finding]) -> (Self, Change) {
        self.rewritten(run, findings, None)
    }

    fn rewritten(&self, run: Run<'_>, findings: &[Finding], terms: Option<&Terms>) -> (Self, Change) {
        // What is wrong with the configuration or the baseline itself is mended there, not accepted.
        let is_page = |finding: &&Finding| run.docset.documents[finding.place.document()].role != Role::Settings;
        let marks = self.marks(run, findings.iter().filter(is_page));
        let taken = self.assign(run, &marks, |_| true);
        let (mut entries, mut change) = (BTreeMap::<Key, Entry>::new(), Change::default());
        for (mark, taken) in marks.iter().zip(&taken.entries) {
            let old = taken.map(|entry| &self.entries[entry]);
            let is_over = old.is_some_and(|entry| is_expired(run, entry));
            let (reason, expires) = match (old, terms) {
                (Some(old), Some(Terms { expires: Some(day), .. })) if is_over => (&old.key.reason, Some(*day)),
                (Some(old), _) => (&old.key.reason, old.key.expires),
                (None, Some(terms)) => (&terms.reason, terms.expires),
                (None, None) => continue,
            };
            let Mark { fingerprint, check, path, .. } = mark;
            let (path, check, reason) = (path.clone(), (*check).to_owned(), reason.clone());
            let key = Key { path, check, fingerprint: *fingerprint, reason, expires };
            change.expired += usize::from(is_over && old.is_some_and(|old| old.key.expires == expires));
            *if old.is_some() { &mut change.kept } else { &mut change.added } += 1;
            // What people read stays as it was, so that a change of the file shows what has changed.
            let same = old.filter(|old| old.key.path == key.path);
            let entry = entries.entry(key.clone()).or_insert_with(|| Entry {
                key,
                count: 0,
                locale: same.map_or_else(|| mark.locale(run), |old| old.locale.clone()),
                text: same.map_or_else(|| excerpt(run.sources, run.docset, mark.finding), |old| old.text.clone()),
                span: FileSpan::default(),
            });
            entry.count += 1;
        }
        let pages = self.pages(run);
        for (entry, &left) in self.entries.iter().zip(&taken.left).filter(|(_, left)| **left > 0) {
            if self.is_judged(run, &pages, entry) {
                change.removed += left;
                continue;
            }
            change.kept += left;
            entries.entry(entry.key.clone()).or_insert_with(|| Entry { count: 0, ..entry.clone() }).count += left;
        }
        let entries = entries.into_values().collect();
        (Self { entries, path: self.path.clone(), folder: self.folder.clone(), absent: HashSet::new() }, change)
    }

    /// What `findings` are recognised by, in their order.
    fn marks<'f>(&self, run: Run<'_>, findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Mark<'f>> {
        let mut paths: HashMap<usize, String> = HashMap::new();
        let mark = |finding: &'f Finding| {
            let number = finding.place.document();
            let path = paths.entry(number).or_insert_with(|| self.relative(run, number)).clone();
            let fingerprint = fingerprint(run.sources, run.docset, finding);
            Mark { fingerprint, check: finding.check, path, finding }
        };
        findings.into_iter().map(mark).collect()
    }

    /// The path of document `number` as the baseline says it.
    fn relative(&self, run: Run<'_>, number: usize) -> String {
        paths::relative(Path::new(run.path(number)), &self.folder)
    }

    /// The pages of `run` as the baseline calls them.
    fn pages(&self, run: Run<'_>) -> HashSet<String> {
        let documents = run.docset.documents.iter().enumerate();
        let linted = documents.filter(|(_, document)| document.is_linted());
        linted.map(|(number, _)| self.relative(run, number)).collect()
    }

    /// Which of the entries that are `live` accepts each of `marks`, and how much is left of each.
    fn assign(&self, run: Run<'_>, marks: &[Mark<'_>], live: impl Fn(&Entry) -> bool) -> Assignment {
        let counts = |entry: &Entry| if live(entry) { entry.count } else { 0 };
        let mut left: Vec<usize> = self.entries.iter().map(counts).collect();
        let mut entries = vec![None; marks.len()];
        let mut here: HashMap<(Fingerprint, &str), Vec<usize>> = HashMap::new();
        for (number, Entry { key, .. }) in self.entries.iter().enumerate() {
            here.entry((key.fingerprint, &key.path)).or_default().push(number);
        }
        let take = |among: &[usize], left: &mut [usize]| {
            let found = among.iter().copied().find(|&number| left[number] > 0)?;
            left[found] -= 1;
            Some(found)
        };
        for (mark, slot) in marks.iter().zip(&mut entries) {
            *slot = here.get(&(mark.fingerprint, &mark.path)).and_then(|among| take(among, &mut left));
        }
        // An entry of a page that is there and was not read may yet be needed there.
        let pages = self.pages(run);
        let mut gone: HashMap<Fingerprint, Vec<usize>> = HashMap::new();
        let mut moved: HashMap<Fingerprint, Vec<usize>> = HashMap::new();
        for (number, Entry { key, .. }) in self.entries.iter().enumerate().filter(|(number, _)| left[*number] > 0) {
            if self.absent.contains(&key.path) {
                gone.entry(key.fingerprint).or_default().push(number);
            } else if pages.contains(&key.path) {
                moved.entry(key.fingerprint).or_default().push(number);
            }
        }
        for (mark, slot) in marks.iter().zip(&mut entries).filter(|(_, slot)| slot.is_none()) {
            let gone = gone.get(&mark.fingerprint);
            // What is said outside of segments, such as of a page as a whole, goes nowhere without its page.
            let moved = moved.get(&mark.fingerprint).filter(|_| mark.finding.place.segment().is_some());
            *slot = gone.and_then(|among| take(among, &mut left));
            *slot = slot.or_else(|| moved.and_then(|among| take(among, &mut left)));
        }
        Assignment { entries, left }
    }

    /// Whether `run`, whose pages are `pages`, proves whether `entry` is needed.
    fn is_judged(&self, run: Run<'_>, pages: &HashSet<String>, entry: &Entry) -> bool {
        let there = pages.contains(&entry.key.path) || run.settings.whole && self.absent.contains(&entry.key.path);
        there && run.registry.get(&entry.key.check).is_none_or(|check| run.hears(check))
    }
}

/// What a finding is recognised by.
struct Mark<'f> {
    fingerprint: Fingerprint,
    check: &'static str,
    path: String,
    finding: &'f Finding,
}

impl Mark<'_> {
    /// The locale that its page is translated into.
    fn locale(&self, run: Run<'_>) -> String {
        run.docset.documents[self.finding.place.document()].locales[Side::Target as usize].tag().to_owned()
    }
}

/// Which entry accepts each finding.
struct Assignment {
    /// For each finding an entry, by index.
    entries: Vec<Option<usize>>,
    /// For each entry, how many more findings it accepts.
    left: Vec<usize>,
}

/// What a text is told that is not what it should be.
const NO_BASELINE: &str = "this is no baseline, which begins with {\"bilint-baseline\":1}";

/// Understands the first line of the file.
fn version(line: &str) -> Result<(), String> {
    match serde_json::from_str::<Header>(line) {
        Ok(Header { version: VERSION }) => Ok(()),
        Ok(Header { version }) => Err(format!("the baseline is of version {version}; this bilint reads {VERSION}")),
        Err(_) => Err(NO_BASELINE.to_owned()),
    }
}

/// Whether the day of `entry` has come.
fn is_expired(run: Run<'_>, entry: &Entry) -> bool {
    entry.key.expires.zip(run.settings.today).is_some_and(|(day, today)| today >= day)
}

/// Settles those of `findings` that `baseline` accepts, and reports the entries that accept what is not there, have
/// expired or do not say why.
pub(super) fn apply(run: Run<'_>, baseline: &Baseline, findings: Vec<Finding>) -> Verdict {
    let marks = baseline.marks(run, &findings);
    let taken = baseline.assign(run, &marks, |entry| !is_expired(run, entry));
    let mut verdict = Verdict::default();
    for (finding, entry) in findings.into_iter().zip(&taken.entries) {
        let Some(entry) = entry.map(|number| &baseline.entries[number]) else {
            verdict.open.push(finding);
            continue;
        };
        let decision = Decision::Baseline { reason: entry.key.reason.clone(), expires: entry.key.expires };
        verdict.settled.push(Settled { finding, decision });
    }
    let pages = baseline.pages(run);
    for (entry, &left) in baseline.entries.iter().zip(&taken.left) {
        if !baseline.is_judged(run, &pages, entry) {
            continue;
        }
        verdict.slack += left;
        let Some(place) = run.place_in_settings(&baseline.path, entry.span) else { continue };
        if let Some((message, help)) = fault(run, entry, left) {
            if let Some(mut out) = run.sink(&STALE_BASELINE_ENTRY, &mut verdict.open) {
                out.report(place, message).help(help);
            }
        } else if entry.key.reason.is_empty()
            && let Some(mut out) = run.sink_of_reasons(&mut verdict.open)
        {
            out.report(place, "the entry does not say why").help("add `\"reason\":\"…\"`");
        }
    }
    verdict
}

/// What is wrong with `entry`, which may accept `left` more findings than there are, and what to do.
fn fault(run: Run<'_>, entry: &Entry, left: usize) -> Option<(String, &'static str)> {
    const PRUNE: &str = "`bilint baseline --prune` takes away what is not needed";
    const RENEW: &str = "mend what it accepted, or renew it with `bilint baseline --expires YYYY-MM-DD`";
    let Key { check, expires, .. } = &entry.key;
    if let Err(error) = run.registry.select(check) {
        return Some((error.to_string(), PRUNE));
    }
    match expires.filter(|_| is_expired(run, entry)) {
        Some(day) => Some((format!("the entry has expired on {day}"), RENEW)),
        None if left == 0 => None,
        None if left == entry.count => {
            let prune = "`bilint baseline --prune` takes it away";
            Some((format!("the entry accepts nothing, for `{check}` does not find this any more; {prune}"), PRUNE))
        }
        None => Some((format!("the entry accepts {} findings, {left} more than is there", entry.count), PRUNE)),
    }
}
