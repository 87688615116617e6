//! Fixing: chooses fixes that do not overlap, applies them, reads the result again, until nothing is left to fix.

use crate::engine::Linter;
use crate::finding::{Finding, Trust};
use crate::formats;
use crate::model::{BYTE_ORDER_MARK, Docset, FileId, Refused, Side, Sources};
use crate::span::FileSpan;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// Rounds after which fixing stops even if something is left.
pub const MOST_ROUNDS: usize = 10;

/// A file that fixing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedFile {
    /// The file's path, as it is shown.
    pub path: String,
    /// Its text before.
    pub before: String,
    /// Its text after.
    pub after: String,
    /// How many fixes were applied.
    pub fixes: usize,
}

/// Fixes every file of `sources` in memory: applies the fixes that deserve at least `trust`, and looks again, up to
/// [`MOST_ROUNDS`] times. Files that were not UTF-8 are left alone. Returns the files that changed, by path.
pub fn fix(linter: &Linter, sources: &Sources, trust: Trust) -> Vec<FixedFile> {
    let mut texts: Vec<(FileId, String, usize)> =
        sources.files().map(|(id, file)| (id, file.text.clone(), 0)).collect();
    // A file that one round left alone may still be needed by checks of the whole docset, so all are read again.
    for _ in 0..MOST_ROUNDS {
        let mut round = Sources::new();
        for (id, text, _) in &texts {
            round.push(sources.file(*id).with_text(text.clone()));
        }
        let docset = linter.parse(&round);
        let report = linter.run(&round, &docset);
        let edits = choose(&docset, &report.findings, trust);
        let mut changed = false;
        for (id, edits) in edits {
            if sources.file(id).origin.is_decoded() {
                continue;
            }
            let slot = &mut texts[id.0 as usize];
            slot.2 += edits.len();
            slot.1 = apply(&slot.1, &edits);
            changed = true;
        }
        if !changed {
            break;
        }
    }
    let fixed = texts.into_iter().filter(|(_, _, fixes)| *fixes > 0).map(|(id, after, fixes)| {
        let file = sources.file(id);
        FixedFile { path: file.path.clone(), before: file.text.clone(), after, fixes }
    });
    fixed.filter(|file| file.before != file.after).collect()
}

/// One replacement in a file.
struct Edit {
    span: FileSpan,
    text: String,
}

/// The fixes of `findings` that deserve at least `trust`, by file and in order, without those that touch an earlier
/// one: they are found again in the next round.
fn choose(docset: &Docset<'_>, findings: &[Finding], trust: Trust) -> BTreeMap<FileId, Vec<Edit>> {
    let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    for fix in
        findings.iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.trust >= trust.max(Trust::Unsafe))
    {
        if fix.place.side() != Side::Target {
            continue;
        }
        let document = &docset.documents[fix.place.document()];
        let (file, span) = docset.locate(fix.place);
        let text = formats::encode(document.format, &fix.text);
        edits.entry(file).or_default().push(Edit { span, text });
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
/// a file. Links are followed, and the mode of the original is kept.
///
/// # Errors
/// When the file changed since it was read, may not be written, or cannot be.
pub fn write(path: &Path, file: &FixedFile) -> Result<(), Refused> {
    let refuse = |reason: String| Refused { path: file.path.clone(), reason: format!("not fixed: {reason}") };
    let real = path.canonicalize().map_err(|error| refuse(error.to_string()))?;
    let now = std::fs::read(&real).map_err(|error| refuse(error.to_string()))?;
    let (mark, text) = now.strip_prefix(BYTE_ORDER_MARK).map_or((&[][..], &now[..]), |text| (BYTE_ORDER_MARK, text));
    if text != file.before.as_bytes() {
        return Err(refuse("the file changed since it was read".to_owned()));
    }
    replace(&real, &[mark, file.after.as_bytes()].concat()).map_err(|error| refuse(error.to_string()))
}

/// Writes `bytes` to `path`, whether or not there is such a file: to a temporary file beside it, which then takes its
/// place. Its mode is kept; a new file has that of any other.
///
/// # Errors
/// When the file may not be written, or cannot be.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let permissions = std::fs::metadata(path).ok().map(|data| data.permissions());
    if permissions.as_ref().is_some_and(std::fs::Permissions::readonly) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // Temporary files are for their owner alone; what is published here is not.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.persist(path)?;
    Ok(())
}
