//! The plan of the house: a module may use modules on lower floors, never a neighbour, never a higher floor.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. Modules on one line are neighbours and may not meet.
const FLOORS: &[&[&str]] = &[
    &["span"],
    &["locale"],
    &["text"],
    &["evidence"],
    &["model"],
    &["finding"],
    &["check"],
    &["align", "checks", "formats"],
    &["registry"],
    &["config"],
    &["learning", "load", "suppress"],
    &["engine"],
    &["fix"],
    &["examples", "scoreboard"],
    &["report"],
    &["cli"],
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found = Vec::new();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The modules of this crate that `text` names in code, behind `crate::`.
fn used(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        // `$crate::` stands in a macro that is expanded elsewhere.
        if code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + path.len()..];
        let group = rest.strip_prefix('{').map(|group| &group[..group.find("};").unwrap_or(group.len())]);
        for name in group.unwrap_or(rest).split(['{', ',']).take(if group.is_some() { usize::MAX } else { 1 }) {
            let name = name.trim_start();
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
            found.push(name[..end].to_owned());
        }
    }
    found
}

#[test]
fn imports_go_down() {
    let mut climbs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files(&source()) {
        let shown = path.strip_prefix(source()).unwrap().to_string_lossy().replace('\\', "/");
        if shown == "lib.rs" || shown == "main.rs" {
            continue;
        }
        let module = shown.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        let here = floor(&module).unwrap_or_else(|| panic!("`{module}` has no floor in tests/house.rs"));
        for name in used(&fs::read_to_string(&path).unwrap()) {
            if floor(&name).is_some_and(|there| name != module && there >= here) {
                climbs.entry(shown.clone()).or_default().push(name);
            }
        }
    }
    assert!(climbs.is_empty(), "imports that do not go down: {climbs:#?}");
}

#[test]
fn the_map_lists_every_module_in_the_order_of_the_floors() {
    let map = fs::read_to_string(source().join("lib.rs")).unwrap();
    let listed: Vec<&str> = map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let floors: Vec<usize> = listed.iter().map(|module| floor(module).expect("a floor")).collect();
    assert!(floors.is_sorted(), "lib.rs lists {listed:?}");
    assert_eq!(listed.len(), FLOORS.iter().map(|floor| floor.len()).sum::<usize>());
}

#[test]
fn every_file_says_what_lives_in_it() {
    for path in files(&source()) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} begins without a module doc", path.display());
    }
}

#[test]
fn the_reader_of_imports_reads_groups() {
    let text = "use crate::{span::Span, text::{words, numbers}};\nlet x = crate::model::Place;\n// crate::cli\n";
    let names = used(text);
    assert!(names.starts_with(&["span".to_owned(), "text".to_owned()]), "{names:?}");
    assert!(names.contains(&"model".to_owned()) && !names.contains(&"cli".to_owned()), "{names:?}");
}
