//! What a local link leads to in the folders that were read, and how far their links can be trusted.

use crate::locale::Locale;
use crate::model::{DocsetView, DocumentView};
use crate::text::hyperlinks::percent_decoded;
use std::collections::{HashMap, HashSet};

/// The files of a run by what a link may call them.
pub(super) struct Tree<'v, 'd> {
    docset: &'v DocsetView<'d>,
    /// Paths in small letters to paths as they are.
    files: HashMap<String, String>,
    /// Paths with a star for their locale.
    anywhere: HashSet<String>,
    folders: HashSet<String>,
}

/// Where a local link leads, as far as its words tell.
pub(super) struct Local {
    /// The path from where paths are shown.
    path: String,
    /// What stands behind `#`, decoded.
    pub(super) fragment: Option<String>,
}

/// What is there.
pub(super) enum Found<'d> {
    /// A page.
    Page(DocumentView<'d>),
    /// A file or a folder.
    File,
    /// Nothing, in a folder that was read.
    Nothing,
    /// Nobody can say: outside of what was read.
    Unknown,
}

/// Whether a link is to a page rather than to a file.
pub(super) fn is_page_link(destination: &str) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_none_or(|(_, ending)| ending.eq_ignore_ascii_case("md"))
}

impl Local {
    /// Reads `destination` on the page at `page`; `None` when it leaves the tree or is no path.
    pub(super) fn of(page: &str, destination: &str) -> Option<Self> {
        // Windows writes `..\page.md`, and generators read it.
        let slashed = destination.contains('\\').then(|| destination.replace('\\', "/"));
        let destination = slashed.as_deref().unwrap_or(destination);
        let (rest, fragment) = destination.split_once('#').map_or((destination, None), |(rest, it)| (rest, Some(it)));
        let path = rest.split('?').next().unwrap_or_default();
        let fragment = fragment.filter(|it| !it.is_empty()).map(|it| percent_decoded(it).into_owned());
        let is_tab = fragment.as_ref().is_some_and(|it| it.starts_with("tab/"));
        let foreign = path.contains([':', '{', '}', '$', '<', '>', '*', '@', ' ']) || path.starts_with(['~', '/']);
        if is_tab || foreign || path.is_empty() && fragment.is_none() {
            return None;
        }
        if path.is_empty() {
            return Some(Self { path: page.to_owned(), fragment });
        }
        let mut steps: Vec<&str> = page.split('/').collect();
        steps.pop();
        let path = percent_decoded(path);
        for step in path.split('/') {
            match step {
                "" | "." => {}
                ".." => {
                    steps.pop()?;
                }
                _ => steps.push(step),
            }
        }
        Some(Self { path: steps.join("/"), fragment })
    }

    /// The path without what stands behind it.
    pub(super) fn path(&self) -> &str {
        &self.path
    }
}

impl<'v, 'd> Tree<'v, 'd> {
    /// The tree of `docset`.
    pub(super) fn new(docset: &'v DocsetView<'d>) -> Self {
        let paths = docset.documents().map(|page| page.path()).chain(docset.files());
        let mut tree = Self { docset, files: HashMap::new(), anywhere: HashSet::new(), folders: HashSet::new() };
        for path in paths {
            tree.files.insert(path.to_lowercase(), path.to_owned());
            tree.anywhere.insert(starred(path));
            let folders = path.match_indices('/').map(|(at, _)| path[..at].to_lowercase());
            tree.folders.extend(folders.collect::<Vec<_>>());
        }
        tree
    }

    /// What lies at `local`. A page that only another language has is a file: it will be shown in that language.
    pub(super) fn find(&self, local: &Local) -> Found<'d> {
        let path = local.path.to_lowercase();
        let stem = path.strip_suffix(".html").unwrap_or(&path);
        let tails = ["", ".md", ".yml", "/index.md", "/readme.md", "/_index.md", "/index.yml"];
        let named = || tails.iter().map(|tail| format!("{}{tail}", if tail.is_empty() { &path } else { stem }));
        if let Some(real) = named().find_map(|name| self.files.get(&name)) {
            return self.docset.page(real).map_or(Found::File, Found::Page);
        }
        if self.folders.contains(&path) || named().any(|name| self.anywhere.contains(&starred(&name))) {
            return Found::File;
        }
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if self.folders.contains(folder) || folder.is_empty() && !self.files.is_empty() {
            Found::Nothing
        } else {
            Found::Unknown
        }
    }

    /// The pages that are translations, with their local links and what those lead to.
    pub(super) fn translated(&self) -> impl Iterator<Item = DocumentView<'d>> {
        self.docset
            .documents()
            .filter(|page| page.target_locale().language().code != page.source_locale().language().code)
    }
}

/// `path` in small letters, with a star for the folder that names a locale.
fn starred(path: &str) -> String {
    let lower = path.to_lowercase();
    let mut folders: Vec<&str> = lower.split('/').collect();
    let last = folders.len() - 1;
    if let Some(named) = folders[..last].iter().rposition(|folder| Locale::parse_strict(folder).is_some()) {
        folders[named] = "*";
    }
    folders.join("/")
}

/// For each locale, how many things that are linked there exist, and of how many.
#[derive(Default)]
pub(super) struct Evidence(HashMap<String, Tally>);

#[derive(Default)]
struct Tally {
    pages: usize,
    seen: HashSet<String>,
    there: usize,
}

impl Evidence {
    /// Counts a page.
    pub(super) fn page(&mut self, locale: &str) {
        self.0.entry(locale.to_owned()).or_default().pages += 1;
    }

    /// Counts something that is linked, once for each of its names.
    pub(super) fn link(&mut self, locale: &str, name: String, there: bool) {
        let tally = self.0.entry(locale.to_owned()).or_default();
        if tally.seen.insert(name) {
            tally.there += usize::from(there);
        }
    }

    /// Whether the pages of `locale` are a whole site, so that what is not there is missing: at least `pages` pages,
    /// and at least `share` of what they link exists.
    pub(super) fn is_whole(&self, locale: &str, pages: usize, share: f64) -> bool {
        self.0
            .get(locale)
            .is_some_and(|tally| tally.pages >= pages && tally.there as f64 >= share * tally.seen.len() as f64)
    }
}
