//! A pull request on a real repository: what the change caused is told, and nothing else.

#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A git without the settings of the machine, and always at the same time.
fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
        git.env_remove(name);
    }
    git.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for person in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{person}_NAME"), "Ada").env(format!("GIT_{person}_EMAIL"), "ada@example.org");
        git.env(format!("GIT_{person}_DATE"), "2024-03-01T12:00:00Z");
    }
    git.args(["-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]);
    git
}

/// Runs git in `folder`; what it said.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = git(folder).args(arguments).output().expect("there is a git");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn replace(root: &Path, path: &str, old: &str, new: &str) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    assert!(text.contains(old), "{path} has no {old:?}");
    write(root, path, &text.replace(old, new));
}

fn commit(root: &Path, message: &str) {
    run(root, &["add", "--all"]);
    run(root, &["commit", "--quiet", "--message", message]);
}

/// What bilint said: exit code, the lines of the report, standard error.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    code: i32,
    report: Vec<String>,
    errors: String,
}

/// Lints `arguments` in `folder`.
fn bilint(folder: &Path, arguments: &[&str]) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bilint"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
        command.env_remove(name);
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.current_dir(folder).arg("check").args(arguments);
    if !arguments.contains(&"--format") {
        command.args(["--format", "concise"]);
    }
    let output = command.output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        report: String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

/// What bilint says of the changes since `main`, without a word beside the report.
#[track_caller]
fn since_main(folder: &Path) -> (i32, Vec<String>) {
    let said = bilint(folder, &["--changed-since", "main"]);
    assert_eq!(said.errors, "");
    (said.code, said.report)
}

const ENGLISH: &str = "# Backups\n\nBackups run at night. Restart the server once a week.\n\n\
                       See the [prices](prices.md) and the [limits of an account](größe und maß.md).\n";
const DUTCH: &str = "# Back-ups\n\nBack-ups lopen  's nachts. Start de server eens per week opnieuw.\n\n\
                     Bekijk de [prijzen](prices.md) en de [grenzen van een account](größe und maß.md).\n";

/// What was wrong before.
const OLD: &str = "docs/nl/backup.md:3:15: info[doubled-space] two or more spaces stand in a row";

/// A site in English and Dutch on the branch `main`, with one defect that is known, and an empty branch `work`, which
/// is checked out.
fn repository() -> TempDir {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    run(root, &["init", "--quiet"]);
    fill(root);
    commit(root, "Begin");
    run(root, &["checkout", "--quiet", "-b", "work"]);
    folder
}

fn fill(root: &Path) {
    write(root, "bilint.toml", "[[docset]]\nsource = \"docs/en/**/*.md\"\ntarget = \"docs/{locale}/**/*.md\"\n");
    write(root, "docs/en/backup.md", ENGLISH);
    write(root, "docs/nl/backup.md", DUTCH);
    write(root, "docs/en/prices.md", "# Prices\n\nAll prices are in euros.\n");
    write(root, "docs/nl/prices.md", "# Prijzen\n\nAlle prijzen zijn in euro's.\n");
    write(root, "docs/en/größe und maß.md", "# Limits\n\nAn account holds 5 servers.\n\nAsk us for more.\n");
    write(root, "docs/nl/größe und maß.md", "# Grenzen\n\nEen account heeft 5 servers.\n\nVraag ons om meer.\n");
}

/// Plants a defect, and what is told of it.
fn plant(root: &Path) -> String {
    replace(root, "docs/nl/größe und maß.md", "Vraag ons om", "Vraag ons ons om");
    "docs/nl/größe und maß.md:5:7: warning[doubled-word] `ons` stands twice in a row".to_owned()
}

/// Changes an English sentence, and what is told of it.
fn outdate(root: &Path) -> String {
    replace(root, "docs/en/backup.md", "once a week", "once a day");
    "docs/nl/backup.md:3:28: info[stale-segment] the original changed: “week.” is now “day.”".to_owned()
}

/// Moves the page of prices, in the folders of both languages.
fn move_prices(root: &Path) {
    for locale in ["en", "nl"] {
        fs::create_dir(root.join("docs").join(locale).join("shop")).unwrap();
        run(root, &["mv", &format!("docs/{locale}/prices.md"), &format!("docs/{locale}/shop/prices.md")]);
    }
}

#[test]
fn a_pull_request_is_told_by_what_it_caused() {
    let folder = repository();
    let root = folder.path();
    let all = bilint(root, &[]);
    assert_eq!((all.code, all.report, all.errors), (0, vec![OLD.to_owned()], String::new()));
    assert_eq!(since_main(root), (0, vec![]));
    move_prices(root);
    for locale in ["en", "nl"] {
        replace(root, &format!("docs/{locale}/backup.md"), "(prices.md)", "(shop/prices.md)");
    }
    let stale = outdate(root);
    commit(root, "Move the prices, restart more often");
    assert_eq!(since_main(root), (0, vec![stale.clone()]), "what only went stale fails no run");
    let defect = plant(root);
    assert_eq!(since_main(root), (1, vec![stale.clone(), defect.clone()]), "the work tree counts");
    commit(root, "Ask twice");
    assert_eq!(since_main(root), (1, vec![stale.clone(), defect.clone()]));
    // What others do on the main branch meanwhile is none of this change.
    run(root, &["checkout", "--quiet", "main"]);
    replace(root, "docs/nl/backup.md", "# Back-ups", "# De de back-ups");
    commit(root, "Another defect");
    run(root, &["checkout", "--quiet", "work"]);
    assert_eq!(since_main(root), (1, vec![stale, defect]));
    let said = bilint(root, &["--changed-since", "HEAD"]);
    assert_eq!((said.code, said.report), (0, vec![]));
}

/// A base whose one defect is accepted, and a branch that adds one, moves a page and changes an English sentence.
#[test]
fn a_base_with_a_baseline_stays_clean_and_the_branch_is_told_alone() {
    let folder = repository();
    let root = folder.path();
    run(root, &["checkout", "--quiet", "main"]);
    let config = fs::read_to_string(root.join("bilint.toml")).unwrap();
    write(root, "bilint.toml", &format!("baseline = \"bilint-baseline.jsonl\"\n{config}"));
    let output = Command::new(env!("CARGO_BIN_EXE_bilint")).arg("baseline").current_dir(root).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    commit(root, "Accept what is there");
    run(root, &["checkout", "--quiet", "-B", "work"]);
    let new = ["--changed-since", "main", "--fail-on-new"];
    let findings =
        |said: &Said| -> Vec<String> { said.report.iter().filter(|line| line.contains('[')).cloned().collect() };
    let clean = bilint(root, &["--fail-on-new"]);
    assert_eq!((clean.code, findings(&clean)), (0, vec![]));
    assert_eq!(bilint(root, &new).code, 0);
    move_prices(root);
    for locale in ["en", "nl"] {
        replace(root, &format!("docs/{locale}/backup.md"), "(prices.md)", "(shop/prices.md)");
    }
    let (defect, stale) = (plant(root), outdate(root));
    commit(root, "Change");
    let said = bilint(root, &new);
    assert_eq!((said.code, findings(&said)), (1, vec![stale.clone(), defect.clone()]), "{}", said.errors);
    assert_eq!(bilint(root, &["--changed-since", "main", "--fail-on", "error"]).code, 0);
    // Without the defect only what went stale is new, which `--fail-on-new` does not forgive.
    replace(root, "docs/nl/größe und maß.md", "Vraag ons ons om", "Vraag ons om");
    assert_eq!(bilint(root, &["--changed-since", "main"]).code, 0);
    // Entries of pages that the change does not concern are not judged; one that it mended is.
    let said = bilint(root, &["--changed-since", "HEAD"]);
    assert_eq!((said.code, findings(&said)), (0, vec![]));
    replace(root, "docs/nl/backup.md", "lopen  's", "lopen 's");
    let said = bilint(root, &["--changed-since", "HEAD"]);
    assert_eq!((said.code, said.report.len()), (0, 1), "{said:?}");
    assert_eq!(bilint(root, &["--changed-since", "HEAD", "--fail-on-new"]).code, 1);
    assert!(said.report[0].contains("[stale-baseline-entry]"), "{said:?}");
}

#[test]
fn counts_say_what_was_left_out() {
    let folder = repository();
    let root = folder.path();
    outdate(root);
    let json = bilint(root, &["--changed-since", "main", "--format", "json"]).report.concat();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["counts"]["change"], serde_json::json!({"documents": 1, "segments": 1, "others": 1}));
    let related = &json["findings"][0]["related"][0];
    assert_eq!((&related["path"], &related["text"]), (&"docs/en/backup.md".into(), &"day.".into()));
    let pretty = bilint(root, &["--changed-since", "main", "--format", "pretty"]).report;
    let end = "the change touched 1 segment; 1 finding that it did not cause is not shown";
    assert_eq!(pretty.last().unwrap(), end, "{pretty:#?}");
}

#[test]
fn an_edit_wakes_what_is_wrong_in_its_segment_and_nothing_beside_it() {
    let folder = repository();
    let root = folder.path();
    replace(root, "docs/nl/backup.md", "# Back-ups\n", "# Back-ups\n\n\n");
    replace(root, "docs/nl/backup.md", "eens per week", "elke week");
    assert_eq!(since_main(root), (0, vec![]));
    replace(root, "docs/nl/backup.md", "'s nachts", "in de nacht");
    assert_eq!(since_main(root), (0, vec![OLD.replace(":3:", ":5:")]));
}

#[test]
fn a_link_that_a_change_broke_is_told_on_a_page_that_nobody_touched() {
    let folder = repository();
    let root = folder.path();
    run(root, &["checkout", "--quiet", "main"]);
    let [english, dutch] = ["# Start\n\nSee [backups](backup.md).\n", "# Start\n\nZie [back-ups](backup.md).\n\n"];
    write(root, "docs/en/start.md", english);
    write(root, "docs/nl/start.md", &format!("{dutch}[Weg](gone.md), [prijzen](prices.md#prijzen)\n"));
    commit(root, "Start");
    run(root, &["checkout", "--quiet", "-B", "work"]);
    for locale in ["en", "nl"] {
        run(root, &["rm", "--quiet", &format!("docs/{locale}/prices.md")]);
        replace(root, &format!("docs/{locale}/backup.md"), "(prices.md)", "(start.md)");
    }
    let broken = "docs/nl/start.md:5:27: warning[broken-link] `docs/nl/prices.md` does not exist".to_owned();
    assert_eq!(since_main(root), (1, vec![broken]));
    // The page is there again, and its heading has another name.
    run(root, &["checkout", "--quiet", "HEAD", "--", "docs/en/prices.md", "docs/nl/prices.md"]);
    replace(root, "docs/nl/prices.md", "# Prijzen", "# Tarieven");
    let (code, report) = since_main(root);
    assert_eq!((code, report.len()), (1, 1), "{report:#?}");
    assert!(report[0].starts_with("docs/nl/start.md:5:27: warning[broken-anchor]"), "{report:#?}");
}

#[test]
fn a_page_whose_original_is_deleted_is_told() {
    let folder = repository();
    let root = folder.path();
    run(root, &["rm", "--quiet", "docs/en/backup.md"]);
    let (_, report) = since_main(root);
    let told: Vec<_> = report.iter().filter(|line| line.contains("docs/nl/backup.md")).collect();
    assert_eq!(told.len(), 1, "{report:#?}");
    assert!(told[0].contains("[missing-original]"), "{report:#?}");
}

#[test]
fn a_page_that_moves_unedited_says_nothing_and_one_that_is_edited_only_that() {
    let folder = repository();
    let root = folder.path();
    for locale in ["en", "nl"] {
        let [old, new] = ["backup.md", "back up.md"].map(|name| format!("docs/{locale}/{name}"));
        run(root, &["mv", &old, &new]);
    }
    assert_eq!(since_main(root), (0, vec![]));
    replace(root, "docs/nl/back up.md", "eens per week", "eens per per week");
    let (code, report) = since_main(root);
    assert_eq!(code, 1);
    let expected = ["docs/nl/back up.md:3:49: warning[doubled-word] `per` stands twice in a row"];
    assert_eq!(report, expected);
}

#[test]
fn a_page_that_is_named_after_its_move_is_held_against_what_it_was() {
    let folder = repository();
    let root = folder.path();
    for locale in ["en", "nl"] {
        let [old, new] = ["backup.md", "back up.md"].map(|name| format!("docs/{locale}/{name}"));
        run(root, &["mv", &old, &new]);
    }
    let stale = "docs/nl/back up.md:3:28: info[stale-segment] the original changed: “week.” is now “day.”";
    replace(root, "docs/en/back up.md", "once a week", "once a day");
    run(root, &["add", "--all"]);
    for since in ["--changed-since=main", "--staged"] {
        let said = bilint(root, &[since, "docs/nl/back up.md"]);
        assert_eq!((said.code, said.report), (0, vec![stale.to_owned()]), "{since}: {}", said.errors);
    }
}

#[test]
fn a_page_that_names_its_version_is_told_by_that_alone() {
    let folder = repository();
    let root = folder.path();
    let version = run(root, &["rev-parse", "HEAD"]);
    run(root, &["checkout", "--quiet", "main"]);
    let marked = format!("---\nl10n:\n  sourceCommit: {version}\n---\n{DUTCH}");
    write(root, "docs/nl/backup.md", &marked);
    commit(root, "Name the version");
    run(root, &["checkout", "--quiet", "-B", "work"]);
    assert_eq!(since_main(root), (0, vec![]));
    outdate(root);
    commit(root, "Restart more often");
    let (_, report) = since_main(root);
    assert_eq!(report.len(), 1, "{report:#?}");
    assert!(report[0].contains("info[stale-page] 1 text has changed in the original"), "{report:#?}");
    // Who names the new version says that all of it is translated.
    let now = run(root, &["rev-parse", "HEAD"]);
    replace(root, "docs/nl/backup.md", &version, &now);
    let (_, report) = since_main(root);
    assert_eq!(report, ["docs/nl/backup.md:7:28: info[stale-segment] the original changed: “week.” is now “day.”"]);
}

#[test]
fn what_was_not_looked_at_is_not_said_to_be_good() {
    let folder = repository();
    let root = folder.path();
    plant(root);
    let junit = bilint(root, &["--changed-since", "main", "--format", "junit"]).report.join("\n");
    assert!(junit.contains("maß.md (nl)") && !junit.contains("prices.md"), "{junit}");
    let page = bilint(root, &["--changed-since", "main", "--format", "html"]).report.join("\n");
    let data = page.split_once("id=\"data\">").and_then(|(_, data)| data.split_once("</script>")).unwrap().0;
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let paths: Vec<_> = data["pages"].as_array().unwrap().iter().map(|page| page["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["docs/nl/größe und maß.md"]);
    assert_eq!(data["change"], serde_json::json!({"segments": 1, "others": 0}));
    let summary = bilint(root, &["--changed-since", "main", "--format", "markdown"]).report;
    assert!(summary.iter().any(|line| line.starts_with("| nl | 1 |")), "{summary:#?}");
}

#[test]
fn a_new_page_is_new_as_a_whole() {
    let folder = repository();
    let root = folder.path();
    write(root, "docs/en/new.md", "# News\n\nThe service restarts at night.\n");
    write(root, "docs/nl/new.md", "# Nieuws\n\nDe de dienst start 's nachts  opnieuw.\n");
    let (code, report) = since_main(root);
    assert_eq!((code, report.len()), (1, 2), "{report:#?}");
    assert!(report.iter().all(|line| line.starts_with("docs/nl/new.md:3:")), "{report:#?}");
}

#[test]
fn a_block_that_the_english_gained_is_missing_and_one_that_was_missing_is_not_told() {
    let folder = repository();
    let root = folder.path();
    run(root, &["checkout", "--quiet", "main"]);
    replace(root, "docs/en/backup.md", "# Backups\n", "# Backups\n\nThe archive holds 90 copies of each file.\n");
    commit(root, "What nobody translated");
    run(root, &["checkout", "--quiet", "-B", "work"]);
    assert_eq!(bilint(root, &["--select", "missing-block"]).report.len(), 1);
    let added = "\n```sh\nexit 17\n```\n\nUnder Settings > Storage, the owner sees the 12 largest files of the year.\n";
    let page = fs::read_to_string(root.join("docs/en/backup.md")).unwrap();
    write(root, "docs/en/backup.md", &(page + added));
    let (_, report) = since_main(root);
    assert_eq!(report.len(), 1, "{report:#?}");
    assert!(report[0].contains("[missing-block]") && report[0].contains("exit 17"), "{report:#?}");
}

#[test]
fn a_defect_that_nobody_hears_any_more_wakes_when_its_directive_goes() {
    let folder = repository();
    let root = folder.path();
    run(root, &["checkout", "--quiet", "main"]);
    replace(
        root,
        "docs/nl/backup.md",
        "Back-ups lopen",
        "<!-- bilint: ignore[doubled-space] why not -->\nBack-ups lopen",
    );
    commit(root, "Silence");
    run(root, &["checkout", "--quiet", "-B", "work"]);
    assert_eq!(bilint(root, &[]).report, ["1 accepted by directives"]);
    replace(root, "docs/nl/backup.md", "<!-- bilint: ignore[doubled-space] why not -->\n", "");
    assert_eq!(since_main(root), (0, vec![OLD.to_owned()]));
}

#[test]
fn what_is_staged_is_what_is_looked_at() {
    let folder = repository();
    let root = folder.path();
    let staged = |arguments: &[&str]| bilint(root, &[&["--staged"], arguments].concat());
    let defect = plant(root);
    write(root, "docs/nl/new.md", "# Nieuws\n\nDe de dienst.\n");
    assert_eq!(staged(&[]), Said { code: 0, report: vec![], errors: String::new() });
    run(root, &["add", "docs/nl/größe und maß.md"]);
    // The work tree has other words by now, and another page is gone there.
    replace(root, "docs/nl/größe und maß.md", "Vraag ons ons om", "Vraag om");
    fs::remove_file(root.join("docs/nl/backup.md")).unwrap();
    assert_eq!(staged(&[]), Said { code: 1, report: vec![defect.clone()], errors: String::new() });
    let page = "docs/nl/größe und maß.md";
    assert_eq!(staged(&[page]).report, std::slice::from_ref(&defect));
    let fixed = staged(&["--unsafe-fixes"]);
    assert_eq!((fixed.code, fixed.report), (2, vec![defect]));
    assert!(fixed.errors.contains("maß.md: not fixed: the file holds changes that are not staged"), "{}", fixed.errors);
    assert!(!root.join("docs/nl/backup.md").exists());
    run(root, &["add", "--all"]);
    run(root, &["checkout", "HEAD", "--", "docs/nl/backup.md"]);
    // What would be committed still has the defect, whatever the work tree holds now.
    let fixed = staged(&["--unsafe-fixes"]);
    assert_eq!((fixed.code, fixed.report.iter().any(|line| line.contains("doubled-word"))), (1, false));
    assert!(fixed.errors.ends_with("bilint: the fixes are not staged yet\n"), "{}", fixed.errors);
    run(root, &["add", "--all"]);
    assert_eq!(staged(&["--unsafe-fixes"]).code, 0);
    assert_eq!(fs::read_to_string(root.join("docs/nl/new.md")).unwrap(), "# Nieuws\n\nDe dienst.\n");
    // What was wrong before stays.
    assert!(fs::read_to_string(root.join("docs/nl/backup.md")).unwrap().contains("lopen  's"));
}

#[test]
fn before_the_first_commit_all_that_is_staged_is_new() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    run(root, &["init", "--quiet"]);
    fill(root);
    assert_eq!(bilint(root, &["--staged"]).report, [""; 0]);
    run(root, &["add", "--all"]);
    assert_eq!(bilint(root, &["--staged"]), Said { code: 0, report: vec![OLD.to_owned()], errors: String::new() });
    let said = bilint(root, &["--changed-since", "HEAD"]);
    assert_eq!(said.code, 2);
    assert!(said.errors.contains("--changed-since HEAD: "), "{}", said.errors);
}

#[test]
fn conflicts_are_no_state_to_look_at() {
    let folder = repository();
    let root = folder.path();
    replace(root, "docs/nl/backup.md", "# Back-ups", "# Kopieën");
    commit(root, "One name");
    run(root, &["checkout", "--quiet", "-b", "other", "main"]);
    replace(root, "docs/nl/backup.md", "# Back-ups", "# Veilige kopieën");
    commit(root, "Another name");
    assert!(!git(root).args(["merge", "--quiet", "work"]).output().unwrap().status.success());
    let said = bilint(root, &["--staged"]);
    assert_eq!(said.code, 2);
    assert!(said.errors.contains("backup.md: the conflicts in it are not settled"), "{}", said.errors);
    assert_ne!(bilint(root, &["--changed-since", "main"]).code, 2, "the work tree can be looked at");
}

#[cfg(unix)]
#[test]
fn a_hook_sees_what_its_commit_would_hold() {
    use std::os::unix::fs::PermissionsExt;
    let folder = repository();
    let root = folder.path();
    let hook = root.join(".git/hooks/pre-commit");
    let check = format!("#!/bin/sh\n{} check --staged --format concise > .git/said\n", env!("CARGO_BIN_EXE_bilint"));
    write(root, ".git/hooks/pre-commit", &check);
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    let defect = plant(root);
    outdate(root);
    run(root, &["add", "docs/en/backup.md"]);
    // A commit of named files has an index of its own.
    let page = "docs/nl/größe und maß.md";
    let commit = |path: &str| git(root).args(["commit", "--quiet", "--message", "Part", "--", path]).output().unwrap();
    assert!(!commit(page).status.success());
    assert_eq!(fs::read_to_string(root.join(".git/said")).unwrap(), format!("{defect}\n"));
    let output = git(root).args(["commit", "--quiet", "--all", "--message", "All"]).output().unwrap();
    assert!(!output.status.success());
    assert_eq!(fs::read_to_string(root.join(".git/said")).unwrap().lines().count(), 2);
    assert!(commit("docs/en/backup.md").status.success());
    // A hook may go to the folder that it is about; what git calls its index stays where it is.
    let below = check.replacen('\n', "\ncd docs/nl\n", 1).replace(".git/said", "../../.git/said");
    write(root, ".git/hooks/pre-commit", &below);
    assert!(!commit(page).status.success());
    let found = fs::read_to_string(root.join(".git/said")).unwrap();
    assert_eq!(found, format!("{}\n", defect.replace("docs/nl/", "")));
}

#[test]
fn line_ends_of_the_checkout_change_nothing() {
    let folder = repository();
    let root = folder.path();
    run(root, &["config", "core.autocrlf", "true"]);
    for path in ["docs/nl/backup.md", "docs/en/backup.md", "docs/nl/größe und maß.md", "docs/en/prices.md"] {
        replace(root, path, "\n", "\r\n");
    }
    assert_eq!(since_main(root), (0, vec![]));
    let defect = plant(root);
    let stale = outdate(root);
    assert_eq!(since_main(root), (1, vec![stale, defect]));
    // Without the setting, git sees changes everywhere; by their texts, there are none.
    run(root, &["config", "core.autocrlf", "false"]);
    run(root, &["checkout", "--quiet", "--force", "work"]);
    replace(root, "docs/nl/backup.md", "\n", "\r\n");
    assert_eq!(since_main(root), (0, vec![]));
}

#[test]
fn where_one_stands_does_not_matter() {
    let folder = repository();
    let root = folder.path();
    let defect = plant(root);
    let stale = outdate(root);
    let elsewhere = TempDir::new().unwrap();
    let docs = root.canonicalize().unwrap().join("docs/nl");
    let said = bilint(
        elsewhere.path(),
        &["--changed-since", "main", "--source", &format!("{}/../en", docs.display()), &docs.display().to_string()],
    );
    let at = |line: &str| line.replace("docs/nl", &docs.display().to_string());
    assert_eq!((said.report, said.code), (vec![at(&stale), at(&defect)], 1), "{}", said.errors);
    let said = bilint(docs.parent().unwrap(), &["--changed-since", "main"]);
    assert_eq!((said.code, said.report.len()), (1, 2), "{said:?}");
    // One page that is named, and its English.
    let said = bilint(root, &["--changed-since", "main", "docs/nl/backup.md"]);
    assert_eq!(said.report, [stale]);
    run(root, &["checkout", "--quiet", "--detach"]);
    assert_eq!(since_main(root).1.len(), 2);
}

#[test]
fn english_in_another_checkout_is_no_part_of_the_change() {
    let folder = repository();
    let root = folder.path();
    let english = TempDir::new().unwrap();
    run(english.path(), &["init", "--quiet"]);
    fs::remove_file(root.join("bilint.toml")).unwrap();
    for page in ["backup.md", "prices.md", "größe und maß.md"] {
        fs::rename(root.join("docs/en").join(page), english.path().join(page)).unwrap();
    }
    let defect = plant(root);
    let said = bilint(root, &["--changed-since", "main", "--source", &english.path().display().to_string(), "docs/nl"]);
    assert_eq!(said.code, 1);
    assert!(said.report.contains(&defect), "{said:?}");
}

#[test]
fn what_git_cannot_tell_is_told_with_its_remedy() {
    let folder = repository();
    let root = folder.path();
    let refuses = |folder: &Path, revision: &str| {
        let said = bilint(folder, &[&format!("--changed-since={revision}")]);
        assert_eq!((said.code, said.report), (2, vec![]), "{}", said.errors);
        said.errors
    };
    let error = refuses(root, "mian");
    assert!(error.starts_with("bilint: --changed-since mian: ") && error.contains("did you mean `main`?"), "{error}");
    let error = refuses(root, "origin/main");
    assert!(error.contains("`git fetch origin main` brings it") || error.contains("did you mean"), "{error}");
    let error = refuses(root, "--output=x");
    assert!(error.contains("no such revision") && !root.join("x").exists(), "{error}");
    run(root, &["checkout", "--quiet", "--orphan", "alone"]);
    commit(root, "Alone");
    let error = refuses(root, "main");
    assert!(error.contains("no commit in common"), "{error}");
    run(root, &["checkout", "--quiet", "work"]);
    let outside = TempDir::new().unwrap();
    write(outside.path(), "nl/a.md", "# A\n");
    let error = refuses(outside.path(), "main");
    assert!(error.contains("is in no git repository"), "{error}");
    let said = bilint(root, &["--changed-since", "main", "--staged"]);
    assert_eq!(said.code, 2);
}

#[test]
fn a_shallow_checkout_is_told_how_to_become_whole() {
    let folder = repository();
    let root = folder.path();
    let stale = outdate(root);
    commit(root, "Restart more often");
    run(root, &["checkout", "--quiet", "main"]);
    replace(root, "docs/en/prices.md", "euros", "dollars");
    commit(root, "Another currency");
    let url = format!("file://{}", root.display());
    let copies = TempDir::new().unwrap();
    run(copies.path(), &["clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=work", &url, "copy"]);
    let copy = copies.path().join("copy");
    let said = bilint(&copy, &["--changed-since", "origin/main"]);
    assert_eq!((said.code, said.report), (2, vec![]));
    assert!(
        said.errors.contains("`git fetch --unshallow`") && said.errors.contains("fetch-depth: 0"),
        "{}",
        said.errors
    );
    // A branch that was never fetched under its own name.
    let said = bilint(&copy, &["--changed-since", "main"]);
    assert!(said.errors.contains("did you mean `origin/main`?"), "{}", said.errors);
    run(&copy, &["fetch", "--quiet", "--unshallow"]);
    let said = bilint(&copy, &["--changed-since", "origin/main"]);
    assert_eq!((said.report, said.code), (vec![stale], 0), "{}", said.errors);
}

#[test]
fn a_submodule_is_held_against_the_commit_that_was_named_before() {
    let folder = repository();
    let root = folder.path();
    let english = TempDir::new().unwrap();
    run(english.path(), &["init", "--quiet"]);
    write(english.path(), "backup.md", ENGLISH);
    commit(english.path(), "English");
    run(root, &["checkout", "--quiet", "main"]);
    run(root, &["rm", "--quiet", "-r", "docs/en"]);
    let url = english.path().display().to_string();
    run(root, &["submodule", "--quiet", "add", &url, "docs/en"]);
    commit(root, "English from elsewhere");
    run(root, &["checkout", "--quiet", "-B", "work"]);
    assert_eq!(since_main(root), (0, vec![]));
    let inner = root.join("docs/en");
    replace(&inner, "backup.md", "once a week", "once a day");
    commit(&inner, "Restart more often");
    run(root, &["add", "docs/en"]);
    let stale = "docs/nl/backup.md:3:28: info[stale-segment] the original changed: “week.” is now “day.”".to_owned();
    assert_eq!(since_main(root), (0, vec![stale.clone()]));
    assert_eq!(bilint(root, &["--staged"]).report, [stale]);
    commit(root, "Newer English");
    // The commit before was never fetched there.
    fs::remove_dir_all(&inner).unwrap();
    let newer = root.join(".git/modules/docs/en").display().to_string();
    run(root, &["clone", "--quiet", "--depth=1", &format!("file://{newer}"), "docs/en"]);
    let said = bilint(root, &["--changed-since", "main"]);
    assert_eq!((said.code, said.report), (0, vec![]));
    assert!(said.errors.contains("the submodule docs/en was at commit"), "{}", said.errors);
}

/// A configuration that strangers may bring runs nothing.
#[cfg(unix)]
#[test]
fn no_program_of_the_repository_is_run() {
    let folder = repository();
    let root = folder.path();
    write(root, ".gitattributes", "*.md filter=own diff=own\n");
    commit(root, "Attributes");
    run(root, &["config", "filter.own.clean", "touch ran-filter; cat"]);
    run(root, &["config", "filter.own.required", "true"]);
    run(root, &["config", "diff.own.command", "touch ran-diff"]);
    run(root, &["config", "diff.own.textconv", "touch ran-textconv; cat"]);
    run(root, &["config", "core.fsmonitor", "touch ran-monitor; false"]);
    // Names are bytes, and need not be text.
    let bytes = |text: &[u8]| [text, b"\n"].concat();
    fs::write(root.join("docs/nl/.gitattributes"), bytes(b"*.md filter=\xff")).unwrap();
    let config =
        [fs::read(root.join(".git/config")).unwrap(), bytes(b"[filter \"\xff\"]\nclean = touch ran-bytes; cat")];
    fs::write(root.join(".git/config"), config.concat()).unwrap();
    let defect = plant(root);
    assert_eq!(since_main(root), (1, vec![defect]));
    assert_eq!(bilint(root, &["--staged"]).code, 0);
    let ran = fs::read_dir(root)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("ran"));
    assert_eq!(ran.count(), 0);
}
