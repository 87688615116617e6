//! What changed since a commit, or is about to be committed, as the user's git tells it.
//!
//! A change is told as two states of the files: as they are to be looked at, and as they were before. A work tree is
//! held against the commit where its branch left the other one, as a pull request is; what is staged, against the last
//! commit. Within a submodule, the two commits that the checkouts around it name are held against each other.

use super::git::{Objects, checkout_above, git, git_without_filters, real};
use super::{Tree, redirects, shown, source_folders};
use crate::config::Settings;
use crate::formats;
use crate::model::ChangedFiles;
use crate::text::similarity::near_miss;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What files are held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// The commit where the work tree left the branch of this revision. Changes that are not committed count, and so
    /// do files that git was not told of.
    Revision(String),
    /// The last commit. What is looked at is the index: what would be committed.
    Commit {
        /// The index, where it is not the checkout's own: git tells it to hooks in `GIT_INDEX_FILE`, from the root of the
        /// disk or from the top of the checkout, wherever a hook goes from there.
        index: Option<PathBuf>,
    },
}

impl Since {
    /// As it is said on the command line.
    fn said(&self) -> String {
        match self {
            Self::Revision(revision) => format!("--changed-since {revision}"),
            Self::Commit { .. } => "--staged".to_owned(),
        }
    }
}

/// Why nobody can tell what changed.
#[derive(Debug, thiserror::Error)]
#[error("{said}: {reason}")]
pub struct Untold {
    said: String,
    reason: String,
}

/// What changed.
#[derive(Debug, Default)]
pub struct Changes {
    /// The files as they are to be looked at.
    pub now: Tree,
    /// The files as they were.
    pub before: Tree,
    /// Which files differ between the two.
    pub files: ChangedFiles,
    /// What the user should know beside it, each once.
    pub notices: Vec<String>,
}

impl Changes {
    /// What changed in the checkouts of `paths`, which are the files and folders to be read under `settings`; paths
    /// are shown relative to `base`.
    ///
    /// # Errors
    /// When there is no git, a path lies in no checkout, or one of these knows no commit to compare with. The message
    /// names the remedy.
    pub fn find(since: &Since, paths: &[PathBuf], settings: &Settings, base: &Path) -> Result<Self, Untold> {
        let untold = |fault: Fault| Untold { said: since.said(), reason: fault.to_string() };
        let checkouts = checkouts(paths).map_err(untold)?;
        // Redirect maps lie above what is read.
        let named = paths.iter().cloned().chain(source_folders(settings)).chain(checkouts.iter().cloned());
        let mut teller = Teller { roots: Roots::new(named), base, changes: Self::default() };
        for checkout in checkouts {
            let index = match since {
                Since::Commit { index: Some(index) } if checkout_above(base).as_ref() == Some(&checkout) => Some(index),
                _ => None,
            };
            let git = Git { top: checkout, index: index.map(PathBuf::as_path) };
            match since {
                Since::Revision(revision) => {
                    let start = git.fork(revision).map_err(untold)?;
                    teller.work_tree(&git, &start).map_err(untold)?;
                }
                Since::Commit { .. } => teller.index(&git).map_err(untold)?,
            }
        }
        Ok(teller.changes)
    }

    /// The files and folders that were to be read before, where `paths` are to be read now: those, and where the pages
    /// were that moved into them.
    pub fn paths_before(&self, paths: &[PathBuf]) -> Vec<PathBuf> {
        paths.iter().cloned().chain(self.files.moves().map(PathBuf::from)).collect()
    }
}

/// The checkouts that `paths` lie in, by their folders, each once.
fn checkouts(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Fault> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        // A page that is not there any more lay in a folder that may be there.
        let folder = path.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let likely = checkout_above(folder);
        if likely.is_some_and(|likely| found.contains(&likely)) {
            continue;
        }
        let top = Git { top: folder.to_owned(), index: None }.said(&["rev-parse", "--show-toplevel"]);
        let top = top.map_err(|fault| match fault {
            Fault::Said(said) if said.contains("not a git repository") => {
                Fault::Told(format!("{} is in no git repository", path.display()))
            }
            other => other,
        })?;
        let top = Path::new(&top).canonicalize()?;
        if !found.contains(&top) {
            found.push(top);
        }
    }
    Ok(found)
}

/// The files and folders of a run, as they were named and as git names them.
struct Roots(Vec<[PathBuf; 2]>);

impl Roots {
    fn new(named: impl Iterator<Item = PathBuf>) -> Self {
        let pair = |named: PathBuf| {
            // The page may be gone; its folder is asked then.
            let real = real(&named).or_else(|| Some(real(named.parent()?)?.join(named.file_name()?)))?;
            Some([named, real])
        };
        Self(named.filter_map(pair).collect())
    }

    /// The file at `path`, as it would be found in each root that it lies in, with the number of that root.
    fn named(&self, path: &Path) -> Vec<(usize, PathBuf)> {
        let named = self.0.iter().enumerate().filter_map(|(number, [named, real])| {
            let rest = path.strip_prefix(real).ok()?;
            Some((number, if rest.as_os_str().is_empty() { named.clone() } else { named.join(rest) }))
        });
        named.collect()
    }
}

/// Puts together what git says.
struct Teller<'r> {
    roots: Roots,
    base: &'r Path,
    changes: Changes,
}

impl Teller<'_> {
    /// Tells what differs between `commit` and the files on disk.
    fn work_tree(&mut self, git: &Git<'_>, commit: &str) -> Result<(), Fault> {
        let entries = git.differences(&["-M", commit])?;
        let new = git.untracked()?.into_iter().map(Entry::added);
        let entries: Vec<Entry> = entries.into_iter().chain(new).collect();
        self.tell(git, &entries)
    }

    /// Tells what differs between the last commit and the index.
    fn index(&mut self, git: &Git<'_>) -> Result<(), Fault> {
        let commit = match git.commit("HEAD") {
            Some(commit) => commit,
            None => git.empty_tree()?,
        };
        // What is not staged is not seen.
        let entries = git.differences(&["--no-renames"])?;
        if let Some(entry) = entries.iter().find(|entry| entry.status == b'U') {
            let path = git.top.join(&entry.new);
            return Err(Fault::Told(format!("{}: the conflicts in it are not settled", path.display())));
        }
        let untracked = git.untracked()?.into_iter().map(Entry::added);
        let mut objects = Objects::open(&git.top)?;
        for entry in entries.into_iter().chain(untracked).filter(|entry| !entry.is_submodule()) {
            let bytes = if entry.was_file() { self.bytes(git, &mut objects, &entry)? } else { None };
            for (_, path) in self.roots.named(&git.top.join(&entry.old)) {
                let shown = shown(&path, self.base);
                self.changes.before.put(path.clone(), shown.clone(), bytes.clone());
                self.changes.now.put(path, shown, bytes.clone());
            }
        }
        let staged = git.differences(&["--cached", "-M", &commit])?;
        self.tell(git, &staged)
    }

    /// Tells of `entries`: what is gone first, since a file may have taken the path of another one.
    fn tell(&mut self, git: &Git<'_>, entries: &[Entry]) -> Result<(), Fault> {
        let mut objects = Objects::open(&git.top)?;
        for entry in entries.iter().filter(|entry| entry.is_file()) {
            for (_, path) in self.roots.named(&git.top.join(&entry.new)) {
                let shown = shown(&path, self.base);
                self.changes.files.add(shown.clone());
                self.changes.before.put(path, shown, None);
            }
        }
        for entry in entries.iter().filter(|entry| entry.was_file()) {
            let bytes = self.bytes(git, &mut objects, entry)?;
            self.tell_earlier(git, entry, bytes);
        }
        for entry in entries.iter().filter(|entry| entry.is_submodule()) {
            self.submodule(git, entry)?;
        }
        Ok(())
    }

    /// Tells of a file that was there before, and what it held.
    fn tell_earlier(&mut self, git: &Git<'_>, entry: &Entry, bytes: Option<Vec<u8>>) {
        let Some(bytes) = bytes else { return };
        let olds = self.roots.named(&git.top.join(&entry.old));
        let news = self.roots.named(&git.top.join(&entry.new)).into_iter().filter(|_| entry.is_file());
        for (root, path) in news {
            // A page may have come from outside of its root; the checkout is a root, too.
            let old = olds.iter().find(|(number, _)| *number == root).or(olds.last());
            if let Some((_, old)) = old {
                self.changes.files.moved(shown(&path, self.base), shown(old, self.base));
            }
        }
        for (_, path) in olds {
            let then = shown(&path, self.base);
            self.changes.files.add(then.clone());
            self.changes.before.put(path, then, Some(bytes.clone()));
        }
    }

    /// What the file of `entry` held before; `None`, and a notice, when git does not have it. The bytes of files
    /// that are never read are left out.
    fn bytes(&mut self, git: &Git<'_>, objects: &mut Objects, entry: &Entry) -> Result<Option<Vec<u8>>, Fault> {
        let name = entry.old.file_name().unwrap_or_default().to_string_lossy();
        if formats::by_path(&name).is_none() && !redirects::is_map(&name) {
            return Ok(Some(Vec::new()));
        }
        self.changes.files.moves_pages |= redirects::is_map(&name);
        let bytes = objects.read(&format!("{}^{{blob}}", entry.blob))?;
        if bytes.is_none() {
            let path = git.top.join(&entry.old);
            self.changes.notices.push(format!(
                "{}: git does not have what it held before, so all of it counts as new; in a partial clone, \
                 `git fetch --refetch --no-filter` completes it",
                shown(&path, self.base)
            ));
        }
        Ok(bytes)
    }

    /// Tells what changed in a submodule that is at another commit than before.
    fn submodule(&mut self, git: &Git<'_>, entry: &Entry) -> Result<(), Fault> {
        let top = git.top.join(&entry.new);
        if self.roots.named(&top).is_empty() && !self.roots.0.iter().any(|[_, real]| real.starts_with(&top)) {
            return Ok(());
        }
        let shown = shown(&entry.new, self.base);
        let mut notice = |text: &str| self.changes.notices.push(format!("the submodule {shown} {text}"));
        if !entry.new_mode.starts_with(SUBMODULE) {
            notice("was taken out; links to its pages are not judged");
            return Ok(());
        }
        if !top.join(".git").exists() {
            notice("is not checked out; its pages are not seen");
            return Ok(());
        }
        let inner = Git { top, index: None };
        let was_there = entry.old_mode.starts_with(SUBMODULE);
        let commit = if was_there { inner.commit(&entry.blob) } else { Some(inner.empty_tree()?) };
        let Some(commit) = commit else {
            notice(&format!(
                "was at commit {}, which its checkout does not have, so its pages count as unchanged; \
                 `git fetch --unshallow` there completes it",
                &entry.blob[..entry.blob.len().min(10)]
            ));
            return Ok(());
        };
        self.work_tree(&inner, &commit)
    }
}

/// The mode of a submodule.
const SUBMODULE: &str = "160000";

/// A line of `git diff --raw`: a file that is not the same on both sides. Paths are relative to the top of the checkout.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    old_mode: String,
    new_mode: String,
    /// What the old side held; for a submodule, its commit.
    blob: String,
    status: u8,
    old: PathBuf,
    new: PathBuf,
}

impl Entry {
    /// A file that git was not told of.
    fn added(path: PathBuf) -> Self {
        let (old_mode, new_mode) = ("000000".to_owned(), "100644".to_owned());
        Self { old_mode, new_mode, blob: String::new(), status: b'A', old: path.clone(), new: path }
    }

    /// Reads the lines of `git diff --raw -z`.
    fn parse(said: &[u8]) -> Option<Vec<Self>> {
        let mut fields = said.split(|&byte| byte == 0).map(|field| String::from_utf8_lossy(field).into_owned());
        let mut found = Vec::new();
        while let Some(head) = fields.next().filter(|head| !head.is_empty()) {
            let mut words = head.strip_prefix(':')?.split(' ').map(str::to_owned);
            let (old_mode, new_mode, blob) = (words.next()?, words.next()?, words.next()?);
            let status = words.nth(1)?.bytes().next()?;
            let old = PathBuf::from(fields.next()?);
            let new = if matches!(status, b'R' | b'C') { PathBuf::from(fields.next()?) } else { old.clone() };
            found.push(Self { old_mode, new_mode, blob, status, old, new });
        }
        Some(found)
    }

    /// Whether the old side is a file; links and submodules are none.
    fn was_file(&self) -> bool {
        self.old_mode.starts_with("100")
    }

    /// Whether the new side is a file.
    fn is_file(&self) -> bool {
        self.new_mode.starts_with("100")
    }

    fn is_submodule(&self) -> bool {
        [&self.old_mode, &self.new_mode].iter().any(|mode| mode.starts_with(SUBMODULE))
    }
}

/// Why git said nothing.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("there is no `git` on the path")]
    Missing,
    #[error("git: {0}")]
    Failed(#[from] io::Error),
    /// In the words of git.
    #[error("git: {0}")]
    Said(String),
    /// In ours.
    #[error("{0}")]
    Told(String),
}

/// The git of one checkout.
struct Git<'i> {
    top: PathBuf,
    index: Option<&'i Path>,
}

impl Git<'_> {
    /// What git says to `arguments`.
    fn ask(&self, mut command: Command, arguments: &[&str]) -> Result<Vec<u8>, Fault> {
        if let Some(index) = self.index {
            command.env("GIT_INDEX_FILE", index);
        }
        let output = command.args(arguments).stdin(Stdio::null()).stderr(Stdio::piped()).output();
        let output = output.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Fault::Missing,
            _ => Fault::Failed(error),
        })?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let line = said.lines().find(|line| !line.is_empty()).unwrap_or("it failed without a word");
            return Err(Fault::Said(line.trim_start_matches("fatal: ").to_owned()));
        }
        Ok(output.stdout)
    }

    /// The one line that git says to `arguments`.
    fn said(&self, arguments: &[&str]) -> Result<String, Fault> {
        let said = self.ask(git(&self.top), arguments)?;
        Ok(String::from_utf8_lossy(&said).trim_end_matches(['\r', '\n']).to_owned())
    }

    /// The commit that `revision` names, by its full hash.
    fn commit(&self, revision: &str) -> Option<String> {
        let named = format!("{revision}^{{commit}}");
        let said = self.said(&["rev-parse", "--verify", "--quiet", "--end-of-options", &named]).ok()?;
        said.lines().next_back().map(str::to_owned)
    }

    /// The tree without a file.
    fn empty_tree(&self) -> Result<String, Fault> {
        self.said(&["hash-object", "-t", "tree", "--stdin"])
    }

    /// What `git diff` says to `arguments`.
    fn differences(&self, arguments: &[&str]) -> Result<Vec<Entry>, Fault> {
        let always = ["diff", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv"];
        let arguments = [&always[..], &["--ignore-submodules=dirty"], arguments, &["--"]].concat();
        let said = self.ask(git_without_filters(&self.top), &arguments)?;
        Entry::parse(&said).ok_or_else(|| Fault::Said("its list of changed files is not understood".to_owned()))
    }

    /// The files that git was not told of, and is not told to ignore.
    fn untracked(&self) -> Result<Vec<PathBuf>, Fault> {
        let said = self.ask(git(&self.top), &["ls-files", "-z", "--others", "--exclude-standard"])?;
        let names = said.split(|&byte| byte == 0).map(|name| String::from_utf8_lossy(name).into_owned());
        // A name with a slash behind it is another checkout.
        Ok(names.filter(|name| !name.is_empty() && !name.ends_with('/')).map(PathBuf::from).collect())
    }

    /// The commit where the work tree left the branch of `revision`.
    fn fork(&self, revision: &str) -> Result<String, Fault> {
        let told = |reason: String| Err(Fault::Told(reason));
        let Some(commit) = self.commit(revision) else { return told(self.unknown(revision)) };
        let Some(head) = self.commit("HEAD") else { return told("the repository has no commit yet".to_owned()) };
        match self.said(&["merge-base", &commit, &head]) {
            Ok(fork) if !fork.is_empty() => Ok(fork),
            _ if self.is_shallow() => told(format!(
                "the checkout is shallow and does not reach back to where it left `{revision}`; {UNSHALLOW}"
            )),
            _ => told(format!("`{revision}` and the checkout have no commit in common")),
        }
    }

    fn is_shallow(&self) -> bool {
        self.said(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| said == "true")
    }

    /// Why `revision` names no commit, and what would.
    fn unknown(&self, revision: &str) -> String {
        let no = format!("{} has no such revision", self.top.display());
        let refs = self.said(&["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags"]);
        let refs = refs.unwrap_or_default();
        let remote = format!("origin/{revision}");
        let near = refs.lines().find(|name| *name == remote).or_else(|| near_miss(revision, refs.lines()));
        if let Some(near) = near {
            return format!("{no}; did you mean `{near}`?");
        }
        if self.is_shallow() {
            return format!("{no}; the checkout is shallow: {UNSHALLOW}");
        }
        match revision.strip_prefix("origin/") {
            Some(branch) => format!("{no}; `git fetch origin {branch}` brings it"),
            None => format!("{no}; name a branch, a tag or a commit"),
        }
    }
}

/// What completes a shallow checkout.
const UNSHALLOW: &str = "`git fetch --unshallow` completes it, or `fetch-depth: 0` where GitHub checks out";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_lines_are_read() {
        let said = b":100644 100644 aaa 000 M\0docs/a b.md\0:100644 100644 bbb ccc R087\0old.md\0\xc3\xa9\n.md\0";
        let found = Entry::parse(said).unwrap();
        assert_eq!((found[0].status, found[0].old.to_str(), &*found[0].blob), (b'M', Some("docs/a b.md"), "aaa"));
        assert_eq!((found[1].old.to_str(), found[1].new.to_str()), (Some("old.md"), Some("é\n.md")));
        assert!(found.iter().all(|entry| entry.is_file() && entry.was_file() && !entry.is_submodule()));
        assert_eq!(Entry::parse(b"").unwrap(), []);
        assert_eq!(Entry::parse(b":100644 100644\0a\0"), None);
        assert_eq!(Entry::parse(b"warning"), None);
    }
}
