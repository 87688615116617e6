//! The labelled corpora: what is found, what is missed, what is cried about nothing. Compared with the committed
//! `corpora/scoreboard.md`, so that a change that moves a number shows it. `BILINT_UPDATE=1` writes the table anew.
//!
//! A label names a planted defect: file, segment, text, check. A finding is right when it meets a label, whichever
//! check the label names: two checks may speak of one defect. A label is missed by its check when no finding of that
//! check, or of one that the label names beside it, meets it. To meet is to share a place; what is missing has none,
//! so there the same segment and the same check do. The front matter counts as a segment called `front-matter`; a label
//! whose segment is `page` says nothing of segments.
//!
//! What translations teach stands in `learned`, by locale: tables of source and target that the pages are held against.
//!
//! The pages in `en-us` are the English of pages of one language that have the same name. In `plain` all pages hold one
//! language, and some have no English. In `terms` there are segments instead of pages, and a configuration with a
//! glossary all of whose terms are told, so that forms are put to the test; in `glossary` there are segments for what is
//! told of one where nothing is configured; in `numbers` there are segments with amounts, spans of time, dates and versions; in `lines` there are
//! short messages, and lines that cannot be read. The pages in `words` say much the same in the words of `learned`, so that nothing else can be told of them.

#[path = "corpora/site.rs"]
mod site;

use bilint::check::{Audience, CheckDef};
use bilint::config::{Config, Settings, read_glossary};
use bilint::evidence::{Draft, Evidence, Learner};
use bilint::locale::Locale;
use bilint::model::Segment;
use bilint::span::FileSpan;
use bilint::{Docset, Linter, Registry, Sources, checks};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A planted defect.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    file: String,
    segment: String,
    text: String,
    #[serde(default = "first")]
    nth: usize,
    /// The check that is meant to find it; `none` for what no program can know.
    check: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default, rename = "note")]
    _note: String,
}

fn first() -> usize {
    1
}

/// Right findings, false alarms, labels, missed labels, false alarms in segments without a label.
#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    alarms: usize,
    labels: usize,
    missed: usize,
    clean_alarms: usize,
}

/// What one locale's pages gave, by check, for the findings of everybody's checks and of all.
struct Measured {
    locale: String,
    segments: usize,
    clean: usize,
    checks: BTreeMap<String, Tally>,
    regular: Tally,
}

fn corpora() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora")
}

/// The rooms of the corpora, in the order of the tables.
const ROOMS: [&str; 8] = ["sxs", "plain", "terms", "glossary", "compounds", "words", "numbers", "lines"];

fn folders() -> Vec<PathBuf> {
    let inside = |room: &str| fs::read_dir(corpora().join(room)).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = ROOMS.into_iter().flat_map(inside).filter(|path| path.is_dir()).collect();
    folders.retain(|path| path.join("labels.jsonl").exists());
    folders.sort_by_key(|path| (ROOMS.iter().position(|name| *name == room(path)), path.clone()));
    folders
}

/// The folder that `folder` lies in, by name.
fn room(folder: &Path) -> &str {
    folder.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap()
}

/// The pages of `folder`, in order, under paths relative to the corpora; behind them their English pages.
fn pages(folder: &Path) -> Sources {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let is_page = |path: &Path| path.extension().is_some_and(|it| it == "md") || path.ends_with("segments.jsonl");
    paths.retain(|path| is_page(path));
    paths.sort();
    let english = folder.with_file_name("en-us");
    let english = paths.iter().map(|path| english.join(path.file_name().unwrap())).filter(|path| path.exists());
    let english: Vec<_> = english.collect();
    paths.extend(english);
    let mut sources = Sources::new();
    for path in paths {
        let shown = path.strip_prefix(corpora()).unwrap().to_string_lossy().replace('\\', "/");
        sources.add(shown, fs::read_to_string(&path).unwrap());
    }
    sources
}

/// What the translations in `learned`, beside the rooms of the corpora, teach of the language of `folder`: tables of
/// source and target, each line a document.
fn evidence(folder: &Path) -> Option<Evidence> {
    let name = folder.file_name().unwrap();
    let tables = fs::read_dir(corpora().join("learned").join(name)).ok()?;
    let mut tables: Vec<_> = tables.map(|entry| entry.unwrap().path()).collect();
    tables.sort();
    let texts: Vec<_> = tables.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let locale = Locale::parse(&name.to_string_lossy()).unwrap();
    let mut learner = Learner::new(Locale::english(), locale);
    for line in texts.iter().flat_map(|text| text.lines()) {
        let (source, target) =
            line.split_once('\t').unwrap_or_else(|| panic!("{}: no tab in {line}", folder.display()));
        let mut draft = Draft::default();
        draft.add(source, target);
        learner.add(draft);
    }
    Some(learner.learn())
}

fn labels(folder: &Path) -> Vec<Label> {
    let text = fs::read_to_string(folder.join("labels.jsonl")).unwrap();
    let parse =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {line}: {error}", folder.display()));
    text.lines().filter(|line| !line.trim().is_empty()).map(parse).collect()
}

/// Where a label stands: document, segment (none for the front matter), bytes.
type At = (usize, Option<usize>, FileSpan);

fn place(label: &Label, sources: &Sources, docset: &Docset<'_>) -> At {
    let file = sources.files().position(|(_, file)| file.path.ends_with(&format!("/{}", label.file)));
    let number = file.unwrap_or_else(|| panic!("no page {}", label.file));
    let document = &docset.documents[number];
    let missing = || panic!("{} {}: no {:?} number {}", label.file, label.segment, label.text, label.nth);
    if label.segment == "front-matter" {
        let text = &sources.file(document.files[1]).text;
        let block = &text[..text.match_indices("\n---").next().expect("front matter ends").0];
        let (at, _) = block.match_indices(&label.text).nth(label.nth - 1).unwrap_or_else(missing);
        return (number, None, FileSpan::new(at, at + label.text.len()));
    }
    if label.segment == "page" {
        let text = &sources.file(document.files[1]).text;
        let (at, _) = text.match_indices(&label.text).nth(label.nth - 1).unwrap_or_else(missing);
        let span = FileSpan::new(at, at + label.text.len());
        let around = |segment: &Segment<'_>| segment.target.file_span().overlaps(span);
        return (number, document.segments().iter().position(around), span);
    }
    let index = document.segments().iter().position(|segment| segment.key.text() == label.segment);
    let index = index.unwrap_or_else(|| panic!("{} has no segment {}", label.file, label.segment));
    let content = &document.segments()[index].target;
    let (at, _) = content.as_str().match_indices(&label.text).nth(label.nth - 1).unwrap_or_else(missing);
    (number, Some(index), content.locate(bilint::span::Span::new(at, at + label.text.len())))
}

/// The locale of `folder`, and what is special there: its pages hold one language, or there is a glossary.
fn name(folder: &Path) -> String {
    let locale = Locale::parse(&folder.file_name().unwrap().to_string_lossy()).unwrap();
    match room(folder) {
        "plain" => format!("{locale} alone"),
        room @ ("terms" | "glossary" | "compounds" | "words" | "numbers" | "lines") => format!("{locale} {room}"),
        _ => locale.to_string(),
    }
}

fn measure(folder: &Path) -> Measured {
    let linter = linter(folder.parent().unwrap(), evidence(folder));
    let sources = pages(folder);
    let docset = Docset::parse(&sources, linter.settings());
    let report = linter.run(&sources, &docset);
    let labels: Vec<(Label, At)> = labels(folder)
        .into_iter()
        .map(|label| {
            let at = place(&label, &sources, &docset);
            (label, at)
        })
        .collect();
    let dirty: BTreeSet<(usize, usize)> =
        labels.iter().filter_map(|(_, (document, segment, _))| Some((*document, (*segment)?))).collect();
    let segments = docset.documents.iter().map(|document| document.segments().len()).sum();
    let regular = |id: &str| checks::ALL.iter().any(|check| check.id == id && check.audience == Audience::Regular);
    let mut measured = Measured {
        locale: name(folder),
        segments,
        clean: segments - dirty.len(),
        checks: BTreeMap::new(),
        regular: Tally::default(),
    };
    let meets = |finding: &bilint::Finding, (label, at): &(Label, At)| {
        let same = finding.place.document() == at.0;
        let missing = label.check.starts_with("missing-") && label.check == finding.check;
        let touches = docset.locate(finding.place).1.touches(at.2);
        same && (touches || missing && finding.place.segment() == at.1)
    };
    for finding in &report.findings {
        let right = labels.iter().any(|label| meets(finding, label));
        let clean = finding.place.segment().is_none_or(|segment| !dirty.contains(&(finding.place.document(), segment)));
        let count = |tally: &mut Tally| {
            tally.right += usize::from(right);
            tally.alarms += usize::from(!right);
            tally.clean_alarms += usize::from(!right && clean);
        };
        count(measured.checks.entry(finding.check.to_owned()).or_default());
        if regular(finding.check) {
            count(&mut measured.regular);
        }
        if !right && std::env::var_os("BILINT_ALARMS").is_some() {
            let (file, span) = docset.locate(finding.place);
            let file = sources.file(file);
            let context = span.range().start.saturating_sub(40)..(span.range().end + 40).min(file.text.len());
            let context = String::from_utf8_lossy(&file.text.as_bytes()[context]).replace('\n', " ");
            println!("ALARM {} {}: {} …{context}…", file.path, finding.check, finding.message);
        }
    }
    for at in labels.iter().filter(|(label, _)| label.check != "none") {
        let (label, _) = at;
        let names = |id: &str| id == label.check || label.also.iter().any(|also| also == id);
        let found = report.findings.iter().any(|finding| names(finding.check) && meets(finding, at));
        let tally = measured.checks.entry(label.check.clone()).or_default();
        tally.labels += 1;
        tally.missed += usize::from(!found);
        let by_regular = report.findings.iter().any(|finding| regular(finding.check) && meets(finding, at));
        measured.regular.labels += 1;
        measured.regular.missed += usize::from(!by_regular);
        if !found && std::env::var_os("BILINT_MISSES").is_some() {
            println!("MISSED {} {} {}: {:?}", label.file, label.segment, label.check, label.text);
        }
    }
    measured
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.2}", part as f64 / whole as f64) }
}

fn board(all: &[Measured], sites: &[BTreeMap<String, Tally>]) -> String {
    // Every check has a row: one without a number is one without a case.
    let mut total: BTreeMap<&str, Tally> = checks::ALL.iter().map(|check| (check.id, Tally::default())).collect();
    for (id, tally) in all.iter().flat_map(|measured| &measured.checks).chain(sites.iter().flatten()) {
        let sum = total.entry(id).or_default();
        sum.right += tally.right;
        sum.alarms += tally.alarms;
        sum.labels += tally.labels;
        sum.missed += tally.missed;
        sum.clean_alarms += tally.clean_alarms;
    }
    let clean: usize = all.iter().map(|measured| measured.clean).sum();
    let mut page = String::from(
        "# Scoreboard\n\nWhat the checks find on the labelled pages beside this file, and what they should have found. \
         Written by `BILINT_UPDATE=1 cargo test --test corpora`; a change that moves a number shows it here.\n\n\
         ## By check, all languages\n\n\
         | check | right | false alarms | planted | missed | precision | recall | false alarms per 1,000 clean segments |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for (id, t) in &total {
        let _ = writeln!(
            page,
            "| `{id}` | {} | {} | {} | {} | {} | {} | {:.1} |",
            t.right,
            t.alarms,
            t.labels,
            t.missed,
            share(t.right, t.right + t.alarms),
            share(t.labels - t.missed, t.labels),
            t.clean_alarms as f64 * 1e3 / clean as f64
        );
    }
    page += "\n## By language, the checks that are on by default\n\n\
             | locale | segments | clean | right | false alarms | planted | found | precision | recall | findings per 1,000 clean segments |\n\
             |---|---|---|---|---|---|---|---|---|---|\n";
    for m in all {
        let t = m.regular;
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {:.1} |",
            m.locale,
            m.segments,
            m.clean,
            t.right,
            t.alarms,
            t.labels,
            t.labels - t.missed,
            share(t.right, t.right + t.alarms),
            share(t.labels - t.missed, t.labels),
            t.clean_alarms as f64 * 1e3 / m.clean as f64
        );
    }
    page += "\n## By check and language\n\nRight, false alarms, missed.\n\n| check |";
    for m in all {
        let _ = write!(page, " {} |", m.locale);
    }
    page += "\n|---|";
    page += &"---|".repeat(all.len());
    page.push('\n');
    for id in total.keys() {
        let _ = write!(page, "| {id} |");
        for m in all {
            match m.checks.get(*id) {
                Some(t) => {
                    let _ = write!(page, " {} {} {} |", t.right, t.alarms, t.missed);
                }
                None => page += " |",
            }
        }
        page.push('\n');
    }
    page
}

/// A linter that is configured as the room `room` says, with the glossaries that it names, and has learned `evidence`.
fn linter(room: &Path, evidence: Option<Evidence>) -> Linter {
    linter_with(room, evidence, |_| true)
}

/// The same, with the checks alone that `chosen` takes.
fn linter_with(room: &Path, evidence: Option<Evidence>, chosen: impl Fn(&CheckDef) -> bool) -> Linter {
    let said = fs::read_to_string(room.join("bilint.toml")).unwrap_or_default();
    let config = Config { audience: Some(Audience::Auditor), ..Config::parse(&said, "bilint.toml").unwrap() };
    let read = |path: &String| {
        let text = fs::read_to_string(room.join(path)).unwrap();
        read_glossary(&text, path, &Locale::english()).unwrap()
    };
    let terms = config.glossary.iter().flat_map(read).collect();
    let registry = Registry::builtin();
    let mut settings = Settings::new(&config, &registry, terms, "bilint.toml", &said).unwrap();
    settings.learned = settings.learned.with(evidence);
    settings.choices.retain(|choice| chosen(choice.check));
    site::settle(&mut settings, room);
    Linter::new(&registry, &settings).unwrap()
}

#[test]
fn the_scoreboard_is_true() {
    let measured: Vec<_> = folders().iter().map(|folder| measure(folder)).collect();
    let sites = site::SITES.map(|name| site::measure(linter(&corpora().join(name), None), name));
    let board = board(&measured, &sites);
    let path = corpora().join("scoreboard.md");
    if std::env::var_os("BILINT_UPDATE").is_some() {
        fs::write(&path, &board).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap();
    assert!(
        committed == board,
        "corpora/scoreboard.md is not what was measured:\n{board}\nBILINT_UPDATE=1 writes it anew"
    );
}

#[test]
fn what_is_on_by_default_is_right_nineteen_times_in_twenty() {
    for check in checks::ALL.iter().filter(|check| check.audience == Audience::Regular) {
        let Some(score) = bilint::scoreboard::score(check.id) else { continue };
        let precision = score.precision().unwrap_or(1.0);
        assert!(precision >= 0.95, "{} is on by default with a precision of {precision:.2}", check.id);
    }
}

/// Nothing is learned for checks that do not say that they ask.
#[test]
fn what_is_learned_changes_only_what_asks_for_it() {
    for folder in folders() {
        let sources = pages(&folder);
        let found = |evidence: Option<Evidence>| {
            let linter = linter_with(folder.parent().unwrap(), evidence, |check| !check.evidence);
            let docset = Docset::parse(&sources, linter.settings());
            let report = linter.run(&sources, &docset);
            report.findings.into_iter().map(|finding| (finding.check, finding.message)).collect::<Vec<_>>()
        };
        assert_eq!(found(None), found(evidence(&folder)), "{}", folder.display());
    }
}

#[test]
fn every_language_has_enough_segments_and_half_of_them_clean() {
    for folder in folders().into_iter().filter(|folder| room(folder) == "sxs") {
        let measured = measure(&folder);
        assert!(measured.segments >= 40, "{}: {} segments", measured.locale, measured.segments);
        assert!(measured.clean * 2 >= measured.segments, "{}: {} clean", measured.locale, measured.clean);
    }
}

#[test]
fn labels_name_checks_that_exist() {
    let known: BTreeSet<&str> = checks::ALL.iter().map(|check| check.id).collect();
    for folder in folders() {
        for label in labels(&folder) {
            assert!(label.check == "none" || known.contains(&*label.check), "{}: {}", label.file, label.check);
        }
    }
}
