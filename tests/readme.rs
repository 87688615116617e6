//! The README is true: its table of checks, its configuration, its code. `BILINT_UPDATE=1` writes the table anew.
//! Its console blocks are run by `tests/cli.rs`.

use bilint::report::reference;
use bilint::{Config, Registry};
use std::fs;
use std::path::Path;

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

#[test]
fn the_commands_exist() {
    let commands = blocks(&readme(), "sh").concat();
    let flags: Vec<&str> =
        commands.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2).collect();
    assert!(flags.len() > 5, "{flags:?}");
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/arguments.rs")).unwrap();
    for flag in flags.iter().filter(|flag| **flag != "--release" && **flag != "--path") {
        let field = flag.trim_start_matches('-').replace('-', "_");
        assert!(source.contains(&format!(" {field}:")), "the README names {flag}");
    }
}
