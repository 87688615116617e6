//! A foreign crate's view: a check of its own gets the examples, the options and the whole command line.

use bilint::check::SegmentCheck;
use bilint::finding::{Sink, Trust};
use bilint::model::SegmentView;
use bilint::span::Span;
use bilint::{Registry, declare_check, examples};
use std::fs;
use std::process::ExitCode;

declare_check! {
    /// The old name of the product was used.
    ///
    /// Acme Desk has been called Acme Point since 2024; readers search for the new name.
    ///
    /// ```fails
    /// en | Open Acme Point.
    /// nl | Open Acme Desk.
    ///           ^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// option | name = "Bureau"
    /// en | Open Acme Point.
    /// nl | Open Bureau.
    ///           ^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Open Acme Point.
    /// nl | Open Acme Point.
    /// ```
    static OLD_NAME: Segment<OldName> = {
        id: "acme/old-name",
        category: Terminology,
        severity: Error,
        confidence: High,
        fix: Safe,
        mqm: "terminology/wrong-term",
        its: "terminology",
        aliases: ["acme/desk"],
        since: "1.0.0",
    }
}

/// Options of `acme/old-name`.
#[derive(serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct OldName {
    /// The old name.
    name: String,
}

impl Default for OldName {
    fn default() -> Self {
        Self { name: "Acme Desk".to_owned() }
    }
}

impl SegmentCheck for OldName {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        for (at, found) in target.text().match_indices(&*self.name) {
            let place = target.at(Span::new(at, at + found.len()));
            out.report(place, format!("`{found}` is the old name")).fix("Acme Point", Trust::Safe);
        }
    }
}

fn registry() -> Registry {
    let mut registry = Registry::builtin();
    registry.add(&OLD_NAME).unwrap();
    registry
}

fn run(arguments: &[&str]) -> ExitCode {
    bilint::cli::run(&registry(), std::iter::once("acme-lint").chain(arguments.iter().copied()).map(Into::into))
}

#[test]
fn its_examples_hold() {
    examples::verify(&OLD_NAME);
}

#[test]
fn a_second_check_of_the_same_name_is_refused() {
    let error = registry().add(&OLD_NAME).unwrap_err();
    assert_eq!(error.to_string(), "two checks are called `acme/old-name`");
}

#[test]
fn it_gets_the_whole_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let (pairs, report, config) =
        (folder.path().join("nl.tsv"), folder.path().join("report.json"), folder.path().join("bilint.toml"));
    fs::write(&pairs, "source\ttarget\nOpen Acme Point.\tOpen Acme Desk.\n").unwrap();
    let (pairs_path, report_path) = (pairs.to_str().unwrap(), report.to_str().unwrap());
    let check = ["check", pairs_path, "--format", "json", "--output", report_path, "--no-progress", "--isolated"];

    assert_eq!(run(&check), ExitCode::from(1));
    let found: serde_json::Value = serde_json::from_str(&fs::read_to_string(&report).unwrap()).unwrap();
    assert_eq!(found["findings"][0]["check"], "acme/old-name");
    assert_eq!(found["findings"][0]["category"], "terminology");
    assert_eq!(found["findings"][0]["start"]["column"], 23);

    // Selected by alias, ignored by id, changed by configuration.
    assert_eq!(run(&[&check[..], &["--ignore", "acme/old-name"]].concat()), ExitCode::SUCCESS);
    assert_eq!(run(&[&check[..], &["--select", "acme/desk"]].concat()), ExitCode::from(1));
    fs::write(&config, "[checks.\"acme/old-name\"]\nname = \"Bureau\"\n").unwrap();
    let configured = ["check", pairs_path, "--config", config.to_str().unwrap(), "--output", report_path];
    assert_eq!(run(&configured), ExitCode::SUCCESS);
    fs::write(&config, "[checks.\"acme/old-name\"]\nnam = \"Bureau\"\n").unwrap();
    assert_eq!(run(&configured), ExitCode::from(2));

    assert_eq!(run(&["explain", "acme/old-name"]), ExitCode::SUCCESS);
    assert_eq!(run(&[&check[..], &["--fix"]].concat()), ExitCode::SUCCESS);
    assert_eq!(fs::read_to_string(&pairs).unwrap(), "source\ttarget\nOpen Acme Point.\tOpen Acme Point.\n");
}
