//! Wire formats: each shows the menagerie, and each is held to its published schema or its documented form.

#![cfg(feature = "cli")]

mod menagerie;

use bilint::config::Config;
use bilint::finding::{Severity, Trust};
use bilint::model::Refused;
use bilint::report::{
    Reporter, Scene, checkstyle::Checkstyle, concise::Concise, github::GitHub, gitlab::GitLab, json::Json,
    junit::Junit, markdown::Markdown, pretty::Pretty, sarif::Sarif,
};
use bilint::{Registry, Settings, Sources};
use menagerie::{Menagerie, menagerie};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use uppsala::XsdValidator;

fn schema(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(name)).unwrap()
}

/// Files without a finding.
fn clean() -> Menagerie {
    let mut sources = Sources::new();
    sources.add("strings/sv.tsv", "source\ttarget\nOpen it.\tÖppna den.\n");
    menagerie::of(sources)
}

/// What could not be read.
fn refused() -> [Refused; 1] {
    [Refused { path: "docs/de/a b.md".to_owned(), reason: "may not be read".to_owned() }]
}

fn sarif(menagerie: &Menagerie, refused: &[Refused]) -> Value {
    let text = menagerie.report(&Sarif { choices: &menagerie.settings.choices, refused });
    serde_json::from_str(&text).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is a text"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

// ---- All forms ----

#[test]
fn every_form_shows_the_menagerie() {
    let menagerie = menagerie();
    let found = menagerie.findings();
    assert!(found.findings.len() > 10 && found.settled.len() == 2, "{found:#?}");
    let mut log = sarif(&menagerie, &refused());
    let driver = &mut log["runs"][0]["tool"]["driver"];
    driver["semanticVersion"] = "[version]".into();
    // What the rules of this crate say changes with their docs and their measured precision.
    let rules = driver["rules"].as_array_mut().unwrap();
    for rule in rules.iter_mut().filter(|rule| rule["id"] != "menagerie/specimen") {
        *rule = rule["id"].take();
    }
    insta::assert_snapshot!("sarif", serde_json::to_string_pretty(&log).unwrap());
    let json = menagerie.report(&Json);
    insta::assert_snapshot!("json", json.replace(env!("CARGO_PKG_VERSION"), "[version]").replace("},{", "},\n{"));
    insta::assert_snapshot!("concise", menagerie.report(&Concise));
    insta::assert_snapshot!("pretty", menagerie.report(&Pretty { color: false, width: 100 }));
    insta::assert_snapshot!("github", menagerie.report(&GitHub));
    insta::assert_snapshot!("gitlab", menagerie.report(&GitLab));
    insta::assert_snapshot!("junit", menagerie.report(&Junit { fail_on: Severity::Warning }));
    insta::assert_snapshot!("checkstyle", menagerie.report(&Checkstyle));
    insta::assert_snapshot!("markdown", menagerie.report(&Markdown));
}

// ---- SARIF ----

/// A validator of SARIF, formats of URIs included.
fn sarif_schema() -> jsonschema::Validator {
    // The schema has a bracket without a partner in a pattern: itself to JavaScript, an error to others.
    let text = schema("sarif-schema-2.1.0.json").replace("]?$\"", "\\\\]?$\"");
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

#[track_caller]
fn assert_sarif(log: &Value) {
    let errors: Vec<_> =
        sarif_schema().iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn sarif_is_valid() {
    assert_sarif(&sarif(&menagerie(), &refused()));
    assert_sarif(&sarif(&clean(), &[]));
    // The schema is strict enough to see what is wrong.
    let mut wrong = sarif(&menagerie(), &[]);
    wrong["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0.into();
    assert!(!sarif_schema().is_valid(&wrong));
    let mut unknown = sarif(&menagerie(), &[]);
    unknown["runs"][0]["results"][0]["colour"] = "red".into();
    assert!(!sarif_schema().is_valid(&unknown));
}

#[test]
fn sarif_has_a_rule_for_every_check_that_ran() {
    let registry = Registry::builtin();
    let config = Config { select: vec!["all".to_owned()], ..Config::default() };
    let settings = Settings::new(&config, &registry, Vec::new(), "", "").unwrap();
    let chosen = Menagerie { settings, ..clean() };
    let log = sarif(&chosen, &[]);
    assert_sarif(&log);
    let rules = list(&log["runs"][0]["tool"]["driver"]["rules"]);
    assert_eq!(rules.len(), chosen.settings.choices.len());
    assert!(rules.len() > 50);
    for rule in rules {
        // The limits of GitHub's code scanning.
        assert!(text(&rule["shortDescription"]["text"]).len() <= 1024, "{rule:#}");
        assert!(text(&rule["fullDescription"]["text"]).chars().count() <= 1024, "{rule:#}");
        let precision = text(&rule["properties"]["precision"]);
        assert!(["very-high", "high", "medium", "low"].contains(&precision), "{rule:#}");
        let tags: Vec<_> = list(&rule["properties"]["tags"]).iter().map(text).collect();
        assert!(tags.len() == 3 && tags[1].starts_with("mqm:") && tags[2].starts_with("its:"), "{rule:#}");
    }
}

#[test]
fn sarif_results_point_to_their_rule_and_their_text() {
    let menagerie = menagerie();
    let log = sarif(&menagerie, &[]);
    let run = &log["runs"][0];
    let results = list(&run["results"]);
    let report = menagerie.findings();
    assert_eq!(results.len(), report.findings.len() + report.settled.len());
    let places = |result: &Value| [list(&result["locations"]), list(&result["relatedLocations"])].concat();
    for result in results {
        let rule = &run["tool"]["driver"]["rules"][number(&result["ruleIndex"])];
        assert_eq!(rule["id"], result["ruleId"]);
        for place in places(result) {
            let region = &place["physicalLocation"]["region"];
            let file = file(&menagerie, &place["physicalLocation"]["artifactLocation"]);
            let snippet = region["snippet"]["text"].as_str().unwrap_or_default();
            assert_eq!(&file[bytes(file, region)], snippet, "{place:#}");
        }
    }
    let sides = results.iter().flat_map(|result| list(&result["relatedLocations"])).map(|place| &place["message"]);
    assert!(sides.clone().any(|side| side["text"] == "the source"));
    assert!(sides.clone().any(|side| side["text"] == "the translation"));
    let suppressed: Vec<_> = results.iter().flat_map(|result| list(&result["suppressions"])).collect();
    assert_eq!(suppressed.len(), report.settled.len());
    assert!(suppressed.iter().all(|suppression| suppression["kind"] == "inSource"));
    assert_eq!(suppressed.iter().filter(|suppression| suppression["justification"].is_string()).count(), 1);
}

#[test]
fn sarif_fixes_do_what_fixing_does() {
    let menagerie = menagerie();
    let log = sarif(&menagerie, &[]);
    let linter = bilint::Linter::new(&menagerie.registry, &menagerie.settings).unwrap();
    let loaded = bilint::load::Loaded::from(self::menagerie().sources);
    let fixed = bilint::fix::fix(&linter, &loaded, Trust::Unsafe);
    assert!(fixed.len() > 2);
    for after in fixed {
        let mut text = after.before.clone();
        let open = list(&log["runs"][0]["results"]).iter().filter(|result| result["suppressions"].is_null());
        let changes = open.flat_map(|result| list(&result["fixes"])).map(|fix| &fix["artifactChanges"][0]);
        let mut edits: Vec<_> = changes
            .filter(|change| {
                std::ptr::eq(file(&menagerie, &change["artifactLocation"]), source(&menagerie, &after.path))
            })
            .map(|change| &change["replacements"][0])
            .map(|edit| (bytes(&text, &edit["deletedRegion"]), self::text(&edit["insertedContent"]["text"])))
            .collect();
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, with) in edits {
            text.replace_range(range, with);
        }
        assert_eq!(text, after.after, "{}", after.path);
    }
    let shown = log.to_string().matches("kameel\"").count();
    assert_eq!(shown, 0, "a fix that is only shown is none that a viewer may apply");
}

#[test]
fn sarif_says_what_could_not_be_read() {
    let log = sarif(&clean(), &refused());
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notification = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "docs/de/a%20b.md");
    assert_eq!(sarif(&clean(), &[])["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

/// The text of the file that a log names.
fn file<'m>(menagerie: &'m Menagerie, artifact: &Value) -> &'m str {
    let uri = percent_encoding::percent_decode_str(text(&artifact["uri"])).decode_utf8().unwrap().into_owned();
    let path = match artifact["uriBaseId"].as_str() {
        Some(base) => {
            assert_eq!(base, "%SRCROOT%");
            uri
        }
        None => uri.replace("file:///builds/", "../"),
    };
    source(menagerie, &path)
}

fn source<'m>(menagerie: &'m Menagerie, path: &str) -> &'m str {
    let mut files = menagerie.sources.files();
    &files.find(|(_, file)| file.path == path).unwrap_or_else(|| panic!("{path} is no file")).1.text
}

/// The bytes of a region of `file`, whose columns are Unicode code points.
fn bytes(file: &str, region: &Value) -> std::ops::Range<usize> {
    let at = |line: &str, column: &str| {
        let before: usize = file.split_inclusive('\n').take(number(&region[line]) - 1).map(str::len).sum();
        before + file[before..].chars().take(number(&region[column]) - 1).map(char::len_utf8).sum::<usize>()
    };
    at("startLine", "startColumn")..at("endLine", "endColumn")
}

// ---- GitHub ----

/// A workflow command, read as GitHub's runner reads it: name, properties, message.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let value = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",");
        text.replace("%25", "%")
    };
    let properties = properties.split(',').map(|property| property.split_once('=').unwrap());
    let properties = properties.map(|(name, text)| (name.to_owned(), value(text))).collect();
    (name.to_owned(), properties, data(message))
}

#[test]
fn github_reads_back_what_was_found() {
    let menagerie = menagerie();
    let report = menagerie.report(&GitHub);
    let findings = menagerie.findings().findings;
    assert_eq!(report.lines().count(), findings.len());
    let paths: HashSet<_> = menagerie.sources.files().map(|(_, file)| file.path.clone()).collect();
    for (line, finding) in report.lines().zip(&findings) {
        let (name, properties, message) = command(line);
        assert!(["error", "warning", "notice"].contains(&name.as_str()), "{line}");
        assert!(!line.contains(char::is_control), "{line}");
        let tame = |c: char| c.is_control() && c != '\n';
        assert!(message.starts_with(&finding.message.replace(tame, " ")), "{line}");
        let get = |name: &str| properties.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        assert!(paths.contains(get("file").unwrap()), "{line}");
        assert_eq!(get("title"), Some(format!("bilint {}", finding.check).as_str()));
        assert!(get("line").unwrap().parse::<u32>().unwrap() <= get("endLine").unwrap().parse::<u32>().unwrap());
        assert_eq!(get("col").is_some(), get("line") == get("endLine"), "{line}");
    }
}

#[test]
fn github_is_told_how_many_there_are_when_it_does_not_show_all() {
    let many = |count: usize| {
        let mut sources = Sources::new();
        sources.add("nl.tsv", "source\ttarget\n".to_owned() + &"Take it.\tNeem de de bus.\n".repeat(count));
        menagerie::of(sources).report(&GitHub)
    };
    assert!(many(10).starts_with("::warning "));
    assert!(many(11).starts_with("::notice title=bilint::11 findings. "));
    assert_eq!(clean().report(&GitHub), "");
}

// ---- GitLab ----

#[test]
fn gitlab_has_all_fields_and_a_fingerprint_for_each() {
    let menagerie = menagerie();
    let issues: Value = serde_json::from_str(&menagerie.report(&GitLab)).unwrap();
    let issues = list(&issues);
    assert_eq!(issues.len(), menagerie.findings().findings.len());
    for issue in issues {
        assert!(!text(&issue["description"]).is_empty() && !text(&issue["check_name"]).is_empty());
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&text(&issue["severity"])));
        assert!(!text(&issue["location"]["path"]).starts_with("./"));
        assert!(number(&issue["location"]["lines"]["begin"]) > 0);
    }
    let fingerprints: HashSet<_> = issues.iter().map(|issue| text(&issue["fingerprint"])).collect();
    assert_eq!(fingerprints.len(), issues.len());
    assert_eq!(clean().report(&GitLab), "[]\n");
}

#[test]
fn gitlab_fingerprints_survive_edits_elsewhere() {
    let fingerprints = |before: &str| {
        let mut sources = Sources::new();
        sources
            .add("nl.tsv", format!("source\ttarget\n{before}Take it.\tNeem de de bus.\nTake it.\tNeem de de bus.\n"));
        let issues: Value = serde_json::from_str(&menagerie::of(sources).report(&GitLab)).unwrap();
        list(&issues).iter().map(|issue| issue["fingerprint"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(fingerprints(""), fingerprints("Go.\tGa.\n"));
    assert_eq!(fingerprints("").len(), 2);
}

// ---- XML ----

/// What the schema finds wrong with `text`.
fn junit_errors(text: &str) -> Vec<String> {
    let xsd = schema("junit-10.xsd");
    let xsd = uppsala::parse(&xsd).unwrap();
    let document = uppsala::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let errors = XsdValidator::from_schema(&xsd).unwrap().validate(&document);
    errors.iter().map(ToString::to_string).collect()
}

/// The attribute `name` of every element `element` of `text`.
fn attributes(text: &str, element: &str, name: &str) -> Vec<String> {
    let document = uppsala::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let found = document.get_elements_by_tag_name(element).into_iter();
    found.map(|id| document.get_attribute(id, name).unwrap_or_default().to_owned()).collect()
}

#[test]
fn junit_is_valid() {
    for fail_on in [Severity::Info, Severity::Warning, Severity::Error] {
        for menagerie in [menagerie(), clean(), menagerie::of(Sources::new())] {
            let report = menagerie.report(&Junit { fail_on });
            assert_eq!(junit_errors(&report), [""; 0], "{report}");
        }
    }
    // The schema is strict enough to see what is wrong.
    let report = clean().report(&Junit { fail_on: Severity::Info });
    assert!(!junit_errors(&report.replace("testcase name", "testcase nom")).is_empty());
    assert!(!junit_errors(&report.replace("testsuite ", "suite ").replace("/testsuite>", "/suite>")).is_empty());
}

#[test]
fn junit_counts_its_cases_and_fails_with_the_run() {
    let menagerie = menagerie();
    let findings = menagerie.findings();
    for fail_on in [Severity::Info, Severity::Warning, Severity::Error] {
        let report = menagerie.report(&Junit { fail_on });
        let sum = |name: &str| -> usize {
            attributes(&report, "testsuite", name).iter().map(|count| count.parse::<usize>().unwrap()).sum()
        };
        let count = |element: &str| attributes(&report, element, "name").len();
        assert_eq!(
            (sum("tests"), sum("failures"), sum("skipped")),
            (count("testcase"), count("failure"), count("skipped"))
        );
        assert_eq!(attributes(&report, "testsuites", "tests"), [count("testcase").to_string()]);
        let failing = findings.findings.iter().filter(|finding| finding.severity >= fail_on);
        let failing: HashSet<_> = failing.map(|finding| (finding.place.document(), finding.check)).collect();
        assert_eq!(count("failure"), failing.len());
        let names =
            attributes(&report, "testcase", "name").into_iter().zip(attributes(&report, "testcase", "classname"));
        assert_eq!(names.collect::<HashSet<_>>().len(), count("testcase"), "viewers drop cases of one name");
    }
}

#[test]
fn checkstyle_has_the_form_of_its_listener() {
    let menagerie = menagerie();
    let report = menagerie.report(&Checkstyle);
    let document = uppsala::parse(&report).unwrap();
    let root = document.document_element().unwrap();
    let elements = |id| document.children(id).into_iter().filter(|child| document.element(*child).is_some());
    let name = |id| document.element(id).unwrap().name.local_name.clone().into_owned();
    assert_eq!((name(root).as_str(), document.get_attribute(root, "version")), ("checkstyle", Some("4.3")));
    let mut errors = Vec::new();
    for file in elements(root) {
        assert_eq!(name(file), "file");
        source(&menagerie, document.get_attribute(file, "name").unwrap());
        errors.extend(elements(file).map(|error| {
            assert_eq!(name(error), "error");
            let get = |name| document.get_attribute(error, name).unwrap();
            assert!(get("line").parse::<u32>().unwrap() > 0 && get("column").parse::<u32>().unwrap() > 0);
            assert!(["error", "warning", "info", "ignore"].contains(&get("severity")));
            (get("source").to_owned(), get("message").to_owned())
        }));
    }
    let files = attributes(&report, "file", "name");
    assert_eq!(files.iter().collect::<HashSet<_>>().len(), files.len(), "a file stands once");
    let findings = menagerie.findings().findings;
    assert_eq!(errors.len(), findings.len());
    for ((source, message), finding) in errors.iter().zip(&findings) {
        assert_eq!(*source, format!("bilint.{}", finding.check));
        let control = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{fffe}');
        assert!(message.starts_with(&finding.message.replace(control, "\u{fffd}")), "{message:?}");
    }
    assert!(uppsala::parse(&clean().report(&Checkstyle)).is_ok());
}

// ---- Markdown ----

/// Panics when `report` holds markup that the form does not write itself.
fn assert_own_markup(report: &str) {
    for event in Parser::new_ext(report, Options::all()) {
        match event {
            Event::Html(tag) | Event::InlineHtml(tag) => {
                assert!(["<code>", "</code>", "<b>", "</b>", "<!-- -->"].contains(&&*tag), "{tag}");
            }
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Emphasis | Tag::BlockQuote(_),
            ) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
}

#[test]
fn markdown_holds_no_markup_of_strangers() {
    let report = menagerie().report(&Markdown);
    assert!(report.contains("script") && report.contains("javascript"), "what is held back stands in it");
    assert_own_markup(&report);
    let columns = report.lines().filter(|line| line.starts_with("| ")).map(|line| line.matches('|').count());
    assert!(columns.clone().count() > 10 && columns.into_iter().all(|count| count == 4 || count == 9));
}

#[test]
fn markdown_stays_below_the_limit_of_a_job_page() {
    let mut sources = Sources::new();
    let mut lines = String::from("source\ttarget\ttarget_locale\n");
    for number in 0_u32..5000 {
        let [one, two, three] =
            [number / 676, number / 26, number].map(|it| char::from_digit(10 + it % 26, 36).unwrap());
        let _ = writeln!(lines, "Go.\t{} 🦎 {}\tx{one}{two}{three}", "<b>|`*@a ".repeat(200), "保".repeat(500));
    }
    sources.add(format!("{}.tsv", "<b>|*@a".repeat(1000)), lines);
    let many = menagerie::of(sources);
    assert!(many.findings().findings.len() >= 5000);
    let report = many.report(&Markdown);
    assert!(report.len() < 256 * 1024, "{} bytes", report.len());
    assert!(report.contains("more findings."));
    assert_own_markup(&report);
}

#[test]
fn every_form_is_written_when_nothing_was_found() {
    let junit = Junit { fail_on: Severity::Warning };
    let forms: [&dyn Reporter; 6] = [&Sarif::default(), &GitLab, &junit, &Checkstyle, &Markdown, &Json];
    for (number, form) in forms.into_iter().enumerate() {
        let report = clean().visit(|scene: &Scene<'_>| menagerie::written(scene, form));
        assert!(report.ends_with('\n'), "form {number}: {report:?}");
    }
}

// ---- The command line ----

#[test]
fn one_run_writes_many_reports() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("nl.tsv"), "source\ttarget\nTake it.\tNeem de de bus.\n").unwrap();
    let run = |input: &str, reports: &[String]| {
        let [input, main] = [input, "main"].map(path);
        let mut arguments = vec!["bilint", "check", &input, "--isolated", "--format", "json", "--output", &main];
        arguments.extend(reports.iter().flat_map(|report| ["--report", report.as_str()]));
        bilint::cli::run(&Registry::builtin(), arguments.into_iter().map(Into::into))
    };
    let [sarif, junit, markdown] = ["sarif", "junit", "markdown"].map(|form| format!("{form}={}", path(form)));
    let read = |name: &str| fs::read_to_string(path(name)).unwrap();
    assert_eq!(run("nl.tsv", &[sarif.clone(), junit, markdown]), ExitCode::from(1));
    let log: Value = serde_json::from_str(&read("sarif")).unwrap();
    assert_sarif(&log);
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "doubled-word");
    assert_eq!(junit_errors(&read("junit")), [""; 0]);
    assert!(read("markdown").contains("de de") && read("main").contains("doubled-word"));

    // What cannot be written is said before any work; what cannot be read is told in the report.
    fs::remove_file(path("main")).unwrap();
    for wrong in [format!("json={}", path("nowhere/report")), format!("json={}", path("main")), "sarf=x".to_owned()] {
        assert_eq!(run("nl.tsv", std::slice::from_ref(&wrong)), ExitCode::from(2), "{wrong}");
        assert!(!folder.path().join("main").exists(), "{wrong}");
    }
    assert_eq!(run("nowhere.tsv", &[sarif]), ExitCode::from(2));
    let log: Value = serde_json::from_str(&read("sarif")).unwrap();
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
}
