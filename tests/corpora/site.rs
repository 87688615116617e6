//! Labelled sites, for the checks that look at all pages: `corpora/site`, whole pages in English, Dutch and German with a
//! redirect map, and `corpora/locales`, pages in five languages that know of each other what is usual. `corpora/rental`
//! has a configuration that lets things pass, a baseline, lists of words, tables, and files that are not UTF-8. In
//! `corpora/revision`, what changed between the pages in `before` and those in `now` is looked at. A label names the file
//! and the text of a planted defect; what is told elsewhere is an alarm.

use super::{Tally, corpora};
use bilint::check::Audience;
use bilint::load::Loaded;
use bilint::model::{ChangedFiles, Origin, Role, SourceFile};
use bilint::span::FileSpan;
use bilint::suppress::baseline::{self, Baseline};
use bilint::text::dictionary::Dictionary;
use bilint::{Linter, Settings, load};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    file: String,
    text: String,
    check: String,
    #[serde(rename = "note")]
    _note: String,
}

/// The rooms of the corpora that are sites.
pub(super) const SITES: [&str; 4] = ["site", "locales", "rental", "revision/now"];

/// The file of a site that holds its configuration.
const SETTINGS: &str = "bilint.toml";

/// Opens the lists of words that `settings` name, which lie in `folder`, and says that all of the site is linted.
pub(super) fn settle(settings: &mut Settings, folder: &Path) {
    settings.whole = true;
    for named in settings.dictionaries.iter() {
        named.open(|named| {
            let mut dictionary = Dictionary::default();
            named.files.iter().for_each(|file| dictionary.add_list(&read(&folder.join(file))));
            Ok(dictionary)
        });
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// `linter` with what lies in `folder` beside the pages: a baseline, and the pages before a change.
fn with_past(mut linter: Linter, folder: &Path) -> Linter {
    let accepted = read(&folder.join(baseline::FILE));
    if !accepted.is_empty() {
        linter = linter.accepting(Baseline::parse(&accepted, baseline::FILE).unwrap());
    }
    let before = folder.with_file_name("before");
    if before.is_dir() {
        let past = load::read(std::slice::from_ref(&before), linter.settings(), &before);
        let mut changed = ChangedFiles::default();
        past.sources.files().for_each(|(_, file)| changed.moved(file.path.clone(), file.path.clone()));
        linter = linter.since(changed, &past);
    }
    linter
}

/// Adds the files of settings of `folder`, so that what is told of them has a place.
fn add_settings(loaded: &mut Loaded, folder: &Path) {
    for name in [SETTINGS, baseline::FILE] {
        let said = read(&folder.join(name));
        if !said.is_empty() {
            let file = SourceFile::new(name, &said, Origin::Plain);
            loaded.sources.push(SourceFile { role: Role::Settings, ..file });
        }
    }
}

/// What the checks find on the site `name`, by check.
pub(super) fn measure(linter: Linter, name: &str) -> BTreeMap<String, Tally> {
    let folder = corpora().join(name);
    let linter = with_past(linter, &folder);
    let mut loaded = load::read(std::slice::from_ref(&folder), linter.settings(), &folder);
    assert!(loaded.refused.is_empty() && loaded.notices.is_empty());
    add_settings(&mut loaded, &folder);
    let docset = linter.docset(&loaded);
    let place = |label: &Label| {
        let (_, file) = loaded.sources.files().find(|(_, file)| file.path == label.file).expect("a page of the site");
        let at = file.text.find(&label.text).unwrap_or_else(|| panic!("{}: no {:?}", label.file, label.text));
        FileSpan::new(at, at + label.text.len())
    };
    let text = read(&folder.join("labels.jsonl"));
    let labels: Vec<Label> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut found: BTreeMap<String, Tally> = BTreeMap::new();
    let mut seen = Vec::new();
    for finding in linter.run(&loaded.sources, &docset).findings {
        let (file, span) = docset.locate(finding.place);
        let path = &loaded.sources.file(file).path;
        let right = labels.iter().any(|label| label.file == *path && place(label).touches(span));
        if !right && std::env::var_os("BILINT_ALARMS").is_some() {
            println!("ALARM {path} {}: {}", finding.check, finding.message);
        }
        let tally = found.entry(finding.check.to_owned()).or_default();
        tally.right += usize::from(right);
        tally.alarms += usize::from(!right);
        seen.push((path.clone(), span, finding.check));
    }
    for label in &labels {
        let meets = |(path, span, check): &(String, FileSpan, &'static str)| {
            *path == label.file && place(label).touches(*span) && *check == label.check
        };
        let missed = !seen.iter().any(meets);
        if missed && std::env::var_os("BILINT_MISSES").is_some() {
            println!("MISSED {} {}: {:?}", label.file, label.check, label.text);
        }
        let tally = found.entry(label.check.clone()).or_default();
        tally.labels += 1;
        tally.missed += usize::from(missed);
    }
    found
}

#[test]
fn nothing_on_a_site_is_missed_or_cried_about() {
    for name in SITES {
        let found = measure(super::linter(&corpora().join(name), None), name);
        let is_regular = |id: &str| super::checks::ALL.iter().any(|it| it.id == id && it.audience == Audience::Regular);
        let wrong = found.iter().filter(|(id, tally)| is_regular(id) && tally.alarms + tally.missed > 0);
        let wrong: Vec<_> = wrong.map(|(id, _)| id).collect();
        assert!(wrong.is_empty(), "{name}: BILINT_ALARMS=1 BILINT_MISSES=1 shows what is wrong with {wrong:?}");
    }
}
