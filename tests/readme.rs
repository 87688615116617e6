//! The README is true: its table of checks, its configuration, its code. `BILINT_UPDATE=1` writes the table anew.
//! Its console blocks are run by `tests/cli.rs`, its Rust with the docs of the crate, and every other command here.

#![cfg(all(unix, feature = "cli"))]

use bilint::report::reference;
use bilint::{Config, Registry};
use std::fs;
use std::path::Path;
use std::process::Command;

const OPEN: &str = "<!-- checks -->\n";
const CLOSE: &str = "<!-- /checks -->";

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The bodies of the fences that begin with `language`.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("\n```{language}\n");
    text.split(&opening).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_table_of_checks_is_true() {
    let text = readme();
    let (before, rest) = text.split_once(OPEN).expect("the table's beginning");
    let (table, after) = rest.split_once(CLOSE).expect("the table's end");
    let mut out = Vec::new();
    reference::write_table(&Registry::builtin(), &mut out).unwrap();
    let expected = String::from_utf8(out).unwrap();
    if std::env::var_os("BILINT_UPDATE").is_some() {
        let text = format!("{before}{OPEN}{expected}{CLOSE}{after}");
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), text).unwrap();
    } else {
        assert!(table == expected, "the README's table of checks is old; BILINT_UPDATE=1 writes it anew");
    }
}

#[test]
fn the_configuration_is_understood() {
    let configurations = blocks(&readme(), "toml");
    let said = configurations.iter().find(|block| block.contains("do-not-translate")).unwrap();
    let config = Config::parse(said, "bilint.toml").unwrap();
    bilint::Settings::new(&config, &Registry::builtin(), Vec::new(), "bilint.toml", said).unwrap();
}

/// Commands that no test runs, and why.
const NOT_RUN: &[(&str, &str)] = &[
    ("cargo run ", "compiles bilint anew; the last step of .ci/run"),
    ("cargo test", "would run this test"),
    ("cargo install --path .", "compiles bilint anew"),
    ("cargo install --locked --git ", "needs the network"),
];

/// The heading of the commands that build on each other.
const GATE: &str = "From nothing to a gate in five minutes";

/// A command of the page, and the heading that it stands under.
#[derive(Debug)]
struct Line {
    heading: String,
    command: String,
}

/// Every command of the page: the lines of `sh` blocks, those of `script` in YAML, and code in mid-sentence that calls
/// bilint.
fn commands(text: &str) -> Vec<Line> {
    let (mut found, mut heading, mut fence) = (Vec::new(), String::new(), None::<String>);
    let mut add = |heading: &String, command: &str| {
        found.push(Line { heading: heading.clone(), command: command.trim().to_owned() });
    };
    for line in text.lines() {
        match (&fence, line.strip_prefix("```").map(|rest| rest.trim_start_matches('`'))) {
            (None, Some(language)) => fence = Some(language.to_owned()),
            (Some(_), Some("")) => fence = None,
            (Some(language), _) if language == "sh" => add(&heading, line.split(" #").next().unwrap()),
            (None, _) if line.starts_with('#') => line.trim_start_matches(['#', ' ']).clone_into(&mut heading),
            (None, _) if !line.starts_with('|') => {
                let code = line.split('`').skip(1).step_by(2);
                code.filter(|code| code.starts_with("bilint ") || code.starts_with("cargo "))
                    .for_each(|it| add(&heading, it));
            }
            _ => {}
        }
    }
    found
}

/// The YAML of the page whose first line names the file `name`.
fn yaml(name: &str) -> serde_json::Value {
    let blocks = blocks(&readme(), "yaml");
    let block = blocks.iter().find(|block| block.starts_with(&format!("# {name}\n"))).expect(name);
    serde_saphyr::from_str(block).unwrap()
}

/// A newcomer's machine: bilint on the path, and folders to work in.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A repository with English and Dutch pages, where one is untranslated in part, and a folder of Italian ones.
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.write("site/hugo.toml", "title = \"Servers\"\n");
        desk.write("site/docs/en/list.md", "# Servers\n\nOpen the list of servers.\n\nThe list shows every server.\n");
        desk.write("site/docs/de/list.md", "# Server\n\nOpen the list of servers.\n\nDie  Liste zeigt jeden Server.\n");
        desk.write("site/docs/en/page.md", "# Logs\n\nEvery server writes a log.\n");
        desk.write("site/docs/de/page.md", "# Protokolle\n\nJeder Server schreibt ein Protokoll.\n");
        desk.write("en-us/page.md", "# Logs\n\nEvery server writes a log.\n");
        desk.write("site/it-it/page.md", "# Registri\n\nEvery server writes a log.\n");
        desk.done("site", "git init --quiet --initial-branch=main && git add . && git commit --quiet -m Pages");
        desk
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Runs `command` in `folder`. Returns its exit code and all that it said.
    fn run(&self, folder: &str, command: &str) -> (i32, String) {
        let programs = Path::new(env!("CARGO_BIN_EXE_bilint")).parent().unwrap();
        let path = std::env::join_paths(
            std::iter::once(programs.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
        );
        let mut shell = Command::new("sh");
        shell.args(["-c", command]).current_dir(self.folder.path().join(folder)).env("PATH", path.unwrap());
        for (name, value) in [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null")] {
            shell.env(name, value);
        }
        for who in ["AUTHOR", "COMMITTER"] {
            shell.env(format!("GIT_{who}_NAME"), "test").env(format!("GIT_{who}_EMAIL"), "test@example.com");
        }
        let output = shell.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8_lossy(&said).into_owned())
    }

    /// Runs `command`, which is to end well.
    fn done(&self, folder: &str, command: &str) -> String {
        let (code, said) = self.run(folder, command);
        assert_eq!(code, 0, "{command}\n{said}");
        said
    }

    /// Runs a command of the page: it may find something, and is understood.
    fn understood(&self, folder: &str, command: &str) {
        let (code, said) = self.run(folder, &command.replace(" ID", " missing-number"));
        assert!(code == 0 || code == 1 && command.starts_with("bilint check"), "{command} ended with {code}\n{said}");
    }
}

#[test]
fn every_command_is_run() {
    let (commands, desk) = (commands(&readme()), Desk::new());
    assert!(commands.len() > 20, "{commands:#?}");
    for Line { heading, command } in &commands {
        // Those of the gate are run by the test of it.
        if heading != GATE && !NOT_RUN.iter().any(|(start, _)| command.starts_with(start)) {
            desk.understood("site", command);
        }
    }
    for (start, why) in NOT_RUN {
        assert!(commands.iter().any(|line| line.command.starts_with(start)), "`{start}` is not on the page: {why}");
    }
}

#[test]
fn the_gate_holds() {
    let desk = Desk::new();
    let gate = commands(&readme()).into_iter().filter(|line| line.heading == GATE).map(|line| line.command);
    let gate: Vec<String> = gate.filter(|command| !command.starts_with("cargo install")).collect();
    let split = gate.iter().position(|command| command.starts_with("git add")).unwrap();
    for command in &gate[..=split] {
        desk.understood("site", command);
    }
    let check = &gate[split - 1];
    desk.done("site", check);
    desk.done("site", "git commit --quiet -m 'The gate'");

    // A branch, seen from a clone as a build sees it: what was accepted is let pass, what it adds is not.
    desk.done("", "git clone --quiet --bare site origin.git && git clone --quiet origin.git work");
    desk.done("work", "git checkout --quiet -b change");
    let anywhere = gate.iter().find(|command| command.contains("origin/main")).unwrap();
    gate[split + 1..].iter().for_each(|command| desk.understood("work", command));
    desk.done("work", "git checkout --quiet .");
    desk.done("work", anywhere);
    desk.write("work/docs/de/page.md", "# Protokolle\n\nEvery server writes a log.\n");
    desk.done("work", "git commit --quiet --all -m 'A new defect'");
    let base = desk.done("work", "git rev-parse origin/main");
    for command in [check, anywhere] {
        let (code, said) = desk.run("work", command);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("docs/de/page.md:3:1") && !said.contains("docs/de/list.md:3"), "{said}");
    }

    // What GitLab would run; the installation needs the network.
    let script = &yaml(".gitlab-ci.yml")["translations"]["script"];
    let [install, lint] = [0, 1].map(|line| script[line].as_str().unwrap());
    assert!(install.starts_with("cargo install --locked --git "));
    let (code, said) = desk.run("work", &format!("CI_MERGE_REQUEST_DIFF_BASE_SHA={}; {lint}", base.trim()));
    assert_eq!(code, 1, "{said}");
    let reports = yaml(".gitlab-ci.yml")["translations"]["artifacts"]["reports"].clone();
    for report in reports.as_object().unwrap().values() {
        let report = fs::read_to_string(desk.folder.path().join("work").join(report.as_str().unwrap())).unwrap();
        assert!(report.contains("docs/de/page.md"), "{report}");
    }
}

#[test]
fn the_snippets_name_what_is_there() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    // .ci/pre-commit runs the hooks.
    let hooks: serde_json::Value = serde_saphyr::from_str(&read(".pre-commit-hooks.yaml")).unwrap();
    let known: Vec<_> = hooks.as_array().unwrap().iter().map(|hook| &hook["id"]).collect();
    let repository = &yaml(".pre-commit-config.yaml")["repos"][0];
    assert!(known.contains(&&repository["hooks"][0]["id"]), "{known:?}");
    let version = format!("v{}", env!("CARGO_PKG_VERSION"));
    assert_eq!(repository["rev"], version.as_str());
    // tests/action.rs runs the action.
    let action: serde_json::Value = serde_saphyr::from_str(&read(".github/actions/bilint/action.yml")).unwrap();
    let steps = &yaml(".github/workflows/translations.yml")["jobs"]["translations"]["steps"];
    let ours = &steps[1];
    assert_eq!(ours["uses"], format!("OWNER/bilint/.github/actions/bilint@{version}"));
    let inputs = action["inputs"].as_object().unwrap();
    assert!(ours["with"].as_object().unwrap().keys().all(|name| inputs.contains_key(name)), "{ours}");
    assert_eq!(ours["with"]["sarif"], steps[2]["with"]["sarif_file"]);
}

#[test]
fn the_hooks_are_for_the_pages_that_are_read() {
    let hooks = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml")).unwrap();
    let endings = bilint::formats::markdown::MARKDOWN.extensions.join("|");
    assert_eq!(hooks.matches(&format!("files: \\.({endings})$\n")).count(), hooks.matches("- id:").count());
}
