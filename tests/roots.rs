//! Pages find their originals however the folder they lie in was said. One test, because it changes the current folder.

use bilint::config::{Config, Settings};
use bilint::{Registry, load};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn a_folder_may_be_said_as_a_dot_or_from_the_root_of_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    // On some machines the folder for such files is a link.
    let disk = folder.path().canonicalize().unwrap();
    for (path, text) in [("english/guide/start.md", "# Start\n"), ("german/guide/start.md", "# Anfang\n")] {
        let path = disk.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let within = disk.join("german");
    env::set_current_dir(&within).unwrap();
    for said in [Path::new("."), Path::new("guide"), Path::new("guide/start.md"), &within, &within.join("guide")] {
        for english in [PathBuf::from("../english"), disk.join("english")] {
            assert!(pairs(said, english.clone()), "{} with {}", said.display(), english.display());
        }
    }
    assert!(!pairs(Path::new("."), disk.join("english/guide")), "the path is another");
}

/// Whether the only page of the folder `said` finds its original in the folder `english`.
fn pairs(said: &Path, english: PathBuf) -> bool {
    let mut settings = Settings::new(&Config::default(), &Registry::builtin(), Vec::new(), "", "").unwrap();
    settings.source_roots = vec![english];
    let loaded = load::read(&[said.to_owned()], &settings, &env::current_dir().unwrap());
    let (_, page) = loaded.sources.files().next().unwrap();
    page.original.is_some()
}
