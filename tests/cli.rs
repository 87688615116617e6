//! The command line, seen from outside: the console blocks of the README and of `tests/cmd` are run.
//! `TRYCMD=overwrite cargo test --test cli` writes them anew.

#[test]
fn console_blocks_hold() {
    trycmd::TestCases::new().case("README.md").case("tests/cmd/*.md").env("COLUMNS", "100").env("NO_COLOR", "1");
}

/// What a stranger calls a file is no command to a terminal, and none to the service that runs a job.
#[cfg(all(unix, feature = "cli"))]
#[test]
fn the_name_of_a_file_is_no_command() {
    let folder = tempfile::tempdir().unwrap();
    let name = "x\n::error::evil\u{1b}[31m\u{9b}32m.tsv";
    std::fs::write(folder.path().join(name), "source\ttarget\nOpen it.\tÖppna  den.\n").unwrap();
    for arguments in
        [&["."][..], &["--format=pretty", "."], &["--format=github", "."], &["not there\n::error::evil.tsv"]]
    {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_bilint"));
        let output = command.arg("check").args(arguments).current_dir(folder.path()).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(said.contains("evil"), "{arguments:?}: {said}");
        assert!(!said.lines().any(|line| line.starts_with("::error::evil")), "{arguments:?}: {said}");
        assert!(!said.contains(['\u{1b}', '\u{9b}']), "{arguments:?}: {said:?}");
    }
}

/// However a folder and that of its sources are said, a page is held against the one of the same path there.
#[cfg(all(unix, feature = "cli"))]
#[test]
fn pages_are_held_against_those_of_the_same_path_from_wherever_one_stands() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().canonicalize().unwrap();
    let (en, de) = (disk.join("docs/en"), disk.join("docs/de"));
    for (root, text) in [(&en, "The scanner has 12 channels.\n"), (&de, "Der Scanner hat 21 Kanäle.\n")] {
        std::fs::create_dir_all(root.join("guide")).unwrap();
        std::fs::write(root.join("guide/page.md"), text).unwrap();
    }
    std::os::unix::fs::symlink("docs/de", disk.join("de")).unwrap();
    std::os::unix::fs::symlink("en", disk.join("docs/english")).unwrap();
    let (en, de) = (en.to_string_lossy(), de.to_string_lossy());
    for (from, said) in [
        ("docs/de", ". --source ../en"),
        ("docs/de", "./ --source ./../en/"),
        ("docs/de", "--source ../en"),
        ("docs/de", "guide --source ../en"),
        ("docs/de", "guide/page.md --source ../en"),
        ("docs/de", "guide/page.md --source ../en/guide/page.md"),
        ("docs/de", ". --source ../english"),
        ("docs/de", &format!("{de} --source {en}")),
        ("docs/de/guide", "page.md --source ../../en/guide"),
        ("docs/de/guide", "page.md --source ../../en/guide/page.md"),
        ("docs/de/guide", ".. --source ../../en"),
        ("docs/en", "../de --source ."),
        ("docs/en", "../de/ --source ./"),
        ("docs/en", &format!("{de}/ --source .")),
        ("docs/en/guide", "../../de/guide/page.md --source page.md"),
        ("docs", "de --source en"),
        ("docs", "de/guide/page.md --source en/guide/page.md"),
        ("", "de --source docs/english/"),
        ("", &format!("docs/de --source {en}")),
        ("de", ". --source ../en"),
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_bilint"));
        command.args(["check", "--isolated", "--format=concise"]).args(said.split(' ')).current_dir(disk.join(from));
        let output = command.output().unwrap();
        let found = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(found.contains("`12` became `21`"), "{said} from {from:?}: {found}");
        assert_eq!(found.lines().count(), 1, "{said} from {from:?}: {found}");
    }
}
