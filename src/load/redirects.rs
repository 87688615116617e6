//! Redirect maps: which pages were moved where, as the configuration of a site says it. Read as data, never run.
//!
//! | file | of | says |
//! |---|---|---|
//! | `.openpublishing.redirection*.json` | docfx, Open Publishing | `redirections`: `source_path`, `redirect_url` |
//! | `docusaurus.config.js`, `.ts`, … | Docusaurus, `plugin-client-redirects` | objects with `from` and `to` |
//! | `_redirects` | Netlify, Cloudflare Pages | lines `from to status`, with `/*` and `:splat` |
//! | `mkdocs.yml` | `MkDocs`, `mkdocs-redirects` | lines below `redirect_maps:` |
//!
//! They are looked for in the folders that are read, and above them up to the root of the repository. Aliases in the
//! front matter (Hugo) belong to their page; see [`aliases`].

use super::{Tree, shown};
use crate::model::{Docset, Redirect, Refused, Sources};
use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

/// A reader of redirect maps: the text of a file, or why it could not be read.
type Reader = fn(&str) -> Result<Vec<Redirect>, String>;

/// How a file called `name` says what was moved.
fn reader(name: &str) -> Option<Reader> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match name {
        "_redirects" => Some(|text| Ok(lines(text))),
        "mkdocs.yml" | "mkdocs.yaml" => Some(|text| Ok(mkdocs(text))),
        _ if stem == "docusaurus.config" => Some(|text| Ok(docusaurus(text))),
        _ if stem.starts_with(".openpublishing.redirection") && ending == "json" => Some(open_publishing),
        _ => None,
    }
}

/// The redirect maps in and above the folders `roots`, those among the files `others` that were found within, and what
/// could not be read of them.
pub(super) fn read(
    tree: &Tree,
    roots: &[PathBuf],
    others: &HashSet<String>,
    base: &Path,
) -> (Vec<Redirect>, Vec<Refused>) {
    let folders: BTreeSet<PathBuf> = roots.iter().flat_map(|root| above(root, base)).collect();
    // Generators copy the files of these folders to the root of the site.
    let places = folders.iter().flat_map(|folder| ["", "static", "public"].map(|name| folder.join(name)));
    let entries = places.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten();
    // Whoever opens a pipe of that name waits for ever.
    let is_there = |path: &Path| tree.has(&shown(path, base)).unwrap_or_else(|| path.is_file());
    let is_map =
        |path: &PathBuf| path.file_name().is_some_and(|name| is_map(&name.to_string_lossy())) && is_there(path);
    let within = others.iter().map(|other| base.join(other));
    let paths: BTreeSet<PathBuf> = entries.map(|entry| entry.path()).chain(within).filter(is_map).collect();
    let (mut found, mut refused) = (Vec::new(), Vec::new());
    for path in paths {
        match read_map(tree, &path, shown(&path, base)) {
            Ok(redirects) => found.extend(redirects),
            Err(error) => refused.push(error),
        }
    }
    (found, refused)
}

/// Whether a file called `name` is a redirect map.
pub(super) fn is_map(name: &str) -> bool {
    reader(name).is_some()
}

fn read_map(tree: &Tree, path: &Path, shown: String) -> Result<Vec<Redirect>, Refused> {
    let Some(read) = path.file_name().and_then(|name| reader(&name.to_string_lossy())) else { return Ok(Vec::new()) };
    let file = tree.read(path, shown)?;
    read(&file.text).map_err(|reason| Refused { path: file.path, reason })
}

/// The folder `root` and those above it, up to the root of the repository; without one, up to `base`.
fn above(root: &Path, base: &Path) -> Vec<PathBuf> {
    let absolute = base.join(root);
    let folders: Vec<&Path> = absolute.ancestors().filter(|folder| folder.is_dir()).collect();
    let last = folders.iter().position(|folder| folder.join(".git").exists());
    let last = last.or_else(|| folders.iter().position(|folder| *folder == base)).unwrap_or(0);
    folders.into_iter().take(last + 1).map(Path::to_owned).collect()
}

/// The aliases that the pages of `docset` have in their front matter (Hugo): paths from the root of the site, or from
/// the folder of the page.
pub(super) fn aliases(sources: &Sources, docset: &Docset<'_>) -> Vec<Redirect> {
    let mut found = Vec::new();
    for document in &docset.documents {
        for field in document.parts.metadata.iter().filter(|field| field.key == "aliases") {
            let path = &sources.file(document.files[1]).path;
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let listed = field.value.trim_start_matches('[').trim_end_matches(']');
            for alias in listed.split(',').map(|alias| alias.trim().trim_matches(['"', '\''])) {
                let from = if alias.starts_with('/') { alias.to_owned() } else { format!("{folder}/{alias}") };
                found.push(Redirect { from, to: path.clone() });
            }
        }
    }
    found
}

#[derive(serde::Deserialize)]
struct Redirections {
    #[serde(default)]
    redirections: Vec<Redirection>,
}

#[derive(serde::Deserialize)]
struct Redirection {
    #[serde(alias = "source_path_from_root")]
    source_path: Option<String>,
    redirect_url: Option<String>,
}

fn open_publishing(text: &str) -> Result<Vec<Redirect>, String> {
    let said: Redirections = serde_json::from_str(text).map_err(|error| format!("no redirects are read: {error}"))?;
    let pair = |it: Redirection| Some(Redirect { from: it.source_path?, to: it.redirect_url? });
    Ok(said.redirections.into_iter().filter_map(pair).collect())
}

/// Lines of two paths.
fn lines(text: &str) -> Vec<Redirect> {
    let pair = |line: &str| {
        let line = line.split(" #").next().unwrap_or_default().trim();
        let (from, rest) = line.split_once(char::is_whitespace).filter(|_| !line.starts_with('#'))?;
        // Conditions on parameters stand between the two: `/shop id=:id /shop/:id`.
        let to = rest.split_whitespace().find(|word| word.starts_with('/') || word.contains("://"))?;
        let from = from.split_once("://").map_or(from, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        Some(Redirect { from: from.to_owned(), to: to.to_owned() })
    };
    text.lines().filter_map(pair).collect()
}

/// The lines below `redirect_maps:` that are further in.
fn mkdocs(text: &str) -> Vec<Redirect> {
    let mut found = Vec::new();
    let mut map = None;
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        let depth = line.len() - line.trim_start().len();
        if line.trim() == "redirect_maps:" {
            map = Some(depth);
        } else if map.is_some_and(|map| depth > map) {
            let Some((from, to)) = line.split_once(": ") else { continue };
            let [from, to] = [from, to.split(" #").next().unwrap_or_default()];
            let bare = |text: &str| text.trim().trim_matches(['"', '\'']).to_owned();
            found.push(Redirect { from: bare(from), to: bare(to) });
        } else {
            map = None;
        }
    }
    found
}

/// The objects behind the name of the plugin: `{from: '/old', to: '/new'}`; `from` may be a list.
fn docusaurus(text: &str) -> Vec<Redirect> {
    let mut found = Vec::new();
    let Some(start) = text.find("plugin-client-redirects") else { return found };
    let (mut key, mut from, mut to) = (None, Vec::new(), None);
    let mut rest = &text[start..];
    // The name itself ends in the quote that opened it.
    rest = rest.find(['\'', '"', '`']).map_or("", |at| &rest[at + 1..]);
    while let Some(first) = rest.chars().next() {
        let step = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '\'' | '"' | '`' => {
                let end = rest[1..].find(first).map_or(rest.len(), |at| at + 1);
                let value = rest[1..].get(..end - 1).unwrap_or_default();
                match (value, key) {
                    // A key may be quoted.
                    ("from" | "to", _) => key = (value == "from").then_some(true).or(Some(false)),
                    (_, Some(true)) => from.push(value),
                    (_, Some(false)) => to = Some(value),
                    _ => {}
                }
                (end + 1).min(rest.len())
            }
            '}' => {
                let to = to.take().unwrap_or_default();
                let pairs = from.drain(..).filter(|_| !to.is_empty());
                found.extend(pairs.map(|from| Redirect { from: from.to_owned(), to: to.to_owned() }));
                key = None;
                1
            }
            _ if first.is_alphabetic() => {
                let word = &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())];
                key = match word {
                    "from" => Some(true),
                    "to" => Some(false),
                    _ => None,
                };
                word.len()
            }
            _ => first.len_utf8(),
        };
        rest = &rest[step..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(name: &str, text: &str) -> Vec<(String, String)> {
        reader(name).unwrap()(text).unwrap().into_iter().map(|redirect| (redirect.from, redirect.to)).collect()
    }

    fn pair(from: &str, to: &str) -> (String, String) {
        (from.to_owned(), to.to_owned())
    }

    #[test]
    fn open_publishing_names_files_and_addresses() {
        let text = r#"{"redirections": [
            {"source_path": "guide/old.md", "redirect_url": "/guide/new", "redirect_document_id": true},
            {"source_path_from_root": "/guide/older.md", "redirect_url": "new#top"}]}"#;
        let expected = [pair("guide/old.md", "/guide/new"), pair("/guide/older.md", "new#top")];
        assert_eq!(pairs(".openpublishing.redirection.json", text), expected);
        assert!(open_publishing("{\"redirections\": [").is_err());
    }

    #[test]
    fn lines_of_two_paths() {
        let text = "# moved\n/old  /new 301\n/blog/* /news/:splat\nhttps://a.example/x  https://b.example/y # gone\n\n";
        let expected = [pair("/old", "/new"), pair("/blog/*", "/news/:splat"), pair("/x", "https://b.example/y")];
        assert_eq!(pairs("_redirects", text), expected);
    }

    #[test]
    fn mkdocs_maps_end_where_the_indent_does() {
        let text = "plugins:\n  - redirects:\n      redirect_maps:\n        'old.md': 'new.md'\n        a.md: b.md # c\n  - search\nnav:\n  - x: y.md\n";
        assert_eq!(pairs("mkdocs.yml", text), [pair("old.md", "new.md"), pair("a.md", "b.md")]);
    }

    #[test]
    fn docusaurus_objects_are_read_as_text() {
        let text = "plugins: [['@docusaurus/plugin-client-redirects', {\n redirects: [\n  // { from: '/no', to: '/no' },\n  {from: '/old', to: '/new'},\n  {\"to\": \"/b\", \"from\": [\"/a\", '/c']},\n ],\n}]],";
        assert_eq!(pairs("docusaurus.config.ts", text), [pair("/old", "/new"), pair("/a", "/b"), pair("/c", "/b")]);
        assert_eq!(pairs("docusaurus.config.ts", "presets: [{from: '/a', to: '/b'}]"), []);
        assert_eq!(pairs("docusaurus.config.ts", "'plugin-client-redirects', {from: 'é"), []);
    }
}
