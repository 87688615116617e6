//! Decisions that last: what was accepted stays accepted while the text stays, and nothing is accepted by chance.
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Two pages in two languages with many kinds of defects: within segments, in front matter, between blocks, of a page.
const ENGLISH: &str = "---\ntitle: Restore a server\ndescription: How to restore.\n---\n\n# Restore a server\n\n\
    Open the [log](log.md) and wait for 12 minutes before you go on with the next server in the list of 5.\n\n\
    Keep the recovery key in a safe place, because nobody can open a backup without it.\n\n\
    Copies are kept for 30 days. Contact [support](help.md) if a backup fails.\n";
const DUTCH: &str = "---\ntitel: Een server terugzetten\ndescription: Hoe u terugzet.\n---\n\n\
    # Een server terugzetten\n\n\
    Open het [logboek](log.md) en wacht 21 minuten voordat u verdergaat met de de volgende server in de lijst van 5.\n\n\
    Kopieën blijven 30 dagen bewaard. Neem contact op met [ondersteuning](help.md) als een back-up mislukt.\n";

/// A side-by-side page with a word that stands twice.
const SIDE_BY_SIDE: &str = "<span data-ttu-id=\"a-1\">Open de de map van de server.</span>\
    <span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">Open the folder of the server.</span></span>\n\n\
    <span data-ttu-id=\"a-2\">Sluit het venster.</span>\
    <span class=\"sxs-lookup\"><span data-stu-id=\"a-2\">Close the window.</span></span>\n";

const SETTINGS: &str = "baseline = \"lint/accepted.jsonl\"\n\n[[docset]]\nsource = \"en/**/*.md\"\n\
    target = \"{locale}/**/*.md\"\n";

/// A folder with translations.
struct Tree(TempDir);

/// What a command did.
struct Done {
    code: i32,
    out: String,
    error: String,
}

impl Tree {
    fn new(files: &[(&str, &str)]) -> Self {
        let tree = Self(TempDir::new().unwrap());
        for (path, text) in files {
            tree.write(path, text);
        }
        tree
    }

    /// A tree with a page of each kind, all of whose findings are accepted.
    fn accepted() -> Self {
        let pages = [("en/page.md", ENGLISH), ("nl/page.md", DUTCH), ("nl/sxs.md", SIDE_BY_SIDE)];
        let tree = Self::new(&pages);
        tree.write("bilint.toml", SETTINGS);
        tree.write("lint/.keep", "");
        tree.run(&["baseline", "--reason", "as it was"]).ends(0);
        let checks: Vec<String> = tree.entries().iter().map(|it| it["check"].as_str().unwrap().to_owned()).collect();
        for check in ["doubled-word", "missing-number", "missing-block", "missing-front-matter-key"] {
            assert!(checks.iter().any(|it| it == check), "{check} finds nothing: {checks:?}");
        }
        tree
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Replaces `old`, which stands in the file, by `new`.
    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} does not hold {old:?}");
        self.write(path, &text.replace(old, new));
    }

    fn rename(&self, from: &str, to: &str) {
        fs::create_dir_all(self.path(to).parent().unwrap()).unwrap();
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    fn entries(&self) -> Vec<serde_json::Value> {
        let text = self.read("lint/accepted.jsonl");
        text.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn run(&self, arguments: &[&str]) -> Done {
        self.run_in("", arguments)
    }

    fn run_in(&self, folder: &str, arguments: &[&str]) -> Done {
        let output = Command::new(Path::new(env!("CARGO_BIN_EXE_bilint")))
            .args(arguments)
            .current_dir(self.path(folder))
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Done { code: output.status.code().unwrap(), out: text(output.stdout), error: text(output.stderr) }
    }

    /// Neither a new finding nor an entry that is not needed.
    #[track_caller]
    fn is_quiet(&self) {
        let done = self.run(&["check", "--fail-on-new"]).ends(0);
        assert!(!done.out.contains('['), "{}", done.out);
    }
}

impl Done {
    #[track_caller]
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.error);
        self
    }

    /// The checks of the concise report, in its order.
    fn checks(&self) -> Vec<&str> {
        self.out.lines().filter_map(|line| Some(line.split_once('[')?.1.split_once(']')?.0)).collect()
    }
}

#[test]
fn what_is_accepted_stays_in_the_report() {
    let tree = Tree::accepted();
    let before = tree.entries().len();
    tree.edit("bilint.toml", "baseline", "# baseline");
    let open = tree.run(&["check", "--severity", "info"]).ends(1);
    tree.edit("bilint.toml", "# baseline", "baseline");
    let done = tree.run(&["check", "--format", "json"]).ends(0);
    let report: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    let settled = report["settled"].as_array().unwrap();
    assert_eq!(settled.len(), open.checks().len());
    assert!(before > 4 && before <= settled.len());
    for finding in settled {
        assert_eq!(finding["decision"], serde_json::json!({"by": "baseline", "reason": "as it was", "expires": null}));
    }
    let done = tree.run(&["check"]).ends(0);
    assert_eq!(done.out, format!("{} accepted by the baseline\n", settled.len()));
}

#[test]
fn fingerprints_survive_what_does_not_concern_them() {
    type Change = (&'static str, fn(&Tree));
    let changes: [Change; 9] = [
        ("an edit elsewhere", |tree| {
            tree.edit("nl/page.md", "Kopieën blijven", "Alle kopieën blijven");
            tree.edit("en/page.md", "Copies are", "All copies are");
            tree.edit("nl/sxs.md", "Sluit het venster", "Sluit dit venster");
        }),
        ("text above", |tree| {
            tree.edit("nl/page.md", "\n\nOpen", "\n\nDit is nieuw.\n\nOpen");
            tree.edit("en/page.md", "\n\nOpen", "\n\nThis is new.\n\nOpen");
        }),
        ("new line breaks", |tree| {
            tree.edit("nl/page.md", "wacht 21 minuten", "wacht 21\nminuten");
            tree.edit("nl/page.md", "de de volgende", "de de\nvolgende");
            tree.edit("en/page.md", "because nobody", "because\nnobody");
        }),
        ("Windows", |tree| {
            for path in ["nl/page.md", "en/page.md", "nl/sxs.md", "lint/accepted.jsonl"] {
                tree.edit(path, "\n", "\r\n");
            }
        }),
        ("a page moved, in both languages", |tree| {
            tree.rename("nl/page.md", "nl/servers/restore.md");
            tree.rename("en/page.md", "en/servers/restore.md");
            tree.rename("nl/sxs.md", "nl/deep/er/sxs.md");
        }),
        ("spans numbered anew", |tree| tree.edit("nl/sxs.md", "\"a-1\"", "\"b-77\"")),
        ("a sentence goes to another page", |tree| {
            let (first, rest) = SIDE_BY_SIDE.split_once("\n\n").unwrap();
            tree.write("nl/sxs.md", rest);
            tree.write("nl/other.md", first);
        }),
        ("the baseline moves", |tree| {
            tree.rename("lint/accepted.jsonl", "accepted.jsonl");
            tree.edit("bilint.toml", "lint/accepted.jsonl", "accepted.jsonl");
            tree.edit("accepted.jsonl", "\"../nl/", "\"nl/");
        }),
        ("the order of the entries", |tree| {
            let text = tree.read("lint/accepted.jsonl");
            let (header, entries) = text.split_once('\n').unwrap();
            let reversed: Vec<&str> = entries.lines().rev().collect();
            tree.write("lint/accepted.jsonl", &format!("{header}\n{}", reversed.join("\n")));
        }),
    ];
    for (name, change) in changes {
        let tree = Tree::accepted();
        tree.is_quiet();
        change(&tree);
        let done = tree.run(&["check", "--fail-on-new"]);
        assert_eq!((done.code, done.checks()), (0, Vec::new()), "{name}: {}{}", done.out, done.error);
    }
}

#[test]
fn a_run_in_another_folder_finds_the_same() {
    let tree = Tree::accepted();
    let done = tree.run_in("nl", &["check", "--fail-on-new"]).ends(0);
    assert_eq!(done.checks(), [""; 0]);
    let done = tree.run_in("nl", &["check", "--fail-on-new", "sxs.md"]).ends(0);
    assert_eq!(done.checks(), [""; 0]);
    let before = tree.read("lint/accepted.jsonl");
    let done = tree.run_in("en", &["baseline", "../nl"]).ends(0);
    assert_eq!(tree.read("lint/accepted.jsonl"), before, "{}", done.error);
}

#[test]
fn a_change_of_what_was_accepted_wakes_it() {
    let tree = Tree::accepted();
    tree.edit("nl/page.md", "de de volgende", "de de laatste");
    tree.edit("en/page.md", "Keep the recovery", "Keep each recovery");
    let done = tree.run(&["check", "--fail-on-new"]).ends(1);
    let mut checks = done.checks();
    checks.sort_unstable();
    assert_eq!(checks, ["doubled-word", "missing-block", "stale-baseline-entry", "stale-baseline-entry"]);
    let done = tree.run(&["baseline"]).ends(0);
    assert!(done.error.contains("2 added") && done.error.contains("2 removed"), "{}", done.error);
    tree.is_quiet();
}

#[test]
fn an_entry_accepts_as_many_as_it_counts() {
    let tree = Tree::accepted();
    let (first, _) = SIDE_BY_SIDE.split_once("\n\n").unwrap();
    let twice = format!("{}\n\n{}", first, first.replace("a-1", "a-2"));
    tree.write("nl/sxs.md", &twice);
    tree.run(&["baseline"]).ends(0);
    let is_ours = |entry: &&serde_json::Value| entry["path"] == "../nl/sxs.md";
    let counts: Vec<_> = tree.entries().iter().filter(is_ours).map(|it| it["count"].clone()).collect();
    assert_eq!(counts.iter().map(|count| count.as_u64().unwrap()).sum::<u64>(), 2, "{counts:?}");
    tree.is_quiet();
    tree.write("nl/sxs.md", &format!("{twice}\n\n{}", first.replace("a-1", "a-3")));
    let done = tree.run(&["check", "--fail-on-new"]).ends(1);
    assert_eq!(done.checks(), ["doubled-word"]);
    assert!(done.out.starts_with("nl/sxs.md:5:"), "the third is open: {}", done.out);
}

#[test]
fn what_changes_beside_a_finding_does_not_wake_it() {
    let tree = Tree::accepted();
    // Another wording of the English around what is missing, and mended blanks and marks beside a doubled word.
    tree.edit("en/page.md", "before you go on with", "until you continue with");
    tree.edit("nl/page.md", "de de volgende server in", "de de volgende  server, in");
    let done = tree.run(&["check", "--fail-on", "warning", "--ignore", "doubled-space,stale-segment"]).ends(0);
    assert!(!done.out.contains("doubled-word") && !done.out.contains("missing-number"), "{}", done.out);
}

#[test]
fn counts_may_only_fall() {
    let tree = Tree::accepted();
    tree.edit("nl/sxs.md", "de de map", "de map");
    let done = tree.run(&["check", "--fail-on-new", "--ignore", "stale-baseline-entry"]).ends(1);
    assert!(done.error.contains("run `bilint baseline --prune`"), "{}", done.error);
    assert_eq!(tree.run(&["check"]).ends(0).checks(), ["stale-baseline-entry"]);
    // A new defect is not accepted in the place of the old one.
    tree.edit("nl/sxs.md", "Sluit het venster", "Sluit dan dan het venster");
    let done = tree.run(&["baseline", "--prune"]).ends(0);
    assert!(done.error.contains(": 0 added, ") && done.error.contains(", 1 removed"), "{}", done.error);
    assert_eq!(tree.run(&["check", "--fail-on-new"]).ends(1).checks(), ["doubled-word"]);
    let done = tree.run(&["baseline", "--prune"]).ends(0);
    assert!(done.error.ends_with(", 0 removed\n"), "{}", done.error);
}

#[test]
fn what_was_not_linted_is_left_alone() {
    let tree = Tree::accepted();
    let before = tree.read("lint/accepted.jsonl");
    tree.edit("nl/sxs.md", "de de map", "de map");
    for arguments in
        [&["baseline", "nl/page.md"][..], &["baseline", "--prune", "nl/page.md"], &["baseline", "--select", "links"]]
    {
        tree.run(arguments).ends(0);
        assert_eq!(tree.read("lint/accepted.jsonl"), before, "{arguments:?}");
    }
    assert_eq!(tree.run(&["check", "nl/page.md", "--fail-on-new"]).ends(0).checks(), [""; 0]);
    // The entry of a page that is there, and was not linted, is not at the disposal of others.
    tree.write("nl/copy.md", SIDE_BY_SIDE);
    assert_eq!(tree.run(&["check", "nl/copy.md", "--fail-on-new"]).ends(1).checks(), ["doubled-word"]);
    // A page that is gone is known to be when all is linted.
    fs::remove_file(tree.path("nl/copy.md")).unwrap();
    fs::remove_file(tree.path("nl/sxs.md")).unwrap();
    assert_eq!(tree.run(&["check", "nl/page.md", "--fail-on-new"]).ends(0).checks(), [""; 0]);
    assert_eq!(tree.run(&["check"]).ends(0).checks(), ["stale-baseline-entry"]);
    tree.run(&["baseline", "--prune"]).ends(0);
    tree.is_quiet();
}

#[test]
fn what_is_said_of_a_page_stays_with_it() {
    let tree =
        Tree::new(&[("de/one.md", "# Eins\n\nDas ist ein Text.\n"), ("nl/two.md", "# Twee\n\nDit is een tekst.\n")]);
    tree.write("bilint.toml", "baseline = \"lint/accepted.jsonl\"\nselect = [\"missing-original\", \"format\"]\n");
    tree.write("lint/.keep", "");
    tree.run(&["baseline"]).ends(0);
    assert_eq!(tree.entries().len(), 2);
    tree.is_quiet();
    tree.rename("de/one.md", "de/first.md");
    tree.is_quiet();
    // Another page is another matter.
    tree.write("de/first.md", "# Zwei\n\nDas ist ein anderer Text.\n");
    let done = tree.run(&["check", "--fail-on-new"]).ends(1);
    assert_eq!(done.checks(), ["missing-original", "stale-baseline-entry"]);
}

#[test]
fn an_entry_expires() {
    let tree = Tree::accepted();
    let done = tree.run(&["baseline", "--expires", "2020-02-29"]).ends(2);
    assert_eq!(done.error, "bilint: --expires: 2020-02-29 has come already\n");
    let done = tree.run(&["baseline", "--expires", "2999-02-29"]).ends(2);
    assert!(done.error.contains("`2999-02-29` is no day"), "{}", done.error);
    tree.run(&["baseline", "--expires", "2999-02-28"]).ends(0);
    assert!(tree.entries().iter().all(|entry| entry.get("expires").is_none()), "what is known keeps its terms");
    let text = tree.read("lint/accepted.jsonl");
    let line = text.lines().find(|line| line.contains("doubled-word") && line.contains("sxs.md")).unwrap();
    let with = |day: &str| line.replace("\"count\":1", &format!("\"count\":1,\"expires\":\"{day}\""));
    tree.write("lint/accepted.jsonl", &text.replace(line, &with("2999-01-01")));
    tree.is_quiet();
    tree.write("lint/accepted.jsonl", &text.replace(line, &with("2020-01-01")));
    let done = tree.run(&["check", "--fail-on-new"]).ends(1);
    assert_eq!(done.checks(), ["doubled-word", "stale-baseline-entry"]);
    assert!(done.out.contains("the entry has expired on 2020-01-01"), "{}", done.out);
    let done = tree.run(&["baseline"]).ends(0);
    assert!(done.error.contains("1 of those kept have expired"), "{}", done.error);
    assert!(tree.read("lint/accepted.jsonl").contains("2020-01-01"), "a date is not lifted by the way");
    tree.run(&["baseline", "--expires", "2999-01-01"]).ends(0);
    tree.is_quiet();
    assert_eq!(tree.read("lint/accepted.jsonl").matches("\"reason\":\"as it was\"").count(), tree.entries().len());
}

#[test]
fn the_day_on_which_it_wakes_is_told_in_every_form() {
    let tree = Tree::new(&[("nl/page.md", SIDE_BY_SIDE)]);
    tree.run(&["baseline", "--reason", "theirs", "--expires", "2999-02-28"]).ends(0);
    let check = |form: &str| {
        let done = tree.run(&["check", "--baseline", "bilint-baseline.jsonl", "--format", form]);
        assert_eq!(done.code, 0, "{form}: {}", done.error);
        done.out
    };
    for form in ["concise", "pretty", "markdown", "json", "sarif", "junit", "html"] {
        let said = check(form);
        assert!(said.contains("2999-02-28"), "{form}: {said}");
    }
    let sarif: serde_json::Value = serde_json::from_str(&check("sarif")).unwrap();
    let suppression = &sarif["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppression["justification"], "theirs (expires on 2999-02-28)");
    assert!(
        check("concise").ends_with("accepted by the baseline, the first until 2999-02-28\n"),
        "{}",
        check("concise")
    );
    let page = check("html");
    assert!(page.contains(r#""decision":{"by":"baseline","reason":"theirs","expires":"2999-02-28"}"#));
}

#[test]
fn what_fails_a_run_fails_in_the_report_of_it() {
    let text = SIDE_BY_SIDE.replace("de de", "de").replace("Sluit het", "Sluit  het");
    let tree = Tree::new(&[("nl/page.md", &text), ("old.jsonl", "{\"bilint-baseline\":1}\n")]);
    let check = ["check", "nl", "--baseline", "old.jsonl", "--format", "junit"];
    assert!(tree.run(&check).ends(0).out.contains("failures=\"0\""), "an info fails nothing");
    let done = tree.run(&[&check[..], &["--fail-on-new"]].concat()).ends(1);
    assert!(done.out.contains("<testsuites name=\"bilint\" tests=\"1\" failures=\"1\""), "{}", done.out);
}

#[test]
fn a_file_that_is_no_baseline_is_refused_with_its_line() {
    let tree = Tree::accepted();
    let text = tree.read("lint/accepted.jsonl");
    let (header, entries) = text.split_once('\n').unwrap();
    let (first, rest) = entries.split_once('\n').unwrap();
    let conflict = format!("{header}\n<<<<<<< HEAD\n{first}\n=======\n{first}\n>>>>>>> other\n{rest}");
    for (text, told) in [
        (conflict.as_str(), ":2: the conflict of a merge is not resolved: keep the lines of both sides"),
        (&format!("{header}\n{}\n", &first[..40]), ":2: EOF while parsing a string"),
        (&text.replacen("\"count\"", "\"cuont\"", 1), ":2: unknown key `cuont`; did you mean `count`?"),
        (&text.replacen("\"count\":1", "\"count\":0", 1), ":2: `count` is at least 1"),
        (&text.replacen("\"fingerprint\":\"", "\"fingerprint\":\"x", 1), ":2: `fingerprint`: `x"),
        (&text.replacen("\"count\":1", "\"count\":18446744073709551615", 1), ":2: `count` is at most"),
        (&text.replacen("\"reason\":", "\"expires\":\"soon\",\"reason\":", 1), ":2: `expires`: `soon` is no day"),
        (entries, ":1: this is no baseline, which begins with {\"bilint-baseline\":1}"),
        ("", ": this is no baseline"),
        ("{\"bilint-baseline\":2}\n", ":1: the baseline is of version 2; this bilint reads 1"),
    ] {
        tree.write("lint/accepted.jsonl", text);
        for command in ["check", "baseline"] {
            let done = tree.run(&[command]).ends(2);
            assert!(done.error.starts_with(&format!("bilint: lint/accepted.jsonl{told}")), "{}", done.error);
            assert_eq!(tree.read("lint/accepted.jsonl"), text, "a file that is not understood is not written over");
        }
    }
    // Both sides of a merge, one beside the other, are no conflict.
    tree.write("lint/accepted.jsonl", &format!("{header}\n{rest}{first}\n"));
    tree.is_quiet();
    fs::remove_file(tree.path("lint/accepted.jsonl")).unwrap();
    let done = tree.run(&["check"]).ends(2);
    assert_eq!(done.error, "bilint: lint/accepted.jsonl: no such file; `bilint baseline` writes it\n");
    let done = tree.run(&["check", "--isolated", "--fail-on-new", "nl"]).ends(2);
    assert!(done.error.starts_with("bilint: --fail-on-new: there is no baseline; name it"), "{}", done.error);
}

#[test]
fn a_new_finding_is_a_new_line() {
    let tree = Tree::accepted();
    let before = tree.read("lint/accepted.jsonl");
    tree.edit("nl/sxs.md", "Sluit het venster", "Sluit dan dan het venster");
    tree.run(&["baseline", "--reason", "later"]).ends(0);
    let after = tree.read("lint/accepted.jsonl");
    let new: Vec<&str> = after.lines().filter(|line| !before.contains(*line)).collect();
    assert_eq!(after.lines().count(), before.lines().count() + 1);
    assert!(new.len() == 1 && new[0].contains("\"reason\":\"later\""), "{new:?}");
    assert!(new[0].contains("\"text\":\"Sluit dan dan het venster.\""), "{new:?}");
    let paths: Vec<String> = tree.entries().iter().map(|entry| entry["path"].as_str().unwrap().to_owned()).collect();
    assert!(paths.is_sorted());
}

#[test]
fn what_is_ignored_for_nothing_is_told_when_all_was_linted() {
    let tree = Tree::new(&[("nl/sxs.md", SIDE_BY_SIDE)]);
    let said = "ignore = [\"links\"]\n\n\
        [[overrides]]\npaths = [\"legal/**\"]\nignore = [\"doubled-word\"]\n\n\
        [[overrides]]\nlocales = [\"nl\"]\nignore = [\"doubled-word\", \"doubled-space\", \"numbers\", \"broken-link\"]\n\n\
        [[overrides]]\nlocales = [\"tr\"]\nignore = [\"spacing\"]\n";
    tree.write("bilint.toml", said);
    let done = tree.run(&["check"]).ends(0);
    let told: Vec<&str> = done.out.lines().collect();
    assert_eq!(
        told,
        [
            "bilint.toml:5:11: info[stale-ignore] nothing is ignored: no page has these paths and locales",
            "bilint.toml:9:27: info[stale-ignore] `doubled-space` is ignored for nothing: it finds nothing there",
            "bilint.toml:13:11: info[stale-ignore] nothing is ignored: no page has these paths and locales",
        ],
        // `numbers` has checks for other readers, and `broken-link` does not run: of these nobody knows.
    );
    for part in [&["check", "nl"][..], &["check", "--select", "all"], &["check", "--audience", "pedantic"]] {
        assert!(!tree.run(part).out.contains("stale-ignore"), "{part:?}");
    }
    assert_eq!(tree.run_in("nl", &["check"]).ends(0).out, "", "a folder below is a part");
    tree.write("bilint.toml", "paths = [\"nl\"]\nignore = [\"links\", \"broken-link\"]\n");
    let done = tree.run_in("nl", &["check"]).ends(0);
    assert!(done.out.contains("bilint.toml:2:20: info[stale-ignore] `broken-link` is ignored"), "{}", done.out);
}

#[test]
fn reasons_are_asked_for_where_they_are_wanted() {
    let tree = Tree::accepted();
    tree.run(&["baseline", "-o", "lint/accepted.jsonl"]).ends(0);
    tree.edit("lint/accepted.jsonl", "\"reason\":\"as it was\",", "");
    let page = format!("<!-- bilint: ignore[doubled-word] -->\n{SIDE_BY_SIDE}");
    tree.write("nl/directive.md", &page);
    tree.is_quiet();
    tree.edit("bilint.toml", "baseline", "require-reasons = true\nbaseline");
    let done = tree.run(&["check"]).ends(1);
    let checks = done.checks();
    assert_eq!(checks.len(), tree.entries().len() + 1);
    assert!(checks.iter().all(|check| *check == "missing-reason"), "{checks:?}");
    assert!(done.out.contains("nl/directive.md:1:1: warning[missing-reason] the directive does not say why"));
    tree.run(&["check", "--ignore", "missing-reason"]).ends(0);
}

#[test]
fn excluded_paths_are_those_below_the_configuration() {
    let tree = Tree::new(&[("docs/nl/drafts/a.md", SIDE_BY_SIDE), ("docs/drafts/nl/b.md", SIDE_BY_SIDE)]);
    tree.write("docs/bilint.toml", "exclude = [\"drafts/**\"]\n");
    for (folder, shown) in [("docs", "nl/drafts/a.md:1:"), ("", "docs/nl/drafts/a.md:1:")] {
        let done =
            tree.run_in(folder, &["check", "--config", &tree.path("docs/bilint.toml").to_string_lossy()]).ends(1);
        assert!(done.out.starts_with(shown) && done.checks() == ["doubled-word"], "{}", done.out);
    }
}
