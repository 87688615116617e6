//! The map of a docset: which pages and files there are, which page is the original of which, what was moved, and
//! where a link of a page leads. Built once for a run, when a check first asks for it.
//!
//! Paths compare in small letters, as most sites serve them. A page of `de/guide/setup.md` is, without its locale,
//! `guide/setup.md` of the root `de/`; of all roots in the language of the source, the one that has most of its pages
//! is the root of its originals. Where source and target of a document are two files, the document itself says it.

use super::anchors::Anchors;
use super::{Docset, Document, Homes, Role, Side, Sources};
use crate::locale::Locale;
use crate::text::local_links::{LocalLink, bare_path};
use hashbrown::{HashMap, HashSet};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A page that was moved, as a redirect map says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// The old path: of a file, from where paths are shown, or of an address, behind the host.
    pub from: String,
    /// Where it leads now: a path, an address behind the host, or an address with its host.
    pub to: String,
}

/// Pages, files and redirects of a docset, by what a link may call them.
#[derive(Debug, Default)]
pub struct PageMap {
    homes: Homes,
    pages: Vec<Page>,
    /// Every file by its path in small letters.
    files: HashMap<String, Entry>,
    /// Every file by its path without ending and index name.
    bare: HashMap<String, Entry>,
    /// Paths with a star for their locale.
    anywhere: HashSet<String>,
    folders: HashSet<String>,
    /// Redirects of bare paths, by the last step of the old path.
    redirects: HashMap<String, Vec<Redirect>>,
    /// Redirects of all that is in a folder: by its path, which of them it is, and where to.
    moved_folders: HashMap<String, (usize, String)>,
    pub(super) anchors: Vec<OnceLock<Anchors>>,
    /// Of each document, where each of its links leads.
    pub(super) targets: Vec<OnceLock<Vec<Option<Target>>>>,
}

#[derive(Debug)]
struct Page {
    path: String,
    /// Bytes of the path up to the end of the folder that names its locale.
    root: usize,
    /// The root of the originals, where one was found.
    source_root: Option<String>,
    original: Option<u32>,
    translated: bool,
}

#[derive(Clone, Copy, Debug)]
enum Entry {
    Page(u32),
    File,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The path from where paths are shown, as the link says it.
    pub path: String,
    /// The anchor, decoded; that of the redirect, where there is one.
    pub fragment: Option<String>,
    /// What is there.
    pub found: Found,
}

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The document of this number.
    Page(u32),
    /// A file that is no page, or a folder.
    File,
    /// Nothing in this locale; the page of this number, or a file, is there for the source.
    Original(Option<u32>),
    /// Something that was not read but is known: moved out of the tree, or there in another translation alone.
    Elsewhere,
    /// Nothing, in a folder that was read.
    Nothing,
    /// Nobody can say: outside of what was read.
    Unknown,
}

/// Steps that only a site has before those of its tree.
const MOST_STEPS: usize = 16;

/// Redirects that are followed before a circle is suspected.
const HOPS: usize = 5;

impl Page {
    /// A path in the folder that the page is to a site that serves it as one; `None` where that is its own.
    fn address(&self) -> Option<String> {
        let (stem, _) = self.path.rsplit_once('.')?;
        let name = last_step(stem);
        let speaks_for_folder = matches!(&*name.to_lowercase(), "index" | "_index" | "readme");
        (!speaks_for_folder).then(|| format!("{stem}/{name}"))
    }
}

/// What the page of `document` is called beside its path, without ending: by its front matter (`slug` of Docusaurus and
/// Hugo, `id` of Docusaurus), and without the numbers before its steps, which Docusaurus takes away
/// (`DefaultNumberPrefixParser`).
fn addresses(page: &Page, document: &Document<'_>) -> Vec<String> {
    let bare = bare_path(&page.path);
    let root = bare.get(..page.root).unwrap_or_default();
    let folder = bare.rsplit_once('/').map_or("", |(folder, _)| folder);
    let fields = document.parts.metadata.iter().filter(|field| matches!(&*field.key, "slug" | "id"));
    let mut found: Vec<String> = Vec::new();
    for field in fields {
        let said = bare_path(&field.value);
        // From the root of the pages, which lies somewhere above.
        let from_root = field.value.starts_with('/');
        let above =
            folder.match_indices('/').map(|(at, _)| &folder[..at]).filter(|it| from_root && it.len() >= root.len());
        found.extend(above.chain([folder]).map(|folder| format!("{folder}/{said}").trim_start_matches('/').to_owned()));
    }
    let steps: Vec<&str> = bare.split('/').map(without_number).collect();
    found.push(steps.join("/"));
    found.retain(|called| *called != bare);
    found
}

/// `step` without the number that sorts it: `01-intro`, `2. setup`. A date is none.
fn without_number(step: &str) -> &str {
    let rest = step.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = rest.trim_start_matches([' ', '-', '_', '.']);
    let is_sorted = rest.len() < step.len() && name.len() < rest.len();
    if is_sorted && name.starts_with(char::is_alphabetic) { name } else { step }
}

impl PageMap {
    /// The map of `docset`.
    pub fn new(sources: &Sources, docset: &Docset<'_>) -> Self {
        let path = |document: &Document<'_>, side: Side| sources.file(document.files[side as usize]).path.as_str();
        let mut map = Self { homes: docset.homes.clone(), ..Self::default() };
        for (number, document) in docset.documents.iter().enumerate() {
            let shown = path(document, Side::Target);
            let is_first = docset.pages.get(shown) == Some(&(number as u32));
            if is_first {
                map.add(shown, Entry::Page(number as u32));
            }
            let [source, target] = &document.locales;
            let translated = document.role == Role::Translation && source.language().code != target.language().code;
            let (_, root) = map.homes.folder(shown);
            map.pages.push(Page { path: shown.to_owned(), root, source_root: None, original: None, translated });
        }
        for other in docset.others.iter().filter(|other| !docset.pages.contains_key(other.as_str())) {
            map.add(other, Entry::File);
        }
        for (number, document) in docset.documents.iter().enumerate() {
            for called in addresses(&map.pages[number], document) {
                map.bare.entry(called).or_insert(Entry::Page(number as u32));
            }
        }
        map.find_originals();
        for (number, document) in docset.documents.iter().enumerate() {
            let [source, target] = document.files;
            if source != target {
                let original = docset.pages.get(path(document, Side::Source)).copied();
                // The source may have been taken from the same page in another translation.
                map.pages[number].original =
                    original.filter(|&it| !map.pages[it as usize].translated).or(map.pages[number].original);
            }
        }
        for redirect in &docset.redirects {
            map.add_redirect(redirect);
        }
        map.anchors.resize_with(docset.documents.len(), OnceLock::new);
        map.targets.resize_with(docset.documents.len(), OnceLock::new);
        map
    }

    fn add(&mut self, path: &str, entry: Entry) {
        let lower = path.to_lowercase();
        let bare = bare_path(&lower);
        if bare != lower {
            // Of `guide.md` and `guide/index.md` either may speak for `guide`: the first that is a page.
            let known = self.bare.entry(bare).or_insert(entry);
            if matches!((&known, entry), (Entry::File, Entry::Page(_))) {
                *known = entry;
            }
        }
        self.anywhere.insert(self.homes.starred(&lower));
        for (at, _) in lower.match_indices('/').collect::<Vec<_>>().into_iter().rev() {
            if !self.folders.insert(lower[..at].to_owned()) {
                break;
            }
        }
        self.files.insert(lower, entry);
    }

    fn add_redirect(&mut self, redirect: &Redirect) {
        let from = redirect.from.trim_start_matches('/');
        let from = &from[self.homes.folder(from).1..];
        if let Some(prefix) = from.strip_suffix("/*") {
            let number = self.moved_folders.len();
            self.moved_folders.entry(prefix.to_lowercase()).or_insert((number, redirect.to.clone()));
        } else {
            let from = bare_path(from);
            let name = last_step(&from).to_owned();
            self.redirects.entry(name).or_default().push(Redirect { from, to: redirect.to.clone() });
        }
    }

    /// Pairs the roots of translations with those of originals, and their pages.
    fn find_originals(&mut self) {
        type Roots<'p> = BTreeMap<&'p str, HashMap<String, u32>>;
        let (mut translations, mut originals) = (Roots::new(), Roots::new());
        for (number, page) in self.pages.iter().enumerate().filter(|(_, page)| page.root > 0) {
            let (root, tail) = page.path.split_at(page.root);
            let roots = if page.translated { &mut translations } else { &mut originals };
            roots.entry(root).or_default().entry(tail.to_lowercase()).or_insert(number as u32);
        }
        let mut found = Vec::new();
        for (root, pages) in &translations {
            let shared =
                |originals: &HashMap<String, u32>| pages.keys().filter(|&it| originals.contains_key(it)).count();
            let common = |other: &str| root.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
            let best = originals.iter().map(|(root, pages)| (shared(pages), common(root), *root)).max();
            let Some((1.., _, best)) = best else { continue };
            found.extend(
                pages.iter().map(|(tail, &number)| (number, best.to_owned(), originals[best].get(tail).copied())),
            );
        }
        for (number, root, original) in found {
            let page = &mut self.pages[number as usize];
            (page.source_root, page.original) = (Some(root), original);
        }
        // `setup.de.md` beside `setup.md` or `setup.en.md`.
        for number in 0..self.pages.len() {
            let page = &self.pages[number];
            if let Some((stem, _, ending)) = tagged(&page.path).filter(|_| page.translated && page.original.is_none()) {
                let names = [format!("{stem}.{ending}"), format!("{stem}.en.{ending}")];
                let original = names.iter().find_map(|name| self.page_at(name));
                self.pages[number].original = original;
            }
        }
    }

    /// The number of the page whose path is `path`, whatever the case.
    pub fn page_at(&self, path: &str) -> Option<u32> {
        match self.files.get(&path.to_lowercase()) {
            Some(Entry::Page(number)) => Some(*number),
            _ => None,
        }
    }

    /// The page that document `number` is translated from, where it was read and is another file.
    pub fn original_of(&self, number: u32) -> Option<u32> {
        self.pages[number as usize].original
    }

    /// Whether document `number` is a translation rather than an original.
    pub fn is_translation(&self, number: u32) -> bool {
        self.pages[number as usize].translated
    }

    /// The translation in the root of document `number` of the page `tail`, a path or address without its locale.
    pub fn translation_at(&self, number: u32, tail: &str) -> Option<u32> {
        let page = &self.pages[number as usize];
        if page.root == 0 {
            return None;
        }
        let bare = bare_path(&format!("{}{}", &page.path[..page.root], tail.trim_start_matches('/')));
        match self.bare.get(&bare) {
            Some(Entry::Page(found)) => Some(*found),
            _ => None,
        }
    }

    /// The path of document `number` without the folder of its locale and what stands before it.
    pub fn tail(&self, number: u32) -> &str {
        let page = &self.pages[number as usize];
        &page.path[page.root..]
    }

    /// What document `number` is called in every locale: its [`tail`](Self::tail) in small letters, without the locale
    /// in the name of the file.
    pub fn name_anywhere(&self, number: u32) -> String {
        let tail = self.tail(number).to_lowercase();
        let (folder, name) = tail.rsplit_once('/').map_or(("", &*tail), |(folder, name)| (folder, name));
        let parts: Vec<&str> = name.split('.').filter(|part| Locale::parse_strict(part).is_none()).collect();
        format!("{folder}/{}", parts.join("."))
    }

    /// Where the link to `destination` on the page of document `number` leads; `None` when it is no local path.
    pub fn follow(&self, number: u32, destination: &str) -> Option<Target> {
        let page = &self.pages[number as usize];
        let mut local = LocalLink::of(&page.path, destination)?;
        if let Some(found) = self.found(page, &local.path) {
            return Some(Target { path: local.path, fragment: local.fragment, found });
        }
        // Many sites serve a page as a folder, and leave links as they are written.
        let served = page.address().and_then(|address| LocalLink::of(&address, destination));
        if let Some(link) = &served
            && let Some(found) = self.found(page, &link.path)
        {
            return Some(Target { path: link.path.clone(), fragment: link.fragment.clone(), found });
        }
        let lower = local.path.to_lowercase();
        if self.folders.contains(&lower) {
            return Some(Target { path: local.path, fragment: local.fragment, found: Found::File });
        }
        if let Some((found, fragment)) = self.redirected(page, &local.path) {
            local.fragment = fragment.or(local.fragment);
            return Some(Target { path: local.path, fragment: local.fragment, found });
        }
        let original = self.original(page, &local.path, destination);
        let original = original.or_else(|| self.original(page, &served?.path, destination));
        let found = original.unwrap_or_else(|| self.absent(page, &lower));
        Some(Target { path: local.path, fragment: local.fragment, found })
    }

    /// What a reader of `page` finds at `path`.
    fn found(&self, page: &Page, path: &str) -> Option<Found> {
        Some(match self.own(page, path)? {
            Entry::Page(found) if self.is_fallback(page, found) => Found::Original(Some(found)),
            Entry::Page(found) => Found::Page(found),
            Entry::File => Found::File,
        })
    }

    /// What lies at `path`, as sites look pages up: without an ending, by their folder, whatever the case.
    fn at(&self, path: &str) -> Option<Entry> {
        let lower = path.to_lowercase();
        let exact = self.files.get(&lower).copied();
        let named = lower.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "md" | "mdx" | "yml"));
        exact.or_else(|| if named { None } else { self.bare.get(&bare_path(&lower)).copied() })
    }

    /// What `path` means on `page`: of files that carry their locale in their names, the page's own locale first.
    fn own(&self, page: &Page, path: &str) -> Option<Entry> {
        let own = tagged(&page.path).and_then(|(_, tag, _)| {
            let (stem, ending) = path.rsplit_once('.')?;
            self.at(&format!("{stem}.{tag}.{ending}"))
        });
        own.or_else(|| self.at(path))
    }

    /// Whether `found` stands in for a translation that is not there: beside `page`, whose name has a locale.
    fn is_fallback(&self, page: &Page, found: u32) -> bool {
        let found = &self.pages[found as usize];
        page.translated && tagged(&page.path).is_some() && !found.translated
    }

    /// The file for the source, when the target is missing in the locale of `page`.
    fn original(&self, page: &Page, path: &str, destination: &str) -> Option<Found> {
        let original = page.original.and_then(|number| LocalLink::of(&self.pages[number as usize].path, destination));
        let by_root = || {
            let tail = path.strip_prefix(&page.path[..page.root])?;
            Some(format!("{}{tail}", page.source_root.as_ref()?))
        };
        let found = original.and_then(|link| self.at(&link.path)).or_else(|| self.at(&by_root()?))?;
        Some(match found {
            Entry::Page(number) => Found::Original(Some(number)),
            Entry::File => Found::Original(None),
        })
    }

    /// What can be said of `lower`, which is not there.
    fn absent(&self, page: &Page, lower: &str) -> Found {
        let names = ["", ".md", "/index.md"].map(|tail| self.homes.starred(&format!("{lower}{tail}")));
        if names.iter().any(|name| self.anywhere.contains(name)) {
            return Found::Elsewhere;
        }
        let folder = lower.rsplit_once('/').map_or("", |(folder, _)| folder);
        // A folder that only the source has was read there.
        let source = page.source_root.as_ref().zip(lower.strip_prefix(&page.path[..page.root].to_lowercase()));
        let source = source.map(|(root, tail)| format!("{root}{tail}").to_lowercase());
        let source = source.as_deref().and_then(|path| path.rsplit_once('/')).map(|(folder, _)| folder);
        let was_read = self.folders.contains(folder) || source.is_some_and(|folder| self.folders.contains(folder));
        if was_read || folder.is_empty() && !self.files.is_empty() { Found::Nothing } else { Found::Unknown }
    }

    /// What a redirect makes of the link to `path` on `page`, with the anchor that the redirect names.
    fn redirected(&self, page: &Page, path: &str) -> Option<(Found, Option<String>)> {
        if self.redirects.is_empty() && self.moved_folders.is_empty() {
            return None;
        }
        let root = &page.path[..page.root];
        let mut current = bare_path(path.strip_prefix(root).unwrap_or(path));
        let mut fragment = None;
        for hop in 0..HOPS {
            let Some(redirect) = self.moved_to(&current) else {
                return (hop > 0).then_some((Found::Elsewhere, fragment));
            };
            let (to, anchor) = redirect.split_once('#').map_or((&*redirect, None), |(to, it)| (to, Some(it)));
            fragment = anchor.map(str::to_owned).or(fragment);
            let to = to.split('?').next().unwrap_or_default();
            if to.contains("://") {
                return Some((Found::Elsewhere, fragment));
            }
            if let Some(found) = self.by_address(page, to) {
                return Some((found, fragment));
            }
            let to = to.trim_start_matches('/');
            current = bare_path(&to[self.homes.folder(to).1..]);
        }
        Some((Found::Elsewhere, fragment))
    }

    /// Where the bare path `path` was moved to.
    fn moved_to(&self, path: &str) -> Option<String> {
        let mut moved = self.redirects.get(last_step(path)).into_iter().flatten();
        if let Some(redirect) = moved.find(|redirect| is_same_address(&redirect.from, path)) {
            return Some(redirect.to.clone());
        }
        let folders = path.match_indices('/').map(|(end, _)| (&path[..end], &path[end + 1..]));
        let moved = folders.filter_map(|(folder, rest)| Some((self.moved_folders.get(folder)?, rest)));
        // The first that was said.
        let ((_, to), rest) = moved.min_by_key(|((number, _), _)| *number)?;
        // Once: a path that doubles with every hop would soon fill the memory.
        Some(to.replacen(":splat", rest, 1))
    }

    /// What the address `to` shows a reader of `page`: a file in the root of `page`, with or without the steps before
    /// it that only the site has; else the one of that very path.
    fn by_address(&self, page: &Page, to: &str) -> Option<Found> {
        let to = to.trim_start_matches('/');
        let bare = bare_path(&to[self.homes.folder(to).1..]);
        let root = page.path[..page.root].to_lowercase();
        let steps: Vec<&str> = bare.split('/').collect();
        let own = (0..steps.len().min(MOST_STEPS)).find_map(|skipped| {
            let path = format!("{root}{}", steps[skipped..].join("/"));
            self.bare.get(&path).or_else(|| self.files.get(&path)).copied()
        });
        Some(match own.or_else(|| self.at(to))? {
            Entry::File => Found::File,
            Entry::Page(number) if page.translated && !self.pages[number as usize].translated => {
                Found::Original(Some(number))
            }
            Entry::Page(number) => Found::Page(number),
        })
    }
}

/// Whether two paths without endings are one: equal, or one with steps before it that the other leaves out. One step
/// alone says little: it may lack one folder, no more.
fn is_same_address(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let ends = || long.strip_suffix(short).is_some_and(|before| before.ends_with('/'));
    one == other || (short.contains('/') || long.matches('/').count() == 1) && !short.is_empty() && ends()
}

fn last_step(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Stem, locale and ending of a file name that carries a locale: `setup.de.md`.
fn tagged(path: &str) -> Option<(&str, &str, &str)> {
    let (stem, ending) = path.rsplit_once('.')?;
    let (stem, tag) = stem.rsplit_once('.')?;
    (!tag.contains('/') && Locale::parse_strict(tag).is_some()).then_some((stem, tag, ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_of_paths() {
        assert_eq!(tagged("a/setup.de.md"), Some(("a/setup", "de", "md")));
        assert_eq!(tagged("a.de/setup.md"), None);
    }

    #[test]
    fn numbers_that_sort_are_no_name() {
        assert_eq!(
            ["01-intro", "2. setup", "2024-01-02-news", "404", "3d"].map(without_number),
            ["intro", "setup", "2024-01-02-news", "404", "3d"]
        );
    }

    #[test]
    fn addresses_compare_from_behind() {
        assert!(is_same_address("articles/guide/old", "guide/old"));
        assert!(is_same_address("old", "old"));
        assert!(is_same_address("docs/old", "old"));
        assert!(!is_same_address("docs/guide/old", "old"));
        assert!(!is_same_address("guide/old", "guide/older"));
    }
}
