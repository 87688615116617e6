//! The GitHub action: its script is run as GitHub runs it, on repositories made for it, and its inputs are those that it
//! uses.

#![cfg(unix)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn action() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/actions/bilint")
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).envs(ENVIRONMENT).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

const ENVIRONMENT: [(&str, &str); 6] = [
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_CONFIG_SYSTEM", "/dev/null"),
    ("GIT_AUTHOR_NAME", "test"),
    ("GIT_AUTHOR_EMAIL", "test@example.com"),
    ("GIT_COMMITTER_NAME", "test"),
    ("GIT_COMMITTER_EMAIL", "test@example.com"),
];

/// A job of GitHub: a checkout, and the files that its steps write to.
struct Job {
    folder: tempfile::TempDir,
    set: Vec<(&'static str, String)>,
}

impl Job {
    /// A job whose repository has two commits on `main`, the second of which adds a defect.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let job = Self { folder, set: Vec::new() };
        let origin = job.path("origin");
        fs::create_dir(&origin).unwrap();
        git(&origin, &["init", "--quiet", "--initial-branch=main"]);
        let write = |path: &str, text: &str| {
            fs::create_dir_all(origin.join(path).parent().unwrap()).unwrap();
            fs::write(origin.join(path), text).unwrap();
        };
        write("bilint.toml", "[[docset]]\nsource = \"docs/en/**/*.md\"\ntarget = \"docs/{locale}/**/*.md\"\n");
        write("docs/en/page.md", "# Servers\n\nOpen the list of servers.\n\nThe list shows every server.\n");
        write("docs/nl/page.md", "# Servers\n\nOpen the list of servers.\n\nDe lijst toont elke server.\n");
        git(&origin, &["add", "."]);
        git(&origin, &["commit", "--quiet", "--message", "An old defect"]);
        write("docs/nl/page.md", "# Servers\n\nOpen the list of servers.\n\nThe list shows every server.\n");
        git(&origin, &["commit", "--quiet", "--all", "--message", "A new defect"]);
        job
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn commit(&self, revision: &str) -> String {
        git(&self.path("origin"), &["rev-parse", revision])
    }

    /// Checks out the last commit as `actions/checkout` does: alone.
    fn checkout(&self) {
        let origin = format!("file://{}", self.path("origin").display());
        git(self.folder.path(), &["clone", "--quiet", "--depth=1", &origin, "work"]);
    }

    /// A program that says what it is called with, and ends with `code`.
    fn stub(&mut self, code: i32) {
        let path = self.path("stub");
        fs::write(&path, format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >'{}'\nexit {code}\n", self.path("said").display()))
            .unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        self.set("BILINT_COMMAND", path.to_str().unwrap());
    }

    fn set(&mut self, name: &'static str, value: &str) {
        self.set.push((name, value.to_owned()));
    }

    fn run(&self, step: &str) -> Output {
        let mut command = Command::new("bash");
        command.arg(action().join("bilint.sh")).arg(step).current_dir(self.path("work")).envs(ENVIRONMENT);
        for name in ["PATHS", "CHANGED_SINCE", "BASE", "BASELINE", "FAIL_ON", "ARGS", "SARIF", "COMMAND"] {
            command.env(format!("BILINT_{name}"), "");
        }
        command.env("BILINT_SUMMARY", "true").env("RUNNER_TEMP", self.folder.path());
        command.env("GITHUB_OUTPUT", self.path("output")).env("GITHUB_STEP_SUMMARY", self.path("summary"));
        command.env("RUNNER_OS", "Linux").env("RUNNER_ARCH", "X64");
        command.envs(self.set.iter().map(|(name, value)| (name, value))).output().unwrap()
    }

    /// What the step wrote to its outputs.
    fn output(&self) -> String {
        fs::read_to_string(self.path("output")).unwrap_or_default()
    }

    /// The arguments that the stub was called with, without the summary, whose name is made up.
    fn said(&self) -> Vec<String> {
        let said = fs::read_to_string(self.path("said")).unwrap();
        said.lines().filter(|line| !line.starts_with("--report=markdown=")).map(str::to_owned).collect()
    }
}

const ALWAYS: [&str; 4] = ["check", "--no-progress", "--format", "github"];

#[test]
fn every_input_is_an_argument_of_its_own() {
    let mut job = Job::new();
    job.checkout();
    job.stub(1);
    job.set("BILINT_PATHS", "docs/nl\n-a page; touch here\n\n$(touch here)");
    job.set("BILINT_BASELINE", "base line.jsonl");
    job.set("BILINT_FAIL_ON", "error");
    job.set("BILINT_ARGS", "--audience\npedantic");
    job.set("BILINT_SARIF", "a b.sarif");
    let output = job.run("check");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let mut expected = ALWAYS.to_vec();
    expected.extend(["--baseline=base line.jsonl", "--fail-on=error", "--report=sarif=a b.sarif"]);
    expected.extend(["--audience", "pedantic", "--", "docs/nl", "-a page; touch here", "$(touch here)"]);
    assert_eq!(job.said(), expected);
    // The stub wrote no SARIF, so none is handed on.
    assert_eq!(job.output(), "exit-code=1\n");
    assert!(!job.path("work/here").exists());
}

#[test]
fn nothing_said_is_nothing_passed_on() {
    let mut job = Job::new();
    job.checkout();
    job.stub(0);
    assert_eq!(job.run("check").status.code(), Some(0));
    assert_eq!(job.said(), [&ALWAYS[..], &["--"]].concat());
    assert_eq!(job.output(), "exit-code=0\n");
}

#[test]
fn the_base_of_a_pull_request_is_fetched_and_compared_with() {
    let mut job = Job::new();
    let base = job.commit("main~1");
    job.checkout();
    job.stub(0);
    job.set("BILINT_BASE", &base);
    let output = job.run("check");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let since = format!("--changed-since={base}");
    assert_eq!(job.said(), [&ALWAYS[..], &[since.as_str(), "--"]].concat());
    assert_eq!(git(&job.path("work"), &["merge-base", "HEAD", &base]), base);

    job.set("BILINT_CHANGED_SINCE", "none");
    assert!(job.run("check").status.success());
    assert_eq!(job.said(), [&ALWAYS[..], &["--"]].concat());

    // What is no revision is no option of git either.
    for wrong in ["no-such-branch", "--upload-pack=touch here"] {
        job.set("BILINT_CHANGED_SINCE", wrong);
        fs::remove_file(job.path("said")).unwrap_or_default();
        assert!(!job.run("check").status.success());
        assert!(!job.path("said").exists() && !job.path("work/here").exists());
    }
}

#[test]
#[cfg(feature = "cli")]
fn what_a_pull_request_adds_is_annotated_summed_up_and_written_as_sarif() {
    let mut job = Job::new();
    job.checkout();
    job.set("BILINT_COMMAND", env!("CARGO_BIN_EXE_bilint"));
    job.set("BILINT_BASE", &job.commit("main~1"));
    job.set("BILINT_SARIF", "bilint.sarif");
    fs::write(job.path("summary"), "Of another step\n").unwrap();
    let output = job.run("check");
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let annotations: Vec<&str> = said.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(annotations.len(), 1, "the old defect is not the pull request's: {said}");
    assert!(annotations[0].starts_with("::error file=docs/nl/page.md,line=5,"), "{said}");
    let sarif = fs::read_to_string(job.path("work/bilint.sarif")).unwrap();
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 1);
    let summary = fs::read_to_string(job.path("summary")).unwrap();
    assert!(summary.starts_with("Of another step\n") && summary.contains("untranslated-segment"), "{summary}");
    assert_eq!(job.output(), "exit-code=1\nsarif=bilint.sarif\n");
}

#[test]
fn what_a_pull_request_brings_is_no_report() {
    let mut job = Job::new();
    job.checkout();
    job.stub(2);
    job.set("BILINT_CHANGED_SINCE", "none");
    job.set("BILINT_SARIF", "bilint.sarif");
    let elsewhere = job.path("elsewhere");
    fs::write(&elsewhere, "{}").unwrap();
    std::os::unix::fs::symlink(&elsewhere, job.path("work/bilint.sarif")).unwrap();
    assert_eq!(job.run("check").status.code(), Some(2));
    assert_eq!(job.output(), "exit-code=2\n", "nothing was reported");
    assert!(!job.path("work/bilint.sarif").exists() && elsewhere.exists());
}

#[test]
fn a_base_that_was_left_long_ago_is_found() {
    let mut job = Job::new();
    let origin = job.path("origin");
    git(&origin, &["checkout", "--quiet", "-b", "other", "main~1"]);
    for number in 0..5 {
        git(&origin, &["commit", "--quiet", "--allow-empty", "--message", &number.to_string()]);
    }
    git(&origin, &["checkout", "--quiet", "main"]);
    job.checkout();
    job.stub(0);
    job.set("BILINT_CHANGED_SINCE", "other");
    let output = job.run("check");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (other, common) = (job.commit("other"), job.commit("main~1"));
    assert!(job.said().contains(&format!("--changed-since={other}")));
    assert_eq!(git(&job.path("work"), &["merge-base", "HEAD", &other]), common);
}

#[test]
fn the_cache_goes_by_what_bilint_is_made_of() {
    let job = Job::new();
    job.checkout();
    assert!(job.run("version").status.success() && job.run("version").status.success());
    let output = job.output();
    let mut lines = output.lines();
    let first: Vec<_> = lines.by_ref().take(2).collect();
    assert_eq!(first, lines.collect::<Vec<_>>());
    let key = first[1].strip_prefix("key=bilint-Linux-X64-").unwrap();
    assert!(key.len() >= 40 && key.bytes().all(|byte| byte.is_ascii_hexdigit()), "{key}");
    // One that is there is not built again.
    fs::create_dir_all(job.path("bilint/bin")).unwrap();
    fs::copy("/bin/sh", job.path("bilint/bin/bilint")).unwrap();
    assert_eq!(String::from_utf8(job.run("install").stdout).unwrap(), "bilint was built before\n");
}

/// The names that `text` has behind `prefix`.
fn names(text: &str, prefix: &str) -> BTreeSet<String> {
    let rest = text.split(prefix).skip(1);
    rest.map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()).collect()
}

#[test]
fn its_inputs_are_those_that_it_uses() {
    let text = fs::read_to_string(action().join("action.yml")).unwrap();
    let action: Value = serde_saphyr::from_str(&text).unwrap();
    let keys = |value: &Value| -> BTreeSet<String> { value.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(keys(&action["inputs"]), names(&text, "inputs."));
    let steps = action["runs"]["steps"].as_array().unwrap();
    let script = fs::read_to_string(self::action().join("bilint.sh")).unwrap();
    let mut given = BTreeSet::new();
    for step in steps {
        let run = step["run"].as_str().unwrap_or_default();
        assert!(!run.contains("${{"), "an expression stands in a script: {run}");
        assert_eq!(step["run"].is_null(), step["shell"].is_null(), "{step}");
        if let Some(environment) = step["env"].as_object() {
            given.extend(environment.keys().map(|name| name.trim_start_matches("BILINT_").to_owned()));
        }
    }
    let used: BTreeSet<String> = names(&script, "$BILINT_").union(&names(&script, "${BILINT_")).cloned().collect();
    assert_eq!(given, used);
    let wanted = names(&text, "steps.check.outputs.");
    assert!(wanted.iter().all(|name| script.contains(&format!("{name}=%s"))), "{wanted:?}");
}
