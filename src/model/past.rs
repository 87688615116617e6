//! What the pages of a run were before a change, and what the change did to them: by what the texts say, not by lines.

use super::{Docset, Document, Homes, Role, Segment, Side, Sources};
use crate::text::local_links::{LocalLink, bare_path};
use std::collections::{HashMap, HashSet};

/// The files that a change added, took away, moved or wrote, by the paths that are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedFiles {
    /// Of all of them, before and now.
    paths: HashSet<String>,
    /// The paths before of those that are there now and were there before.
    before: HashMap<String, String>,
    /// Whether it is another one now that says which pages were moved.
    pub moves_pages: bool,
}

impl ChangedFiles {
    /// Adds a file.
    pub fn add(&mut self, path: String) {
        self.paths.insert(path);
    }

    /// Adds a file that was at `before` and is at `now`, which may be the same. What is said first holds.
    pub fn moved(&mut self, now: String, before: String) {
        self.paths.insert(now.clone());
        self.paths.insert(before.clone());
        self.before.entry(now).or_insert(before);
    }

    /// Where files were that have moved.
    pub fn moves(&self) -> impl Iterator<Item = &str> {
        self.before.iter().filter(|(now, before)| now != before).map(|(_, before)| before.as_str())
    }

    /// Where the file that is now at `path` was before.
    pub fn before<'p>(&'p self, path: &'p str) -> &'p str {
        self.before.get(path).map_or(path, String::as_str)
    }
}

/// What a change did to a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Whether it changed the page, its original, or something that the page links to.
    pub concerns: bool,
    /// The segments that were not there before with both their texts, by index and in order.
    pub touched: Vec<u32>,
    /// Those of them whose original changed alone, in order.
    pub stale: Vec<Stale>,
}

/// A segment whose original changed and whose translation did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The segment, by index.
    pub segment: u32,
    /// What the original said.
    pub before: String,
}

/// The pages as they were before a change.
#[derive(Clone, Debug, Default)]
pub struct Past {
    files: ChangedFiles,
    /// Which folders of paths name locales.
    homes: Homes,
    /// What links call the changed files, in any locale.
    names: HashSet<String>,
    /// By path and locale.
    pages: HashMap<(String, String), PastPage>,
}

/// A page as it was.
#[derive(Clone, Debug, Default)]
struct PastPage {
    /// Its translations with their originals, blanks collapsed.
    pairs: HashMap<String, Vec<String>>,
    /// All of its original.
    original: String,
}

impl Past {
    /// What `docset` was before `files` changed. Marks the documents that the change concerns: the others need no look.
    pub fn new(files: ChangedFiles, sources: &Sources, docset: &mut Docset<'_>) -> Self {
        let homes = docset.homes.clone();
        let names = files.paths.iter().map(|path| name(&homes, path)).collect();
        let mut past = Self { files, homes, names, pages: HashMap::new() };
        for document in &mut docset.documents {
            let concerns = past.concerns(sources, document);
            document.change = Some(Change { concerns, ..Change::default() });
            if concerns {
                let (path, locale) = address(sources, document);
                past.pages.insert((path.to_owned(), locale.to_owned()), PastPage::of(sources, document));
            }
        }
        past
    }

    /// Where the page that is now at `path` was before.
    pub fn before<'p>(&'p self, path: &'p str) -> &'p str {
        self.files.before(path)
    }

    /// Marks what the change did to each document of `docset`, which is as it is now.
    pub fn mark(&self, sources: &Sources, docset: &mut Docset<'_>) {
        // What a configuration or a baseline says of pages is judged by who looks at these.
        for document in docset.documents.iter_mut().filter(|document| document.role != Role::Settings) {
            document.change = Some(self.change(sources, document));
        }
    }

    fn change(&self, sources: &Sources, document: &Document<'_>) -> Change {
        let (path, locale) = address(sources, document);
        let past = self.pages.get(&(self.before(path).to_owned(), locale.to_owned()));
        // Only what it was shows the original of a page that has lost it.
        if past.is_none() && !self.concerns(sources, document) {
            return Change::default();
        }
        let past = past.cloned().unwrap_or_default();
        let (touched, stale) = past.compare(document.segments());
        Change { concerns: true, touched, stale }
    }

    /// Whether `document`, as it is now or as it was, is a translation that changed, or whose original or links' pages
    /// changed.
    fn concerns(&self, sources: &Sources, document: &Document<'_>) -> bool {
        let changed = |path: &str| self.files.paths.contains(path);
        let [source, target] = document.files.map(|file| sources.file(file));
        let current = target.original.and_then(|original| original.current);
        document.role == Role::Translation
            && (changed(&target.path)
                || changed(&source.path)
                || current.is_some_and(|file| changed(&sources.file(file).path))
                || document.parts.structure.links.iter().any(|link| self.leads_to(&target.path, link.destination)))
    }

    /// Whether the link to `destination` on the page at `path` leads to something that changed, in any locale.
    fn leads_to(&self, path: &str, destination: &str) -> bool {
        let link = LocalLink::of(path, destination);
        link.is_some_and(|link| self.files.moves_pages || self.names.contains(&name(&self.homes, &link.path)))
    }
}

impl PastPage {
    fn of(sources: &Sources, document: &Document<'_>) -> Self {
        let [source, target] = document.files;
        let mut page = Self::default();
        if source != target {
            page.original = collapsed(&sources.file(source).text);
        }
        for segment in document.segments() {
            let [source, target] = texts(segment);
            page.original.extend([" ", &source]);
            page.pairs.entry(target).or_default().push(source);
        }
        page
    }

    /// Which of `segments` were not on the page, and which of these have nothing new but their original.
    fn compare(mut self, segments: &[Segment<'_>]) -> (Vec<u32>, Vec<Stale>) {
        let mut touched = Vec::new();
        for (index, segment) in segments.iter().enumerate() {
            let [source, target] = texts(segment);
            let sources = self.pairs.get_mut(&target);
            // A text that lost its original is still the text that it was.
            let is_same = |known: &String| source.is_empty() || *known == source;
            let known = sources.and_then(|it| Some(it.swap_remove(it.iter().position(is_same)?)));
            if known.is_none() {
                touched.push(index as u32);
            }
        }
        let stale = touched.iter().filter_map(|&segment| {
            let [source, target] = texts(&segments[segment as usize]);
            let before = self.pairs.get_mut(&target)?.pop()?;
            // A text that stood in the original before is only held against another translation now.
            let is_new = !source.is_empty() && !target.is_empty() && !self.original.contains(&source);
            (is_new && !before.is_empty()).then_some(Stale { segment, before })
        });
        let stale = stale.collect();
        (touched, stale)
    }
}

/// The texts of both sides, blanks collapsed; no original where it is not sure to be one.
fn texts(segment: &Segment<'_>) -> [String; 2] {
    let source = if segment.is_trusted() { segment.source.as_str() } else { "" };
    [collapsed(source), collapsed(segment.target.as_str())]
}

/// The words of `text`, one space between them.
pub(crate) fn collapsed(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// The path and the locale of the translation that `document` is.
fn address<'d>(sources: &'d Sources, document: &'d Document<'_>) -> (&'d str, &'d str) {
    (&sources.file(document.files[Side::Target as usize]).path, document.locales[Side::Target as usize].tag())
}

/// What links call the file at `path` in every locale.
fn name(homes: &Homes, path: &str) -> String {
    homes.starred(&bare_path(path))
}
