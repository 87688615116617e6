//! Files as they were at an earlier commit of their checkout.
//!
//! One `git cat-file --batch` runs for each checkout and answers for all pages. What a page says reaches git on its
//! standard input only: a commit that is checked to be hexadecimal, and a path without control characters.

use super::git::{Objects, checkout_above, git};
use crate::model::Refused;
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The earlier states of the files in a folder of a git checkout.
#[derive(Debug)]
pub struct History {
    folder: PathBuf,
    /// The folder in its checkout: empty, or with a slash at its end.
    prefix: String,
    lack: Lack,
    objects: Objects,
    /// Commits that were asked for where no file was found, and whether they are there.
    commits: HashMap<String, bool>,
    /// For commits where a file was not found under its name: the names that files have now, and those they had.
    renames: HashMap<String, HashMap<String, String>>,
    /// How many readings failed because the commit, or what belongs to it, was never fetched.
    lost: usize,
}

/// What a checkout leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    Nothing,
    /// Commits before some depth.
    Commits,
    /// Files that nobody needed yet.
    Files,
}

impl History {
    /// The history of the files below `folder`. `None` when it lies in no checkout, or there is no git.
    pub fn open(folder: &Path) -> Option<Self> {
        // Most folders of a run lie in no checkout; asking git for each would cost more than reading its pages.
        checkout_above(folder)?;
        let asked = ["rev-parse", "--show-toplevel", "--is-shallow-repository", "--show-prefix"];
        let output = git(folder).args(asked).stdin(Stdio::null()).output().ok()?;
        let said = String::from_utf8(output.stdout).ok().filter(|_| output.status.success())?;
        let mut lines = said.lines();
        let (_, shallow) = (lines.next()?, lines.next()?);
        let prefix = lines.next().unwrap_or_default().to_owned();
        let lack = match shallow {
            "true" => Lack::Commits,
            _ if is_partial(folder) => Lack::Files,
            _ => Lack::Nothing,
        };
        let objects = Objects::open(folder).ok()?;
        let (commits, renames) = (HashMap::new(), HashMap::new());
        Some(Self { folder: folder.to_owned(), prefix, lack, objects, commits, renames, lost: 0 })
    }

    /// The bytes of the file at `path`, relative to the folder and with `/`, as it was at `commit`: 7 to 64
    /// hexadecimal digits. One that was renamed since is read under the name that it had. `None` when it was not there, or
    /// the commit is not.
    ///
    /// # Errors
    /// When git fails.
    pub fn read(&mut self, commit: &str, path: &str) -> Result<Option<Vec<u8>>, Refused> {
        if !is_commit(commit) || !is_plain(path) {
            return Ok(None);
        }
        let refuse = |error: io::Error, folder: &Path| Refused {
            path: folder.join(path).display().to_string(),
            reason: format!("git could not be asked for commit {commit}: {error}"),
        };
        let request = format!("{commit}:{}{path}", self.prefix);
        let mut reply = self.objects.read(&request).map_err(|error| refuse(error, &self.folder))?;
        if reply.is_none() {
            let there = self.has(commit).map_err(|error| refuse(error, &self.folder))?;
            if let Some(before) = self.name_before(commit, path).filter(|_| there) {
                let request = format!("{commit}:{before}");
                reply = self.objects.read(&request).map_err(|error| refuse(error, &self.folder))?;
            }
            self.lost += usize::from(reply.is_none() && (!there || self.lack == Lack::Files));
        }
        Ok(reply)
    }

    /// The name, from the top of the checkout, that the file at `path` had at `commit`.
    fn name_before(&mut self, commit: &str, path: &str) -> Option<String> {
        if !self.renames.contains_key(commit) && self.renames.len() < MOST_COMMITS {
            self.renames.insert(commit.to_owned(), renames(&self.folder, commit));
        }
        self.renames.get(commit)?.get(&format!("{}{path}", self.prefix)).cloned()
    }

    /// What to tell the user once, when all pages are read: that commits were never fetched, and the remedy.
    pub fn notice(&self) -> Option<String> {
        let remedy = match self.lack {
            _ if self.lost == 0 => return None,
            Lack::Nothing => "fetch the branch they are on, if it still exists",
            Lack::Commits => "the checkout is shallow; `git fetch --unshallow` there completes it",
            Lack::Files => "the checkout is a partial clone; `git fetch --refetch --no-filter` there completes it",
        };
        let pages = if self.lost == 1 { "1 page was" } else { &format!("{} pages were", self.lost) };
        Some(format!(
            "{}: {pages} translated from a version that is not in the checkout; {remedy}",
            self.folder.display()
        ))
    }

    /// Whether `commit` is in the checkout.
    fn has(&mut self, commit: &str) -> io::Result<bool> {
        if let Some(known) = self.commits.get(commit) {
            return Ok(*known);
        }
        let there = self.objects.has(&format!("{commit}^{{commit}}"))?;
        self.commits.insert(commit.to_owned(), there);
        Ok(there)
    }
}

/// Commits that are asked which files were renamed since: each takes a git of its own.
const MOST_COMMITS: usize = 64;

/// The files of the checkout of `folder` that were renamed since `commit`, by the names they have now: as git finds them,
/// by what two of its trees have in common.
fn renames(folder: &Path, commit: &str) -> HashMap<String, String> {
    let asked =
        ["diff-tree", "-r", "-z", "--find-renames", "--diff-filter=R", "--name-status", "--no-ext-diff", commit];
    let output = git(folder).args(asked).args(["HEAD", "--"]).stdin(Stdio::null()).output();
    let said = output.ok().filter(|output| output.status.success()).map(|output| output.stdout).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let mut parts = said.split('\0');
    let mut found = HashMap::new();
    while let (Some(_), Some(before), Some(now)) = (parts.next(), parts.next(), parts.next()) {
        if !before.contains(char::is_control) {
            found.insert(now.to_owned(), before.to_owned());
        }
    }
    found
}

/// Whether `mark` reads like a commit: 7 to 64 hexadecimal digits.
pub fn is_commit(mark: &str) -> bool {
    (7..=64).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether `path` goes down from its folder and nowhere else.
fn is_plain(path: &str) -> bool {
    !path.contains(char::is_control) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Whether the checkout of `folder` fetches files only when they are needed.
fn is_partial(folder: &Path) -> bool {
    let asked = ["config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$"];
    git(folder).args(asked).stdin(Stdio::null()).output().is_ok_and(|output| !output.stdout.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    /// Runs git in `folder`; its output without the line end. `None` where git is missing.
    fn run(folder: &Path, arguments: &[&str]) -> Option<String> {
        let mut git = git(folder);
        // Clones of a test lie on the same disk.
        git.env("GIT_ALLOW_PROTOCOL", "file").env("GIT_NO_LAZY_FETCH", "0");
        git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        for person in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{person}_NAME"), "Ada").env(format!("GIT_{person}_EMAIL"), "ada@example.org");
            git.env(format!("GIT_{person}_DATE"), "2024-03-01T12:00:00Z");
        }
        let output = git.args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"]).args(arguments).output();
        let Ok(output) = output else {
            eprintln!("skipped: there is no git");
            return None;
        };
        assert!(output.status.success(), "git {arguments:?}");
        Some(String::from_utf8(output.stdout).unwrap().trim_end().to_owned())
    }

    /// A checkout with a page in two versions, and the commits of both.
    fn checkout() -> Option<(TempDir, [String; 2])> {
        let folder = TempDir::new().unwrap();
        let root = folder.path();
        run(root, &["init", "--quiet"])?;
        run(root, &["config", "uploadpack.allowFilter", "true"])?;
        fs::create_dir_all(root.join("docs/en")).unwrap();
        let mut commits = [String::new(), String::new()];
        for (commit, text) in commits.iter_mut().zip(["Stop the server.\r\n", "Stop all servers.\n"]) {
            fs::write(root.join("docs/en/stop it.md"), text).unwrap();
            fs::write(root.join("docs/en/same.md"), "No change.").unwrap();
            run(root, &["add", "."])?;
            run(root, &["commit", "--quiet", "--message", "Say it"])?;
            *commit = run(root, &["rev-parse", "HEAD"])?;
        }
        Some((folder, commits))
    }

    #[test]
    fn a_page_is_read_as_it_was() {
        let Some((folder, [first, second])) = checkout() else { return };
        let mut history = History::open(&folder.path().join("docs/en")).unwrap();
        let mut read = |commit: &str, path: &str| history.read(commit, path).unwrap();
        assert_eq!(read(&first, "stop it.md").unwrap(), b"Stop the server.\r\n");
        assert_eq!(read(&second[..10], "stop it.md").unwrap(), b"Stop all servers.\n");
        assert_eq!(read(&first, "same.md").unwrap(), b"No change.");
        assert_eq!(read(&first, "renamed.md"), None);
        // Neither a folder nor what lies outside the folder is a page.
        for path in ["", ".", "../en/same.md", "/etc/passwd", "same.md\nHEAD:docs", "a//b"] {
            assert_eq!(read(&first, path), None, "{path:?}");
        }
        for commit in ["HEAD", "main", "--help", "123456", &format!("{first}\n")] {
            assert_eq!(read(commit, "same.md"), None, "{commit:?}");
        }
        assert_eq!(history.notice(), None);
        let mut history = History::open(folder.path()).unwrap();
        assert_eq!(history.read(&first, "docs/en/same.md").unwrap().unwrap(), b"No change.");
        assert_eq!(history.read(&first, "docs/en").unwrap(), None);
    }

    #[test]
    fn a_page_that_was_renamed_is_read_under_its_old_name() {
        let Some((folder, [first, _])) = checkout() else { return };
        fs::create_dir_all(folder.path().join("docs/en/how")).unwrap();
        run(folder.path(), &["mv", "docs/en/same.md", "docs/en/how/renamed.md"]).unwrap();
        run(folder.path(), &["commit", "--quiet", "--message", "Rename it"]).unwrap();
        let mut history = History::open(&folder.path().join("docs/en")).unwrap();
        assert_eq!(history.read(&first, "how/renamed.md").unwrap().unwrap(), b"No change.");
        assert_eq!(history.read(&first, "how/other.md").unwrap(), None);
        assert_eq!(history.read(&"0".repeat(40), "how/renamed.md").unwrap(), None);
    }

    #[test]
    fn a_commit_that_was_never_fetched_is_told_once_with_the_remedy() {
        let Some((folder, [first, second])) = checkout() else { return };
        let url = format!("file://{}", folder.path().display());
        let copies = TempDir::new().unwrap();
        let says = |name: &str, option: &[&str], remedy: &str| {
            let clone = copies.path().join(name);
            let target = clone.display().to_string();
            let arguments = [&["clone", "--quiet"], option, &[&url, &target]].concat();
            run(copies.path(), &arguments).unwrap();
            let mut history = History::open(&clone.join("docs")).unwrap();
            assert!(history.read(&second, "en/same.md").unwrap().is_some());
            assert_eq!(history.notice(), None);
            for _ in 0..2 {
                assert_eq!(history.read(&first, "en/stop it.md").unwrap(), None);
            }
            let notice = history.notice().unwrap();
            assert!(notice.contains("2 pages were translated from") && notice.contains(remedy), "{notice}");
        };
        says("shallow", &["--depth=1"], "git fetch --unshallow");
        says("partial", &["--filter=blob:none"], "git fetch --refetch --no-filter");
        let mut history = History::open(folder.path()).unwrap();
        assert_eq!(history.read(&"0".repeat(40), "docs/en/same.md").unwrap(), None);
        assert!(history.notice().unwrap().contains("1 page was"));
    }

    #[test]
    fn a_folder_outside_every_checkout_has_no_history() {
        let folder = TempDir::new().unwrap();
        assert!(History::open(folder.path()).is_none());
        assert!(History::open(&folder.path().join("missing")).is_none());
    }
}
