//! From files and settings to a docset: finds files, picks their formats, settles their locales, reads what was moved.

mod git;
mod redirects;
mod tree;

pub mod candidates;
pub mod changes;
pub mod dictionaries;
pub mod history;
pub mod identity;
mod originals;
mod pairing;
pub mod recognise;
mod versions;

pub use tree::Tree;

use crate::config::paths::slashed;
use crate::config::{Layout, Settings};
use crate::formats::{self, Format};
use crate::locale::Locale;
use crate::model::{
    Docset, Document, DocumentParts, FileId, Homes, Origin, Problem, ProblemKind, Redirect, Refused, Role, SourceFile,
    Sources,
};
use crate::span::FileSpan;
use ignore::WalkBuilder;
use std::collections::{BTreeSet, HashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// The files of a run, read, and what could not be read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The files that were read.
    pub sources: Sources,
    /// Other files that lie in the folders that were walked, or around the files that were named, as they would be
    /// shown.
    pub others: HashSet<String>,
    /// Pages that were moved, as the redirect maps in and above the folders say it.
    pub redirects: Vec<Redirect>,
    /// Files that could not be read.
    pub refused: Vec<Refused>,
    /// What the user should know beside it, each once.
    pub notices: Vec<String>,
}

impl From<Sources> for Loaded {
    /// Texts that came from elsewhere than from files.
    fn from(sources: Sources) -> Self {
        Self { sources, ..Self::default() }
    }
}

/// Reads the files and folders `paths`, in the order of their paths. Folders are walked as git sees them; in a
/// folder, only files of a known format are read. Paths are shown relative to `base` where they lie within.
pub fn read(paths: &[PathBuf], settings: &Settings, base: &Path) -> Loaded {
    read_in(&Tree::default(), paths, settings, base)
}

/// Reads as [`read`] does, with the files in the state of `tree`.
pub fn read_in(tree: &Tree, paths: &[PathBuf], settings: &Settings, base: &Path) -> Loaded {
    let mut loaded = Loaded::default();
    let mut found: Vec<(PathBuf, String, bool)> = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, tree, settings, base, &mut found, &mut loaded);
        } else if !(settings.force_exclude && settings.excludes(path)) {
            found.push((path.clone(), shown(path, base), true));
        }
    }
    let (redirects, damaged) = redirects::read(tree, paths, &loaded.others, base);
    loaded.redirects = redirects;
    loaded.notices.extend(damaged.iter().map(ToString::to_string));
    found.sort_by(|one, other| one.1.cmp(&other.1));
    found.dedup_by(|one, other| one.1 == other.1);
    let read = |(path, shown, named): (PathBuf, String, bool)| -> Option<Result<SourceFile, Refused>> {
        if named && !tree.has(&shown).unwrap_or_else(|| path.exists()) {
            // Nobody named it in this run.
            let by_docset = settings.target_roots().contains(&path);
            let reason = if by_docset {
                "no such folder; the `target` of a `[[docset]]` names it"
            } else {
                "no such file or folder"
            };
            return Some(Err(Refused { path: shown, reason: reason.into() }));
        }
        // A pipe would be waited for without end.
        if named && path.metadata().is_ok_and(|about| !about.is_file()) {
            return Some(Err(Refused { path: shown, reason: "neither a file nor a folder".into() }));
        }
        let Some(format) = formats::by_path(&shown) else {
            let known: Vec<_> = formats::FORMATS.iter().flat_map(|format| format.extensions).copied().collect();
            let reason = format!("no format for this ending; known are .{}", known.join(", ."));
            return Some(Err(Refused { path: shown, reason }));
        };
        match tree.read(&path, shown) {
            Ok(file) if !named && !(format.recognises)(&file.text) => None,
            other => Some(other),
        }
    };
    #[cfg(feature = "parallel")]
    let files: Vec<_> = found.into_par_iter().filter_map(read).collect();
    #[cfg(not(feature = "parallel"))]
    let files: Vec<_> = found.into_iter().filter_map(read).collect();
    for file in files {
        match file {
            Ok(file) => {
                loaded.sources.push(file);
            }
            Err(refused) => loaded.refused.push(refused),
        }
    }
    if loaded.sources.files().next().is_none() && loaded.refused.is_empty() {
        let named: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        loaded
            .notices
            .push(format!("{}: nothing to read is here: no page and no file of translations", named.join(", ")));
    }
    originals::read(&mut loaded, tree, paths, settings, base);
    list_sources(&mut loaded, tree, settings, base);
    let mut unmet = unmet(&loaded, settings, base);
    unmet.extend(unmet_targets(&loaded, paths, settings, base));
    loaded.notices.extend(unmet);
    list_neighbours(&mut loaded, tree, paths, base);
    loaded
}

fn walk(
    root: &Path,
    tree: &Tree,
    settings: &Settings,
    base: &Path,
    found: &mut Vec<(PathBuf, String, bool)>,
    loaded: &mut Loaded,
) {
    let mut see = |path: PathBuf, shown: String| {
        if formats::by_path(&shown).is_some() && !settings.excludes(&path) {
            found.push((path, shown, false));
        } else {
            loaded.others.insert(shown);
        }
    };
    for (path, shown) in tree.unseen(&shown(root, base)) {
        see(path.to_owned(), shown.to_owned());
    }
    // Ignore files hold whether or not the folder is a checkout: an archive of one has them, too.
    for entry in WalkBuilder::new(root).require_git(false).build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let shown = shown(entry.path(), base);
                if tree.has(&shown) != Some(false) {
                    see(entry.into_path(), shown);
                }
            }
            Ok(_) => {}
            Err(error) => {
                let path = shown(root, base);
                loaded.refused.push(Refused { path, reason: error.to_string() });
            }
        }
    }
}

/// Adds the files of the folders of source pages, which links fall back to, to the others; their text is not needed.
fn list_sources(loaded: &mut Loaded, tree: &Tree, settings: &Settings, base: &Path) {
    for folder in source_folders(settings) {
        loaded.others.extend(tree.unseen(&shown(&folder, base)).map(|(_, shown)| shown.to_owned()));
        let entries = WalkBuilder::new(folder).require_git(false).build().flatten();
        let files = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
        let files = files.map(|entry| shown(entry.path(), base));
        loaded.others.extend(files.filter(|shown| tree.has(shown) != Some(false)));
    }
}

/// Which globs and folders of source pages have no page, though pages were read whose sources they are to name.
fn unmet(loaded: &Loaded, settings: &Settings, base: &Path) -> Vec<String> {
    let pages = loaded.sources.files().filter(|(_, file)| file.role == Role::Translation && file.original.is_none());
    let mut layouts: Vec<&Layout> = Vec::new();
    for (_, file) in pages {
        if let Some((_, layout, _)) = settings.source_of(Path::new(&file.path))
            && !layouts.iter().any(|known| std::ptr::eq(*known, layout))
        {
            layouts.push(layout);
        }
    }
    let paths = || loaded.sources.files().map(|(_, file)| &*file.path).chain(loaded.others.iter().map(|path| &**path));
    // Where sources lie anywhere, not all that is there was seen.
    let is_there = |layout: &Layout| {
        layout.source_root().is_empty()
            || paths().any(|path| settings.below(Path::new(path)).is_some_and(|path| layout.is_source(&path)))
    };
    let layouts = layouts.into_iter().filter(|layout| !is_there(layout)).map(|layout| {
        let Settings { path, .. } = settings;
        let source = layout.source();
        format!("{path}: [[docset]] `source`: `{source}` matches no file, so its pages are not held against theirs")
    });
    let is_bare =
        |root: &String| !paths().any(|path| formats::by_path(path).is_some() && Path::new(path).starts_with(root));
    let roots = settings.source_roots.iter().map(|root| shown(root, base)).filter(is_bare);
    let roots = roots.map(|root| format!("{root}: no source page is here"));
    layouts.chain(roots).collect()
}

/// Which globs of translations have no page, though all of the folder that they name was read, for it lies in `roots`.
fn unmet_targets(loaded: &Loaded, roots: &[PathBuf], settings: &Settings, base: &Path) -> Vec<String> {
    let roots: Vec<PathBuf> = roots.iter().map(|root| candidates::absolute(base, root)).collect();
    let is_read = |layout: &&Layout| {
        let folder = settings.folder.join(layout.target_root());
        let on_disk = candidates::absolute(base, &folder);
        // A folder that is not there was told.
        roots.iter().any(|root| on_disk.starts_with(root))
            && !loaded.refused.iter().any(|refused| refused.path == shown(&folder, base))
    };
    let paths = || loaded.sources.files().map(|(_, file)| &*file.path).chain(loaded.others.iter().map(|path| &**path));
    let is_bare = |layout: &&Layout| {
        !paths().any(|path| settings.below(Path::new(path)).is_some_and(|path| layout.source_of(&path).is_some()))
    };
    let told = settings.layouts.iter().filter(is_read).filter(is_bare).map(|layout| {
        let Settings { path, .. } = settings;
        let (target, source) = (layout.target(), layout.source());
        format!("{path}: [[docset]] `target`: `{target}` matches no file, so none is held against `{source}`")
    });
    told.collect()
}

/// The folders in which source pages are sought.
fn source_folders(settings: &Settings) -> Vec<PathBuf> {
    let layouts = settings.layouts.iter().map(Layout::source_root).filter(|root| !root.is_empty());
    layouts.map(|root| settings.folder.join(root)).chain(settings.source_roots.iter().cloned()).collect()
}

/// Adds the files around the pages that were named one by one, which links lead to, to the others: those of the folder
/// of their locale, else those beside them.
fn list_neighbours(loaded: &mut Loaded, tree: &Tree, paths: &[PathBuf], base: &Path) {
    let named = paths.iter().filter(|path| !path.is_dir()).map(|path| shown(path, base));
    let folders: BTreeSet<(PathBuf, Option<usize>)> =
        named.filter_map(|path| neighbourhood(Path::new(&path))).collect();
    for (folder, depth) in folders {
        loaded.others.extend(tree.unseen(&shown(&folder, base)).map(|(_, shown)| shown.to_owned()));
        let entries = WalkBuilder::new(base.join(folder)).require_git(false).max_depth(depth).build().flatten();
        // A link may lead to a folder, too.
        let there = entries.skip(1).map(|entry| shown(entry.path(), base));
        loaded.others.extend(there.filter(|shown| tree.has(shown) != Some(false)));
    }
}

/// The folder around the file at `path` whose files its links lead to, and how deep it is looked through: all of the
/// innermost folder that names a locale; without one, or far from the current folder, the file's own folder and none
/// below, for that may be anything.
fn neighbourhood(path: &Path) -> Option<(PathBuf, Option<usize>)> {
    let folder = path.parent()?;
    let names_locale =
        |folder: &&Path| folder.file_name().and_then(OsStr::to_str).and_then(Locale::parse_strict).is_some();
    let of_locale = folder.ancestors().find(names_locale).filter(|folder| folder.is_relative());
    Some(of_locale.map_or((folder.to_owned(), Some(1)), |folder| (folder.to_owned(), None)))
}

/// How `path` is shown: relative to `base` where it lies within, with `/`.
pub fn shown(path: &Path, base: &Path) -> String {
    let relative = path.strip_prefix(base).or_else(|_| path.strip_prefix(".")).unwrap_or(path);
    slashed(relative)
}

impl<'t> Docset<'t> {
    /// Parses every file of `sources`, and pairs pages of one language with their originals.
    pub fn parse(sources: &'t Sources, settings: &Settings) -> Self {
        let homes = Homes::of(sources.files().map(|(_, file)| file.path.as_str()), &settings.source_locale);
        let parse = |(id, file): (FileId, &'t SourceFile)| document(id, file, settings, &homes);
        let files: Vec<_> = sources.files().collect();
        #[cfg(feature = "parallel")]
        let documents: Vec<_> = files.into_par_iter().map(parse).collect();
        #[cfg(not(feature = "parallel"))]
        let documents: Vec<_> = files.into_iter().map(parse).collect();
        let (documents, aligning) = pairing::pair(sources, documents, settings, &homes);
        let mut documents: Vec<_> = documents.into_iter().flat_map(|document| split(document, settings)).collect();
        for document in &mut documents {
            set_aside(document, settings.longest_text);
        }
        let path = |document: &Document<'t>| sources.file(document.files[1]).path.as_str();
        // Of a file in several locales, the first one speaks for the page.
        let numbered = documents.iter().enumerate().rev().filter(|(_, it)| it.role != Role::Settings);
        let pages = numbered.map(|(number, document)| (path(document), number as u32)).collect();
        let mut docset = Self::default();
        (docset.documents, docset.pages, docset.slugs) = (documents, pages, settings.slugs);
        docset.homes = homes;
        docset.aligning = aligning;
        docset.redirects = redirects::aliases(sources, &docset);
        docset
    }

    /// Adds the paths of files that are no pages but may be linked.
    #[must_use]
    pub fn with_others(mut self, others: HashSet<String>) -> Self {
        self.others = others;
        self
    }

    /// Adds pages that were moved.
    #[must_use]
    pub fn with_redirects(mut self, redirects: Vec<Redirect>) -> Self {
        self.redirects.extend(redirects);
        self
    }
}

fn format_of(file: &SourceFile) -> &'static Format {
    formats::by_path(&file.path).unwrap_or(&formats::markdown::MARKDOWN)
}

fn document<'t>(id: FileId, file: &'t SourceFile, settings: &Settings, homes: &Homes) -> Document<'t> {
    if file.role == Role::Settings {
        let nobody = [Locale::unknown(), Locale::unknown()];
        let mut document = Document::new("settings", id, nobody, DocumentParts::default());
        document.role = Role::Settings;
        return document;
    }
    let format = format_of(file);
    let mut parts: DocumentParts<'t> = (format.read)(&file.text);
    if file.origin == Origin::Damaged {
        parts.problems.push(Problem {
            kind: ProblemKind::Encoding,
            message: damage(&file.text).into(),
            span: FileSpan::new(0, file.text.find('\n').unwrap_or(file.text.len())),
        });
    }
    let source = parts.locales[0].take().unwrap_or_else(|| settings.source_locale.clone());
    if file.role == Role::Original {
        let mut document = Document::new(format.name, id, [source.clone(), source], parts);
        document.role = Role::Original;
        return document;
    }
    // From within the folder of a locale, a path does not show it, but its layout knows.
    let place = settings.source_of(Path::new(&file.path)).map(|(_, _, locale)| locale);
    let place = place.or_else(|| homes.locale(&file.path));
    let own = parts.locales[1].take();
    // An English page that was copied to where translations lie, or whose front matter was, says that it is English.
    let own = own.filter(|own| place.as_ref().is_none_or(|place| !own.contradicts(place)));
    let target = settings
        .forced_locale
        .clone()
        .or(own)
        .or(place)
        .or_else(|| locale_of_path(&file.path))
        .or_else(|| settings.target_locale.clone())
        .unwrap_or_else(Locale::unknown);
    let mut document = Document::new(format.name, id, [source, target], parts);
    if document.segments().is_empty() && document.locales[0].language().code == document.locales[1].language().code {
        document.role = Role::Original;
    }
    document
}

/// How much of `text` could not be read, because the file is not UTF-8.
fn damage(text: &str) -> String {
    let lost = |line: &str| line.matches(char::REPLACEMENT_CHARACTER).count();
    let characters = lost(text);
    let lines = text.lines().filter(|line| lost(line) > 0).count();
    let counted = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    format!(
        "the file is not UTF-8; {} in {} could not be read",
        counted(characters, "character"),
        counted(lines, "line")
    )
}

/// One document for each locale that the segments of `document` are translated into.
fn split<'t>(mut document: Document<'t>, settings: &Settings) -> Vec<Document<'t>> {
    let turns = std::mem::take(&mut document.parts.turns);
    if turns.is_empty() || settings.forced_locale.is_some() {
        return vec![document];
    }
    let segments = std::mem::take(&mut document.parts.segments);
    let (format, [file, _], source) = (document.format, document.files, document.locales[0].clone());
    let mut found = vec![document];
    let mut turns = turns.into_iter().peekable();
    let mut current = 0;
    for (index, segment) in segments.into_iter().enumerate() {
        if let Some((_, locale)) = turns.next_if(|(start, _)| *start == index) {
            let known = found.iter().position(|document| document.locales[1] == locale);
            current = known.unwrap_or_else(|| {
                let locales = [source.clone(), locale];
                found.push(Document::new(format, file, locales, DocumentParts::default()));
                found.len() - 1
            });
        }
        found[current].parts.segments.push(segment);
    }
    found
}

/// Takes the segments out of `document` that are longer than `longest` bytes on one of their sides, and says so: they
/// would be compared for minutes.
fn set_aside(document: &mut Document<'_>, longest: usize) {
    let DocumentParts { segments, problems, .. } = &mut document.parts;
    segments.retain(|segment| {
        let length = segment.source.as_str().len().max(segment.target.as_str().len());
        if length > longest {
            problems.push(Problem {
                kind: ProblemKind::Length,
                message: format!("a text of {length} bytes is too long to be checked").into(),
                span: segment.target.file_span(),
            });
        }
        length <= longest
    });
}

/// The locale that a folder of `path` names, the innermost first: `nl-nl/page.md`, `docs/de/page.md`; or the file
/// itself: `messages.pt-BR.tsv`.
pub fn locale_of_path(path: &str) -> Option<Locale> {
    let stem = || {
        let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
        Locale::parse_strict(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
    };
    Locale::in_path(path).next().or_else(stem)
}

/// The locale that the path of `folder` says of what is read from within it, where paths do not show it: a name with a
/// region that is one of its last two (`nl-nl`), or one beside a folder of the source (`docs/de` beside `docs/en`, or
/// beside one that `source` names); the innermost first.
///
/// A name alone says nothing: `it` may be a department.
pub fn locale_of_folder(folder: &Path, settings: &Settings) -> Option<Locale> {
    let sources: Vec<PathBuf> = settings.source_roots.iter().filter_map(|root| git::real(root)).collect();
    let is_home = |parent: &Path| {
        let names = candidates::source_folders(&settings.source_locale, None);
        sources.iter().any(|source| source.parent() == Some(parent))
            || names.iter().any(|name| parent.join(name).is_dir())
    };
    folder.ancestors().enumerate().find_map(|(depth, folder)| {
        let name = folder.file_name()?.to_str()?;
        let locale = Locale::parse_strict(name)?;
        let is_translation = || locale.differs_from(&settings.source_locale) && folder.parent().is_some_and(is_home);
        ((depth < 2 && name.contains('-')) || is_translation()).then_some(locale)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(site: &tempfile::TempDir, said: &str) -> Settings {
        let path = site.path().join("bilint.toml").to_string_lossy().into_owned();
        let config = crate::config::Config::parse(said, &path).unwrap();
        Settings::new(&config, &crate::Registry::builtin(), Vec::new(), &path, said).unwrap()
    }

    /// A folder of English and German pages, of which only German has `only.md`, which is excluded, and `neu/`.
    fn site() -> (tempfile::TempDir, Settings) {
        let site = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            std::fs::create_dir_all(site.path().join(path).parent().unwrap()).unwrap();
            std::fs::write(site.path().join(path), text).unwrap();
        };
        write("docs/en/page.md", "# Page\n\nOpen the [list](list.md#all).\n");
        write("docs/de/page.md", "# Seite\n\nÖffnen Sie die [Liste](list.md#all), [mehr](only.md#a), [neu](neu/).\n");
        write("docs/en/list.md", "# List\n");
        write("docs/de/list.md", "# Liste\n");
        write("docs/de/only.md", "# Nur hier\n");
        write("docs/de/neu/index.md", "# Neu\n");
        let settings = settings(&site, "source = [\"docs/en\"]\nexclude = [\"**/only.md\"]\n");
        (site, settings)
    }

    #[test]
    fn links_of_a_page_that_is_named_alone_lead_to_the_files_around_it() {
        let (site, mut settings) = site();
        // From within the folder of the locale, no path shows it.
        settings.target_locale = Locale::parse("de");
        let linter = crate::Linter::new(&crate::Registry::builtin(), &settings).unwrap();
        let page = site.path().join("docs/de/page.md");
        for base in ["", "docs", "docs/de"] {
            let loaded = read(std::slice::from_ref(&page), &settings, &site.path().join(base));
            let found = linter.run(&loaded.sources, &linter.docset(&loaded)).findings;
            let found: Vec<_> = found.iter().map(|finding| (finding.check, &*finding.message)).collect();
            let added = |link| ("added-link", link);
            let expected = ["the source has no link to `only.md#a`", "the source has no link to `neu/`"].map(added);
            assert_eq!(found, expected, "seen from {base:?}");
        }
    }

    #[test]
    fn a_layout_says_the_locale_of_a_page_whose_path_does_not() {
        let (site, _) = site();
        let said = "[[docset]]\nsource = \"../en/*.md\"\ntarget = \"articles/*.md\"\nlocales = [\"nl-NL\"]\n";
        let settings = settings(&site, said);
        let mut loaded = Loaded::default();
        loaded.sources.add(site.path().join("articles/page.md").to_string_lossy(), "# Pagina\n");
        assert_eq!(Docset::parse(&loaded.sources, &settings).documents[0].locales[1].tag(), "nl-NL");
    }

    #[test]
    fn a_page_where_translations_lie_is_one_though_it_says_that_it_is_english() {
        let (site, _) = site();
        let settings = settings(&site, "[[docset]]\nsource = \"en/*.md\"\ntarget = \"{locale}/*.md\"\n");
        let mut loaded = Loaded::default();
        for path in ["en/page.md", "fr/page.md"] {
            let path = site.path().join(path).to_string_lossy().into_owned();
            loaded.sources.add(path, "---\nlang: en-US\n---\n\nSend the invoice to them today.\n");
        }
        let docset = Docset::parse(&loaded.sources, &settings);
        let roles = docset.documents.iter().map(|page| (page.locales[1].language().code, page.role));
        assert_eq!(roles.collect::<Vec<_>>(), [("en", Role::Original), ("fr", Role::Translation)]);
    }

    #[test]
    fn what_is_excluded_and_named_is_read_unless_that_is_refused() {
        let (site, mut settings) = site();
        let mut count = |force| {
            settings.force_exclude = force;
            read(&[site.path().join("docs/de/only.md")], &settings, site.path()).sources.files().count()
        };
        assert_eq!((count(false), count(true)), (1, 0));
    }

    #[cfg(unix)]
    #[test]
    fn a_name_may_hold_what_parts_folders_elsewhere() {
        // Shown as `de/x/../../y.md`, a fix of it would be written to another file.
        let (site, settings) = site();
        std::fs::write(site.path().join(r"docs/de/x\..\..\y.md"), "# Titel\n").unwrap();
        let loaded = read(&[site.path().join("docs/de")], &settings, &site.path().join("docs"));
        assert!(loaded.sources.files().any(|(_, file)| file.path == r"de/x\..\..\y.md"));
    }

    #[test]
    fn the_folder_one_stands_in_says_the_locale_where_it_can_hardly_be_anything_else() {
        let (site, mut settings) = site();
        let root = site.path().canonicalize().unwrap();
        for path in ["docs/de/guide/deep", "docs/de/cs", "it/pages", "site/nl-nl/a/b", "mirror/sv", "mirror/english"] {
            std::fs::create_dir_all(root.join(path)).unwrap();
        }
        settings.source_roots = vec![root.join("mirror/english")];
        let tag = |path: &str| {
            let locale = locale_of_folder(&root.join(path), &settings);
            locale.map_or(String::new(), |locale| locale.tag().to_owned())
        };
        let folders = ["docs/de", "docs/de/guide/deep", "docs/de/cs", "site/nl-nl/a", "mirror/sv"];
        assert_eq!(folders.map(tag), ["de", "de", "de", "nl-NL", "sv"]);
        // The source's own, a department, and too far in.
        assert_eq!(["docs/en", "docs", "it/pages", "site/nl-nl/a/b"].map(tag), [""; 4]);
    }

    #[test]
    fn locales_are_read_from_paths() {
        let tag = |path: &str| locale_of_path(path).map(|locale| locale.tag().to_owned());
        assert_eq!(tag("site/nl-nl/a/page.md").as_deref(), Some("nl-NL"));
        assert_eq!(tag("docs/de/page.md").as_deref(), Some("de"));
        assert_eq!(tag("messages.pt_BR.tsv").as_deref(), Some("pt-BR"));
        assert_eq!(tag("tr.jsonl").as_deref(), Some("tr"));
        assert_eq!(tag("docs/guide/page.md"), None);
        assert_eq!(tag("it-support/de-facto/he-said/page.md"), None);
    }
}
