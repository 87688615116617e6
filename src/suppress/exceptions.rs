//! What the configuration ignores for some paths and locales, and what it ignores for nothing.

use super::Run;
use crate::checks::format::stale_ignore::STALE_IGNORE;
use crate::finding::Finding;
use crate::model::{Role, Side};
use std::path::Path;

/// What stands at a name that is ignored for nothing.
const REMEDY: &str = "take it away";

/// Drops what the configuration ignores. Returns what is left, and the names that ignore nothing, where that check is
/// chosen and certain.
pub(super) fn apply(run: Run<'_>, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
    let exceptions = run.settings.exceptions();
    // For each document, the exceptions that hold there.
    let mut holding: Vec<Vec<usize>> = Vec::new();
    if !exceptions.is_empty() {
        holding.extend((0..run.docset.documents.len()).map(|number| holding_in(run, number)));
    }
    let mut used: Vec<Vec<bool>> = exceptions.iter().map(|it| vec![false; it.ignored().len()]).collect();
    let mut left = findings;
    left.retain(|finding| {
        let mut ignored = false;
        for &number in holding.get(finding.place.document()).into_iter().flatten() {
            for (index, name) in exceptions[number].ignored().iter().enumerate() {
                if name.checks.contains(finding.check) {
                    used[number][index] = true;
                    ignored = true;
                }
            }
        }
        !ignored
    });
    let mut needless = Vec::new();
    if run.settings.whole {
        report(run, &holding, &used, &mut needless);
    }
    (left, needless)
}

/// The exceptions that hold for document `number`, by index.
fn holding_in(run: Run<'_>, number: usize) -> Vec<usize> {
    let document = &run.docset.documents[number];
    if document.role == Role::Settings {
        return Vec::new();
    }
    let path = run.settings.below(Path::new(run.path(number)));
    let locale = &document.locales[Side::Target as usize];
    let exceptions = run.settings.exceptions().iter().enumerate();
    exceptions.filter(|(_, it)| it.holds(path.as_deref(), locale)).map(|(index, _)| index).collect()
}

/// Reports the names that ignore nothing, `used` being those that do.
fn report(run: Run<'_>, holding: &[Vec<usize>], used: &[Vec<bool>], out: &mut Vec<Finding>) {
    let Some(mut out) = run.sink(&STALE_IGNORE, out) else { return };
    let at = |span| run.place_in_settings(&run.settings.path, span);
    for ignored in run.settings.needless() {
        let Some(place) = at(ignored.span) else { return };
        out.report(place, format!("`{}` is ignored for nothing: it would not run anyway", ignored.name)).help(REMEDY);
    }
    for (number, exception) in run.settings.exceptions().iter().enumerate() {
        let holds = holding.iter().any(|exceptions| exceptions.contains(&number));
        for (index, ignored) in exception.ignored().iter().enumerate() {
            let Some(place) = at(ignored.span) else { return };
            if !holds {
                out.report(place, "nothing is ignored: no page has these paths and locales").help(REMEDY);
                break;
            }
            // Of a check that did not run nobody knows.
            let ran = ignored.checks.iter().all(|id| run.settings.choice(id).is_some());
            if ran && !used[number][index] {
                let message = format!("`{}` is ignored for nothing: it finds nothing there", ignored.name);
                out.report(place, message).help(REMEDY);
            }
        }
    }
}
