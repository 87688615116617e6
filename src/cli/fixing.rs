//! `--fix` and `--diff`: shows or writes what fixing makes of the files, and says what was fixed and what remains.

use super::{Failure, say};
use crate::finding::{Finding, Trust};
use crate::fix::{self, FixedFile};
use crate::model::{Refused, Sources};
use crate::report::Scene;
use crate::report::pretty::plural;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;

/// Prints what fixing would change. Returns whether there is something.
pub(super) fn show(fixed: &[FixedFile]) -> Result<bool, Failure> {
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    for file in fixed {
        let diff = similar::TextDiff::from_lines(&file.before, &file.after);
        let (before, after) = (format!("a/{}", file.path), format!("b/{}", file.path));
        write!(out, "{}", diff.unified_diff().header(&before, &after))?;
    }
    out.flush()?;
    match counted(fixed) {
        Some(counted) => say(&format!("would fix {counted}")),
        None => say("nothing to fix"),
    }
    Ok(!fixed.is_empty())
}

/// Writes the fixed files, those aside that hold something else on disk than what was looked at, by `differs_at`.
/// Returns those that were written, and why the others were not.
pub(super) fn write(fixed: Vec<FixedFile>, differs_at: impl Fn(&str) -> bool) -> (Vec<FixedFile>, Vec<Refused>) {
    let (mut written, mut refused) = (Vec::new(), Vec::new());
    for file in fixed {
        if differs_at(&file.path) {
            let reason = "not fixed: the file holds changes that are not staged; stage or stash them".to_owned();
            refused.push(Refused { path: file.path, reason });
            continue;
        }
        match fix::write(Path::new(&file.path), &file) {
            Ok(()) => written.push(file),
            Err(error) => refused.push(error),
        }
    }
    (written, refused)
}

/// The files as they are after those of `written` were.
pub(super) fn after(sources: &Sources, written: &[FixedFile]) -> Sources {
    let texts: BTreeMap<&str, &str> = written.iter().map(|file| (file.path.as_str(), file.after.as_str())).collect();
    sources.with_texts(|_, file| texts.get(file.path.as_str()).copied())
}

/// Says what was fixed, what remains, and why some of it does: fixes of at least `trust` were applied.
pub(super) fn tell(written: &[FixedFile], scene: &Scene<'_>, trust: Trust) {
    let fixed = counted(written).map_or("nothing to fix".to_owned(), |counted| format!("fixed {counted}"));
    let findings = &scene.report.findings;
    let likely = |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| fix.trust == Trust::Unsafe);
    let more = match findings.iter().filter(likely).count() {
        more if more > 0 && trust == Trust::Safe => format!(", {more} of them can be fixed with `--unsafe-fixes`"),
        _ => String::new(),
    };
    let verb = if findings.len() == 1 { "remains" } else { "remain" };
    say(&format!("{fixed}; {} {verb}{more}", findings.len()));
    let left = findings.iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.trust >= trust);
    let files: BTreeSet<_> = left.map(|fix| scene.docset.locate(fix.place).0).collect();
    for file in files.into_iter().map(|id| scene.sources.file(id)).filter(|file| file.origin.is_decoded()) {
        say(&format!("{}: left as it is, because it is not UTF-8", file.path));
    }
}

/// How many findings were fixed, in how many files, by check, the most first; nothing for none.
fn counted(fixed: &[FixedFile]) -> Option<String> {
    let mut checks: BTreeMap<&str, usize> = BTreeMap::new();
    for (check, count) in fixed.iter().flat_map(|file| &file.fixes) {
        *checks.entry(check).or_default() += count;
    }
    let (findings, files) = (checks.values().sum(), fixed.len());
    let mut checks: Vec<_> = checks.into_iter().collect();
    checks.sort_by_key(|&(check, count)| (std::cmp::Reverse(count), check));
    let by_check: Vec<_> = checks.into_iter().map(|(check, count)| format!("{check} {count}")).collect();
    let (findings, files) = (plural(findings, "finding"), plural(files, "file"));
    (!fixed.is_empty()).then(|| format!("{findings} in {files} ({})", by_check.join(", ")))
}
