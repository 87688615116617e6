//! Reads the pages that translations were made from, where they lie outside of what was named: in a folder of source
//! pages, where a layout says, or beside the translation; as they are now, or as they were at the commit that a
//! translation names.

use super::candidates;
use super::git;
use super::history::History;
use super::identity::{self, Identity};
use super::{Loaded, Tree, shown};
use crate::config::Settings;
use crate::config::paths::slashed;
use crate::formats::{self, markdown};
use crate::locale::Locale;
use crate::model::{FileId, Original, Pairing, Role, SourceFile, Sources};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Where the source of a page lies.
struct Place {
    /// The file.
    path: PathBuf,
    /// The folder whose history holds its earlier versions.
    folder: PathBuf,
}

/// Reads the originals of the pages in `loaded`, which were found in `roots`, and says which is whose.
pub(super) fn read(loaded: &mut Loaded, tree: &Tree, roots: &[PathBuf], settings: &Settings, base: &Path) {
    let known: HashMap<&str, FileId> = loaded.sources.files().map(|(id, file)| (file.path.as_str(), id)).collect();
    let sought: Vec<(FileId, &SourceFile)> = loaded.sources.files().filter(|(_, file)| is_plain(file)).collect();
    let read = |path: &str| known.get(path).map(|&id| loaded.sources.file(id));
    let folders = Folders::new(tree, roots, settings, base, &read);
    let find = |(id, file): (FileId, &SourceFile)| Some((id, folders.place(file)?));
    #[cfg(feature = "parallel")]
    let found: Vec<(FileId, Place)> = sought.into_par_iter().filter_map(find).collect();
    #[cfg(not(feature = "parallel"))]
    let found: Vec<(FileId, Place)> = sought.into_iter().filter_map(find).collect();
    let shown = |place: &Place| shown(&place.path, base);
    // A source that was named, too, or that several translations share, is read once.
    let mut places: HashMap<String, Option<FileId>> =
        found.iter().map(|(_, place)| (shown(place), known.get(&*shown(place)).copied())).collect();
    let mut missing: Vec<(&Place, String)> = found
        .iter()
        .map(|(_, place)| (place, shown(place)))
        .filter(|(_, shown)| places.get(shown).is_some_and(Option::is_none))
        .collect();
    missing.sort_by(|one, other| one.1.cmp(&other.1));
    missing.dedup_by(|one, other| one.1 == other.1);
    let read = |(place, shown): (&Place, String)| tree.read(&place.path, shown);
    #[cfg(feature = "parallel")]
    let files: Vec<_> = missing.into_par_iter().map(read).collect();
    #[cfg(not(feature = "parallel"))]
    let files: Vec<_> = missing.into_iter().map(read).collect();
    for file in files {
        match file {
            Ok(file) => {
                let path = file.path.clone();
                let id = loaded.sources.push(SourceFile { role: Role::Original, ..file });
                places.insert(path, Some(id));
            }
            Err(refused) => loaded.refused.push(refused),
        }
    }
    let mut versions = Versions::default();
    for (page, place) in found {
        let Some(Some(original)) = places.get(&shown(&place)).copied() else { continue };
        let earlier = versions.earlier(loaded, settings, page, original, &place);
        let (file, pairing) = earlier.map_or((original, Pairing::Tree), |file| (file, Pairing::History));
        let current = earlier.map(|_| original);
        loaded.sources.pair(page, Original { file, pairing, current });
    }
    loaded.notices.extend(versions.histories.into_values().flatten().filter_map(|history| history.notice()));
}

/// Whether `file` is a page that holds one language only.
fn is_plain(file: &SourceFile) -> bool {
    formats::by_path(&file.path).is_some_and(|format| format.name == markdown::MARKDOWN.name)
        && !markdown::is_side_by_side(&file.text)
}

/// Whether `file`, which lies where the original of a page may lie, holds a page in `source_locale`.
fn may_be_original(file: &SourceFile, source_locale: &Locale) -> bool {
    is_plain(file) && markdown::locale(&markdown::fields(&file.text)).is_none_or(|own| !own.contradicts(source_locale))
}

/// The folder that holds both `one` and `other`.
fn shared_folder(one: &Path, other: &Path) -> PathBuf {
    one.components().zip(other.components()).take_while(|(one, other)| one == other).map(|(part, _)| part).collect()
}

/// The folders of a run, as they lie on the disk.
struct Folders<'s> {
    tree: &'s Tree,
    settings: &'s Settings,
    base: &'s Path,
    /// What was named to be read, as it was said and from the root of the disk.
    roots: Vec<(&'s Path, PathBuf)>,
    /// The files that were read, by the path that is shown.
    known: &'s (dyn Fn(&str) -> Option<&'s SourceFile> + Sync),
    /// Folders with symbolic links followed; `None` for those that are not there.
    real: Mutex<HashMap<PathBuf, Option<PathBuf>>>,
}

impl<'s> Folders<'s> {
    fn new(
        tree: &'s Tree,
        roots: &'s [PathBuf],
        settings: &'s Settings,
        base: &'s Path,
        known: &'s (dyn Fn(&str) -> Option<&'s SourceFile> + Sync),
    ) -> Self {
        let roots = roots.iter().map(|root| (root.as_path(), candidates::absolute(base, root))).collect();
        Self { tree, settings, base, roots, known, real: Mutex::default() }
    }

    /// Where the source of `file` lies: where a layout says, else in one of the folders of source pages, else beside it.
    fn place(&self, file: &SourceFile) -> Option<Place> {
        let Self { settings, base, .. } = *self;
        let page = Path::new(&file.path);
        let on_disk = candidates::absolute(base, page);
        // A file that was named is the source of the one page that was.
        if let [path] = &*settings.source_roots
            && path.is_file()
        {
            let folder = path.parent().unwrap_or(base).to_owned();
            return (candidates::absolute(base, path) != on_disk).then(|| Place { path: path.clone(), folder });
        }
        if let Some((path, layout, _)) = settings.source_of(page) {
            let folder = settings.folder.join(layout.source_root());
            return self.is_there(&path, [&folder, base]).then_some(Place { path, folder });
        }
        // A root may be said as `.` or from the root of the disk, which the page's path does not show.
        let roots = self.roots.iter().filter(|(_, root)| on_disk.starts_with(root));
        let root = roots.max_by_key(|(_, root)| root.as_os_str().len());
        let root = root.map_or_else(|| page.parent().unwrap_or(Path::new("")), |(said, _)| said);
        let named = settings.source_roots.iter().find_map(|folder| {
            let mut paths = candidates::candidates(page, [root, folder], &settings.source_locale, base);
            let path = paths.find(|path| self.is_there(path, [folder, base]))?;
            Some(Place { path, folder: folder.clone() })
        });
        named.or_else(|| self.beside(&file.path))
    }

    /// Where the source of the page `page` lies beside it.
    fn beside(&self, page: &str) -> Option<Place> {
        let on_disk = |path: &str| candidates::absolute(self.base, Path::new(path));
        candidates::siblings(page, &self.settings.source_locale).into_iter().find_map(|sibling| {
            let path = on_disk(&sibling);
            let folder = shared_folder(&on_disk(page), &path);
            let is_there = match (self.known)(&sibling) {
                Some(file) => may_be_original(file, &self.settings.source_locale),
                None => self.is_there(&path, [&folder, &folder]),
            };
            is_there.then_some(Place { path, folder })
        })
    }

    /// Whether `path` is a file that is seen in the run, and on the disk lies in one of `folders`.
    fn is_there(&self, path: &Path, folders: [&Path; 2]) -> bool {
        self.tree.has(&shown(path, self.base)).unwrap_or_else(|| self.is_within(path, folders))
    }

    /// Whether `path` is a file that really lies in one of `folders`: a symbolic link in a stranger's tree may lead to
    /// any file of the reader's, whose text would then stand in the report. What belongs to git is nobody's page, and may
    /// hold what opens a repository.
    fn is_within(&self, path: &Path, folders: [&Path; 2]) -> bool {
        let holds = |file: &Path| {
            folders.iter().any(|folder| self.real_folder(folder).is_some_and(|folder| file.starts_with(folder)))
        };
        let Ok(about) = path.symlink_metadata() else { return false };
        let real = match (path.parent(), path.file_name()) {
            (Some(folder), Some(name)) if about.is_file() => self.real_folder(folder).map(|folder| folder.join(name)),
            _ => path.canonicalize().ok().filter(|real| real.is_file()),
        };
        real.is_some_and(|file| holds(&file) && file.components().all(|part| part.as_os_str() != ".git"))
    }

    /// The folder `path` with symbolic links followed.
    fn real_folder(&self, path: &Path) -> Option<PathBuf> {
        let mut known = self.real.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(real) = known.get(path) {
            return real.clone();
        }
        let real = git::real(path);
        known.insert(path.to_owned(), real.clone());
        real
    }
}

/// Earlier versions of originals, each read once.
#[derive(Default)]
struct Versions {
    histories: HashMap<PathBuf, Option<History>>,
    read: HashMap<(FileId, String), Option<FileId>>,
}

impl Versions {
    /// The version of `original` that the translation `page` was made from, when that is not the current one and the
    /// history has it.
    fn earlier(
        &mut self,
        loaded: &mut Loaded,
        settings: &Settings,
        page: FileId,
        original: FileId,
        place: &Place,
    ) -> Option<FileId> {
        let history = self.histories.entry(place.folder.clone()).or_insert_with(|| History::open(&place.folder));
        let history = history.as_mut()?;
        let fields = markdown::fields(&loaded.sources.file(page).text);
        let commit = settings.marks.commit(&fields)?.to_ascii_lowercase();
        let hash = settings.marks.hash(&fields);
        let now = loaded.sources.file(original);
        let proven = |file: &SourceFile| hash.map(|hash| identity::identify(hash, &file.text, file.origin));
        if proven(now) == Some(Identity::Same) {
            return None;
        }
        if let Some(known) = self.read.get(&(original, commit.clone())) {
            return *known;
        }
        let below = slashed(place.path.strip_prefix(&place.folder).ok()?);
        let short: String = commit.chars().take(SHORT).collect();
        let shown = format!("{}@{short}", now.path);
        let read = history.read(&commit, &below);
        let file = match read.and_then(|bytes| bytes.map(|bytes| Sources::decode(bytes, shown)).transpose()) {
            Ok(file) => file,
            Err(refused) => {
                loaded.refused.push(refused);
                None
            }
        };
        // The same text as now is no earlier version.
        let file = file.filter(|file| file.text != now.text);
        let id = file.map(|file| loaded.sources.push(SourceFile { role: Role::Original, ..file }));
        self.read.insert((original, commit), id);
        id
    }
}

/// Digits of a commit that are shown.
const SHORT: usize = 10;

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::registry::Registry;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn the_original_of_a_page_that_is_named_alone_lies_beside_it() {
        let site = tempfile::tempdir().unwrap();
        let root = site.path();
        fs::create_dir(root.join("de")).unwrap();
        fs::create_dir(root.join("en")).unwrap();
        for path in ["de/x.md", "en/x.md", "y.de.md", "y.md", "z.de.md"] {
            fs::write(root.join(path), "# Titel\n").unwrap();
        }
        fs::write(root.join("z.md"), "---\nlang: fr\n---\n# Titre\n").unwrap();
        let settings = Settings::defaults(&Registry::builtin());
        let named = ["de/x.md", "y.de.md"].map(|path| root.join(path));
        let originals = |named: &[PathBuf]| -> Vec<String> {
            let loaded = super::super::read(named, &settings, root);
            let found = loaded.sources.files().filter_map(|(_, file)| Some(file.original?.file));
            found.map(|file| loaded.sources.file(file).path.clone()).collect()
        };
        assert_eq!(originals(&named), ["en/x.md", "y.md"]);
        // A page in another language is none.
        assert_eq!(originals(&[root.to_owned()]), ["en/x.md", "y.md"]);
    }

    #[test]
    fn a_link_out_of_the_tree_is_no_original() {
        let (site, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let root = site.path();
        for folder in ["en", "de"] {
            fs::create_dir(root.join(folder)).unwrap();
        }
        for name in ["own.md", "linked.md", "stolen.md", "key.md"] {
            fs::write(root.join("de").join(name), "# Titel\n").unwrap();
        }
        fs::write(root.join("en/own.md"), "# Title\n").unwrap();
        fs::write(outside.path().join("secret.md"), "A key.\n").unwrap();
        fs::create_dir(root.join(".git")).unwrap();
        fs::write(root.join(".git/config"), "A key.\n").unwrap();
        symlink("../.git/config", root.join("en/key.md")).unwrap();
        symlink("own.md", root.join("en/linked.md")).unwrap();
        symlink(outside.path().join("secret.md"), root.join("en/stolen.md")).unwrap();
        let mut settings = Settings::defaults(&Registry::builtin());
        // Where nothing is named, the folder beside it is looked into.
        for roots in [vec![root.join("en")], Vec::new()] {
            settings.source_roots = roots;
            let loaded = super::super::read(&[root.join("de")], &settings, root);
            let paired = loaded.sources.files().filter(|(_, file)| file.original.is_some());
            let mut paths: Vec<&str> = paired.map(|(_, file)| file.path.as_str()).collect();
            paths.sort_unstable();
            assert_eq!(paths, ["de/linked.md", "de/own.md"]);
            assert!(loaded.sources.files().all(|(_, file)| !file.text.contains("A key")));
        }
    }
}
