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
