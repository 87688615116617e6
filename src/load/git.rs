//! The user's git, as a reader: without network, hooks or helpers, whatever the checkout or a calling program asks for.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The nearest folder at or above `folder` that looks like a checkout.
pub(super) fn checkout_above(folder: &Path) -> Option<PathBuf> {
    let folder = real(folder)?;
    folder.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned)
}

/// `path` from the root of the disk, without links.
pub(super) fn real(path: &Path) -> Option<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize().ok()
}

/// Variables by which a program that runs bilint (a hook, say) would lead git to another checkout than the one that
/// is asked, or to other settings (`git rev-parse --local-env-vars`).
const LOCAL_VARIABLES: [&str; 16] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// A git that reads the checkout of `folder` and does nothing else.
pub(super) fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("--no-pager").arg("-C").arg(folder);
    // A folder that only looks like a repository would bring settings of its own.
    git.args(["-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]);
    for name in LOCAL_VARIABLES {
        git.env_remove(name);
    }
    // Older versions of git know no `GIT_NO_LAZY_FETCH`; a list of protocols that names none stops them, too.
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none").env("GIT_TERMINAL_PROMPT", "0");
    git.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C").stderr(Stdio::null());
    git
}

/// A git that reads the work tree of `folder`, too, and runs none of the programs that its configuration names to
/// turn files into what is committed: a folder that was unpacked may bring a configuration of strangers.
pub(super) fn git_without_filters(folder: &Path) -> Command {
    let asked = ["config", "-z", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process|required)$"];
    let output = git(folder).args(asked).stdin(Stdio::null()).output();
    let names = output.map(|output| output.stdout).unwrap_or_default();
    let mut git = git(folder);
    let names: Vec<&[u8]> = names.split(|&byte| byte == 0).filter(|name| !name.is_empty()).collect();
    for (number, name) in names.iter().enumerate() {
        let value = if name.ends_with(b".required") { "false" } else { "" };
        git.env(format!("GIT_CONFIG_KEY_{number}"), verbatim(name)).env(format!("GIT_CONFIG_VALUE_{number}"), value);
    }
    git.env("GIT_CONFIG_COUNT", names.len().to_string());
    git
}

/// `name` as git said it: a filter may be called by bytes that are no text, and runs unless it is called so.
#[cfg(unix)]
fn verbatim(name: &[u8]) -> Cow<'_, OsStr> {
    Cow::Borrowed(std::os::unix::ffi::OsStrExt::from_bytes(name))
}

/// Elsewhere, all that git says is text.
#[cfg(not(unix))]
fn verbatim(name: &[u8]) -> Cow<'_, OsStr> {
    Cow::Owned(String::from_utf8_lossy(name).into_owned().into())
}

/// The files and commits of a checkout: a running `git cat-file --batch`.
pub(super) struct Objects {
    child: Child,
    requests: Option<ChildStdin>,
    replies: BufReader<ChildStdout>,
}

impl Objects {
    /// Those of the checkout of `folder`.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let mut command = git(folder);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        let requests = child.stdin.take();
        let replies = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self { child, requests, replies: BufReader::new(replies) })
    }

    /// The file that `request` names.
    pub(super) fn read(&mut self, request: &str) -> io::Result<Option<Vec<u8>>> {
        let Some((kind, size)) = self.request(request)? else { return Ok(None) };
        let mut bytes = Vec::new();
        let wanted = u64::from(size) + 1;
        if self.replies.by_ref().take(wanted).read_to_end(&mut bytes)? as u64 != wanted {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes.pop();
        Ok((kind == "blob").then_some(bytes))
    }

    /// Whether what `request` names is there.
    pub(super) fn has(&mut self, request: &str) -> io::Result<bool> {
        let Some((_, size)) = self.request(request)? else { return Ok(false) };
        io::copy(&mut self.replies.by_ref().take(u64::from(size) + 1), &mut io::sink())?;
        Ok(true)
    }

    /// Sends `request` and reads the head of the reply: `<hash> <kind> <size>`, or the request with a word such as
    /// `missing` behind it.
    fn request(&mut self, request: &str) -> io::Result<Option<(String, u32)>> {
        let requests = self.requests.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        requests.write_all(format!("{request}\n").as_bytes())?;
        requests.flush()?;
        let mut head = Vec::new();
        self.replies.read_until(b'\n', &mut head)?;
        if head.pop() != Some(b'\n') {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let head = String::from_utf8_lossy(&head);
        if head.starts_with(request) {
            return Ok(None);
        }
        let mut words = head.split(' ').skip(1);
        let kind = words.next().filter(|kind| matches!(*kind, "blob" | "tree" | "commit" | "tag"));
        match (kind, words.next().map(str::parse)) {
            (Some(kind), Some(Ok(size))) => Ok(Some((kind.to_owned(), size))),
            // A file of 4 GiB or larger, or a git that speaks otherwise: nothing that follows can be trusted.
            (Some(_), _) => Err(io::Error::new(io::ErrorKind::InvalidData, format!("unexpected reply `{head}`"))),
            // `<hash> ambiguous`, `<hash> missing`
            (None, _) => Ok(None),
        }
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // Git ends with its input; it is ended, too, when it still holds a reply that nobody reads.
        self.requests = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl fmt::Debug for Objects {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Objects({})", self.child.id())
    }
}
