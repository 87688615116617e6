//! Redirect maps of a repository, seen from a folder within it.

use bilint::config::{Config, Settings};
use bilint::{Linter, Registry, load};
use std::fs;
use std::path::Path;

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The messages about links in the folder `docs` of the repository at `root`, and what else is told.
fn found(root: &Path) -> (Vec<String>, Vec<String>) {
    let registry = Registry::builtin();
    let config = Config { select: vec!["links".to_owned()], ..Config::default() };
    let settings = Settings::new(&config, &registry, Vec::new(), "", "").unwrap();
    let linter = Linter::new(&registry, &settings).unwrap();
    let loaded = load::read(&[root.join("docs")], &settings, root);
    let findings = linter.run(&loaded.sources, &linter.docset(&loaded)).findings;
    (findings.into_iter().map(|finding| finding.message.into_owned()).collect(), loaded.notices)
}

/// A German page whose links the English page does not have, so that each must lead somewhere.
fn repository(links: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), ".git/HEAD", "");
    write(folder.path(), "docs/en/start.md", "# Start\n");
    write(folder.path(), "docs/en/blog/y.md", "# Blog\n");
    write(folder.path(), "docs/en/guide/new.md", "# New\n\n## Prices\n");
    write(folder.path(), "docs/de/guide/new.md", "# Neu\n\n## Preise\n");
    write(folder.path(), "docs/de/start.md", &format!("# Start\n\n{links}\n"));
    folder
}

#[test]
fn maps_above_the_folder_are_read() {
    let folder = repository("[a](guide/old.md), [b](guide/older.md), [c](blog/x.md), [d](gone.md), [e](no.md)");
    let root = folder.path();
    assert_eq!(found(root).0.len(), 5);
    let map = r#"{"redirections": [{"source_path": "docs/en/guide/old.md", "redirect_url": "/docs/guide/new"}]}"#;
    write(root, ".openpublishing.redirection.docs.json", map);
    assert_eq!(found(root).0.len(), 4);
    write(root, "mkdocs.yml", "plugins:\n- redirects:\n    redirect_maps:\n      guide/older.md: guide/new.md\n");
    assert_eq!(found(root).0.len(), 3);
    write(root, "static/_redirects", "/blog/*  https://blog.example.com/:splat\n");
    assert_eq!(found(root).0.len(), 2);
    write(
        root,
        "docusaurus.config.ts",
        "['@docusaurus/plugin-client-redirects', {redirects: [{from: '/gone', to: '/start'}]}]",
    );
    assert_eq!(found(root), (vec!["`docs/de/no.md` does not exist".to_owned()], vec![]));
}

#[test]
fn an_alias_of_a_page_leads_to_it() {
    let folder = repository("[a](/old-name/), [b](old-name.md), [c](guide/former.md)");
    let page = "---\ntitle: Preise\naliases: [/old-name/, former]\n---\n# Neu\n";
    write(folder.path(), "docs/de/guide/new.md", page);
    assert_eq!(found(folder.path()).0, Vec::<String>::new());
}

#[test]
fn the_anchor_of_a_moved_page_is_judged_where_it_went() {
    let folder = repository("[a](guide/old.md#preise), [b](guide/old.md#prices)");
    write(folder.path(), "docs/mkdocs.yml", "redirect_maps:\n  guide/old.md: guide/new.md\n");
    assert_eq!(found(folder.path()).0, ["`docs/de/guide/new.md` has no anchor `prices`"]);
}

#[test]
fn a_damaged_map_is_told_and_fails_nothing() {
    let folder = repository("[a](guide/new.md)");
    write(folder.path(), ".openpublishing.redirection.json", "{\"redirections\": [{");
    let (findings, notices) = found(folder.path());
    assert!(
        findings.is_empty() && notices.len() == 1 && notices[0].contains("redirection.json: no redirects"),
        "{notices:?}"
    );
}
