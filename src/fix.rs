//! Fixing: chooses fixes that do not overlap, applies them, reads the result again, until nothing is left to fix.

use crate::engine::Linter;
use crate::finding::{Finding, Trust};
use crate::formats;
use crate::load::Loaded;
use crate::model::{BYTE_ORDER_MARK, Docset, FileId, Refused, Side, SourceFile};
use crate::span::FileSpan;
use std::collections::BTreeMap;
use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::Path;

/// Rounds after which fixing stops even if something is left.
pub const MOST_ROUNDS: usize = 10;

/// How the name of a temporary file begins: it is hidden, so that no run takes it for a page.
const PREFIX: &str = ".bilint-";

/// How it ends: like no file that is read.
const SUFFIX: &str = ".tmp";

/// A file that fixing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedFile {
    /// The file's path, as it is shown.
    pub path: String,
    /// Its text before.
    pub before: String,
    /// Its text after.
    pub after: String,
    /// How many findings of each check were fixed.
    pub fixes: BTreeMap<&'static str, usize>,
}

/// Fixes every file of `loaded` in memory: applies the fixes that deserve at least `trust`, and looks again, up to
/// [`MOST_ROUNDS`] times. Files that were not UTF-8 are left alone. Returns the files that changed, by path.
pub fn fix(linter: &Linter, loaded: &Loaded, trust: Trust) -> Vec<FixedFile> {
    let sources = &loaded.sources;
    let mut texts: Vec<String> = sources.files().map(|(_, file)| file.text.clone()).collect();
    let mut counts = vec![BTreeMap::new(); texts.len()];
    // Every round is held against what the texts taught in the first.
    let mut learned = None;
    // A file that one round left alone may still be needed by checks of the whole docset, so all are read again.
    for _ in 0..MOST_ROUNDS {
        let round = Loaded {
            sources: sources.with_texts(|id, _| texts.get(id.0 as usize).map(String::as_str)),
            others: loaded.others.clone(),
            redirects: loaded.redirects.clone(),
            ..Loaded::default()
        };
        let docset = linter.docset(&round);
        let report =
            linter.run_knowing(&round.sources, &docset, learned.get_or_insert_with(|| linter.learned(&docset)));
        let edits = choose(&docset, &report.findings, trust);
        let mut changed = false;
        for (id, edits) in edits {
            if sources.file(id).origin.is_decoded() {
                continue;
            }
            let number = id.0 as usize;
            for edit in &edits {
                *counts[number].entry(edit.check).or_default() += 1;
            }
            texts[number] = apply(&texts[number], &edits);
            changed = true;
        }
        if !changed {
            break;
        }
    }
    let files = sources.files().map(|(_, file)| file).zip(texts).zip(counts);
    let changed = files.filter(|((file, after), _)| file.text != *after);
    let fixed = |((file, after), fixes): ((&SourceFile, String), _)| FixedFile {
        path: file.path.clone(),
        before: file.text.clone(),
        after,
        fixes,
    };
    changed.map(fixed).collect()
}

/// One replacement in a file.
struct Edit {
    check: &'static str,
    span: FileSpan,
    text: String,
}

/// The fixes of `findings` that deserve at least `trust`, by file and in order, without those that touch an earlier
/// one: they are found again in the next round.
fn choose(docset: &Docset<'_>, findings: &[Finding], trust: Trust) -> BTreeMap<FileId, Vec<Edit>> {
    let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    let lowest = trust.max(Trust::Unsafe);
    for finding in findings {
        let Some(fix) = finding.fix.as_ref().filter(|fix| fix.trust >= lowest) else { continue };
        if fix.place.side() != Side::Target {
            continue;
        }
        let document = &docset.documents[fix.place.document()];
        let (file, span) = docset.locate(fix.place);
        let text = formats::encode(document.format, &fix.text);
        edits.entry(file).or_default().push(Edit { check: finding.check, span, text });
    }
    for edits in edits.values_mut() {
        edits.sort_by_key(|edit| edit.span);
        let mut end = None;
        edits.retain(|edit| {
            let free = end.is_none_or(|end| edit.span.start > end);
            if free {
                end = Some(edit.span.end);
            }
            free
        });
    }
    edits
}

fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + edits.len() * 4);
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.range().start]);
        out.push_str(&edit.text);
        at = edit.span.range().end;
    }
    out.push_str(&text[at..]);
    out
}

/// Writes `file` to `path`: to a temporary file beside it, which then takes its place, so that no crash leaves half
/// a file. Links are followed; the mode, the owner and the byte order mark of the original are kept. Another hard link
/// to the original keeps the old text.
///
/// A run that is killed while it writes may leave the temporary file, `.bilint-` and letters and `.tmp`, which nothing
/// reads and anybody may remove.
///
/// # Errors
/// When the file changed since it was read, may not be written, or cannot be.
pub fn write(path: &Path, file: &FixedFile) -> Result<(), Refused> {
    let refuse = |error: io::Error| Refused { path: file.path.clone(), reason: format!("not fixed: {error}") };
    replace_text(path, file).map_err(refuse)
}

fn replace_text(path: &Path, file: &FixedFile) -> io::Result<()> {
    let path = path.canonicalize()?;
    let mark = unchanged(&path, &file.before)?;
    // To write takes a while, in which an editor may have saved the file.
    let check = || unchanged(&path, &file.before).map(drop);
    replace_if(&path, &[mark, file.after.as_bytes()], check)
}

/// Writes `bytes` to `path`, whether or not there is such a file: to a temporary file beside it, which then takes its
/// place. Its mode and its owner are kept; a new file has the mode of any other.
///
/// # Errors
/// When the file may not be written, or cannot be.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_if(path, &[bytes], || Ok(()))
}

/// Writes `parts` to `path` as [`replace`] does, if `check` has nothing against it at the last moment.
fn replace_if(path: &Path, parts: &[&[u8]], check: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let original = std::fs::metadata(path).ok();
    if original.as_ref().is_some_and(|original| original.permissions().readonly()) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // Temporary files are for their owner alone; what is published here is not.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder)?;
    parts.iter().try_for_each(|part| temporary.write_all(part))?;
    if let Some(original) = &original {
        keep_owner(temporary.as_file(), original)?;
        temporary.as_file().set_permissions(original.permissions())?;
    }
    temporary.as_file().sync_all()?;
    check()?;
    temporary.persist(path)?;
    Ok(())
}

/// The byte order mark of the file at `path`, or nothing, if its text is still `before`.
fn unchanged(path: &Path, before: &str) -> io::Result<&'static [u8]> {
    let now = std::fs::read(path)?;
    let (mark, text) = now.strip_prefix(BYTE_ORDER_MARK).map_or((&[][..], &now[..]), |text| (BYTE_ORDER_MARK, text));
    if text == before.as_bytes() { Ok(mark) } else { Err(io::Error::other("the file changed since it was read")) }
}

/// Gives `file` the owner and the group of the original, where they would be others.
#[cfg(unix)]
fn keep_owner(file: &File, original: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let made = file.metadata()?;
    if (made.uid(), made.gid()) == (original.uid(), original.gid()) {
        return Ok(());
    }
    fchown(file, Some(original.uid()), Some(original.gid()))
        .map_err(|error| io::Error::new(error.kind(), format!("the file belongs to somebody else ({error})")))
}

/// Elsewhere, a file inherits its owner from the folder.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn keep_owner(_file: &File, _original: &Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn fixed(before: &str, after: &str) -> FixedFile {
        FixedFile { path: "page.md".into(), before: before.into(), after: after.into(), fixes: BTreeMap::new() }
    }

    /// A folder with a page of `bytes`.
    fn page(bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.md");
        fs::write(&path, bytes).unwrap();
        (folder, path)
    }

    #[test]
    fn a_byte_order_mark_and_line_ends_are_kept() {
        let (folder, path) = page(b"\xef\xbb\xbfa  b\r\nc\r\n");
        write(&path, &fixed("a  b\r\nc\r\n", "a b\r\nc\r\n")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"\xef\xbb\xbfa b\r\nc\r\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_is_refused() {
        let (folder, path) = page(b"a new text\n");
        let refused = write(&path, &fixed("a  b\n", "a b\n")).unwrap_err();
        assert_eq!(refused.to_string(), "page.md: not fixed: the file changed since it was read");
        assert_eq!(fs::read(&path).unwrap(), b"a new text\n");
        fs::remove_file(&path).unwrap();
        assert!(write(&path, &fixed("a  b\n", "a b\n")).is_err() && !path.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    #[cfg(unix)]
    fn mode_owner_and_links_are_kept_and_what_is_read_only_is_left() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
        let (folder, path) = page(b"a  b\n");
        let link = folder.path().join("link.md");
        symlink("page.md", &link).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        // Only root may give a file away; anybody else sees that his own stays his.
        let _ = std::os::unix::fs::chown(&path, Some(65_533), Some(65_532));
        let was = fs::metadata(&path).unwrap();
        write(&link, &fixed("a  b\n", "a b\n")).unwrap();
        let is = fs::metadata(&path).unwrap();
        assert_eq!((was.mode(), was.uid(), was.gid()), (is.mode(), is.uid(), is.gid()));
        assert!(link.is_symlink() && fs::read(&path).unwrap() == b"a b\n");

        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        let refused = write(&path, &fixed("a b\n", "ab\n")).unwrap_err();
        assert_eq!(refused.reason, "not fixed: the file is read-only");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
