//! The command line, seen from outside: the console blocks of the README and of `tests/cmd` are run.
//! `TRYCMD=overwrite cargo test --test cli` writes them anew.

#[test]
fn console_blocks_hold() {
    trycmd::TestCases::new().case("README.md").case("tests/cmd/*.md").env("COLUMNS", "100").env("NO_COLOR", "1");
}
