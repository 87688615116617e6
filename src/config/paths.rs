//! Paths against each other, by their names alone: nothing here looks at a disk.

use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf};

/// The path of `path` below `folder`, with `/`; `None` when it lies elsewhere. An empty folder is the current one.
pub fn below(path: &Path, folder: &Path) -> Option<String> {
    Some(slashed(absolute(path)?.strip_prefix(absolute(folder)?).ok()?))
}

/// The path of `path` as `folder` sees it, with `/` and, where it lies elsewhere, `..`.
///
/// ```
/// # use bilint::config::paths::relative;
/// # use std::path::Path;
/// assert_eq!(relative(Path::new("docs/de/a.md"), Path::new("docs")), "de/a.md");
/// assert_eq!(relative(Path::new("./de/a.md"), Path::new("lint/x")), "../../de/a.md");
/// ```
pub fn relative(path: &Path, folder: &Path) -> String {
    let (Some(path), Some(folder)) = (absolute(path), absolute(folder)) else { return slashed(path) };
    let shared = path.components().zip(folder.components()).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        // Another drive.
        return slashed(&path);
    }
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    slashed(&up.chain(path.components().skip(shared)).collect::<PathBuf>())
}

/// `path` with `/` between folders. Where `\` is a letter of a name, it stays: another file may be called so.
pub(crate) fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(MAIN_SEPARATOR, "/")
}

fn absolute(path: &Path) -> Option<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    std::path::absolute(path).map(|path| without_dots(&path)).ok()
}

/// `path` with each `..` taken against the folder before it.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
